"""Flatten a container of paragraphs and tables into a stream of pieces, whatever tracked changes it carries."""

from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import m, mc, w
from tansiq.engines.redline.align.atoms import DRAWING, ENDNOTE, FOOTNOTE, MARK, TABLE, Atoms
from tansiq.engines.redline.align.fields import Fields
from tansiq.engines.redline.align.marks import DELETING, INSERTING, child_mark, mark_of
from tansiq.engines.redline.align.moves import Moves
from tansiq.engines.redline.align.pieces import Cell, Flow, Format, Mark, Paragraph, Piece, Row, Spot, Table

RUN, PARAGRAPH, TABLE_TAG = w("r"), w("p"), w("tbl")
RUN_PROPERTIES, PARAGRAPH_PROPERTIES, RUN_CHANGE = w("rPr"), w("pPr"), w("rPrChange")
TRANSPARENT = frozenset(w(name) for name in ("hyperlink", "smartTag", "customXml", "bdo", "dir", "sdtContent"))
FORMULAS = frozenset({m("oMath"), m("oMathPara")})
PICTURES = frozenset({w("drawing"), w("pict"), w("object"), mc("AlternateContent")})
SIGNS = {
    w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad",
}
TEXTS = frozenset({w("t"), w("delText")})
SPOTS = {w("commentRangeStart"): "start", w("commentRangeEnd"): "end"}
NO_TEXT = frozenset(w(name) for name in (
    "rPr", "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator",
))


