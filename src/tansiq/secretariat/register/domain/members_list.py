"""Reads a list of members as a mapping says: which column is what, who is in which row. It matches and sorts, and records nothing."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from tansiq.engines.dates import DateError, PartialDate
from tansiq.secretariat.pages.reading import read_date
from tansiq.secretariat.pages.sheets import Row, Sheet
from tansiq.secretariat.register.domain.members_list_matching import Forms, Found, dated, flat, key, parted
from tansiq.secretariat.register.enums import ContactRole, SeatKind

NAME, ACRONYM, COUNTRY, PERSON, EMAIL, SINCE, ROLE, IGNORED = (
    "name", "acronym", "country", "person", "email", "since", "role", "ignored",
)
COLUMNS = (NAME, ACRONYM, COUNTRY, PERSON, EMAIL, SINCE, ROLE, IGNORED)
"""What a column can be. Only `ignored` may be said of several."""

_HEADINGS = {
    NAME: r"organi[sz]ation|agenc|entity|institution|member|name|organisme|nom|membre|(?:ال)?(?:منظمة|جهة|اسم|عضو|أعضاء|مؤسسة)",
    ACRONYM: r"acronym|abbrev|short|sigle|acronyme|abréviation|المختصر|مختصر|الاختصار",
    COUNTRY: r"country|state|pays|البلد|الدولة|بلد",
    PERSON: r"focal|contact|representative|person|point|représentant|correspondant|الاتصال|ممثل|الممثل|المنسق|الشخص",
    EMAIL: r"e-?mail|courriel|mail|البريد|الإلكتروني|بريد",
    SINCE: r"since|join|from|date|depuis|adhésion|منذ|تاريخ|الانضمام",
    ROLE: r"role|status|capacity|function|office|type|rôle|fonction|statut|qualité|الصفة|الدور|الوظيفة",
}
_FILLERS = frozenset({"of", "the", "de", "du", "des", "la", "le", "les", "l", "d", "in", "en", "no", "n", "nr", "full", "address"})
_ORDER = (EMAIL, ACRONYM, PERSON, SINCE, COUNTRY, ROLE, NAME)
"""The more telling words first: "name of focal point" is a person, "date of joining" a date."""

_KINDS = {
    SeatKind.OBSERVER: ("observer", "observateur", "observatrice", "مراقب"),
    SeatKind.MEMBER: ("member", "membre", "عضو", "full member", "membre à part entière"),
}
_CONTACTS = {
    ContactRole.ALTERNATE: ("alternate", "alternate focal point", "suppléant", "suppléante", "مناوب"),
    ContactRole.HEAD: ("head", "head of agency", "chef", "رئيس"),
    ContactRole.FOCAL_POINT: ("focal point", "contact", "point focal", "جهة الاتصال", "جهة اتصال"),
}
_CO_CHAIR = ("co-chair", "co chair", "cochair", "chair", "coprésident", "coprésidente", "coprésidence", "رئيس مشارك", "مشارك في الرئاسة")


@dataclass(frozen=True)
class ListReading:
    """How a list is read: what each column is, the row in which the members begin, and what parts several names in a cell."""

    columns: tuple[str, ...]
    first: int
    separators: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A form that a database keeps."""
        return {"columns": list(self.columns), "first": self.first, "separators": list(self.separators)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "ListReading":
        """The inverse of `to_json`."""
        return cls(tuple(kept["columns"]), kept["first"], tuple(kept["separators"]))

    def place(self, column: str) -> int | None:
        """Which column is that, None when none is."""
        return self.columns.index(column) if column in self.columns else None


@dataclass(frozen=True)
class Reach:
    """A person that a row names for an organization."""

    name: str
    email: str
    role: ContactRole
    row: int


@dataclass(frozen=True)
class Note:
    """Something in a row that is not taken as it stands: a code, the row, and the text it is about."""

    code: str
    row: int
    text: str = ""


@dataclass(frozen=True)
class Named:
    """An organization that the list names: how, in which rows, what it may be, and what else the rows say of it."""

    key: str
    text: str
    acronym: str
    rows: tuple[int, ...]
    found: Found
    since: PartialDate | None = None
    kind: SeatKind | None = None
    reaches: tuple[Reach, ...] = ()
    presides: bool = False
    disputed: bool = False


@dataclass(frozen=True)
class Reading:
    """Everything a list names, in the order of its rows, and what in it could not be taken."""

    named: tuple[Named, ...]
    notes: tuple[Note, ...]


@dataclass
class _Said:
    """What one row says: the organizations it names, each with its acronym, and the rest."""

    row: int
    names: list[tuple[str, str]]
    dates: list[PartialDate | None] = field(default_factory=list)
    country: str = ""
    since: PartialDate | None = None
    kind: SeatKind | None = None
    contact: ContactRole = ContactRole.FOCAL_POINT
    presides: bool = False
    reaches: list[list[Reach]] = field(default_factory=list)


def headings(sheet: Sheet, first: int) -> list[str]:
    """What stands above the row `first` in each column, several rows of headings joined; a title over all of them is none."""
    above = [row for row in sheet.rows if row.number < first and sum(map(bool, row.cells)) > min(1, sheet.width - 1)]
    return [" / ".join(flat(row.cells[place]) for row in above[-2:] if row.cells[place]) for place in range(sheet.width)]


def digest(sheet: Sheet, first: int) -> str:
    """What identifies the headings of a list: the same ones give the same digest, whatever stands below."""
    return hashlib.sha256("\n".join(map(key, headings(sheet, first))).encode()).hexdigest()


def proposed(sheet: Sheet) -> ListReading:
    """A mapping to begin with, from the words of the headings and what cells look like; the officer has the last word."""
    above = _above(sheet)
    first = next((row.number for row in sheet.rows if row.number > above), sheet.rows[-1].number + 1)
    said = headings(sheet, first)
    columns = [IGNORED] * sheet.width
    for column in _ORDER:
        place = next((place for place, text in enumerate(said) if columns[place] == IGNORED and _says(column, text)), None)
        if place is not None:
            columns[place] = column
    below = [row for row in sheet.rows if row.number >= first]
    places = [place for place in range(sheet.width) if columns[place] == IGNORED and not said[place]]
    for place in places:
        texts = [row.cells[place] for row in below if row.cells[place]]
        if EMAIL not in columns and texts and sum("@" in text for text in texts) * 2 > len(texts):
            columns[place] = EMAIL
        elif not {NAME, ACRONYM} & set(columns) and texts:
            columns[place] = NAME
    return ListReading(tuple(columns), first)


def read(sheet: Sheet, mapping: ListReading, forms: Forms) -> Reading:
    """What the list says under a mapping: rows that name the same organization are one, and nothing else is decided."""
    notes: list[Note] = []
    said = [_row(row, mapping, forms, notes) for row in sheet.rows if row.number >= mapping.first]
    countries: dict[str, set[str]] = defaultdict(set)
    for row in said:
        for text, _ in row.names:
            countries[key(text)].add(key(row.country))
    gathered: dict[str, Named] = {}
    for row in said:
        for place, (text, acronym) in enumerate(row.names):
            # The same name in two countries is two bodies: "Ministry of Labour".
            if len(countries[key(text)]) > 1 and row.country and not forms.accepts(text):
                text = f"{text} ({row.country})"  # noqa: PLW2901 (the name as it is asked about)
            _gather(gathered, _named(text, acronym, row, place, forms=forms, notes=notes), notes)
    return Reading(tuple(gathered.values()), tuple(notes))


def _above(sheet: Sheet) -> int:
    """The last row of headings, 0 when there are none: the first row that can be one, and those that surely go on with it."""
    last = 0
    for row in sheet.rows[:8]:
        filled = [text for text in row.cells if text]
        telling = sum(map(_is_heading, filled))
        if telling * 2 > len(filled) or (not last and telling and telling * 2 >= len(filled)):
            last = row.number
        elif last:
            break
    return last


def _is_heading(text: str) -> bool:
    """Whether every word of a cell is one of headings: "World Health Organization" is none."""
    words = [word for word in re.split(r"[^\w-]+", key(text)) if word and word not in _FILLERS]
    return bool(words) and all(any(_says(column, word) for column in _ORDER) for word in words)


def _says(column: str, text: str) -> bool:
    """Whether a heading has one of the words of a column. A word counts from its beginning, so "Organizations" is one."""
    return bool(re.search(rf"(?<!\w)(?:{_HEADINGS[column]})", key(text)))


def _row(row: Row, mapping: ListReading, forms: Forms, notes: list[Note]) -> _Said:
    cell = {column: row.cells[place] for column in COLUMNS if (place := mapping.place(column)) is not None and column != IGNORED}
    said = _Said(row.number, _names(cell, mapping, forms, row.number, notes), country=flat(cell.get(COUNTRY, "")))
    if not said.names:
        return said
    _take_dates(said, forms)
    since = flat(cell.get(SINCE, ""))
    if since:
        try:
            said.since = read_date(since)
            said.since.counts_from()
        except (DateError, ValueError):
            said.since = None
            notes.append(Note("since", row.number, since))
    _take_role(said, flat(cell.get(ROLE, "")), notes)
    said.reaches = _reaches(cell, mapping, said, notes)
    return said


def _names(cell: Mapping[str, str], mapping: ListReading, forms: Forms, row: int, notes: list[Note]) -> list[tuple[str, str]]:
    """The organizations of a row with their acronyms. Where the two columns hold different numbers, no pair is made."""
    names = parted(cell.get(NAME, ""), mapping.separators, forms)
    acronyms = parted(cell.get(ACRONYM, ""), mapping.separators, forms)
    if not names:
        return [(acronym, "") for acronym in acronyms]
    if len(names) == len(acronyms):
        return list(zip(names, acronyms, strict=True))
    if acronyms:
        notes.append(Note("acronyms", row, flat(cell[ACRONYM])))
    return [(name, "") for name in names]


def _take_dates(said: _Said, forms: Forms) -> None:
    """Take the dates that stand beside names in their own cell away from the names."""
    found = [(text, None) if forms.accepts(text) else dated(text) for text, _ in said.names]
    said.names = [(text, acronym) for (text, _), (_, acronym) in zip(found, said.names, strict=True)]
    said.dates = [since for _, since in found]


def _take_role(said: _Said, role: str, notes: list[Note]) -> None:
    if not role:
        return
    word = key(role)
    said.kind = next((kind for kind, words in _KINDS.items() if word in words), None)
    contact = next((contact for contact, words in _CONTACTS.items() if word in words), None)
    said.contact = contact or ContactRole.FOCAL_POINT
    said.presides = word in _CO_CHAIR
    if said.presides:
        notes.append(Note("co-chair", said.row, said.names[0][0]))
    elif said.kind is None and contact is None:
        notes.append(Note("role", said.row, role))


def _reaches(cell: Mapping[str, str], mapping: ListReading, said: _Said, notes: list[Note]) -> list[list[Reach]]:
    """The contacts for each organization of a row. One organization may have several; for several, one each or none."""
    people = _several(cell.get(PERSON, ""), mapping)
    emails = _several(cell.get(EMAIL, ""), mapping)
    if not people and not emails:
        return []
    if people and emails and len(people) != len(emails):
        notes.append(Note("contacts", said.row, flat(f"{cell.get(PERSON, '')} {cell.get(EMAIL, '')}")))
        return []
    found = []
    for place in range(max(len(people), len(emails))):
        email = emails[place] if emails else ""
        name = people[place] if people else ""
        if email and not _is_address(email):
            notes.append(Note("email", said.row, email))
            email = ""
        if name or email:
            found.append(Reach(name[:200], email, said.contact, said.row))
    if len(said.names) == 1:
        return [found]
    if len(found) == len(said.names):
        return [[reach] for reach in found]
    notes.append(Note("whose", said.row, flat(cell.get(PERSON, "") or cell.get(EMAIL, ""))))
    return []


def _several(text: str, mapping: ListReading) -> list[str]:
    """The pieces of a cell that is about persons: parted as the officer said, but never at "and"."""
    nobody = Forms()
    return parted(text, [name for name in mapping.separators if name != "and"], nobody)


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _named(text: str, acronym: str, row: _Said, place: int, *, forms: Forms, notes: list[Note]) -> Named:
    found = forms.find(text, acronym)
    reaches = tuple(row.reaches[place]) if place < len(row.reaches) else ()
    same = f"={found.certain}" if found.certain else f"{key(text)}|{key(acronym)}"
    own = row.dates[place]
    disputed = bool(own and row.since and own != row.since)
    if disputed:
        notes.append(Note("two-dates", row.row, text))
    named = Named(same, text, acronym, (row.row,), found, None if disputed else own or row.since, row.kind, reaches)
    return replace(named, presides=row.presides, disputed=disputed)


def _gather(gathered: dict[str, Named], new: Named, notes: list[Note]) -> None:
    """Add what a row says of an organization to what the rows before said; where they disagree, nothing of it is taken."""
    held = gathered.get(new.key)
    if held is None:
        gathered[new.key] = new
        return
    disputed = held.disputed or bool(held.since and new.since and held.since != new.since)
    if disputed and not held.disputed:
        notes.append(Note("two-dates", new.rows[0], new.text))
    if held.kind and new.kind and held.kind != new.kind:
        notes.append(Note("two-kinds", new.rows[0], new.text))
    gathered[new.key] = merged(held, new, disputed=disputed)


def merged(held: Named, new: Named, *, disputed: bool = False) -> Named:
    """Two ways of naming one organization as one; a date on which they disagree is not taken."""
    return replace(
        held, rows=(*held.rows, *new.rows), since=None if disputed else held.since or new.since, kind=held.kind or new.kind,
        presides=held.presides or new.presides, reaches=joined(held.reaches, new.reaches), disputed=disputed,
    )


def joined(held: Sequence[Reach], more: Sequence[Reach]) -> tuple[Reach, ...]:
    """The contacts of both, each person once in a role."""
    known = {(key(reach.name), reach.email.casefold(), reach.role) for reach in held}
    return (*held, *(reach for reach in more if (key(reach.name), reach.email.casefold(), reach.role) not in known))
