"""Comments of all agencies in one part: own numbers, threads of one level, authors with their agencies, the base's own ones once."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import NAMESPACES, w, w14, w15
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.atoms import MARK
from tansiq.engines.redline.align.document import Document
from tansiq.engines.redline.edits import Anchor, Comment
from tansiq.engines.redline.merge.weave.imports import Imports
from tansiq.engines.redline.merge.weave.loom import Loom
from tansiq.engines.redline.merge.weave.strands import Spot

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_BASE = "base:"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HIGHEST = 0x80000000                          # paraId must be lower (MS-DOCX 2.2.4.7)
_BESIDE = ("commentsExtended", "commentsIds")
_IDS = frozenset({"paraId", "paraIdParent"})


@dataclass(slots=True)
class Written:
    """A comment that is in the part: its number there and the id of its last paragraph, by which threads point to it."""

    number: str
    paragraph: str


class Comments:
    """The comments part of one package and those that belong to it (extended, people)."""

    def __init__(self, loom: Loom, imports: Imports) -> None:
        self._loom = loom
        self._package = loom.package
        self._imports = imports
        self._written: dict[str, Written] = {}

    def write(self, comments: Sequence[Comment]) -> None:
        """Put all comments into the part, with their threads. Nothing is made when there are none."""
        if not comments:
            return
        part = _part(self._package, "comments", "comments", "comments")
        root = self._package.xml(part)
        self._known(root)
        number = max((int(value) for each in root if (value := each.get(w("id")) or "").isdigit()), default=-1) + 1
        for offset, comment in enumerate(comments):
            self._written[comment.id] = self._one(root, part, comment, str(number + offset))
        self._threads(comments)
        self._people(comments)

    def number(self, comment: str) -> str:
        """The number of a comment in the part."""
        return self._written[comment].number

    def _known(self, root: Element) -> None:
        self._renumber(root)
        for element in root.iterchildren(w("comment")):
            number = element.get(w("id")) or ""
            self._written[f"{_BASE}{number}"] = Written(number, _paragraph_id(element, f"{_BASE}{number}"))

    def _renumber(self, root: Element) -> None:
        """Give paragraphs of the base's comments new ids where Word would on saving, wherever an id of theirs is written."""
        new = {}
        for paragraph in root.iter(w("p")):
            known = (paragraph.get(w14("paraId")) or "").upper()
            if known and not _usable(known):
                new[known] = _new_id(f"{_BASE}{known}")
                paragraph.set(w14("paraId"), new[known])
        for kind in _BESIDE if new else ():
            part = self._package.related(self._package.main, kind)
            for element in self._package.xml(part).iter(etree.Element) if part is not None else ():
                for name, value in element.attrib.items():
                    if etree.QName(name).localname in _IDS and str(value).upper() in new:
                        element.set(name, new[str(value).upper()])

    def _one(self, root: Element, part: str, comment: Comment, number: str) -> Written:
        element = etree.SubElement(root, w("comment"))
        element.set(w("id"), number)
        element.set(w("author"), self._loom.author(comment))
        if comment.date:
            element.set(w("date"), comment.date)
        if comment.initials:
            element.set(w("initials"), comment.initials)
        if comment.fragment is not None:
            element.extend(self._imports.content(comment.fragment, part))
        if element.find(w("p")) is None:
            for line in _NO_XML.sub(" ", comment.text).split("\n"):
                element.append(_paragraph(line))
        return Written(number, _paragraph_id(element, comment.id))

    def _threads(self, comments: Sequence[Comment]) -> None:
        part = _part(self._package, "commentsExtended", "commentsEx", "commentsExtended", "w15")
        root = self._package.xml(part)
        present = {(each.get(w15("paraId")) or "").upper() for each in root}
        for name in [name for name in self._written if name.startswith(_BASE)]:
            if self._written[name].paragraph not in present:
                _extended(root, self._written[name].paragraph, None, resolved=False)
        heads = {comment.id: comment for comment in comments}
        for comment in comments:
            above = self._written.get(_head(comment, heads) or "")
            _extended(root, self._written[comment.id].paragraph, above, resolved=comment.resolved)

    def _people(self, comments: Sequence[Comment]) -> None:
        part = _part(self._package, "people", "people", "people", "w15")
        root = self._package.xml(part)
        known = {each.get(w15("author")) for each in root}
        for author in sorted({self._loom.author(comment) for comment in comments}):
            if author not in known:
                person = etree.SubElement(root, w15("person"))
                person.set(w15("author"), author)
                presence = etree.SubElement(person, w15("presenceInfo"))
                presence.set(w15("providerId"), "None")
                presence.set(w15("userId"), author)


def _head(comment: Comment, known: Mapping[str, Comment]) -> str | None:
    """The comment at the head of the thread: Word knows one level of replies."""
    at, seen = comment.parent, {comment.id}
    while at is not None and at in known and known[at].parent and at not in seen:
        seen.add(at)
        at = known[at].parent
    return at


def _extended(root: Element, paragraph: str, above: Written | None, *, resolved: bool) -> None:
    element = etree.SubElement(root, w15("commentEx"))
    element.set(w15("paraId"), paragraph)
    if above is not None:
        element.set(w15("paraIdParent"), above.paragraph)
    element.set(w15("done"), "1" if resolved else "0")


