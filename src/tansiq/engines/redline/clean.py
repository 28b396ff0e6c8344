"""The file to publish: the text, and nothing of how it came about. What is left is proved by `traces`, which shares no code with this."""

import re

from lxml import etree

from tansiq.engines.ooxml.names import cp, dc, ep, w, w14, w15
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.revisions import accept_all, revisions, word_parts
from tansiq.engines.ooxml.revisions.comments import remove_comments
from tansiq.engines.ooxml.revisions.markers import take_away
from tansiq.engines.ooxml.revisions.references import references, remove_relation
from tansiq.engines.redline.errors import UndecidedChanges
from tansiq.engines.redline.hidden import remove_hidden
from tansiq.engines.redline.pending import described

KEPT_PROPERTIES = frozenset({dc("title"), dc("subject"), dc("language"), cp("keywords"), cp("category")})
"""Of the core properties, what tells of the text and not of persons or times."""

LOST_STATISTICS = frozenset(
    ep(name) for name in (
        "Template", "Manager", "Company", "TotalTime", "HyperlinkBase", "HLinks", "HeadingPairs", "TitlesOfParts", "DigSig",
        "LinksUpToDate", "HyperlinksChanged", "SharedDoc",
    )
)
"""Of the extended properties, what tells of persons, places and the work on the file."""

LOST_SETTINGS = (
    *(w(name) for name in (
        "rsids", "trackRevisions", "revisionView", "documentProtection", "writeProtection", "docVars", "attachedTemplate", "linkStyles",
        "mailMerge", "proofState", "saveThroughXslt", "activeWritingStyle", "attachedSchema",
    )),
    w14("docId"), w15("docId"),
)
"""Of the settings, what tells one copy of a file from another, ties it to other files or keeps people from using it."""

LOST_PARTS = frozenset({
    "people", "printerSettings", "thumbnail", "custom-properties", "documenttasks", "attachedTemplate", "classificationlabels",
    "comments", "commentsExtended", "commentsIds", "commentsExtensible",
})
"""Kinds of relationships whose parts go."""

CONTENT_RELATIONS = frozenset({"image", "hyperlink", "chart", "video", "audio", "media", "diagramData", "diagramLayout"})
"""Kinds of relationships that text refers to by id: without a reference nobody sees what they lead to."""

WORKS_CITED = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}Sources"
"""The root of the custom XML part of citations (ISO/IEC 29500-1, 22.6)."""

FILE_PATH = re.compile(r"(?:[A-Za-z]:[\\/]|\\\\|file:|/(?:Users|home)/).*[\\/](?P<file>[^\\/]+)\Z", re.DOTALL)
"""Where a picture lay on somebody's disk: Word writes it into the picture's name or its description."""

OWN_BOOKMARKS = ("tansiq", "_tansiq", "_goback")


def clean(package: Package, *, accept: bool = False) -> None:
    """Take everything out of `package`, in place, that a publication must not show: comments, revisions, persons, times, traces of
    saving, hidden text, unused pictures and notes, custom properties and XML.

    Raises UndecidedChanges when tracked changes are left and `accept` does not say to take them all.
    """
    pending = revisions(package)
    if pending and not accept:
        raise UndecidedChanges(package.name, described(pending), "decide them first, or clean with --accept to accept all")
    accept_all(package)
    remove_comments(package)
    remove_hidden(package)
    _remove_unseen(package)
    for part in word_parts(package):
        _clean_markup(package, part)
    _clean_settings(package)
    _clean_properties(package)
    _remove_parts(package)


def _remove_unseen(package: Package) -> None:
    """Remove notes and relationships of content that no text refers to."""
    now = references(package, word_parts(package))
    for kind, ids in now.notes.items():
        part = package.related(package.main, kind)
        for note in list(package.xml(part)) if part is not None else []:
            if note.get(w("type"), "normal") == "normal" and note.get(w("id")) not in ids:
                take_away(note)
    for part in now.relations:
        used = references(package, [part]).relations[part]
        for relation in package.relationships(part).values():
            if relation.kind in CONTENT_RELATIONS and relation.id not in used:
                remove_relation(package, part, relation.id)


def _clean_markup(package: Package, part: str) -> None:
    """Take traces of saving, permissions of persons, ties to data and bookmarks of our own out of one part."""
    root = package.xml(part)
    prefix = w("rsid")
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if str(name).startswith(prefix):
                del element.attrib[name]
            elif (path := FILE_PATH.match(str(value))) is not None:
                element.set(name, path["file"])
    gone = list(root.iter(w("permStart"), w("permEnd"), w("dataBinding"), w15("dataBinding"), w("rsid"), w("printerSettings")))
    ours = {
        each.get(w("id")) for each in root.iter(w("bookmarkStart")) if each.get(w("name"), "").lower().startswith(OWN_BOOKMARKS)
    }
    gone += [each for each in root.iter(w("bookmarkStart"), w("bookmarkEnd")) if each.get(w("id")) in ours]
    for element in gone:
        take_away(element)


def _clean_settings(package: Package) -> None:
    """Take lost settings out of the settings of the document and of its building blocks."""
    for part in word_parts(package):
        if package.peek(part).tag == w("settings"):
            for setting in list(package.xml(part).iterchildren(*LOST_SETTINGS)):
                take_away(setting)


def _clean_properties(package: Package) -> None:
    """Keep of the document's properties what tells of the text."""
    core = package.related("", "core-properties")
    if core is not None:
        for property_ in list(package.xml(core)):
            if property_.tag not in KEPT_PROPERTIES:
                take_away(property_)
    statistics = package.related("", "extended-properties")
    if statistics is not None:
        for property_ in list(package.xml(statistics).iterchildren(*LOST_STATISTICS)):
            take_away(property_)


def _remove_parts(package: Package) -> None:
    """Remove parts about persons, printers and data. Of custom XML only the works cited stay, as citations need them."""
    for source in ["", *package.names()]:
        for relation in package.relationships(source).values():
            lost = relation.kind in LOST_PARTS or (relation.kind == "customXml" and not _is_bibliography(package, relation.target))
            if lost and relation.id in package.relationships(source):
                remove_relation(package, source, relation.id)


def _is_bibliography(package: Package, part: str) -> bool:
    """Whether a custom XML part holds the works a document cites."""
    return package.has(part) and package.peek(part).tag == WORKS_CITED
