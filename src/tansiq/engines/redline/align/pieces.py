"""The pieces of a flattened story. A flow is a container of paragraphs and tables: a body, a cell, a note, a header, a text box.

Offsets count characters of the flow from 0: text as it stands, and 1 for each paragraph mark, table, note, picture, formula and end
of a field. Pieces point into the tree they were made from; cutting the tree is the business of the weave.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element as Element


class Mark(NamedTuple):
    """A tracked change as one person's program marked it: name, ISO date, and the name of the move it belongs to."""

    person: str
    date: str
    move: str = ""


class Format(NamedTuple):
    """A tracked change of properties: who, and the change element that holds the old ones."""

    mark: Mark
    change: Element


@dataclass(slots=True)
class Piece:
    """Text or one atom. `units` are the children of the paragraph that hold it (one run, except for a field's code)."""

    at: int
    text: str
    element: Element                       # w:t, the first element of an atom, w:p for a mark, w:tbl for a table
    units: tuple[Element, ...] = ()        # () for marks, tables and the limits of a simple field
    ins: Mark | None = None
    dele: Mark | None = None
    volatile: bool = False                 # text a program computes: page numbers, contents, dates
    format: Format | None = None
    table: "Table | None" = None
    boxes: tuple["Flow", ...] = ()
    is_field: bool = False                 # the code of a field

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.at + len(self.text)


def _at(piece: Piece) -> int:
    return piece.at


class Spot(NamedTuple):
    """A marker between characters: the start or end of a comment's range, or its reference."""

    at: int
    kind: str                              # start, end, reference
    id: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph of a flow: its characters are [start, end), the mark at `end - 1`; `number` counts in its story from 1."""

    element: Element
    start: int
    end: int = 0
    number: int = 0


@dataclass(slots=True)
class Flow:
    """A container flattened. `key` is its path, see `edits.Place.flow`; `hidden` are elements that mirror it (a picture's fallback)."""

    key: str
    container: Element
    story: str
    pieces: list[Piece] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    mirrors: list[Element] = field(default_factory=list)
    row: int = 0
    cell: int = 0
    length: int = 0

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces that hold a character of [start, end), in order."""
        first = max(bisect_right(self.pieces, start, key=_at) - 1, 0)
        last = bisect_left(self.pieces, end, key=_at)
        return [piece for piece in self.pieces[first:last] if piece.end > start]

    def chars(self, start: int, end: int) -> str:
        """The characters [start, end)."""
        return "".join(piece.text[max(0, start - piece.at):end - piece.at] for piece in self.between(start, end))

    def text(self) -> str:
        """All characters, those marked as inserted and deleted too."""
        return "".join(piece.text for piece in self.pieces)

    def original(self) -> str:
        """The characters that stood before the copy's tracked changes."""
        return "".join(piece.text for piece in self.pieces if piece.ins is None)

    def current(self) -> str:
        """The characters that stand once the tracked changes are carried out."""
        return "".join(piece.text for piece in self.pieces if piece.dele is None)

    def flows(self) -> Iterator["Flow"]:
        """This flow and all flows in it: cells of tables, text boxes."""
        yield self
        for piece in self.pieces:
            for inner in piece.boxes:
                yield from inner.flows()
            if piece.table is not None:
                for row in piece.table.rows:
                    for cell in row.cells:
                        yield from cell.flow.flows()


@dataclass(slots=True)
class Cell:
    """A cell of a row; `dele` and `ins` are its own marks (ISO/IEC 29500-1, 17.13.5.1 and 17.13.5.2)."""

    element: Element
    flow: Flow
    ins: Mark | None = None
    dele: Mark | None = None


@dataclass(slots=True)
class Row:
    """A row of a table; `dele` and `ins` are its own marks."""

    element: Element
    cells: list[Cell]
    ins: Mark | None = None
    dele: Mark | None = None

    def original(self) -> str:
        """The text before changes of its cells, for comparing rows."""
        return "\x1f".join(cell.flow.original() for cell in self.cells if cell.ins is None)


@dataclass(slots=True)
class Table:
    """A table of a flow."""

    element: Element
    key: str
    rows: list[Row]