def _paragraph_id(element: Element, identity: str) -> str:
    """The id of a comment's last paragraph; given when it has none or one that Word would give anew."""
    paragraphs = list(element.iterchildren(w("p"))) or [etree.SubElement(element, w("p"))]
    last = paragraphs[-1]
    known = (last.get(w14("paraId")) or "").upper()
    if not known or not _usable(known):
        known = _new_id(identity)
        last.set(w14("paraId"), known)
    return known


def _new_id(identity: str) -> str:
    return f"{int(sha256(identity.encode()).hexdigest()[:8], 16) % (_HIGHEST - 1) + 1:08X}"


def _usable(paragraph: str) -> bool:
    try:
        return 0 < int(paragraph, 16) < _HIGHEST
    except ValueError:
        return False


def _paragraph(text: str) -> Element:
    paragraph = etree.Element(w("p"))
    run = etree.SubElement(paragraph, w("r"))
    inner = etree.SubElement(run, w("t"))
    inner.text = text
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return paragraph


_RELATIONS = {
    "comments": "comments",
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    "people": "http://schemas.microsoft.com/office/2011/relationships/people",
}


def _part(package: Package, kind: str, tag: str, file: str, prefix: str = "w") -> str:
    found = package.related(package.main, kind)
    if found is not None:
        return found
    names = {name: NAMESPACES[name] for name in ("w", "w14", "w15", "r", "mc")}
    root = etree.Element(f"{{{NAMESPACES[prefix]}}}{tag}", nsmap=names)
    root.set(f"{{{NAMESPACES['mc']}}}Ignorable", "w14 w15")
    name = package.free_name(f"{posixpath.dirname(package.main)}/{file}{{}}.xml")
    name = f"{posixpath.dirname(package.main)}/{file}.xml" if not package.has(f"{posixpath.dirname(package.main)}/{file}.xml") else name
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package.add_part(name, data, f"{_WORD}{file}+xml")
    package.relate(package.main, type=_RELATIONS[kind], target=name)
    return name


def spots_of(document: Document, comments: Sequence[Comment], number: Callable[[str], str]) -> Iterator[tuple[str, Spot]]:
    """The limits of comments, each with the key of the flow it stands in; what has no place stands at the beginning of the body."""
    heads = {comment.id: comment for comment in comments}
    for comment in comments:
        thread = heads.get(comment.parent or "", comment) if comment.starts is None else comment
        starts = thread.starts or Anchor(document.body.key, 0)
        ends = thread.ends or starts
        point = starts == ends                 # a comment on no text: both limits stay together
        starts = _in_paragraph(document, starts, "start")
        ends = starts if point else _in_paragraph(document, ends, "end")
        for side, anchor in (("start", starts), ("end", ends), ("reference", ends)):
            yield anchor.flow, Spot(anchor.offset, anchor.inserted, side, comment.agency, comment.id, _limit(side, number(comment.id)))


def _limit(side: str, number: str) -> Element:
    if side == "reference":
        run = etree.Element(w("r"))
        etree.SubElement(run, w("commentReference")).set(w("id"), number)
        return run
    element = etree.Element(w("commentRangeStart") if side == "start" else w("commentRangeEnd"))
    element.set(w("id"), number)
    return element


def _near(document: Document, key: str) -> str:
    """The key of a flow that is there: the last cell of the row or table that a missing cell would stand in, else the body."""
    above = key
    while "/" in (above := above.rpartition("/")[0]) and above.rpartition("/")[2][:1] in ("r", "t"):
        inside = [each for each in document.flows if each.startswith(f"{above}/") and document.flows[each].pieces]
        if inside:
            return inside[-1]
    return document.body.key


def _in_paragraph(document: Document, anchor: Anchor, side: str) -> Anchor:
    """The same place inside a paragraph: an end after a mark goes before it, a start before a table into its first cell."""
    flow = document.flows.get(anchor.flow)
    if flow is not None and flow.story in ("header", "footer"):
        return _in_paragraph(document, Anchor(document.body.key, 0), side)     # Word knows no comments there
    if flow is None or not flow.pieces:
        return _in_paragraph(document, Anchor(_near(document, anchor.flow), 0), side) if document.body.pieces else anchor
    after = next(iter(flow.between(anchor.offset, anchor.offset + 1)), None)
    before = next(iter(flow.between(anchor.offset - 1, anchor.offset)), None) if anchor.offset else None
    if anchor.inserted:                        # inside what its agency put in there, which has paragraphs of its own
        return anchor
    if side == "end" and before is not None and before.text == MARK:
        return replace(anchor, offset=anchor.offset - 1)
    if side == "end" and before is not None and before.table is not None:
        last = before.table.rows[-1].cells[-1].flow if before.table.rows and before.table.rows[-1].cells else None
        return _in_paragraph(document, Anchor(last.key, last.length), side) if last is not None else anchor
    if after is not None and after.table is not None and after.table.rows and after.table.rows[0].cells:
        return _in_paragraph(document, Anchor(after.table.rows[0].cells[0].flow.key, 0), side)
    if after is None and before is not None and before.text == MARK:
        return replace(anchor, offset=anchor.offset - 1)
    return anchor