class Flattener:
    """Makes flows of one story; `atoms` are shared between the base and a copy, numbers of paragraphs run through the story."""

    def __init__(self, atoms: Atoms, story: str) -> None:
        self.atoms = atoms
        self.story = story
        self.numbered = 0
        self._runs: dict[str, Callable[[Stream, Element, Element], None]] = {
            w("sym"): _symbol, w("br"): _break, w("fldChar"): _field, w("instrText"): _code, w("delInstrText"): _code,
            w("footnoteReference"): _note, w("endnoteReference"): _note, w("commentReference"): _reference,
        }

    def flow(self, container: Element, key: str, *, row: int = 0, cell: int = 0) -> Flow:
        """Flatten one container; cells and text boxes in it become flows of their own."""
        flow = Flow(key, container, self.story, row=row, cell=cell)
        stream = Stream(self, flow)
        self._blocks(stream, container)
        flow.length = stream.at
        stream.fields.close()                  # they know the stream and it knows them: let both go with the copy
        return flow

    def _blocks(self, stream: "Stream", container: Element) -> None:
        for block in container:
            if block.tag == PARAGRAPH:
                self._paragraph(stream, block)
            elif block.tag == TABLE_TAG:
                self._table(stream, block)
            elif block.tag == w("sdt"):
                inner = block.find(w("sdtContent"))
                if inner is not None:
                    self._blocks(stream, inner)
            elif block.tag in (w("customXml"), w("ins"), w("del"), w("moveFrom"), w("moveTo")):
                self._blocks(stream, block)
            else:
                stream.between(block)

    def _paragraph(self, stream: "Stream", paragraph: Element) -> None:
        self.numbered += 1
        placed = Paragraph(paragraph, stream.at, number=self.numbered)
        stream.flow.paragraphs.append(placed)
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        self._inlines(stream, paragraph, None, None)
        stream.fields.end_of_paragraph()
        runs = properties.find(RUN_PROPERTIES) if properties is not None else None
        if runs is None:
            stream.put(MARK, paragraph, (), None, None)
        else:
            self._mark(stream, paragraph, runs)
        placed.end = stream.at

    def _mark(self, stream: "Stream", paragraph: Element, runs: Element) -> None:
        """The mark of a paragraph whose own properties may say that it was put in, taken out or formatted."""
        ins = child_mark(runs, "ins") or child_mark(runs, "moveTo", move=stream.moves.to or stream.moves.last_to)
        dele = child_mark(runs, "del") or child_mark(runs, "moveFrom", move=stream.moves.from_ or stream.moves.last_from)
        piece = stream.put(MARK, paragraph, (), ins, dele)
        change = runs.find(RUN_CHANGE)
        if change is not None:
            piece.format = Format(mark_of(change), change)

    def _inlines(self, stream: "Stream", parent: Element, ins: Mark | None, dele: Mark | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(stream, child, ins, dele)
            elif tag in INSERTING:
                self._inlines(stream, child, mark_of(child, stream.moves.to if tag == w("moveTo") else ""), dele)
            elif tag in DELETING:
                self._inlines(stream, child, ins, mark_of(child, stream.moves.from_ if tag == w("moveFrom") else ""))
            elif tag in TRANSPARENT:
                self._inlines(stream, child, ins, dele)
            else:
                self._other(stream, child, ins, dele)

    def _other(self, stream: "Stream", child: Element, ins: Mark | None, dele: Mark | None) -> None:
        if child.tag == w("sdt"):
            inner = child.find(w("sdtContent"))
            if inner is not None:
                self._inlines(stream, inner, ins, dele)
        elif child.tag == w("fldSimple"):
            stream.fields.open_simple(child, ins, dele)
            self._inlines(stream, child, ins, dele)
            stream.fields.close_simple(child, ins, dele)
        elif child.tag in FORMULAS:
            self._formula(stream, child, ins, dele)
        elif child.tag in PICTURES:
            stream.picture(child, (child,), ins, dele)
        else:
            stream.between(child)

    def _formula(self, stream: "Stream", formula: Element, ins: Mark | None, dele: Mark | None) -> None:
        inside = formula.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))
        change = next((element for element in inside), None)
        before = _formula_text(formula, without=INSERTING)
        after = _formula_text(formula, without=DELETING)
        if change is None or ins is not None or dele is not None or before == after:
            shown = after if ins else before
            stream.put(self.atoms.char("formula", shown, f"[{shown}]"), formula, (formula,), ins, dele)
            return
        mark = mark_of(change)                 # a formula changed inside is the old one taken out and the new one put in
        if before:
            stream.put(self.atoms.char("formula", before, f"[{before}]"), formula, (formula,), None, mark)
        if after:
            stream.put(self.atoms.char("formula", after, f"[{after}]"), formula, (formula,), mark, None)

    def _run(self, stream: "Stream", run: Element, ins: Mark | None, dele: Mark | None) -> None:
        stream.ins, stream.dele = ins, dele
        stream.format = None
        for child in run:
            tag = child.tag
            if tag == RUN_PROPERTIES:          # the first child where there is one
                change = child.find(RUN_CHANGE)
                stream.format = Format(mark_of(change), change) if change is not None else None
            elif tag in TEXTS:
                if child.text:
                    stream.text(child.text, child, run)
            elif tag in SIGNS:
                stream.text(SIGNS[tag], child, run)
            elif tag in self._runs:
                self._runs[tag](stream, child, run)
            elif tag in PICTURES:
                stream.picture(child, (run,), ins, dele)
            elif tag not in NO_TEXT and isinstance(tag, str):
                stream.text(self.atoms.char("other", etree.tostring(child, method="c14n").decode()), child, run)
        stream.format = None

    def _table(self, stream: "Stream", table: Element) -> None:
        key = f"{stream.flow.key}/t{stream.tables}"
        stream.tables += 1
        rows = [self._row(element, f"{key}/r{number}", number) for number, element in enumerate(_children(table, w("tr")))]
        all_new = bool(rows) and all(row.ins is not None for row in rows)
        piece = stream.put(TABLE, table, (), rows[0].ins if all_new else None, None)
        piece.table = Table(table, key, rows)

    def _row(self, row: Element, key: str, number: int) -> Row:
        cells = []
        for position, element in enumerate(_children(row, w("tc"))):
            properties = element.find(w("tcPr"))
            flow = self.flow(element, f"{key}/c{position}", row=number + 1, cell=position + 1)
            cells.append(Cell(element, flow, child_mark(properties, "cellIns"), child_mark(properties, "cellDel")))
        properties = row.find(w("trPr"))
        return Row(row, cells, child_mark(properties, "ins"), child_mark(properties, "del"))


