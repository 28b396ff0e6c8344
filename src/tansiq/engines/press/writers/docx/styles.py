"""The styles of a report as data, and the styles part made of them. Sober: one serif face, rules, no colour but of links.

Times New Roman in every script: it is the one serif with Latin and Arabic letters on every Word machine (Traditional and Simplified
Arabic are an optional download since Windows 10), and Liberation Serif has its widths where LibreOffice runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from tansiq.engines.press.writers.docx.xml import el, val

FONT = "Times New Roman"
ARABIC_STEP = 2
"""Arabic letters of Times New Roman look smaller than Latin ones of the same size: points added to the `cs` size."""

TEXT_WIDTH = 9070
"""Twips between the margins: A4, 210 mm wide, less 2.5 cm on both sides."""
NUMBER_WIDTH = 567
"""Twips from the number of a heading or paragraph to its text: 1 cm."""
LIST_STEP = 510
"""Twips by which a list, and each list inside it, is set in."""
CENTERED_LABEL = 290
"""Twips from the text of an item back to the middle of its label, where labels are centred."""


@dataclass(frozen=True)
class Style:
    """One style. Sizes in points; spacing, indents and tabs in twips; `start` and `end` follow the direction of the paragraph."""

    id: str
    name: str
    kind: str = "paragraph"
    based_on: str | None = "Normal"
    next: str | None = None
    link: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    bold_arabic: bool | None = None
    color: str | None = None
    underline: bool = False
    superscript: bool = False
    before: int | None = None
    after: int | None = None
    line: int | None = None
    start: int | None = None
    end: int | None = None
    hanging: int | None = None
    align: str | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    contextual: bool = False
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    rule: str | None = None
    tabs: tuple[tuple[str, int, str], ...] = ()
    quick: bool = True


def _headings() -> list[Style]:
    looks = ((14.0, True, False, 360, 120), (12.0, True, False, 280, 100), (11.0, True, True, 220, 80), (11.0, False, True, 200, 80))
    styles = []
    for level in range(1, 7):
        size, bold, italic, before, after = looks[min(level, 4) - 1]
        styles.append(
            Style(f"Heading{level}", f"heading {level}", next="BodyText", size=size, bold=bold, italic=italic, bold_arabic=True,
                  before=before, after=after, keep_next=True, keep_lines=True, outline=level - 1)
        )
    return styles


def _contents() -> list[Style]:
    leader = (("right", TEXT_WIDTH, "dot"),)
    entries = []
    for level in range(1, 7):
        start = 284 * (level - 1)
        entries.append(
            Style(f"TOC{level}", f"toc {level}", next="Normal", bold=level == 1 or None, before=120 if level == 1 else 0, after=40,
                  start=start + NUMBER_WIDTH, hanging=NUMBER_WIDTH, tabs=(("left", start + NUMBER_WIDTH, "none"), *leader), quick=False)
        )
    return [Style("TOCHeading", "TOC Heading", next="BodyText", size=14, bold=True, after=160, before=0, keep_next=True), *entries]


def _lists() -> list[Style]:
    styles = []
    for level in range(1, 5):
        suffix = f" {level}" if level > 1 else ""
        start = LIST_STEP * level
        look = {"after": 140, "line": 264, "contextual": True, "start": start, "hanging": LIST_STEP}
        styles.append(Style(f"ListBullet{level if level > 1 else ''}", f"List Bullet{suffix}", numbering=(1, level - 1), **look))  # type: ignore[arg-type]
        styles.append(Style(f"ListNumber{level if level > 1 else ''}", f"List Number{suffix}", **look))  # type: ignore[arg-type]
        styles.append(
            Style(f"ListContinue{level if level > 1 else ''}", f"List Continue{suffix}", after=140, line=264, contextual=True, start=start)
        )
    return styles


def _cover() -> list[Style]:
    line = {"next": "BodyText", "before": 0, "after": 120}
    return [
        Style("Title", "Title", size=24, bold=True, before=0, after=120, keep_next=True, keep_lines=True, next="Subtitle"),
        Style("Subtitle", "Subtitle", size=15, before=0, after=280, keep_lines=True, next="BodyText", rule="bottom"),
        Style("CoverSymbol", "Cover Symbol", size=11, align="right", **line),  # type: ignore[arg-type]
        Style("CoverAddressedTo", "Cover Addressed To", size=13, italic=True, **line),  # type: ignore[arg-type]
        Style("CoverBody", "Cover Body", size=14, bold=True, **line),  # type: ignore[arg-type]
        Style("CoverAuthors", "Cover Authors", size=12, **line),  # type: ignore[arg-type]
        Style("CoverDate", "Cover Date", size=11, **line),  # type: ignore[arg-type]
    ]


STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", based_on=None, size=11),
    Style("BodyText", "Body Text", after=140, line=264),
    Style("NumberedParagraph", "Numbered Paragraph", based_on="BodyText", tabs=(("left", NUMBER_WIDTH, "none"),)),
    *_headings(),
    Style("AnnexTitle", "Annex Title", based_on="Heading1", next="BodyText", start=0, hanging=0, page_break=True),
    *_cover(),
    *_lists(),
    *_contents(),
    Style("Quote", "Quote", next="BodyText", italic=True, before=80, after=140, start=567, end=567),
    Style("QuoteSource", "Quote Source", next="BodyText", size=10, after=140, start=567, end=567),
    Style("Caption", "caption", next="BodyText", bold=True, size=10, before=200, after=80, keep_next=True, keep_lines=True),
    Style("Figure", "Figure", next="Caption", before=160, after=0, keep_next=True),
    Style("FigureCaption", "Figure Caption", based_on="Caption", next="BodyText", before=80, after=120),
    Style("Source", "Source Note", next="BodyText", size=9, before=60, after=240),
    Style("AfterTable", "After Table", next="BodyText", size=6, before=0, after=60, quick=False),
    Style("TableText", "Table Text", size=10, before=40, after=40),
    Style("TableTextCenter", "Table Text Centered", based_on="TableText", align="center"),
    Style("TableTextEnd", "Table Text End", based_on="TableText", align="right"),
    Style("TableHead", "Table Head", based_on="TableText", bold=True, keep_next=True),
    Style("TableHeadCenter", "Table Head Centered", based_on="TableHead", align="center"),
    Style("TableHeadEnd", "Table Head End", based_on="TableHead", align="right"),
    Style("Header", "header", size=9, after=0, rule="bottom", tabs=(("right", TEXT_WIDTH, "none"),), quick=False),
    Style("Footer", "footer", size=9, before=0, after=0, rule="top", tabs=(("right", TEXT_WIDTH, "none"),), quick=False),
    Style("FootnoteText", "footnote text", size=9, after=40, quick=False),
    Style("FootnoteReference", "footnote reference", kind="character", based_on="DefaultParagraphFont", superscript=True, quick=False),
    Style("Strong", "Strong", kind="character", based_on="DefaultParagraphFont", bold=True, bold_arabic=True),
    # Arabic has no italic: what a Latin script slants, Arabic prints bold.
    Style("Emphasis", "Emphasis", kind="character", based_on="DefaultParagraphFont", italic=True, bold_arabic=True),
    Style("Hyperlink", "Hyperlink", kind="character", based_on="DefaultParagraphFont", color="0A5963", underline=True),
)

_OWN = frozenset(
    {
        "Numbered Paragraph", "Cover Symbol", "Cover Addressed To", "Cover Body", "Cover Authors", "Cover Date", "Quote Source", "Figure",
        "Figure Caption", "Source Note", "After Table", "Annex Title", "Table Text", "Table Text Centered", "Table Text End",
        "Table Head", "Table Head Centered", "Table Head End",
    }
)
"""Names Word does not know as its own."""


def styles_part(language: tuple[str, str], fitted: Mapping[str, Mapping[str, Any]], *, rtl: bool) -> etree._Element:
    """The styles part for a document in a direction; `language` is (Latin, right-to-left script).

    `fitted` changes fields of styles, by style id, to what this document needs, so that no paragraph has to.
    """
    latin, arabic = language
    fonts = el("w:rFonts", {f"w:{slot}": FONT for slot in ("ascii", "eastAsia", "hAnsi", "cs")})
    tags = el("w:lang", {"w:val": latin, "w:eastAsia": latin, "w:bidi": arabic})
    run = el("w:rPr", None, fonts, *_sizes(11), tags)
    paragraph = el("w:pPr", None, el("w:widowControl"))
    root = el("w:styles", None, el("w:docDefaults", None, el("w:rPrDefault", None, run), el("w:pPrDefault", None, paragraph)))
    root.append(_builtin("character", "DefaultParagraphFont", "Default Paragraph Font"))
    root.append(_table_normal())
    root.append(_builtin("numbering", "NoList", "No List"))
    for style in STYLES:
        root.append(_style(replace(style, **fitted.get(style.id, {})), rtl=rtl))
    root.append(_report_table())
    return root


def _builtin(kind: str, style_id: str, name: str, *more: etree._Element) -> etree._Element:
    return el(
        "w:style", {"w:type": kind, "w:default": "1", "w:styleId": style_id}, val("w:name", name), val("w:uiPriority", 99),
        el("w:semiHidden"), el("w:unhideWhenUsed"), *more,
    )


def _style(style: Style, *, rtl: bool) -> etree._Element:
    attributes = {"w:type": style.kind, "w:styleId": style.id}
    if style.name in _OWN:
        attributes["w:customStyle"] = "1"
    if style.id == "Normal":
        attributes["w:default"] = "1"
    optional = [("w:basedOn", style.based_on), ("w:next", style.next), ("w:link", style.link)]
    element = el("w:style", attributes, val("w:name", style.name), *[val(name, value) for name, value in optional if value])
    if style.quick:
        element.append(el("w:qFormat"))
    paragraph = _paragraph_properties(style, rtl=rtl)
    if style.kind == "paragraph" and len(paragraph):
        element.append(paragraph)
    run = _run_properties(style)
    if len(run):
        element.append(run)
    return element


def _paragraph_properties(style: Style, *, rtl: bool) -> etree._Element:
    numbering = None
    if style.numbering:
        numbering = el("w:numPr", None, val("w:ilvl", style.numbering[1]), val("w:numId", style.numbering[0]))
    tabs = [el("w:tab", {"w:val": kind, "w:leader": leader, "w:pos": str(at)}) for kind, at, leader in style.tabs]
    border = {"w:val": "single", "w:sz": "4", "w:space": "4", "w:color": "808080"}
    return el(
        "w:pPr",
        None,
        el("w:keepNext") if style.keep_next else None,
        el("w:keepLines") if style.keep_lines else None,
        el("w:pageBreakBefore") if style.page_break else None,
        numbering,
        el("w:pBdr", None, el(f"w:{style.rule}", border)) if style.rule else None,
        el("w:tabs", None, *tabs) if tabs else None,
        el("w:bidi") if rtl and style.based_on is None else None,
        _measures("w:spacing", (("before", style.before), ("after", style.after), ("line", style.line))),
        _measures("w:ind", (("left", style.start), ("right", style.end), ("hanging", style.hanging))),
        el("w:contextualSpacing") if style.contextual else None,
        val("w:jc", style.align) if style.align else None,
        val("w:outlineLvl", style.outline) if style.outline is not None else None,
    )


def _measures(name: str, pairs: tuple[tuple[str, int | None], ...]) -> etree._Element | None:
    given = {f"w:{key}": str(value) for key, value in pairs if value is not None}
    return el(name, given) if given else None


def _run_properties(style: Style) -> etree._Element:
    arabic_bold = style.bold if style.bold_arabic is None else style.bold_arabic
    return el(
        "w:rPr",
        None,
        _switch("w:b", style.bold),
        _switch("w:bCs", arabic_bold),
        _switch("w:i", style.italic),
        val("w:color", style.color) if style.color else None,
        *(_sizes(style.size) if style.size else ()),
        val("w:u", "single") if style.underline else None,
        val("w:vertAlign", "superscript") if style.superscript else None,
    )


def _switch(name: str, on: bool | None) -> etree._Element | None:
    return None if on is None else el(name) if on else val(name, 0)


def _sizes(points: float) -> tuple[etree._Element, etree._Element]:
    return val("w:sz", round(points * 2)), val("w:szCs", round((points + ARABIC_STEP) * 2))


def _table_normal() -> etree._Element:
    margins = (("top", "0"), ("left", "85"), ("bottom", "0"), ("right", "85"))
    sides = [el(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in margins]
    indent = el("w:tblInd", {"w:w": "0", "w:type": "dxa"})
    return _builtin("table", "TableNormal", "Normal Table", el("w:tblPr", None, indent, el("w:tblCellMar", None, *sides)))


def _report_table() -> etree._Element:
    def line(side: str, weight: str, color: str) -> etree._Element:
        return el(f"w:{side}", {"w:val": "single", "w:sz": weight, "w:space": "0", "w:color": color})

    borders = el("w:tblBorders", None, line("top", "8", "000000"), line("bottom", "8", "000000"), line("insideH", "4", "A6A6A6"))
    head = el("w:tcPr", None, el("w:tcBorders", None, line("bottom", "8", "000000")))
    return el(
        "w:style",
        {"w:type": "table", "w:customStyle": "1", "w:styleId": "ReportTable"},
        val("w:name", "Report Table"),
        val("w:basedOn", "TableNormal"),
        el("w:qFormat"),
        el("w:tblPr", None, borders),
        el("w:tblStylePr", {"w:type": "firstRow"}, head),
    )
