"""Places in the base as people find them: story, paragraph, number, heading, row and cell, from a flow and a range in it."""

import re
from bisect import bisect_right

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.document import Document
from tansiq.engines.redline.align.listed import list_numbers
from tansiq.engines.redline.align.pieces import Flow, Paragraph
from tansiq.engines.redline.edits import Place

_HEADING = re.compile(r"heading ([1-9])\Z", re.IGNORECASE)
_BODY_LEVEL = 9                                # w:outlineLvl of text that is no heading
_LONGEST = 200
_TYPED = re.compile(r"\s*(\(?[^\W_]{1,4}(?:\.\d{1,3}){0,4}\s?[.)]|\d{1,4}(?:\.\d{1,3}){1,4})(?=\s)")
"""A number typed into the text: "45.", "(b)", "3.2", followed by space."""
_NUMBER_ENDS = 32                              # characters of a paragraph in which its number stands, if it has one


class Places:
    """Words places of one document, the base; made once, as it reads the styles and all headings."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts: dict[str, list[int]] = {}
        styles = _heading_styles(document)
        self._headings: list[tuple[int, str]] = []
        for flow in document.body.flows():
            if flow.story != "body":
                continue
            for paragraph in flow.paragraphs:
                if _is_heading(paragraph.element, styles):
                    text = _text(flow, paragraph)
                    if text:
                        self._headings.append((paragraph.number, text))
        self._headings.sort()
        self._numbers = [number for number, _ in self._headings]
        self._listed = list_numbers(document)

    def of(self, flow: Flow, start: int, end: int) -> Place:
        """The place of the characters [start, end) of a flow; of the gap before `start` when both are equal."""
        first = self._paragraph(flow, start)
        last = self._paragraph(flow, max(start, end - 1))
        if first is None or last is None:
            return Place(flow.key, start, end, flow.story, row=flow.row, cell=flow.cell)
        return Place(
            flow.key, start, end, flow.story, first.number, last.number, start - first.start, end - last.start,
            self._heading(flow, first.number), flow.row, flow.cell, self._printed(flow, first, last),
        )

    def number_of(self, flow: Flow, paragraph: Paragraph) -> str:
        """The number a reader sees before a paragraph, of a list or typed: "45.", "(b)"; "" without one."""
        typed = _TYPED.match(flow.chars(paragraph.start, min(paragraph.end - 1, paragraph.start + _NUMBER_ENDS)))
        return self._listed.get(id(paragraph.element)) or (typed[1] if typed else "")

    def _printed(self, flow: Flow, first: Paragraph, last: Paragraph) -> str:
        """The numbers of the first and the last paragraph as text refers to them; a heading is known by its words."""
        headings = self._numbers if flow.story == "body" else []
        numbers = [
            self.number_of(flow, each).rstrip(".") for each in (first, last)
            if (at := bisect_right(headings, each.number)) == 0 or headings[at - 1] != each.number
        ]
        return "\u2013".join(dict.fromkeys(filter(None, numbers)))

    def rows(self, table_key: str, start: int, end: int) -> Place:
        """The place of the rows [start, end) of a table, or of the gap before row `start`."""
        table = self._document.tables[table_key]
        flow = self._document.flows[table_key.rpartition("/")[0]]
        near = [cell.flow for row in table.rows[min(start, len(table.rows) - 1):] for cell in row.cells if cell.flow.paragraphs]
        number = near[0].paragraphs[0].number if near else 0
        return Place(table_key, start, end, flow.story, number, number, heading=self._heading(flow, number), row=start + 1)

    def cells(self, row_key: str, start: int, end: int) -> Place:
        """The place of the cells [start, end) of a row, or of the gap before cell `start`."""
        row = self._document.rows[row_key]
        near = row.cells[min(start, len(row.cells) - 1)].flow if row.cells else None
        if near is None or not near.paragraphs:
            return Place(row_key, start, end)
        number = near.paragraphs[0].number
        heading = self._heading(near, number)
        return Place(row_key, start, end, near.story, number, number, heading=heading, row=near.row, cell=start + 1)

    def _paragraph(self, flow: Flow, offset: int) -> Paragraph | None:
        starts = self._starts.get(flow.key)
        if starts is None:
            starts = self._starts[flow.key] = [paragraph.start for paragraph in flow.paragraphs]
        if not starts:
            return None
        return flow.paragraphs[max(bisect_right(starts, offset) - 1, 0)]

    def _heading(self, flow: Flow, number: int) -> str:
        if flow.story != "body" or not number:
            return ""
        at = bisect_right(self._numbers, number) - 1
        return self._headings[at][1] if at >= 0 else ""


def _text(flow: Flow, paragraph: Paragraph) -> str:
    inside = (piece.text for piece in flow.pieces if paragraph.start <= piece.at < paragraph.end - 1)
    return " ".join("".join(char for char in "".join(inside) if char < "\U00100000").split())[:_LONGEST]


def _heading_styles(document: Document) -> frozenset[str]:
    part = document.package.related(document.package.main, "styles")
    if part is None:
        return frozenset()
    found = set()
    for style in document.package.xml(part).iterchildren(w("style")):
        name = style.find(w("name"))
        level = style.find(f"{w('pPr')}/{w('outlineLvl')}")
        named = name is not None and _HEADING.match(name.get(w("val")) or "")
        if named or (level is not None and (level.get(w("val")) or "9") < str(_BODY_LEVEL)):
            found.add(style.get(w("styleId")) or "")
    return frozenset(found)


def _is_heading(paragraph: Element, styles: frozenset[str]) -> bool:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        return False
    level = properties.find(w("outlineLvl"))
    if level is not None:
        return (level.get(w("val")) or "9") < str(_BODY_LEVEL)
    style = properties.find(w("pStyle"))
    return style is not None and style.get(w("val")) in styles