class Stream:
    """The stream of one flow while it is made: where it stands, and the marks of the run it is in."""

    def __init__(self, flattener: Flattener, flow: Flow) -> None:
        self.flattener = flattener
        self.flow = flow
        self.at = 0
        self.tables = 0
        self.pictures = 0
        self.ins: Mark | None = None
        self.dele: Mark | None = None
        self.format: Format | None = None
        self.fields = Fields(self.put, flattener.atoms)
        self.moves = Moves()

    def put(self, text: str, element: Element, units: tuple[Element, ...], ins: Mark | None, dele: Mark | None) -> Piece:
        """Append a piece, whatever field it is in."""
        piece = Piece(self.at, text, element, units, ins, dele, self.fields.volatile, self.format)
        self.flow.pieces.append(piece)
        self.at += len(text)
        return piece

    def text(self, text: str, element: Element, run: Element) -> Piece | None:
        """Append text or an atom of a run; a field's code takes it in."""
        if self.fields.take(run):
            return None
        return self.put(text, element, (run,), self.ins, self.dele)

    def picture(self, element: Element, units: tuple[Element, ...], ins: Mark | None, dele: Mark | None) -> None:
        """Append a picture, shape or embedded object; the text boxes in it become flows."""
        if self.fields.take(units[0]):
            return
        piece = self.put(DRAWING, element, units, ins, dele)
        boxes = []
        for box, mirrors in text_boxes(element):
            flow = Flattener(self.flattener.atoms, "textbox").flow(box, f"{self.flow.key}/x{self.pictures}")
            flow.mirrors = mirrors
            boxes.append(flow)
            self.pictures += 1
        piece.boxes = tuple(boxes)

    def between(self, element: Element) -> None:
        """Note what stands between runs or paragraphs: limits of comments and of moves."""
        kind = SPOTS.get(str(element.tag))
        if kind is not None:
            self.flow.spots.append(Spot(self.at, kind, element.get(w("id")) or ""))
        else:
            self.moves.see(element)


def text_boxes(element: Element) -> list[tuple[Element, list[Element]]]:
    """The text boxes of a picture: the content Word shows first, and the same content kept for older programs."""
    content = w("txbxContent")
    fallbacks = [box for old in element.iter(mc("Fallback")) for box in old.iter(content)]
    shown = [box for box in element.iter(content) if box not in fallbacks and not _inside_box(box, element)]
    fallbacks = [box for box in fallbacks if not _inside_box(box, element)]
    if not shown:
        return [(box, []) for box in fallbacks]
    return [(box, fallbacks[number:number + 1]) for number, box in enumerate(shown)]


def _inside_box(box: Element, top: Element) -> bool:
    above = box.getparent()
    while above is not None and above is not top:
        if above.tag == w("txbxContent"):
            return True
        above = above.getparent()
    return False


def _children(parent: Element, tag: str) -> list[Element]:
    """The rows of a table or cells of a row, those in content controls and other wrappers too."""
    found: list[Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag == w("sdt"):
            inner = child.find(w("sdtContent"))
            found.extend(_children(inner, tag) if inner is not None else ())
        elif child.tag in (w("customXml"), w("ins"), w("del"), w("moveFrom"), w("moveTo")):
            found.extend(_children(child, tag))
    return found


def _formula_text(formula: Element, without: frozenset[str]) -> str:
    parts: list[str] = []
    _collect(formula, without, parts)
    return "".join(parts)


def _collect(element: Element, without: frozenset[str], parts: list[str]) -> None:
    for child in element:
        if child.tag in without:
            continue
        if child.tag in (m("t"), w("t"), w("delText")):
            parts.append(child.text or "")
        elif isinstance(child.tag, str) and child.tag != w("rPr"):
            _collect(child, without, parts)


def _symbol(stream: Stream, element: Element, run: Element) -> None:
    code = element.get(w("char")) or ""
    try:
        text = chr(int(code, 16))
    except (ValueError, OverflowError):
        text = "\ufffd"
    stream.text(text, element, run)


def _break(stream: Stream, element: Element, run: Element) -> None:
    stream.text("\x0c" if element.get(w("type")) in ("page", "column") else "\n", element, run)


def _field(stream: Stream, element: Element, run: Element) -> None:
    stream.fields.character(element, run, stream.ins, stream.dele)


def _code(stream: Stream, element: Element, run: Element) -> None:
    if not stream.fields.code(element, run):
        stream.put(stream.flattener.atoms.char("code", (element.text or "").strip()), element, (run,), stream.ins, stream.dele)


def _note(stream: Stream, element: Element, run: Element) -> None:
    stream.text(FOOTNOTE if element.tag == w("footnoteReference") else ENDNOTE, element, run)


def _reference(stream: Stream, element: Element, run: Element) -> None:
    stream.flow.spots.append(Spot(stream.at, "reference", element.get(w("id")) or ""))
