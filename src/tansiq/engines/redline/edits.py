"""What reviewers did, as data: edits, comments, conflicts and the ledger that lists them all.

Everything else derives from the ledger: the consolidated file, the matrix and the next version. No XML trees here (fragments are
text), so that a ledger can be written as JSON, embedded in a file and read back. Places are in coordinates of the base.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What an edit changes (ISO/IEC 29500-1, 17.13.5)."""

    INSERTION = "insertion"
    DELETION = "deletion"
    PARAGRAPH_INSERTION = "paragraph_insertion"    # holds at least one paragraph mark
    PARAGRAPH_DELETION = "paragraph_deletion"      # takes away at least one paragraph mark
    ROW_INSERTION = "row_insertion"
    ROW_DELETION = "row_deletion"
    CELL_INSERTION = "cell_insertion"
    CELL_DELETION = "cell_deletion"
    MOVE = "move"                                  # the place it left; `moved_to` is where it went
    FORMAT = "format"                              # of characters
    PARAGRAPH_FORMAT = "paragraph_format"          # numbering included
    TABLE_FORMAT = "table_format"                  # of a table, a row, a cell or a grid
    SECTION = "section"
    NOTE = "note"                                  # a note put in or taken out
    IMAGE = "image"                                # a picture put in, taken out or replaced
    FIELD = "field"                                # a field put in or taken out


class Source(StrEnum):
    """How an agency answered."""

    WORD = "word"
    EXCEL = "excel"
    PDF = "pdf"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the base: container and half-open range [start, end) in it, and what a person needs to find it.

    `flow` names the container: `PART#STORY` followed by `/tN` (table), `/rN` (row), `/cN` (cell), `/xN` (text box), each counted
    from 0 in its container. In a flow of paragraphs the unit is the character; a paragraph mark, a note reference, a picture or a
    table count as one. In a table the unit is the row, in a row the cell. An insertion has `start == end`, the gap before `start`.
    `paragraph` and `last_paragraph` count all paragraphs of the story from 1; `start_in` and `end_in` are offsets in them.
    `row` and `cell` count from 1; 0 outside tables. `heading` is the heading above, `number` the paragraph's number as a reader sees it,
    of a list or typed ("45", "(b)", "45–47"); "" without one.
    """

    flow: str
    start: int
    end: int
    story: str = "body"                            # body, footnote, endnote, header, footer, textbox
    paragraph: int = 0
    last_paragraph: int = 0
    start_in: int = 0
    end_in: int = 0
    heading: str = ""
    row: int = 0
    cell: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a fragment points to by relationship id: a part with its bytes (before weaving) or its name (after), or an address."""

    id: str
    type: str
    target: str
    external: bool = False
    content_type: str = ""
    data: bytes | None = None
    relations: tuple["Relation", ...] = ()         # what that part points to itself (the workbook of a chart)


@dataclass(frozen=True, slots=True)
class Fragment:
    """WordprocessingML an edit brings along, as one `w:p`-free sequence under a root element of redline's own, and what it points to."""

    xml: str
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One change by one person of one agency. `before` is what the base has there, `after` what is proposed.

    `date` is ISO 8601 as the reviewer's program wrote it. `replaces` names the deletion that an insertion stands for,
    `agrees_with` the same change by other agencies, `conflict` the group of changes that exclude each other.
    """

    id: str
    agency: str
    person: str
    date: str
    kind: Kind
    tracked: bool
    place: Place
    before: str = ""
    after: str = ""
    agrees_with: tuple[str, ...] = ()
    conflict: str | None = None
    replaces: str | None = None
    moved_to: Place | None = None
    source: Source = Source.WORD
    fragment: Fragment | None = None
    rank: int = 0                                  # its place among what its agency put in at the same gap
    undone_by: str = ""                            # who of the same agency took it out again, and when: it is listed, not shown
    undone_on: str = ""
    said: str = ""                                 # what kept it from being shown as a tracked change, or another note for the matrix


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point in a flow: the gap before `offset`, and after `inserted` characters that the same copy inserted there."""

    flow: str
    offset: int
    inserted: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment or reply. `parent` is the comment it answers; a comment of the base itself has the agency ""."""

    id: str
    agency: str
    person: str
    date: str
    place: Place
    anchor_text: str
    text: str
    parent: str | None = None
    resolved: bool = False
    initials: str = ""
    starts: Anchor | None = None                   # None: a comment on the whole document or on a place that is not in the base
    ends: Anchor | None = None
    source: Source = Source.WORD
    fragment: Fragment | None = None               # its paragraphs, with their formatting


@dataclass(frozen=True, slots=True)
class Conflict:
    """Edits that cannot all be taken. `reason` is a code: overlap, inside_deletion, same_place, format, row_and_cell."""

    id: str
    edits: tuple[str, ...]
    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Noise:
    """A difference that no person made: listed in the intake report, not shown in the redline."""

    agency: str
    place: Place
    kind: str                                      # field_result, drawing, break, white_space, volatile
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Warned:
    """Something the secretariat should know of a copy: a code and its parameters, worded where it is shown."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Intake:
    """What came in from one agency. `coverage` is the share of the base's text found in the copy (0 to 1)."""

    name: str
    file: str
    sha256: str
    saved_by: str
    base_recognised: bool
    coverage: float
    tracked: int
    untracked: int
    comments: int
    warnings: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A copy that was not taken, and why."""

    name: str
    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Base:
    """The draft that was circulated."""

    file: str
    sha256: str
    words: int
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that came in, in the order of the base. `extra` keeps what a later version of the format may add."""

    base: Base
    copies: tuple[Intake, ...] = ()
    edits: tuple[Edit, ...] = ()
    comments: tuple[Comment, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    noise: tuple[Noise, ...] = ()
    refused: tuple[Refusal, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
