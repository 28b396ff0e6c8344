"""Comments taken out, some or all."""

from tansiq.engines.ooxml.names import CONTENT_TYPES, w, w15
from tansiq.engines.ooxml.revisions.comments import remove_comments
from tests.engines.ooxml.revisions.written import body_texts, canonical, ins, p, package_of, t

THREAD = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
IDS = 'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
EXTENSIBLE = 'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"'
OTHERS = {
    "commentsExtended": f'<w15:commentsEx {THREAD}><w15:commentEx w15:paraId="0A"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
    "</w15:commentsEx>",
    "commentsIds": f'<w16cid:commentsIds {IDS}><w16cid:commentId w16cid:paraId="0A" w16cid:durableId="1A"/>'
    '<w16cid:commentId w16cid:paraId="0B" w16cid:durableId="1B"/></w16cid:commentsIds>',
    "commentsExtensible": f'<w16cex:commentsExtensible {EXTENSIBLE}><w16cex:commentExtensible w16cex:durableId="1A"/>'
    '<w16cex:commentExtensible w16cex:durableId="1B"/></w16cex:commentsExtensible>',
    "people": f"<w15:people {THREAD}/>",
}


def anchored(number):
    return (
        f'<w:commentRangeStart w:id="{number}"/>' + t(f"text {number}")
        + f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr/><w:commentReference w:id="{number}"/></w:r>'
    )


def commented():
    """A comment and the answer to it."""
    package = package_of(
        p(anchored(0), ins(anchored(1))),
        comments='<w:comment w:id="0"><w:p w14:paraId="0A"/></w:comment><w:comment w:id="1"><w:p w14:paraId="0B"/></w:comment>',
    )
    for kind, data in OTHERS.items():
        package.add_part(f"word/{kind}.xml", data.encode(), CONTENT_TYPES[kind])
        package.relate(package.main, type=kind, target=f"word/{kind}.xml")
    return package


def test_remove_comments_all_leaves_the_text_and_no_parts():
    package = commented()
    remove_comments(package)
    assert sorted(package.names()) == ["word/document.xml"]
    assert canonical(package.xml(package.main)) == canonical(package_of(p(t("text 0"), ins(t("text 1")))).xml("word/document.xml"))


def test_remove_comments_of_some_ids_keeps_the_others_and_makes_an_orphaned_answer_a_comment():
    package = commented()
    remove_comments(package, {"0"})
    assert [each.get(w("id")) for each in package.xml("word/comments.xml")] == ["1"]
    assert [dict(each.attrib) for each in package.xml("word/commentsExtended.xml")] == [{w15("paraId"): "0B"}]
    assert len(package.xml("word/commentsIds.xml")) == len(package.xml("word/commentsExtensible.xml")) == 1
    assert [each.get(w("id")) for each in package.xml(package.main).iter(w("commentReference"))] == ["1"]
    assert body_texts(package) == ["text 0text 1"]


def test_remove_comments_the_last_one_takes_the_parts_along():
    package = commented()
    remove_comments(package, {"0"})
    remove_comments(package, {"1"})
    assert sorted(package.names()) == ["word/document.xml"]


def test_remove_comments_where_only_anchors_are_left_takes_them():
    package = package_of(p(anchored(4)))
    remove_comments(package)
    assert canonical(package.xml(package.main)) == canonical(package_of(p(t("text 4"))).xml("word/document.xml"))
