"""Which column of an agency's own matrix holds what, from its headings in English, French or Arabic; a proposal to be looked at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from tansiq.engines.redline.align.folding import fold
from tansiq.engines.redline.readers.headings import WORDS, Role

HEADER_WITHIN = 30
"""Rows looked at for headings: agencies put a title, a logo and instructions above them."""
LONGEST_HEADING = 80
RANGE_END = ("to ", "jusqu", "a la ")
"""The second column of a range ("from page", "to page")."""
REPEATABLE = frozenset({Role.COMMENT, Role.RATIONALE})
_SPACES = re.compile(r"\s+")
_NOISE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[*:.?\u061f]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column (from 0) with its heading as written; `sure` when the heading is known as it stands, not only part of it."""

    index: int
    heading: str
    role: Role | None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """A proposal for one sheet: the row of the headings (from 0; the last of two), the columns, and how many roles were found."""

    header: int
    columns: tuple[Column, ...]
    score: float

    def of(self, role: Role) -> tuple[Column, ...]:
        """The columns that hold this."""
        return tuple(column for column in self.columns if column.role is role)

    @property
    def usable(self) -> bool:
        """Whether there is anything to take in: a comment or a proposed text, and one more column that is known."""
        roles = {column.role for column in self.columns} - {None}
        return len(roles) > 1 and bool(roles & {Role.COMMENT, Role.PROPOSED})


def map_columns(rows: Sequence[Sequence[str]]) -> tuple[ColumnMapping, ...]:
    """Return the usable proposals for a sheet, best first; its first rows are enough. Empty: it is no sheet of comments.

    Headings may stand in one row or in two, one above the other.
    """
    found: list[ColumnMapping] = []
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        found.append(_mapping(number, row))
        if number + 1 < len(rows):
            found.append(_mapping(number + 1, _above(row, rows[number + 1]), cost=0.25))
    usable = [mapping for mapping in found if mapping.usable]
    return tuple(sorted(usable, key=lambda mapping: (-mapping.score, mapping.header)))


def role_of(heading: str) -> tuple[Role | None, bool]:
    """Return what a heading says its column holds, and whether that is all it says."""
    bare = _bare(heading)
    if not bare:
        return None, False
    if bare in _KNOWN:
        return _KNOWN[bare], True
    inside = [(phrase, role) for phrase, role in _KNOWN.items() if len(phrase) > 2 and f" {phrase} " in f" {bare} "]
    if not inside or len(bare) > LONGEST_HEADING or bare.startswith(RANGE_END):
        return None, False
    return max(inside, key=lambda each: (len(each[0]), each[0]))[1], False


def _mapping(number: int, row: Sequence[str], cost: float = 0) -> ColumnMapping:
    columns: list[Column] = []
    taken: dict[Role, int] = {}
    for index, heading in enumerate(row):
        role, sure = role_of(heading)
        if role is not None and role not in REPEATABLE:
            before = taken.get(role)
            if before is not None and (columns[before].sure or not sure):
                role = None
            elif before is not None:
                columns[before] = Column(before, columns[before].heading, None)
        if role is not None:
            taken[role] = index
        columns.append(Column(index, heading, role, sure and role is not None))
    roles = {column.role for column in columns} - {None}
    certain = {column.role for column in columns if column.sure}
    return ColumnMapping(number, tuple(columns), (len(roles) + len(certain)) / 2 - cost)


def _above(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Two rows of headings as one: the second where it says something by itself, else both ("Text" over "current": "current Text")."""
    both = zip_longest(first, second, fillvalue="")
    return [below if role_of(below)[0] is not None else " ".join(part for part in (below, above) if part) for above, below in both]


def _bare(heading: str) -> str:
    """A heading without what is in brackets, signs, case and the Arabic article."""
    loose = fold(_NOISE.sub(" ", heading.replace("\n", " ")) or heading, loose=True)
    words = [word[2:] if len(word) > 3 and word.startswith("ال") else word for word in _SPACES.split(loose) if word]
    return " ".join(words)


_KNOWN: dict[str, Role] = {_bare(phrase): role for role, phrases in WORDS.items() for phrase in phrases}
