"""What a package must not bring along: what runs, what fetches, what nothing leads to. Taken away or listed, or the file refused.

Works on a package that was just read. What stays is text: an address of a web page is a target, never a thing to open.
"""

from collections.abc import Iterator
from typing import cast

from lxml import etree

from tansiq.engines.ooxml.errors import PackageRefused, one_line
from tansiq.engines.ooxml.names import NAMESPACES, WORD_TYPE, o, r, v, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.relationships import Relationship
from tansiq.engines.ooxml.stripped import Stripped, What

TAKEN = {
    "attachedTemplate": What.ATTACHED_TEMPLATE, "oleObject": What.OLE, "package": What.EMBEDDED_PACKAGE, "control": What.ACTIVEX,
    "activeXControlBinary": What.ACTIVEX, "subDocument": What.EXTERNAL, "frame": What.EXTERNAL, "mailMergeSource": What.EXTERNAL,
    "mailMergeHeaderSource": What.EXTERNAL, "recipientData": What.EXTERNAL, "keyMapCustomizations": What.MACROS,
    "attachedToolbars": What.MACROS, "wordVbaData": What.MACROS, "extensibility": What.MACROS,
    "webextensiontaskpanes": What.WEB_EXTENSION, "webextension": What.WEB_EXTENSION, "origin": What.SIGNATURE,
}
"""Kinds of relationships that go, with the part they lead to; a part that something else leads to as well stays."""

SAFE_LINKS = ("http://", "https://", "mailto:", "#")
CHART_TYPES = ("application/vnd.openxmlformats-officedocument.drawingml.chart+xml", "application/vnd.ms-office.chartex+xml")
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MACRO_TYPE = "application/vnd.ms-office.vbaproject"

WHOLE = {
    "attachedTemplate", "OLEObject", "control", "subDoc", "hlinkClick", "hlinkHover", "hlinkMouseOver", "externalData", "objectEmbed",
    "objectLink", "sourceFileName", "videoFile", "audioFile", "quickTimeFile", "dataSource", "headerSource", "recipientData",
}
"""Elements that mean nothing, or are not valid, without their relationship; of all others only the attribute goes."""

