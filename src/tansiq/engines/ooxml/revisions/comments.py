"""Taking comments out of a package: their text, their anchors, and what other parts say of them (threads, ids, persons)."""

from collections.abc import Collection

from lxml import etree

from tansiq.engines.ooxml.names import w, w14, w15, w16cex, w16cid
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.revisions.content import remove_content
from tansiq.engines.ooxml.revisions.listing import word_parts
from tansiq.engines.ooxml.revisions.markers import COMMENT_ENDS, take_away

COMMENT_PARTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible")
"""Kinds of relationships that lead to the parts of comments."""


def remove_comments(package: Package, ids: Collection[str] | None = None) -> None:
    """Take out the comments with these `w:id`s, all of them when None; with the last one the parts of comments go, and the persons.

    An answer to a comment that goes, and that itself stays, becomes a comment of its own.
    """
    for each in word_parts(package):
        _remove_anchors(package, each, ids)
    part = package.related(package.main, "comments")
    if part is not None and ids is not None:
        paragraphs = _remove_texts(package.xml(part), ids)
        _forget_threads(package, paragraphs)
    if part is None or ids is None or package.peek(part).find(w("comment")) is None:
        _remove_parts(package)


def _remove_anchors(package: Package, part: str, ids: Collection[str] | None) -> None:
    """Take the ranges and references of comments out of one part."""
    found = [
        each for each in package.peek(part).iter(*COMMENT_ENDS, w("commentReference")) if ids is None or each.get(w("id")) in ids
    ]
    if found:
        package.xml(part)   # from here on the part is written anew
    for anchor in found:
        holder = anchor.getparent()
        take_away(anchor)
        if holder is not None and holder.tag == w("r") and all(child.tag == w("rPr") for child in holder):
            remove_content(holder)


def _remove_texts(root: etree._Element, ids: Collection[str]) -> set[str]:
    """Take comments out of their part; the ids of their last paragraphs, by which threads know them (MS-DOCX 2.5.4.2)."""
    gone: set[str] = set()
    for comment in [each for each in root.iterchildren(w("comment")) if each.get(w("id")) in ids]:
        gone.update(paragraph.get(w14("paraId"), "") for paragraph in comment.iter(w("p")))
        root.remove(comment)
    return gone - {""}


def _forget_threads(package: Package, paragraphs: set[str]) -> None:
    """Take out what the other parts say of comments whose paragraphs are gone."""
    threads = package.related(package.main, "commentsExtended")
    if threads is not None:
        for entry in list(package.xml(threads)):
            if entry.get(w15("paraId")) in paragraphs:
                take_away(entry)
            elif entry.get(w15("paraIdParent")) in paragraphs:
                del entry.attrib[w15("paraIdParent")]
    durable = _remove_entries(package, "commentsIds", w16cid("paraId"), paragraphs)
    _remove_entries(package, "commentsExtensible", w16cex("durableId"), durable)


def _remove_entries(package: Package, kind: str, name: str, values: set[str]) -> set[str]:
    """Remove the entries of a part whose attribute `name` is one of `values`; the durable ids they had."""
    part = package.related(package.main, kind)
    if part is None:
        return set()
    gone = [entry for entry in package.xml(part) if entry.get(name) in values]
    for entry in gone:
        take_away(entry)
    return {entry.get(w16cid("durableId"), "") for entry in gone}


def _remove_parts(package: Package) -> None:
    """Remove the parts of comments, and the list of persons, which has no other use."""
    for kind in (*COMMENT_PARTS, "people"):
        while (found := package.related(package.main, kind)) is not None:
            package.remove_part(found)
