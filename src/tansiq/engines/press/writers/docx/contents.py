"""The table of contents as a field whose entries stand written: headings and titles of annexes, with their pages as fields.

The field is not marked dirty and `updateFields` is not set: Word would ask a question at every opening. Page numbers are the estimate of
pagination.py until the reader updates the field; LibreOffice counts them itself.
"""

from collections.abc import Iterator

from lxml import etree

from tansiq.engines.press.tree import Blocks, Document, Heading, Inlines, text_of
from tansiq.engines.press.writers.docx.anchors import bookmark_name
from tansiq.engines.press.writers.docx.inlines import InlineWriter, complex_field, field_end, field_start
from tansiq.engines.press.writers.docx.manuscript import Manuscript
from tansiq.engines.press.writers.docx.xml import el


def headings(document: Document) -> Iterator[tuple[str, int, str | None, Inlines]]:
    """Id, level, number and title of every heading, the titles of annexes among them."""

    def inside(blocks: Blocks) -> Iterator[tuple[str, int, str | None, Inlines]]:
        for block in blocks:
            if isinstance(block, Heading):
                yield block.id, block.level, block.number, block.inlines

    yield from inside(document.blocks)
    for annex in document.annexes:
        yield annex.id, 1, None, annex.title
        yield from inside(annex.blocks)


def contents_paragraphs(manuscript: Manuscript, inlines: InlineWriter, levels: int) -> list[tuple[str, list[etree._Element]]]:
    """(style, content) of the paragraphs of the field; one empty paragraph when there is no heading."""
    listed = [entry for entry in headings(manuscript.document) if entry[1] <= levels]
    paragraphs = [(f"TOC{entry[1]}", [_entry(manuscript, inlines, entry)]) for entry in listed] or [("TOC1", [])]
    paragraphs[0] = (paragraphs[0][0], [*field_start(f'TOC \\o "1-{levels}" \\h \\z \\u'), *paragraphs[0][1]])
    paragraphs[-1] = (paragraphs[-1][0], [*paragraphs[-1][1], field_end()])
    return paragraphs


def _entry(manuscript: Manuscript, inlines: InlineWriter, entry: tuple[str, int, str | None, Inlines]) -> etree._Element:
    identifier, _level, number, title = entry
    name = bookmark_name(identifier, "block")
    words = inlines.plain(text_of(title).replace("\n", " "))
    gap = inlines.plain("\u00a0") if manuscript.rtl else [_tab()]
    lead = [*inlines.plain(number), *gap] if number else []
    page = complex_field(f"PAGEREF {name} \\h", inlines.plain(str(manuscript.pages.get(identifier, 1))))
    return el("w:hyperlink", {"w:anchor": name, "w:history": "1"}, *lead, *words, _tab(), *page)


def _tab() -> etree._Element:
    return el("w:r", None, el("w:tab"))
