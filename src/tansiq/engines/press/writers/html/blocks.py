"""Blocks to markup: every kind has its function, another raises UnknownNode."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.labels import caption_label, words_of
from tansiq.engines.press.numbering import item_label
from tansiq.engines.press.pictures import pixel_size
from tansiq.engines.press.tree import (
    Annex,
    Block,
    Cell,
    Contents,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Node,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
    text_of,
)
from tansiq.engines.press.writers.html.inlines import InlineWriter
from tansiq.engines.press.writers.html.markup import classes, joined, tag, text

WIDTH_STEPS = 20
"""Column widths are classes w1 to w20, each a twentieth: a strict content policy forbids style attributes."""


class BlockWriter:
    """Writes the blocks of one document. `title_level` is the level of the heading that holds its title."""

    def __init__(self, inlines: InlineWriter, title_level: int) -> None:
        self.inlines = inlines
        self.document = inlines.document
        self.words = words_of(self.document.language)
        self.title_level = title_level

    def write(self, blocks: Iterable[Block]) -> str:
        """The markup of blocks in order."""
        return joined(self._one(block) for block in blocks)

    def _one(self, block: Block) -> str:
        write = _KINDS.get(type(block))
        if write is None:
            raise UnknownNode(block, "html")
        return write(self, block)

    def heading_tag(self, level: int, attributes: dict[str, str | None], content: str) -> str:
        """A heading `level` steps below the title; HTML ends at h6, ARIA does not."""
        depth = self.title_level + level
        if depth <= 6:
            return tag(f"h{depth}", attributes, content)
        return tag("p", {**attributes, "role": "heading", "aria-level": str(depth)}, content)

    def annex(self, annex: Annex) -> str:
        """An annex as a section of its own."""
        title = self.heading_tag(1, {"id": annex.id}, self.inlines.write(annex.title))
        attributes = {"class": "annex", "role": "doc-appendix", "aria-labelledby": annex.id}
        return tag("section", attributes, title, "\n", self.write(annex.blocks))

    def notes(self) -> str:
        """The footnotes with links back to where they are called, in the order of their calls."""
        if not self.document.notes:
            return ""
        numbers = self.inlines.note_numbers
        items = [self._note(note, numbers[note.id]) for note in sorted(self.document.notes, key=lambda note: numbers[note.id])]
        title = self.heading_tag(1, {"id": "-notes"}, text(self.words.notes))
        attributes = {"class": "notes", "role": "doc-endnotes", "aria-labelledby": "-notes"}
        return tag("section", attributes, title, "\n", tag("ol", {"class": "labelled", "role": "list"}, *items))

    def _note(self, note: Note, number: int) -> str:
        back = tag("a", {"href": f"#-ref-{note.id}", "role": "doc-backlink", "aria-label": f"{self.words.back} ({number})"}, "↑")
        paragraphs = [self.inlines.write(block.inlines) for block in note.blocks]
        ids = [block.id for block in note.blocks]
        paragraphs[-1] += f" {back}"
        body = [tag("p", {"id": name}, content) for name, content in zip(ids, paragraphs, strict=True)]
        return tag("li", {"id": note.id}, tag("span", {"class": "label"}, f"{number}."), " ", *body)

    def _heading(self, block: Heading) -> str:
        return self.heading_tag(block.level, {"id": block.id}, _number(block.number) + self.inlines.write(block.inlines))

    def _paragraph(self, block: Paragraph) -> str:
        number = None if block.number is None else f"{block.number}."
        name = {"id": block.id, "class": "numbered" if number else None}
        return tag("p", name, _number(number) + self.inlines.write(block.inlines))

    def _list(self, block: ListBlock, depth: int = 0) -> str:
        ordered = block.kind == "ordered"
        items = "".join(self._item(item, count, depth, ordered=ordered) for count, item in enumerate(block.items, start=1))
        name = {"id": block.id}
        # Without its marker a list is none to some browsers: the role says it again.
        return tag("ol", {**name, "class": "labelled", "role": "list"}, items) if ordered else tag("ul", name, items)

    def _item(self, item: Item, count: int, depth: int, *, ordered: bool) -> str:
        label = item.label or item_label(count, depth, self.document.language)
        mark = tag("span", {"class": "label"}, text(label)) + " " if ordered else ""
        inside = [self._list(part, depth + ordered) if isinstance(part, ListBlock) else self._one(part) for part in item.blocks]
        return tag("li", {"id": item.id}, mark, self.inlines.write(item.inlines), *inside)

    def _table(self, block: Table) -> str:
        caption = self._caption(block, block.caption)
        table = tag(
            "table",
            None,
            tag("caption", None, caption) if caption else "",
            tag("colgroup", None, *_columns(block)),
            tag("thead", None, *self._rows(block, block.header, header=True)) if block.header else "",
            tag("tbody", None, *self._rows(block, block.rows, header=False)),
        )
        label = text_of(block.caption).replace("\n", " ").strip() or self.words.table
        scroll = tag("div", {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": label}, table)
        return tag("div", {"class": "table", "id": block.id}, scroll, self._source(block.source))

    def _caption(self, node: Table | Picture, caption: Inlines) -> str:
        label = caption_label(node, self.document.language)
        return (tag("span", {"class": "label"}, text(f"{label}.")) + " " if label else "") + self.inlines.write(caption)

    def _source(self, source: Inlines | None) -> str:
        return tag("p", {"class": "source"}, self.inlines.write(source)) if source else ""

    def _rows(self, table: Table, rows: tuple[Row, ...], *, header: bool) -> Iterator[str]:
        taken: set[tuple[int, int]] = set()
        for y, row in enumerate(rows):
            cells = []
            for cell in row.cells:
                column = next(x for x in range(len(table.columns)) if (y, x) not in taken)
                across, down = cell.colspan or 1, cell.rowspan or 1
                taken |= {(y + dy, column + dx) for dy in range(down) for dx in range(across)}
                cells.append(self._cell(cell, table.columns[column].align, header=header))
            yield tag("tr", None, *cells)

    def _cell(self, cell: Cell, align: str | None, *, header: bool) -> str:
        content = self.inlines.write(cell.inlines) if cell.inlines is not None else self.write(cell.blocks or ())
        attributes = {
            "scope": "col" if header else "row",
            "class": classes(f"align-{align}" if align in ("center", "end") else None),
            "colspan": _span(cell.colspan),
            "rowspan": _span(cell.rowspan),
        }
        # An empty head names nothing.
        if content and (header or cell.header):
            return tag("th", attributes, content)
        return tag("td", {**attributes, "scope": None}, content)

    def _picture(self, block: Picture) -> str:
        width, height = pixel_size(block.data, block.media_type)
        address = f"data:{block.media_type};base64,{block.data}"
        image = tag("img", {"src": address, "alt": block.alternative, "width": str(width), "height": str(height)})
        caption = self._caption(block, block.caption)
        return tag("figure", {"id": block.id}, image, tag("figcaption", None, caption) if caption else "", self._source(block.source))

    def _quote(self, block: Quote) -> str:
        content = tag("p", None, self.inlines.write(block.inlines)) if block.inlines is not None else self.write(block.blocks or ())
        source = tag("p", {"class": "quote-source"}, "— ", self.inlines.write(block.source)) if block.source else ""
        return tag("figure", {"class": "quote", "id": block.id}, tag("blockquote", None, content), source)

    def _page_break(self, block: PageBreak) -> str:
        return tag("div", {"class": "page-break", "id": block.id})

    def _contents(self, block: Contents) -> str:
        title = self.heading_tag(1, {"id": f"-{block.id}"}, self.inlines.write(block.title))
        entries = [entry for entry in self._headings() if entry[0] <= block.levels]
        listing = _nested(entries, 1)
        return tag("nav", {"class": "contents", "role": "doc-toc", "id": block.id, "aria-labelledby": f"-{block.id}"}, title, listing)

    def _headings(self) -> Iterator[tuple[int, str]]:
        for block in self.document.blocks:
            if isinstance(block, Heading):
                yield block.level, _entry(block.id, block.number, block.inlines)
        for annex in self.document.annexes:
            yield 1, _entry(annex.id, None, annex.title)
            yield from ((part.level, _entry(part.id, part.number, part.inlines)) for part in annex.blocks if isinstance(part, Heading))


_KINDS: dict[type[Node], Callable[[BlockWriter, Any], str]] = {
    Heading: BlockWriter._heading,
    Paragraph: BlockWriter._paragraph,
    ListBlock: BlockWriter._list,
    Table: BlockWriter._table,
    Picture: BlockWriter._picture,
    Quote: BlockWriter._quote,
    PageBreak: BlockWriter._page_break,
    Contents: BlockWriter._contents,
}


def _number(number: str | None) -> str:
    return tag("span", {"class": "number"}, text(number)) + " " if number else ""


def _entry(identifier: str, number: str | None, title: Inlines) -> str:
    return tag("a", {"href": f"#{identifier}"}, _number(number) + text(text_of(title).replace("\n", " ")))


def _nested(entries: list[tuple[int, str]], level: int) -> str:
    """Entries (level, markup) as lists in lists; levels never skip."""
    items: list[str] = []
    inner: list[tuple[int, str]] = []
    for depth, entry in [*entries, (level, "")]:
        if depth > level:
            inner.append((depth, entry))
            continue
        if inner:
            items[-1] += _nested(inner, level + 1)
            inner = []
        if entry:
            items.append(entry)
    return tag("ol", {"role": "list"}, *[tag("li", None, item) for item in items]) if items else ""


def _columns(table: Table) -> list[str]:
    weights = [column.width or 1.0 for column in table.columns]
    if all(column.width is None for column in table.columns):
        return [tag("col") for _ in weights]
    return [tag("col", {"class": f"w{max(1, round(WIDTH_STEPS * weight / sum(weights)))}"}) for weight in weights]


def _span(span: int | None) -> str | None:
    return str(span) if span and span > 1 else None
