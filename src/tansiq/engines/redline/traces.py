"""What a file still tells of how it came about, found by reading its parts: the proof of `clean`, with which it shares no code.

It looks at every part, of whatever kind, and at what leads to it; nothing is changed.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.names import NAMESPACES
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.hidden import hidden_runs, hidden_test

W = f"{{{NAMESPACES['w']}}}"

REVISION = re.compile(
    r"ins|del|moveFrom|moveTo|\w+Change|cell(Ins|Del|Merge)|move(From|To)Range(Start|End)|customXml\w+Range(Start|End)|del(Instr)?Text"
)
COMMENT = re.compile(r"comment(s|RangeStart|RangeEnd|Reference)?|annotationRef")
PERMISSION = re.compile(r"perm(Start|End)")
SETTING = re.compile(r"rsids?|rsidRoot|trackRevisions|docVars|attachedTemplate|documentProtection|writeProtection|mailMerge|dataBinding")
NAMES_OF_ELEMENTS = (
    (REVISION, "tracked changes"), (COMMENT, "comments"), (PERMISSION, "permissions of persons"),
    (SETTING, "settings of the work on the file"),
)
PERSONAL = re.compile(r"author|initials|ed|userId|providerId|person")
SAVED = re.compile(r"rsid\w*")

PERSONS = {
    "creator": "the author", "lastModifiedBy": "who saved it last", "created": "when it was made", "modified": "when it was saved",
    "lastPrinted": "when it was printed", "revision": "how often it was saved", "Company": "the company", "Manager": "the manager",
    "Template": "the template", "TotalTime": "the time of work", "HyperlinkBase": "where it lay", "description": "remarks",
    "contentStatus": "the status of the draft", "identifier": "an identifier", "version": "the version of the draft",
}
PARTS = re.compile(
    r"comments\w*|people|printerSettings|thumbnail|custom-properties|documenttasks|attachedTemplate|classificationlabels", re.IGNORECASE
)
CONTENT = re.compile(r"image|hyperlink|chart|video|audio|media")
OFF = frozenset({"0", "false", "off"})
PATH = re.compile(r"([A-Za-z]:[\\/]|\\\\|file:|/(Users|home)/).*[\\/].")
OWN_NAMES = re.compile(r"_?tansiq|_goback", re.IGNORECASE)


def traces(package: Package) -> list[str]:
    """Everything in `package` that a publication must not show, one line each: what, how often, in which part. Empty: it is clean."""
    found: list[str] = []
    is_hidden = hidden_test(package)
    for part in sorted(package.names()):
        try:
            root = package.peek(part)
        except PackageRefused:   # a picture, a font
            continue
        counted = Counter([*_elements(root), *_attributes(root)])
        counted.update("hidden text" for _ in hidden_runs(root, is_hidden))
        counted.update(_unseen(package, part, root))
        found += [f"{part}: {what}" + (f" ({number} times)" if number > 1 else "") for what, number in sorted(counted.items())]
        found += [f"{part}: {what}" for what in _properties(root)]
    return found + sorted(_leads(package))


def _elements(root: etree._Element) -> Iterator[str]:
    """What the names of elements tell. `w:del` and the like mean the same in every part; `w:comments` is a root too."""
    for element in root.iter(etree.Element):
        space, _, name = str(element.tag).rpartition("}")
        if space == W[:-1]:
            yield from (f"{what} (w:{name})" for pattern, what in NAMES_OF_ELEMENTS if pattern.fullmatch(name))
            if name == "bookmarkStart" and OWN_NAMES.match(element.get(f"{W}name", "")):
                yield "bookmarks of the consolidation"
            if name == "trPr" and (hidden := element.find(f"{W}hidden")) is not None and hidden.get(f"{W}val", "1") not in OFF:
                yield "hidden rows"
        elif name == "docId":
            yield "the id of the file"


def _attributes(root: etree._Element) -> Iterator[str]:
    """What the names of attributes tell."""
    for element in root.iter(etree.Element):
        for attribute in element.attrib:
            space, _, name = str(attribute).rpartition("}")
            if SAVED.fullmatch(name):
                yield "ids of saving (w:rsid…)"
            elif PATH.match(str(element.get(attribute))):
                yield f"where a file lay ({name})"
            elif space == W[:-1] and PERSONAL.fullmatch(name):
                yield f"persons (w:{name})"


def _unseen(package: Package, part: str, root: etree._Element) -> Iterator[str]:
    """Notes that no text refers to, and content that nothing shows."""
    kind = {f"{W}footnotes": "footnote", f"{W}endnotes": "endnote"}.get(str(root.tag))
    if kind:
        referred = {each.get(f"{W}id") for each in package.peek(package.main).iter(f"{W}{kind}Reference")}
        for note in root.iterchildren(f"{W}{kind}"):
            if note.get(f"{W}type", "normal") == "normal" and note.get(f"{W}id") not in referred:
                yield f"{kind}s that no text refers to"
    if str(root.tag).startswith(W):
        said = {str(value) for element in root.iter(etree.Element) for value in element.attrib.values()}
        for relation in package.relationships(part).values():
            if CONTENT.fullmatch(relation.kind) and relation.id not in said:
                yield f"a {relation.kind} that no text shows"


def _properties(root: etree._Element) -> Iterator[str]:
    """What the properties of the document tell: only their two parts have these roots."""
    if etree.QName(root).localname not in {"coreProperties", "Properties"}:
        return
    for element in root:
        name = etree.QName(element).localname
        if name in PERSONS and (element.text or "").strip():
            yield f"{PERSONS[name]} ({(element.text or '').strip()[:40]})"
        if name == "property":
            yield f"a custom property ({element.get('name', '')})"


def _leads(package: Package) -> Iterator[str]:
    """Parts that are there for persons, printers and data, whatever they are called."""
    for source in package.sources():
        for relation in package.relationships(source).values():
            if PARTS.fullmatch(relation.kind):
                yield f"{relation.target}: a part of {relation.kind}"
            elif relation.kind == "customXml":
                root = package.peek(relation.target)
                if etree.QName(root).localname != "Sources":
                    yield f"{relation.target}: custom XML ({etree.QName(root).localname})"
