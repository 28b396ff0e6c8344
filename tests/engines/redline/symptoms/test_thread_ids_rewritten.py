"""Symptom: Word deletes unanchored replies, re-keys large paraIds and flattens deep threads (docx-cli#1, #3)."""

from lxml import etree

from tansiq.engines.redline import consolidate, view
from tests.engines.ooxml.revisions.written import p, t
from tests.engines.ooxml.revisions.written import zipped as written
from tests.engines.redline.reviews.drafts import atom
from tests.engines.redline.reviews.health import faults
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


CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BESIDE = {
    "commentsExtended": (f'<w15:commentsEx xmlns:w15="{W15[1:-1]}">{{}}</w15:commentsEx>', "2011/relationships/commentsExtended"),
    "commentsIds": (f'<w16cid:commentsIds xmlns:w16cid="{CID}">{{}}</w16cid:commentsIds>', "2016/09/relationships/commentsIds"),
}


def threaded(*rows: tuple[str, str, str]) -> bytes:
    """A file with comments of (paraId, paraId of what it answers, text), as a program with ids of its own writes them."""
    limits = [f'<w:commentRange{side} w:id="{number}"/>' for side in ("Start", "End") for number in range(len(rows))]
    references = [f'<w:r><w:commentReference w:id="{number}"/></w:r>' for number in range(len(rows))]
    body = p(*limits[:len(rows)], t("The Group met."), *limits[len(rows):], *references)
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Author" w:date="2024-02-01T09:0{number}:00Z">'
        f'<w:p w14:paraId="{own}">{t(text)}</w:p></w:comment>' for number, (own, _, text) in enumerate(rows)
    )
    parts = unzipped(written(f"<w:body>{body}</w:body>", {"comments": comments}))
    inner = {
        "commentsExtended": "".join(
            f'<w15:commentEx w15:paraId="{own}"' + (f' w15:paraIdParent="{above}"' if above else "") + ' w15:done="0"/>'
            for own, above, _ in rows
        ),
        "commentsIds": "".join(f'<w16cid:commentId w16cid:paraId="{own}" w16cid:durableId="2{own[1:]}"/>' for own, _, _ in rows),
    }
    for name, (root, type_) in BESIDE.items():
        parts[f"word/{name}.xml"] = root.format(inner[name]).encode()
        relation = f'<Relationship Id="{name}" Type="http://schemas.microsoft.com/office/{type_}" Target="{name}.xml"/>'
        override = f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name}+xml"/>'
        lines = {"word/_rels/document.xml.rels": ("</Relationships>", relation), "[Content_Types].xml": ("</Types>", override)}
        for part, (end, line) in lines.items():
            parts[part] = parts[part].replace(end.encode(), (line + end).encode())
    return zipped(parts)


DRAFTS = (("F0000001", "", "Asked"), ("F0000002", "F0000001", "Answered"))


def test_threads_of_the_draft_keep_together_when_their_ids_change():
    copy = threaded(*DRAFTS, ("F0000003", "F0000001", "Answered too"), ("F0000004", "", "New"))
    made = consolidate(threaded(*DRAFTS), {"IOM": copy}, apart=False)
    assert [(one.text, one.answers) for one in comments_of(made.file)] == [
        ("Asked", ""), ("Answered", "Asked"), ("Answered too", "Asked"), ("New", ""),
    ]
    for file in (made.file, view(made.file, accept=[])):
        parts = unzipped(file)
        known = [one.get(W14 + "paraId") for one in etree.fromstring(parts["word/comments.xml"]).iter(W + "p")]
        durable = [one.get(f"{{{CID}}}paraId") for one in etree.fromstring(parts["word/commentsIds.xml"])]
        extended = [one.get(W15 + "paraId") for one in etree.fromstring(parts["word/commentsExtended.xml"])]
        assert (durable, sorted(extended)) == (known[:2], sorted(known))
        assert faults(file) == set()


def test_threads_of_agencies_with_the_same_ids_stay_apart():
    files = {name: threaded(("00000001", "", f"{name} asks"), ("00000002", "00000001", f"{name} answers")) for name in ("IOM", "FAO")}
    made = consolidate(written(f"<w:body>{p(t('The Group met.'))}</w:body>", {}), files, apart=False)
    assert {(one.text, one.answers) for one in comments_of(made.file)} == {
        ("IOM asks", ""), ("IOM answers", "IOM asks"), ("FAO asks", ""), ("FAO answers", "FAO asks"),
    }
    assert faults(made.file) == set()
