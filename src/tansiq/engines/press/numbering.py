"""Numbers in the tree: headings, paragraphs, items of lists, tables and figures. Writers print what stands here and compute nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, TypeVar, cast

from tansiq.engines.press.ordinals import list_label, roman
from tansiq.engines.press.tree import (
    Block,
    Blocks,
    Cell,
    Document,
    Heading,
    Item,
    ListBlock,
    Node,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
    text_of,
)

B = TypeVar("B", bound=Node)
HeadingStyle: TypeAlias = Literal["roman", "letter", "decimal", "compound", "lower_letter", "none"]


@dataclass(frozen=True)
class NumberingScheme:
    """How a document is numbered: a style for each level of heading (none below the last), and whether paragraphs are."""

    headings: tuple[HeadingStyle, ...]
    paragraphs: bool


REPORT = NumberingScheme(headings=("roman",), paragraphs=False)
"""A progress report: I., II., III. on the first level and nothing else."""

UNITED_NATIONS = NumberingScheme(headings=("roman", "letter", "decimal", "lower_letter"), paragraphs=True)
"""A document of a United Nations body: I., A., 1., (a), and paragraphs numbered through (Editorial Manual, "Headings", "Paragraphs")."""

DECIMAL = NumberingScheme(headings=("compound",) * 6, paragraphs=False)
"""A study: 1., 1.1, 1.1.1."""

_ARABIC_FIRST = (
    "أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً", "حادي عشر", "ثاني عشر", "ثالث عشر",
    "رابع عشر", "خامس عشر", "سادس عشر", "سابع عشر", "ثامن عشر", "تاسع عشر", "عشرون",
)
_ARABIC_LETTERS = (
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون", "سين", "عين", "فاء", "صاد", "قاف",
    "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد", "ظاء", "غين",
)


def number_tree(document: Document, scheme: NumberingScheme = REPORT) -> Document:
    """The same document with every number and label set anew by `scheme`, in the manner of its language.

    Paragraphs of the body count from 1 and again from 1 in each annex; tables and figures with a caption count through the document;
    items of ordered lists are labelled (a), (i), 1. in English, a), i), 1. in French and in abjad order in Arabic. Paragraphs inside
    lists, quotations, cells and notes have no number. Numbering twice changes nothing.
    """
    run = _Numbering(document.language, scheme)
    blocks = run.body(document.blocks)
    annexes = tuple(replace(annex, blocks=run.body(annex.blocks)) for annex in document.annexes)
    return replace(document, blocks=blocks, annexes=annexes)


def heading_number(counts: tuple[int, ...], style: HeadingStyle, language: str) -> str | None:
    """The number of a heading as printed; `counts` holds one count a level, the heading's own last."""
    own = counts[-1]
    arabic = language.split("-", 1)[0].lower() == "ar"
    if style == "none":
        return None
    if style == "compound":
        # An annex begins at level 2: the level above it, its title, has no count.
        counted = [str(count) for count in counts if count]
        return ".".join(counted) + ("." if len(counted) == 1 else "")
    if style == "decimal":
        return f"{own} -" if arabic else f"{own}."
    if style == "lower_letter":
        return list_label(own, _labelled(language))
    if arabic:
        words = _ARABIC_FIRST if style == "roman" else _ARABIC_LETTERS
        return f"{words[own - 1] if own <= len(words) else own} -"
    return f"{roman(own)}." if style == "roman" else f"{_letters(own).upper()}."


def item_label(count: int, depth: int, language: str) -> str:
    """The label of item `count` of an ordered list that stands inside `depth` other ordered lists."""
    language = _labelled(language)
    if depth == 0:
        return list_label(count, language)
    if depth == 1:
        return {"en": f"({roman(count).lower()})", "fr": f"{roman(count).lower()})", "ar": f"({count})"}[language]
    return f"{count}." if depth == 2 else f"{_letters(count)}."


def _letters(count: int) -> str:
    return list_label(count, "fr").rstrip(")")


def _labelled(language: str) -> str:
    """Languages without a custom of their own are labelled as in English."""
    base = language.split("-", 1)[0].lower()
    return base if base in ("en", "fr", "ar") else "en"


class _Numbering:
    """The counts of one document while its blocks are read in order."""

    def __init__(self, language: str, scheme: NumberingScheme) -> None:
        self.language = language
        self.scheme = scheme
        self.tables = 0
        self.pictures = 0
        self.paragraphs = 0
        self.levels: list[int] = []

    def body(self, blocks: Blocks) -> Blocks:
        self.paragraphs = 0
        self.levels = []
        return tuple(self._top(block) for block in blocks)

    def _top(self, block: Block) -> Block:
        if isinstance(block, Heading):
            return replace(block, number=self._heading(block.level))
        if isinstance(block, Paragraph) and self.scheme.paragraphs:
            self.paragraphs += 1
            return replace(block, number=self.paragraphs)
        return self._inner(block)

    def _heading(self, level: int) -> str | None:
        self.levels = (self.levels + [0] * level)[:level]
        self.levels[-1] += 1
        styles = self.scheme.headings
        if level > len(styles):
            return None
        return heading_number(tuple(self.levels), styles[level - 1], self.language)

    def _inner(self, block: B) -> B:
        change = _CHANGES.get(type(block))
        return cast(B, change(self, block)) if change else block

    def paragraph(self, block: Paragraph) -> Paragraph:
        return replace(block, number=None)

    def quote(self, block: Quote) -> Quote:
        return replace(block, blocks=self._inside(block.blocks)) if block.blocks else block

    def picture(self, block: Picture) -> Picture:
        if not text_of(block.caption).strip():
            return replace(block, number=None)
        self.pictures += 1
        return replace(block, number=self.pictures)

    def table(self, block: Table) -> Table:
        number = None
        if text_of(block.caption).strip():
            self.tables += 1
            number = self.tables
        return replace(block, number=number, header=self._rows(block.header), rows=self._rows(block.rows))

    def _rows(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(Row(cells=tuple(self._cell(cell) for cell in row.cells)) for row in rows)

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, blocks=self._inside(cell.blocks)) if cell.blocks else cell

    def _inside(self, blocks: tuple[B, ...]) -> tuple[B, ...]:
        return tuple(self._inner(block) for block in blocks)

    def list_block(self, block: ListBlock, depth: int = 0) -> ListBlock:
        ordered = block.kind == "ordered"
        items = []
        for count, item in enumerate(block.items, start=1):
            label = item_label(count, depth, self.language) if ordered else None
            items.append(self._item(replace(item, label=label), depth + ordered))
        return replace(block, items=tuple(items))

    def _item(self, item: Item, depth: int) -> Item:
        inside = [self.list_block(part, depth) if isinstance(part, ListBlock) else self.paragraph(part) for part in item.blocks]
        return replace(item, blocks=tuple(inside))


_CHANGES = cast(
    dict[type[Node], Callable[[_Numbering, Node], Node]],
    {
        Paragraph: _Numbering.paragraph,
        Quote: _Numbering.quote,
        Picture: _Numbering.picture,
        Table: _Numbering.table,
        ListBlock: _Numbering.list_block,
    },
)
