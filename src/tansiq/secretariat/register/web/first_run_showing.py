"""What the preview of a list shows: one line for each seat, each thing left alone, each thing left out."""

from dataclasses import dataclass

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.register.domain.members_list_drafts import Draft
from tansiq.secretariat.register.domain.members_list_plan import Entry, Plan
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.enums import OrganizationType, SeatKind
from tansiq.secretariat.register.web.first_run_words import STATUSES, note_of, rows_of


@dataclass(frozen=True)
class Line:
    """An organization of the list: its name and the language of it, what is said of it, how the list calls it, in which rows."""

    name: str
    language: str
    rows: str
    written: str = ""
    new: str = ""
    kind: str = ""
    since: PartialDate | None = None
    contacts: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Preview:
    """Everything that recording would do, and everything it would not."""

    seats: tuple[Line, ...]
    others: tuple[Line, ...]
    skipped: tuple[Line, ...]
    notes: tuple[tuple[str, str], ...]
    new: int
    contacts: int


def preview_of(plan: Plan, draft: Draft, names: Names, language: str) -> Preview:
    """The plan in words."""

    def line(entry: Entry) -> Line:
        found = names.name(f"register/organization/{entry.organization}", language) if entry.organization else None
        name, tongue = (found.long, found.language) if found else (entry.new["name"], draft.settings.language)
        written = entry.named.text
        return Line(
            name, tongue, rows_of(entry.named.rows), "" if written == name else written,
            str(OrganizationType(entry.new["type"]).label) if entry.new else "", str(SeatKind(entry.kind).label), entry.since,
            tuple(" · ".join(filter(None, (reach.name, reach.email))) for reach in entry.named.reaches),
            str(STATUSES.get(entry.status, "")),
        )

    return Preview(
        seats=tuple(map(line, plan.seats)),
        others=tuple(map(line, plan.others)),
        skipped=tuple(Line(named.text, "", rows_of(named.rows), why=why) for named, why in plan.skipped),
        notes=tuple((rows_of([note.row]), note_of(note)) for note in plan.notes),
        new=sum(bool(entry.new) for entry in plan.seats),
        contacts=plan.contacts,
    )
