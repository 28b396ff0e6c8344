"""Finds the organization that a list means by a text. Only a form that the register accepts is taken; what is near is proposed."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tansiq.engines.dates import DateError, PartialDate
from tansiq.secretariat.pages.reading import read_date
from tansiq.secretariat.register.models import OrganizationName

NEAR, PROPOSALS = 0.84, 4
SEPARATORS = {"lines": "\n", "semicolon": ";", "slash": "/", "and": " and "}
"""What may part several organizations in one cell, by the name the mapping gives it; " and " stands for "et" and "و" too."""

_PATTERNS = {"lines": r"\n", "semicolon": r"[;؛]", "slash": r"/", "and": r"(?<=\s)(?:and|et|&)(?=\s)|(?<=\s)و(?=\s)"}
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "ـ": ""})
_WITH_ACRONYM = re.compile(r"^(?P<name>.{3,}?)\s*(?:\((?P<bracketed>[^()]{2,30})\)|\s[-–—,:]\s*(?P<dashed>[^\s()]{2,20}))$", re.DOTALL)

_SINCE = re.compile(
    r"(?:(?<!\w)(?:a )?(?:member|membre|عضو)\s+)?(?<!\w)(?:since|depuis|منذ)\s+(?P<date>[^()\[\]]{2,40}?)\s*[)\]]?$", re.IGNORECASE
)
_TOTALS = frozenset({
    "", "total", "totals", "grand total", "sum", "total members", "number of members", "total number of members", "nombre", "nombre total",
    "nombre de membres", "total des membres", "المجموع", "المجموع الكلي", "مجموع الأعضاء", "العدد", "العدد الكلي", "عدد الأعضاء",
})
"""What stands at the foot of a list beside a number."""


@dataclass(frozen=True)
class Found:
    """What a text may mean. `certain` is the organization (a slug) an accepted form of which it is, "" when it is none;
    `proposals` are those it comes near, the likeliest first."""

    certain: str = ""
    proposals: tuple[str, ...] = ()


@dataclass
class Forms:
    """Every form by which the register knows its organizations, accepted and misspelt, in all languages and of all days."""

    accepted: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    misspelt: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, organization: str, accepted: Iterable[str], misspelt: Iterable[str] = ()) -> None:
        """Let an organization (a slug) be known by these forms."""
        for table, texts in ((self.accepted, accepted), (self.misspelt, misspelt)):
            for text in texts:
                if key(text):
                    table[key(text)].add(organization)

    def find(self, text: str, acronym: str = "") -> Found:
        """What a name means, with the acronym that stands beside it if there is one. Name and acronym must agree to be certain."""
        name, inside = divided(text) if not self.accepted.get(key(text)) else (text, "")
        said = [each for each in (name, acronym or inside) if each.strip()]
        meant = [self.accepted.get(key(each), set()) for each in said]
        common = set.intersection(*meant) if meant else set()
        if len(common) == 1:
            return Found(certain=next(iter(common)))
        whole = self.accepted.get(key(text), set())
        if len(whole) == 1 and not acronym:
            return Found(certain=next(iter(whole)))
        return Found(proposals=self._near(said, set().union(*meant) | whole))

    def accepts(self, text: str) -> bool:
        """Whether the text is an accepted form, by itself or with its acronym in brackets."""
        return bool(self.find(text).certain)

    def _near(self, said: Sequence[str], known: set[str]) -> tuple[str, ...]:
        """Those that one of the texts names, or comes near to, the likeliest first."""
        score: dict[str, float] = dict.fromkeys(known, 1.0)
        for text in said:
            loose = folded(text)
            for table, least in ((self.misspelt, 1.0), (self.accepted, NEAR)):
                for form, organizations in table.items():
                    likeness = _likeness(loose, folded(form), least)
                    for organization in organizations if likeness else ():
                        score[organization] = max(score.get(organization, 0), likeness)
        return tuple(sorted(score, key=lambda slug: (-score[slug], slug))[:PROPOSALS])


def forms_of_register() -> Forms:
    """The forms of all organizations as the record stands. One query."""
    forms = Forms()
    columns = ("organization__slug", "long", "short", "acronym", "definite", "also", "misspelt")
    for slug, long, short, acronym, definite, also, misspelt in OrganizationName.objects.current().values_list(*columns):
        forms.add(slug, [long, short, acronym, definite, *also], misspelt)
    return forms


def key(text: str) -> str:
    """A text as forms are compared: without regard to capitals, kinds of spaces, quotes and dashes, vowel marks of Arabic."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    kept = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf" and not "\u064b" <= letter <= "\u0652")
    return " ".join(kept.split()).strip(" .,;:")


