"""What stays of ranges when content goes."""

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import reject_all
from tansiq.engines.ooxml.revisions.markers import drop_pairs, following_block, is_silent, preceding_block, rescue, settle_near
from tests.engines.ooxml.revisions.written import A, canonical, ins, p, package_of, t

REFERENCE = '<w:r><w:t>x</w:t><w:commentReference w:id="3"/></w:r>'


def body(*blocks):
    package = package_of(*blocks)
    return package.xml(package.main)[0]


def test_rescue_keeps_ends_that_reach_out_and_comments():
    held = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="2"/><w:commentRangeEnd w:id="3"/>'
    inserted = body(p(f"<w:ins {A}>{held}{REFERENCE}</w:ins>"))[0][0]
    kept = rescue(inserted)
    assert [(each.tag, each.get(w("id"))) for each in kept] == [(w("bookmarkEnd"), "2"), (w("commentRangeEnd"), "3"), (w("r"), None)]
    assert [child.tag for child in kept[-1]] == [w("commentReference")]


def test_rescue_takes_a_comment_in_a_text_box_once():
    box = body(p(
        f'<w:ins {A}><w:r><mc:AlternateContent><mc:Choice>{p(REFERENCE)}</mc:Choice><mc:Fallback>{p(REFERENCE)}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:ins>"
    ))[0][0]
    assert len(rescue(box)) == 1


def test_markers_inside_a_rejected_insertion_stay_in_its_place():
    package = package_of(p(t("a"), ins('<w:commentRangeStart w:id="3"/>', t("b"), '<w:commentRangeEnd w:id="3"/>', REFERENCE), t("c")))
    reject_all(package)
    paragraph = package.xml(package.main)[0][0]
    assert [child.tag for child in paragraph] == [w("r"), w("commentRangeStart"), w("commentRangeEnd"), w("r"), w("r")]


def test_settle_near_without_a_paragraph_after_goes_to_the_end_of_the_one_before():
    root = body(p(t("a")), "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    marker = body(p('<w:commentRangeStart w:id="3"/>'))[0][0]
    settle_near([marker], root[1])
    assert [child.tag for child in root[0]] == [w("r"), w("commentRangeStart")]


def test_settle_near_stays_in_its_story():
    box = "<w:r><w:pict><v:textbox><w:txbxContent><w:p/><w:tbl/></w:txbxContent></v:textbox></w:pict></w:r>"
    root = body(p(box), p(t("after")))
    table = next(root.iter(w("tbl")))
    marker = body(p('<w:commentRangeStart w:id="3"/>'))[0][0]
    settle_near([marker], table)
    assert marker.getparent() is table.getprevious()


def test_blocks_beside_skip_markers_and_section():
    root = body(p(), '<w:bookmarkEnd w:id="1"/>', "<w:tbl/>", "<!-- x -->", "<w:sectPr/>")
    assert following_block(root[0]) is root[2]
    assert preceding_block(root[2]) is root[0]
    assert following_block(root[2]) is None


def test_is_silent_tells_what_shows_nothing():
    silent = '<w:proofErr/><w:r><w:rPr/><w:commentReference w:id="1"/></w:r><w:r/>'
    paragraph = body(p(silent, t("a"), "<w:r><w:tab/></w:r><w:hyperlink/>"))[0]
    assert [is_silent(child) for child in paragraph] == [True, True, True, False, False, False]


def test_drop_pairs_takes_the_end_of_the_same_id_only():
    root = body(p('<w:moveToRangeStart w:id="1"/><w:moveToRangeEnd w:id="2"/><w:moveToRangeEnd w:id="1"/>'))
    drop_pairs(root, [root[0][0]])
    assert canonical(root) == canonical(body(p('<w:moveToRangeEnd w:id="2"/>')))
