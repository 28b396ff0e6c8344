"""A Word file of headings, paragraphs and tables of plain text in either direction: what the matrix and the responses need, no more.

Not for reports: those are press's. The same content gives the same bytes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from lxml import etree

from tansiq.engines.ooxml.content_types import ContentTypes
from tansiq.engines.ooxml.names import CONTENT_TYPES, NAMESPACES, WORD_MAIN, XML_SPACE, dc, r, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.safe_xml import serialized
from tansiq.engines.redline.report.matrix import writable
from tansiq.engines.redline.report.words import Words

_LONG, _SHORT, _MARGIN = 16838, 11906, 850
"""A4 and its margins in twips (a twentieth of a point)."""

_LEFT_TO_RIGHT = "A-Za-z\u00aa-\u02b8\u0370-\u0589\u1e00-\u1fff\u3040-\u9fff"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_STRONG = re.compile(f"[{_LEFT_TO_RIGHT}]|[{_RIGHT_TO_LEFT}]")
# European digits with what stands inside a number read left to right; so does a stretch from one Latin letter to the next.
_FORWARD = re.compile(f"[{_LEFT_TO_RIGHT}0-9](?:[^{_RIGHT_TO_LEFT}\n]*[{_LEFT_TO_RIGHT}0-9%])?")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `style` is "", "Title", "Heading1" or "Small".

    What is `quoted` from the document runs as its own letters do, all else as the language of the file does.
    """

    text: str
    bold: bool = False
    style: str = ""
    quoted: bool = False