def folded(text: str) -> str:
    """A text as near forms are compared: without accents, articles and signs, and with the spellings of Arabic made one."""
    plain = unicodedata.normalize("NFKD", key(text))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    bare = bare.translate(str.maketrans("ىةؤئ", "يهوي"))
    words = re.sub(r"[^\w\s]", " ", bare).split()
    return " ".join(word for word in words if word not in ("the", "of", "for", "on", "la", "le", "les", "de", "du", "des", "pour"))


def divided(text: str) -> tuple[str, str]:
    """A name and the acronym that follows it in brackets or after a dash; ("text", "") where none does."""
    found = _WITH_ACRONYM.match(text.strip())
    acronym = (found["bracketed"] or found["dashed"] or "").strip() if found else ""
    if not found or not acronym or " " in acronym:
        return text.strip(), ""
    return found["name"].strip(), acronym


def dated(text: str) -> tuple[str, PartialDate | None]:
    """A name and the date that follows it in words, "since June 2014"; the text as it is and None where none does or it cannot be read."""
    found = _SINCE.search(text.strip())
    name = text.strip()[: found.start()].rstrip(" \t\n,،;؛:–—-([") if found else ""
    if found is None or not name:
        return text, None
    try:
        since = read_date(found["date"])
        since.counts_from()
    except (DateError, ValueError):
        return text, None
    return name, since


def is_total(text: str) -> bool:
    """Whether a text looks like the foot of a list, "Total: 16", rather than like a name: then nobody should take it for one."""
    return " ".join(re.sub(r"[\W\d_]+", " ", key(text)).split()) in _TOTALS


def is_acronym(text: str) -> bool:
    """Whether a text is one word with at least as many capitals as small letters, as "WHO" and unlike "Oxfam"."""
    capitals = sum(letter.isupper() for letter in text)
    return bool(text) and not re.search(r"\s", text) and capitals > 1 and capitals * 2 >= sum(map(str.isalpha, text))


def parted(cell: str, separators: Sequence[str], forms: Forms) -> list[str]:
    """The organizations in a cell, parted at the separators (names of `SEPARATORS`). A form that holds one stays whole."""
    patterns = "|".join(_PATTERNS[name] for name in SEPARATORS if name in separators)
    if not patterns:
        return [flat(cell)] if cell.strip() else []
    pieces = re.split(f"({patterns})", cell)
    found: list[str] = []
    start = 0
    while start < len(pieces):
        # A run that begins or ends with nothing is not the name: signs at its edge would be read as part of it.
        runs = (end for end in range(len(pieces), start, -2) if pieces[start].strip() and pieces[end - 1].strip())
        end = next((end for end in runs if forms.accepts("".join(pieces[start:end]))), start + 1)
        found.append(flat("".join(pieces[start:end])))
        start = end + 1
    return [piece for piece in found if piece]


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _likeness(one: str, other: str, least: float) -> float:
    """How like two folded texts are, from 0 to 1; 0 below `least`. Short ones are acronyms and near only when a letter differs."""
    if not one or not other:
        return 0
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return 1
    if min(len(one), len(other)) < 4 or least >= 1:
        return 0
    words, others = set(one.split()), set(other.split())
    if len(words & others) >= 3 and (words <= others or others <= words):
        return 0.95
    compared = SequenceMatcher(None, one, other, autojunk=False)
    if compared.real_quick_ratio() < least or compared.quick_ratio() < least:
        return 0
    likeness = compared.ratio()
    return likeness if likeness >= least else 0