FETCHING = {"INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "LINK", "DATABASE", "RD", "HTMLCONTROL"}
"""Fields that fetch or start something when they are updated (ISO/IEC 29500-1, 17.16.5; DDE and the last from Word itself)."""

POINTING = etree.XPath("//*[@r:*]", namespaces=NAMESPACES)


def strip(package: Package) -> None:
    """Take away what runs or fetches and list it in `package.stripped`. Raises PackageRefused for macros and imported chunks."""
    _refuse_macros(package)
    _drop_unnamed(package)
    for part in _unreachable(package):
        _note(package, part, What.ORPHAN_PART, part)
        package.remove_part(part)
    for source in package.sources():
        _strip_relations(package, source)
    for part in _unreachable(package):
        package.remove_part(part)
    for part in list(package.names()):
        content_type = package.content_type(part).lower()
        if content_type.startswith(WORD_TYPE) and content_type.endswith("xml"):
            _look_into(package, part)


def _note(package: Package, part: str, what: What, target: str, *, kept: bool = False) -> None:
    """List one thing; its target comes from the file and is made fit to be shown."""
    package.stripped.append(Stripped(part, what, one_line(target, 200), kept))


def _refuse_macros(package: Package) -> None:
    """Macros and imported chunks change what a document says or does: the file is refused, not mended."""
    for source in package.sources():
        for relation in package.relationships(source).values():
            if relation.kind == "vbaProject" or package.content_type(relation.target).lower() == MACRO_TYPE:
                raise PackageRefused(package.name, "it holds macros; open it in Word and save it as Word Document (.docx), without macros")
            if relation.kind == "aFChunk":
                raise PackageRefused(package.name, _imports())


def _imports() -> str:
    """What is said of w:altChunk (ISO/IEC 29500-1, 17.17.2)."""
    return (
        "it imports another file as a whole (altChunk), which only Word can turn into text; "
        "open it in Word, save it again and send that file"
    )


def _drop_unnamed(package: Package) -> None:
    """Drop parts without a content type: a folder's leftovers, which keep Word from opening the file."""
    for part in [each for each in package.names() if not package.content_type(each)]:
        _note(package, "", What.UNNAMED_PART, part)
        package.remove_part(part)


def _unreachable(package: Package) -> list[str]:
    """The parts that no chain of relationships leads to from the package."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for relation in package.relationships(waiting.pop()).values():
            if not relation.external and relation.target not in reached and package.has(relation.target):
                reached.add(relation.target)
                waiting.append(relation.target)
    return [part for part in package.names() if part not in reached]


def _strip_relations(package: Package, source: str) -> None:
    """Take away the relationships of one part that run or fetch, and what refers to them."""
    gone: set[str] = set()
    for relation in package.relationships(source).values():
        what = _judged(package, source, relation)
        if what is None:
            continue
        kept = what is What.MISSING_PART or (what is What.EMBEDDED_PACKAGE and _data_of_a_chart(package, source, relation))
        _note(package, source, what, relation.target, kept=kept)
        if not kept:
            package.unrelate(source, relation.id)
            gone.add(relation.id)
    if gone and package.has(source) and package.content_type(source).lower().endswith("xml"):
        _forget(package.xml(source), gone)


def _judged(package: Package, source: str, relation: Relationship) -> What | None:
    """What is wrong with a relationship, None when nothing is."""
    if relation.kind in TAKEN:
        return TAKEN[relation.kind]
    if relation.external:
        if relation.kind == "hyperlink":
            return None if relation.target.strip().lower().startswith(SAFE_LINKS) else What.EXTERNAL_LINK
        return What.EXTERNAL_PICTURE if relation.kind == "image" else What.EXTERNAL
    return None if package.has(relation.target) else What.MISSING_PART


def _data_of_a_chart(package: Package, source: str, relation: Relationship) -> bool:
    """Whether it is the workbook without macros behind a chart: a chart could not be edited any more without it; we never open it."""
    return (
        not relation.external and package.content_type(source) in CHART_TYPES and package.content_type(relation.target) == WORKBOOK_TYPE
    )


def _forget(root: etree._Element, gone: set[str]) -> None:
    """Take away what refers to relationships that are gone."""
    head = r("")
    for element in cast("list[etree._Element]", POINTING(root)):
        names = [str(each) for each, value in element.attrib.items() if str(each).startswith(head) and value in gone]
        if not names:
            continue
        if etree.QName(element).localname in WHOLE:
            _remove(element)
        for each in names:
            del element.attrib[each]


def _remove(element: etree._Element) -> None:
    """Take an element out, with the text after it kept, and the whole mail merge it belongs to."""
    merge = next(element.iterancestors(w("mailMerge")), None)
    out = element if merge is None else merge
    parent = out.getparent()
    if parent is None:
        return
    before = out.getprevious()
    if out.tail and before is not None:
        before.tail = (before.tail or "") + out.tail
    elif out.tail:
        parent.text = (parent.text or "") + out.tail
    parent.remove(out)


def _look_into(package: Package, part: str) -> None:
    """Look in a part of WordprocessingML for what fetches without a relationship."""
    root = package.peek(part)
    if next(root.iter(w("altChunk")), None) is not None:
        raise PackageRefused(package.name, _imports())
    for code in fetching_fields(root):
        _note(package, part, What.FIELD, code, kept=True)
    sources = [element for element in root.iter(v("*")) if _leads_out(element)]
    merges = list(root.iter(w("mailMerge"))) if package.content_type(part).endswith("settings+xml") else []
    if not sources and not merges:
        return
    package.xml(part)
    for element in sources:
        _note(package, part, What.EXTERNAL_PICTURE, _leads_out(element))
        for name in {"src", o("href")} & set(element.attrib):
            del element.attrib[name]
    for merge in merges:
        _note(package, part, What.EXTERNAL, "mailMerge")
        _remove(merge)


def _leads_out(element: etree._Element) -> str:
    """The address a VML element has of its own, "" without one."""
    return str(element.get("src") or element.get(o("href")) or "")


def fetching_fields(root: etree._Element) -> Iterator[str]:
    """The codes of fields that fetch when they are updated, simple and complex, also where Word split them over runs.

    A code that is itself made by a field inside it is seen only as far as it is written out.
    """
    open_: list[list[str]] = [[]]
    for element in root.iter(w("fldSimple"), w("fldChar"), w("instrText"), w("delInstrText")):
        if element.tag == w("fldSimple"):
            yield from _if_fetching(element.get(w("instr"), ""))
        elif element.tag != w("fldChar"):
            open_[-1].append(element.text or "")
        elif element.get(w("fldCharType")) == "begin":
            open_.append([])
        elif element.get(w("fldCharType")) == "end" and len(open_) > 1:
            yield from _if_fetching("".join(open_.pop()))
    for codes in open_:
        yield from _if_fetching("".join(codes))


def _if_fetching(code: str) -> Iterator[str]:
    """The code when its first word is one of those."""
    words = code.split(maxsplit=1)
    if words and words[0].upper().strip("\\") in FETCHING:
        yield code