Cell: TypeAlias = Sequence[Line]


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on each page. `widths` are shares of the width of the page."""

    head: Sequence[str]
    widths: Sequence[int]
    rows: Iterable[Sequence[Cell]] = field(default_factory=list)


def word_file(content: Iterable[Line | Table], *, words: Words, title: str, landscape: bool) -> bytes:
    """The .docx as bytes; pages are A4 and numbered, tables and paragraphs run as the language does."""
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    body = etree.Element(w("body"))
    for block in content:
        if isinstance(block, Line):
            body.append(_paragraph(block, rtl=words.right_to_left))
        else:
            body.append(_table(block, width - 2 * _MARGIN, rtl=words.right_to_left))
            # A table may not be the last thing before the section (ISO/IEC 29500-1, 17.2.2, as Word has it).
            body.append(_paragraph(Line(""), rtl=words.right_to_left))
    package = Package(name="report", blobs={}, types=ContentTypes(), relations={})
    package.relate("", type="officeDocument", target="word/document.xml")
    package.relate("", type="core-properties", target="docProps/core.xml")
    package.relate("word/document.xml", type="styles", target="word/styles.xml")
    footer = package.relate("word/document.xml", type="footer", target="word/footer1.xml")
    section = etree.SubElement(body, w("sectPr"))
    etree.SubElement(section, w("footerReference"), {w("type"): "default", r("id"): footer})
    size = {w("w"): str(width), w("h"): str(height)} | ({w("orient"): "landscape"} if landscape else {})
    etree.SubElement(section, w("pgSz"), size)
    sides = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN) | {"header": 500, "footer": 400, "gutter": 0}
    etree.SubElement(section, w("pgMar"), {w(side): str(twips) for side, twips in sides.items()})
    if words.right_to_left:
        etree.SubElement(section, w("bidi"))
    document = etree.Element(w("document"), nsmap={"w": NAMESPACES["w"], "r": NAMESPACES["r"]})
    document.append(body)
    package.add_part("word/document.xml", serialized(document), WORD_MAIN)
    package.add_part("word/styles.xml", serialized(_styles(words)), CONTENT_TYPES["styles"])
    package.add_part("word/footer1.xml", serialized(_footer(words)), CONTENT_TYPES["footer"])
    package.add_part("docProps/core.xml", serialized(_core(title)), CONTENT_TYPES["core-properties"])
    return package.write()


def is_right_to_left(text: str, *, otherwise: bool) -> bool:
    """Whether a paragraph runs right to left: as its first letter does (UAX #9, P2 and P3), without one as its surroundings."""
    found = _STRONG.search(text)
    return otherwise if found is None else bool(re.match(f"[{_RIGHT_TO_LEFT}]", found.group()))


def stretches(text: str, *, rtl: bool) -> list[tuple[str, bool]]:
    """The text cut into runs and whether each runs right to left; what is neither goes with the paragraph, `rtl` or not."""
    pattern = _FORWARD if rtl else re.compile(f"[{_RIGHT_TO_LEFT}](?:[^{_LEFT_TO_RIGHT}\n]*[{_RIGHT_TO_LEFT}])?")
    found: list[tuple[str, bool]] = []
    at = 0
    for match in pattern.finditer(text):
        found += [(text[at : match.start()], rtl), (match.group(), not rtl)]
        at = match.end()
    return [(piece, way) for piece, way in (*found, (text[at:], rtl)) if piece]


def _paragraph(line: Line, *, rtl: bool) -> etree._Element:
    paragraph = etree.Element(w("p"))
    text = writable(line.text)
    way = is_right_to_left(text, otherwise=rtl) if line.quoted else rtl
    properties = etree.SubElement(paragraph, w("pPr"))
    if line.style:
        etree.SubElement(properties, w("pStyle"), {w("val"): line.style})
    etree.SubElement(properties, w("bidi"), {} if way else {w("val"): "0"})
    for piece, backward in stretches(text, rtl=way):
        paragraph.append(_run(piece, bold=line.bold, rtl=backward))
    return paragraph


def _run(text: str, *, bold: bool, rtl: bool) -> etree._Element:
    run = etree.Element(w("r"))
    properties = etree.SubElement(run, w("rPr"))
    if bold:
        etree.SubElement(properties, w("b"))
        etree.SubElement(properties, w("bCs"))
    if rtl:
        etree.SubElement(properties, w("rtl"))
    for piece in re.split("([\n\t])", text):
        if piece in {"\n", "\t"}:
            etree.SubElement(run, w("br" if piece == "\n" else "tab"))
        elif piece:
            etree.SubElement(run, w("t"), {XML_SPACE: "preserve"}).text = piece
    return run


def _table(table: Table, width: int, *, rtl: bool) -> etree._Element:
    element = etree.Element(w("tbl"))
    properties = etree.SubElement(element, w("tblPr"))
    if rtl:
        etree.SubElement(properties, w("bidiVisual"))
    etree.SubElement(properties, w("tblW"), {w("w"): str(width), w("type"): "dxa"})
    borders = etree.SubElement(properties, w("tblBorders"))
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        etree.SubElement(borders, w(side), {w("val"): "single", w("sz"): "4", w("space"): "0", w("color"): "A6A6A6"})
    etree.SubElement(properties, w("tblLayout"), {w("type"): "fixed"})
    widths = [width * share // sum(table.widths) for share in table.widths]
    grid = etree.SubElement(element, w("tblGrid"))
    for each in widths:
        etree.SubElement(grid, w("gridCol"), {w("w"): str(each)})
    element.append(_row([[Line(head, bold=True)] for head in table.head], widths, head=True, rtl=rtl))
    for cells in table.rows:
        element.append(_row(cells, widths, head=False, rtl=rtl))
    return element


def _row(cells: Sequence[Cell], widths: Sequence[int], *, head: bool, rtl: bool) -> etree._Element:
    row = etree.Element(w("tr"))
    if head:
        properties = etree.SubElement(row, w("trPr"))
        etree.SubElement(properties, w("cantSplit"))
        etree.SubElement(properties, w("tblHeader"))
    for lines, width in zip(cells, widths, strict=True):
        cell = etree.SubElement(row, w("tc"))
        properties = etree.SubElement(cell, w("tcPr"))
        etree.SubElement(properties, w("tcW"), {w("w"): str(width), w("type"): "dxa"})
        if head:
            etree.SubElement(properties, w("shd"), {w("val"): "clear", w("color"): "auto", w("fill"): "D9E2F3"})
        for line in lines or [Line("")]:
            cell.append(_paragraph(replace(line, style=line.style or "Small"), rtl=rtl))
    return row


def _footer(words: Words) -> etree._Element:
    footer = etree.Element(w("ftr"), nsmap={"w": NAMESPACES["w"]})
    paragraph = etree.SubElement(footer, w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    etree.SubElement(properties, w("pStyle"), {w("val"): "Small"})
    etree.SubElement(properties, w("bidi"), {} if words.right_to_left else {w("val"): "0"})
    etree.SubElement(properties, w("jc"), {w("val"): "center"})
    for piece in re.split(r"(\{\w+\})", words.page_of):
        code = {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(piece)
        if code is None:
            paragraph.append(_run(piece, bold=False, rtl=words.right_to_left))
        else:
            field_ = etree.SubElement(paragraph, w("fldSimple"), {w("instr"): f" {code} "})
            field_.append(_run("1", bold=False, rtl=False))
    return footer


def _styles(words: Words) -> etree._Element:
    styles = etree.Element(w("styles"), nsmap={"w": NAMESPACES["w"]})
    defaults = etree.SubElement(etree.SubElement(styles, w("docDefaults")), w("rPrDefault"))
    properties = etree.SubElement(defaults, w("rPr"))
    etree.SubElement(properties, w("rFonts"), {w("ascii"): "Calibri", w("hAnsi"): "Calibri", w("cs"): "Arial"})
    _size(properties, 20)
    latin = words.language if not words.right_to_left else "en"
    etree.SubElement(properties, w("lang"), {w("val"): latin, w("bidi"): "ar"})
    for name, based, size, after, bold in (
        ("Normal", "", 20, 80, False), ("Title", "Normal", 32, 120, True), ("Heading1", "Normal", 24, 80, True),
        ("Small", "Normal", 16, 20, False),
    ):
        style = etree.SubElement(styles, w("style"), {w("type"): "paragraph", w("styleId"): name})
        if not based:
            style.set(w("default"), "1")
        etree.SubElement(style, w("name"), {w("val"): "heading 1" if name == "Heading1" else name})
        if based:
            etree.SubElement(style, w("basedOn"), {w("val"): based})
        etree.SubElement(etree.SubElement(style, w("pPr")), w("spacing"), {w("before"): "0", w("after"): str(after)})
        letters = etree.SubElement(style, w("rPr"))
        if bold:
            etree.SubElement(letters, w("b"))
            etree.SubElement(letters, w("bCs"))
        _size(letters, size)
    return styles


def _size(properties: etree._Element, half_points: int) -> None:
    for tag in ("sz", "szCs"):
        etree.SubElement(properties, w(tag), {w("val"): str(half_points)})


def _core(title: str) -> etree._Element:
    root = etree.Element(f"{{{NAMESPACES['cp']}}}coreProperties", nsmap={"cp": NAMESPACES["cp"], "dc": NAMESPACES["dc"]})
    etree.SubElement(root, dc("title")).text = writable(title)
    return root
