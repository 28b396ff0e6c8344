"""Symptom: Word deletes unanchored replies, re-keys large paraIds and flattens deep threads (docx-cli#1, #3)."""

from lxml import etree

from tansiq.engines.redline import consolidate
from tests.engines.redline.reviews.drafts import atom
from tests.engines.redline.reviews.model import Draft, Remark
from tests.engines.redline.reviews.parts import unzipped, zipped
from tests.engines.redline.reviews.plain_comments import W14, W15, comments_of
from tests.engines.redline.reviews.plain_views import W
from tests.engines.redline.reviews.written import write
from tests.engines.redline.symptoms.copies import draft, para, review

BASE = draft(para("The Group met."))


def deep_thread(copy: Draft) -> None:
    """A reply to a reply, as some programs write it."""
    copy.body[0].units = [atom("comment_start", "a"), *copy.body[0].units, atom("comment_end", "a")]
    for key, parent in (("a", ""), ("b", "a"), ("c", "b")):
        copy.remarks.append(Remark(key, "Author", "2024-02-01T09:00:00Z", "A", [key.upper()], parent=parent))


def hostile_copy() -> bytes:
    """Ids above what Word keeps, and replies without an anchor."""
    parts = unzipped(review(BASE, "IOM", deep_thread))
    for name in ("word/comments.xml", "word/commentsExtended.xml"):
        parts[name] = parts[name].replace(b'paraId="1000', b'paraId="F000').replace(b'paraIdParent="1000', b'paraIdParent="F000')
    tree = etree.fromstring(parts["word/document.xml"])
    for element in list(tree.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")):
        if element.get(W + "id") != "0":
            element.getparent().remove(element)
    parts["word/document.xml"] = etree.tostring(tree)
    return zipped(parts)


def test_threads_have_small_ids_one_level_and_an_anchor_each():
    made = consolidate(write(BASE), {"IOM": hostile_copy()}, apart=False)
    said = comments_of(made.file)
    assert [(one.text, one.answers, one.on, one.anchored) for one in said] == [
        ("A", "", "The Group met.", True), ("B", "A", "The Group met.", True), ("C", "A", "The Group met.", True),
    ]
    parts = unzipped(made.file)
    ids = [one.get(W14 + "paraId") for one in etree.fromstring(parts["word/comments.xml"]).iter(W + "p")]
    assert all(int(id_, 16) < 0x80000000 for id_ in ids if id_)
    extended = etree.fromstring(parts["word/commentsExtended.xml"])
    parents = {row.get(W15 + "paraIdParent") for row in extended} - {None}
    assert len(parents) == 1
