"""Content as its agency left it: its own marks of change carried out inside something that is put in as a whole.

For fragments only (a table put in, a note, a text box). Whole documents are settled by `ooxml.revisions`.
"""

from copy import deepcopy

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w, w14

_GONE = frozenset(w(name) for name in (
    "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange",
    "tcPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "bookmarkStart", "bookmarkEnd", "commentRangeStart",
    "commentRangeEnd", "commentReference", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "proofErr", "permStart", "permEnd", "lastRenderedPageBreak",
))
_OPENED = frozenset({w("ins"), w("moveTo")})
_TRACES = (
    *(w(name) for name in ("rsidR", "rsidRDefault", "rsidRPr", "rsidP", "rsidDel", "rsidTr", "rsidSect")), w14("paraId"), w14("textId"),
)


def settled(element: Element) -> Element:
    """A copy of `element` with the changes marked in it carried out, without comments, bookmarks and traces of saving."""
    copied = deepcopy(element)
    copied.tail = None
    _join_paragraphs(copied)
    _settle(copied)
    for row in list(copied.iter(w("tr"))):
        table = row.getparent()
        if table is not None and not row.findall(w("tc")) and not row.findall(w("sdt")):
            table.remove(row)
    return copied


def _join_paragraphs(element: Element) -> None:
    """A paragraph whose mark was deleted goes on in the next one."""
    for mark in list(element.iter(w("del"), w("moveFrom"))):
        above = list(mark.iterancestors())[:3]
        if [each.tag for each in above] != [w("rPr"), w("pPr"), w("p")]:
            continue
        paragraph = above[-1]
        following, holder = paragraph.getnext(), paragraph.getparent()
        if holder is None or following is None or following.tag != w("p"):
            continue
        at = 1 if following.find(w("pPr")) is not None else 0
        for child in reversed([child for child in paragraph if child.tag != w("pPr")]):
            following.insert(at, child)
        holder.remove(paragraph)


def _settle(element: Element) -> None:
    for child in list(element):
        if child.tag in _GONE or _taken_out(child):
            _drop(element, child)
        elif child.tag in _OPENED:
            _settle(child)
            at = element.index(child)
            for offset, inner in enumerate(list(child)):
                element.insert(at + offset, inner)
            _drop(element, child)
        else:
            _settle(child)
            if child.tag == w("rPr") and not len(child) and element.tag != w("rPrChange"):
                _drop(element, child)
    for name in _TRACES:
        if name in element.attrib:
            del element.attrib[name]


def _drop(parent: Element, child: Element) -> None:
    parent.remove(child)


def _taken_out(child: Element) -> bool:
    """Whether it is a row or a cell that was taken out."""
    mark = {w("tr"): f"{w('trPr')}/{w('del')}", w("tc"): f"{w('tcPr')}/{w('cellDel')}"}.get(str(child.tag))
    return mark is not None and child.find(mark) is not None
