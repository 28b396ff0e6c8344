"""What stands around the text: cover, running lines, page numbers, the section."""

from lxml import etree

from tansiq.engines.press.labels import words_of
from tansiq.engines.press.tree import CoverLine, Inlines, Text
from tansiq.engines.press.writers.docx.blocks import BlockWriter
from tansiq.engines.press.writers.docx.inlines import InlineWriter, complex_field
from tansiq.engines.press.writers.docx.manuscript import Manuscript
from tansiq.engines.press.writers.docx.package import WORD, Part
from tansiq.engines.press.writers.docx.xml import el, serialized, val

A4 = {"w:w": "11906", "w:h": "16838"}
MARGIN = "1418"
"""2.5 cm in twips."""

_COVER_STYLES = {
    "title": "Title", "subtitle": "Subtitle", "addressed_to": "CoverAddressedTo", "body": "CoverBody", "authors": "CoverAuthors",
    "date": "CoverDate", "symbol": "CoverSymbol",
}
_COVER_DROP = 3600
"""Twips above the first line of the cover that is not the symbol."""


def write_front(writer: BlockWriter) -> None:
    """The cover on a page of its own; without one, title, subtitle and symbol at the head of the text."""
    document = writer.manuscript.document
    if document.cover is None:
        _write_lines(writer, _own_lines(writer.manuscript))
        return
    _write_lines(writer, document.cover.lines)
    writer.break_page()
    if all(line.role != "title" for line in document.cover.lines):
        _write_lines(writer, (CoverLine("title", (Text(document.title),)),))


def cover_drop(manuscript: Manuscript) -> dict[str, dict[str, int]]:
    """What the first line of the cover after the symbol asks of its style: room above it."""
    cover = manuscript.document.cover
    roles = [line.role for line in cover.lines if line.role != "symbol"] if cover else []
    # A style used twice on the cover would drop twice.
    return {_COVER_STYLES[roles[0]]: {"before": _COVER_DROP}} if roles and roles.count(roles[0]) == 1 and "title" in roles else {}


def _own_lines(manuscript: Manuscript) -> tuple[CoverLine, ...]:
    document = manuscript.document
    lines = (("symbol", document.symbol), ("title", document.title), ("subtitle", document.subtitle))
    return tuple(CoverLine(role, (Text(words),)) for role, words in lines if words)  # type: ignore[arg-type]


def _write_lines(writer: BlockWriter, lines: tuple[CoverLine, ...]) -> None:
    for line in lines:
        writer.put(_COVER_STYLES[line.role], writer.inlines.runs(line.inlines))


def section(manuscript: Manuscript) -> etree._Element:
    """The properties of the one section; makes the parts of the running lines (CT_SectPr: references first, `w:bidi` before the grid)."""
    running = manuscript.document.running
    header = running.header if running else None
    footer = running.footer if running else None
    references = [_reference(manuscript, "header", "default", header)] if header else []
    references.append(_reference(manuscript, "footer", "default", footer or ()))
    covered = manuscript.document.cover is not None
    if covered:
        references += [_reference(manuscript, "header", "first", None)] if header else []
        references.append(_reference(manuscript, "footer", "first", None))
    margins = {f"w:{side}": MARGIN for side in ("top", "right", "bottom", "left")} | {"w:header": "709", "w:footer": "709", "w:gutter": "0"}
    return el(
        "w:sectPr",
        None,
        *references,
        el("w:pgSz", A4),
        el("w:pgMar", margins),
        el("w:titlePg") if covered else None,
        el("w:bidi") if manuscript.rtl else None,
        el("w:docGrid", {"w:linePitch": "360"}),
    )


def _reference(manuscript: Manuscript, kind: str, which: str, inlines: Inlines | None) -> etree._Element:
    """Make the part of a running line (None: an empty one) and the reference to it."""
    part = manuscript.add(Part(f"/word/{kind}_{which}.xml", f"{WORD}.{kind}+xml"))
    style = kind.capitalize()
    bidi = el("w:bidi") if manuscript.rtl else None
    content: list[etree._Element] = []
    if inlines is None:
        style = "Normal"
    else:
        writer = InlineWriter(manuscript, part)
        content = writer.runs(inlines)
        if kind == "footer":
            content += [el("w:r", None, el("w:tab")), *_page_of_pages(writer)]
    paragraph = el("w:p", None, el("w:pPr", None, val("w:pStyle", style), bidi), *content)
    part.blob = serialized(el("w:hdr" if kind == "header" else "w:ftr", None, paragraph))
    relation = manuscript.body.relate(kind, part.name.removeprefix("/word/"))
    return el(f"w:{kind}Reference", {"w:type": which, "r:id": relation})


def _page_of_pages(writer: InlineWriter) -> list[etree._Element]:
    before, between, after = words_of(writer.manuscript.document.language).page
    total = str(max(writer.manuscript.pages.values(), default=1))
    return [
        *writer.plain(before),
        *complex_field("PAGE", writer.plain("1")),
        *writer.plain(between),
        *complex_field("NUMPAGES", writer.plain(total)),
        *(writer.plain(after) if after else []),
    ]
