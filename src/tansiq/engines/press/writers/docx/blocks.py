"""Blocks to paragraphs and tables of one story. Every kind of block has its method; another raises UnknownNode."""

from collections.abc import Callable, Iterable
from typing import Any

from lxml import etree

from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.labels import caption_label
from tansiq.engines.press.tree import (
    Annex,
    Block,
    Contents,
    Heading,
    Inlines,
    ListBlock,
    Node,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from tansiq.engines.press.writers.docx.anchors import bookmark_name
from tansiq.engines.press.writers.docx.contents import contents_paragraphs
from tansiq.engines.press.writers.docx.drawing import drawing_run
from tansiq.engines.press.writers.docx.inlines import InlineWriter, complex_field
from tansiq.engines.press.writers.docx.manuscript import Manuscript, Story
from tansiq.engines.press.writers.docx.styles import TEXT_WIDTH
from tansiq.engines.press.writers.docx.tables import table_element
from tansiq.engines.press.writers.docx.xml import el, val

BLOCK_MARK = "tansiq-block"
"""A passing attribute on paragraphs: the id of their block; map.py takes it off."""

Elements = list[etree._Element]


class BlockWriter:
    """Writes the blocks of one story in order. `width` is what stands open between the margins or in the cell, in twips."""

    def __init__(self, manuscript: Manuscript, story: Story, *, width: int = TEXT_WIDTH, styles: tuple[str, str] | None = None) -> None:
        self.manuscript = manuscript
        self.story = story
        self.width = width
        self.inlines = InlineWriter(manuscript, story.part)
        self.paragraph_style, self.quote_style = styles or ("BodyText", "Quote")
        self.in_cell = self.paragraph_style.startswith("Table")
        self._breaks = False
        self._waiting: list[str] = []

    def write(self, blocks: Iterable[Block]) -> None:
        """Append the blocks to the story."""
        for block in blocks:
            write = _KINDS.get(type(block))
            if write is None:
                raise UnknownNode(block, "docx")
            write(self, block)

    def annex(self, annex: Annex) -> None:
        """An annex on a page of its own."""
        self.put("AnnexTitle", self._titled(annex, None, annex.title), annex.id)
        self.write(annex.blocks)

    def break_page(self) -> None:
        """What follows begins on a new page."""
        self._breaks = True

    def finish(self) -> None:
        """Write the page break nothing followed."""
        if self._breaks:
            self.put("Normal", [])

    def put(self, style: str, content: Elements, block: str | None = None, properties: Elements | None = None) -> etree._Element:
        """Append a paragraph. `properties` stand in the order of CT_PPr, between the style and the direction."""
        breaks, self._breaks = self._breaks, False
        before, after = _split(properties or [])
        paragraph = el(
            "w:p",
            None,
            el(
                "w:pPr", None, val("w:pStyle", style), el("w:pageBreakBefore") if breaks else None, *before,
                el("w:bidi") if self.manuscript.rtl else None, *after,
            ),
            *self._anchored(content, block),
        )
        if block:
            paragraph.set(BLOCK_MARK, block)
        self.story.blocks.append(paragraph)
        return paragraph

    def _anchored(self, content: Elements, block: str | None) -> Elements:
        """The content inside the bookmarks of its block and of what waited for a paragraph, as far as anything points there."""
        waiting, self._waiting = self._waiting, []
        for name in [block, *waiting] if block else waiting:
            if name in self.manuscript.referred | self.manuscript.listed:
                content = self.manuscript.bookmarks.around(bookmark_name(name, "block"), content)
        return content

    def _heading(self, block: Heading) -> None:
        self.put(f"Heading{block.level}", self._titled(block, block.number, block.inlines), block.id)

    def _titled(self, node: Heading | Annex, number: str | None, title: Inlines) -> Elements:
        words = self._refer(node.id, "title", self.inlines.runs(title))
        if not number:
            return words
        # Arabic numbers of headings are words: they take no tab stop.
        gap = self.inlines.plain("\u00a0") if self.manuscript.rtl else [el("w:r", None, el("w:tab"))]
        mark = number[len(number.removesuffix("-").rstrip(" .")) :]
        digits = self._refer(node.id, "number", self.inlines.plain(number.removesuffix(mark) if mark else number))
        return [*digits, *(self.inlines.plain(mark) if mark else []), *gap, *words]

    def _refer(self, block: str, role: str, content: Elements) -> Elements:
        if block not in self.manuscript.referred:
            return content
        return self.manuscript.bookmarks.around(bookmark_name(block, role), content)

    def _paragraph(self, block: Paragraph) -> None:
        content = self.inlines.runs(block.inlines)
        if block.number is None:
            self.put(self.paragraph_style, content, block.id)
            return
        number = self._refer(block.id, "number", self.inlines.plain(str(block.number)))
        self.put("NumberedParagraph", [*number, *self.inlines.plain("."), el("w:r", None, el("w:tab")), *content], block.id)

    def _list_block(self, block: ListBlock, level: int = 0, depth: int = 0) -> None:
        self._waiting.append(block.id)
        ordered = block.kind == "ordered"
        instances = self.manuscript.lists.instances(block, level, depth)
        for item, instance in zip(block.items, instances, strict=True):
            numbering = el("w:numPr", None, val("w:ilvl", level), val("w:numId", instance))
            style = self._list_style("ListNumber" if ordered else "ListBullet", level)
            self.put(style, self.inlines.runs(item.inlines), item.id, [numbering])
            for part in item.blocks:
                if isinstance(part, ListBlock):
                    self._list_block(part, level + 1, depth + ordered)
                else:
                    self.put(self._list_style("ListContinue", level), self.inlines.runs(part.inlines), part.id)

    def _list_style(self, style: str, level: int) -> str:
        if self.in_cell:
            return self.paragraph_style
        return f"{style}{level + 1}" if level else style

    def _table(self, block: Table) -> None:
        if block.caption:
            self.put("Caption", self._caption(block, block.caption), block.id)
        elif self._breaks:
            self.put("AfterTable", [], block.id)
        else:
            self._waiting.append(block.id)
        self.story.blocks.append(table_element(self.manuscript, self.story, block, self.width, type(self)))
        if block.source:
            self.put("Source", self.inlines.runs(block.source))
        else:
            # Two tables that touch become one in Word, and a story may not end with a table.
            self.put("AfterTable", [])

    def _caption(self, node: Table | Picture, caption: Inlines) -> Elements:
        words = self._refer(node.id, "title", self.inlines.runs(caption))
        label = caption_label(node, self.manuscript.document.language)
        if not label:
            return words
        word = label.removesuffix(str(node.number))
        name = "Table" if isinstance(node, Table) else "Figure"
        number = complex_field(f"SEQ {name} \\* ARABIC", self.inlines.plain(str(node.number)))
        return [*self._refer(node.id, "number", [*self.inlines.plain(word), *number]), *self.inlines.plain(". "), *words]

    def _picture(self, block: Picture) -> None:
        drawing = drawing_run(self.manuscript, self.story.part, block, self.width)
        keep = [] if block.caption or block.source else [val("w:keepNext", 0)]
        self.put("Figure", [drawing], block.id, keep)
        if block.caption:
            self.put("FigureCaption", self._caption(block, block.caption))
        if block.source:
            self.put("Source", self.inlines.runs(block.source))

    def _quote(self, block: Quote) -> None:
        if block.inlines is not None:
            self.put(self.quote_style, self.inlines.runs(block.inlines), block.id)
        inner = BlockWriter(self.manuscript, self.story, width=self.width, styles=(self.quote_style, self.quote_style))
        if block.blocks:
            inner._breaks, self._breaks = self._breaks, False
            inner._waiting, self._waiting = [*self._waiting, block.id], []
        inner.write(block.blocks or ())
        if block.source:
            self.put(self.paragraph_style if self.in_cell else "QuoteSource", [*self.inlines.plain("— "), *self.inlines.runs(block.source)])

    def _page_break(self, block: PageBreak) -> None:
        self.break_page()
        self._waiting.append(block.id)

    def _contents(self, block: Contents) -> None:
        self.put("TOCHeading", self.inlines.runs(block.title), block.id)
        for style, content in contents_paragraphs(self.manuscript, self.inlines, block.levels):
            self.put(style, content)


_KINDS: dict[type[Node], Callable[[BlockWriter, Any], None]] = {
    Heading: BlockWriter._heading,
    Paragraph: BlockWriter._paragraph,
    ListBlock: BlockWriter._list_block,
    Table: BlockWriter._table,
    Picture: BlockWriter._picture,
    Quote: BlockWriter._quote,
    PageBreak: BlockWriter._page_break,
    Contents: BlockWriter._contents,
}


def _split(properties: Elements) -> tuple[Elements, Elements]:
    """What CT_PPr wants before `w:bidi`, and what after it."""
    early = {"keepNext", "numPr", "tabs"}
    before = [element for element in properties if etree.QName(element).localname in early]
    return before, [element for element in properties if etree.QName(element).localname not in early]
