"""On which page a block will stand, roughly: lines counted by characters. Only for results of page fields nobody has updated yet."""

from math import ceil

from tansiq.engines.press.tree import (
    Block,
    Cell,
    Document,
    Heading,
    Inlines,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
    text_of,
    walk,
)

LINES = 46
"""Lines of body text on an A4 page."""
CHARACTERS = 92
"""Characters of body text on a line."""


def estimate(document: Document) -> dict[str, int]:
    """The page of every block by id, from 1; a cover is page 1."""
    return _Estimate(document).pages


class _Estimate:
    def __init__(self, document: Document) -> None:
        self.pages: dict[str, int] = {}
        self.page = 1
        self.used = 0.0
        self.notes = {note.id: sum(_lines(block.inlines) for block in note.blocks) * 0.8 for note in document.notes}
        if document.cover:
            self._turn()
        else:
            self.used = 4
        for block in document.blocks:
            self._place(block)
        for annex in document.annexes:
            self._turn()
            self.pages[annex.id] = self.page
            self.used = 2
            for block in annex.blocks:
                self._place(block)

    def _turn(self) -> None:
        self.page += 1
        self.used = 0

    def _place(self, block: Block) -> None:
        if isinstance(block, PageBreak):
            self._turn()
            self.pages[block.id] = self.page
            return
        height = _height(block) + sum(self.notes.get(getattr(node, "note", ""), 0) for _, node in walk(block))
        # A heading takes two lines of what follows with it; pictures do not break.
        needed = height + 2 if isinstance(block, Heading) else height if isinstance(block, Picture) else 1
        if self.used + needed > LINES:
            self._turn()
        self.pages[block.id] = self.page
        for _, node in walk(block):
            if getattr(node, "id", None):
                self.pages[node.id] = self.page  # type: ignore[attr-defined]
        self.used += height
        while self.used > LINES:
            self.page += 1
            self.used -= LINES


def _lines(inlines: Inlines | None, width: float = 1.0) -> int:
    return sum(max(1, ceil(len(line) / (CHARACTERS * width))) for line in text_of(inlines or ()).split("\n"))


def _height(block: Block) -> float:
    if isinstance(block, Heading):
        return _lines(block.inlines) + 1.2
    if isinstance(block, Paragraph):
        return _lines(block.inlines) + 0.6
    if isinstance(block, ListBlock):
        return sum(_lines(item.inlines, 0.94) + 0.3 + sum(_height(part) for part in item.blocks) for item in block.items)
    if isinstance(block, Table):
        return 3 + sum(_row(row, len(block.columns)) for row in (*block.header, *block.rows))
    if isinstance(block, Picture):
        return 18
    if isinstance(block, Quote):
        return 1 + (_lines(block.inlines, 0.9) if block.inlines else 0) + sum(_height(part) for part in block.blocks or ())
    return 2


def _row(row: Row, columns: int) -> float:
    return 0.4 + max((_cell(cell, columns) for cell in row.cells), default=1)


def _cell(cell: Cell, columns: int) -> float:
    if cell.inlines is not None:
        return _lines(cell.inlines, (cell.colspan or 1) / columns)
    return sum(_height(part) for part in cell.blocks or ())
