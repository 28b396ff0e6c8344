"""Comments of all agencies in one part: numbers, threads, authors, and a place for each inside a paragraph."""

import pytest

from tansiq.engines.ooxml.names import w, w14, w15
from tansiq.engines.redline.edits import Anchor, Comment
from tansiq.engines.redline.merge.weave import weave
from tansiq.engines.redline.merge.weave.comments import spots_of
from tansiq.engines.redline.readers.comments import read_comments
from tests.engines.ooxml.revisions.written import p, package_of, t
from tests.engines.redline.documents import BODY, comment, document_of, ranged, remark, tbl, tc, tr


def at(number: str, text: str, offset: int, **changes: object) -> Comment:
    return comment(number, text, starts=Anchor(BODY, offset), ends=Anchor(BODY, offset + 2), **changes)


def woven(*comments: Comment, base=None, **options: object):
    return weave(base or package_of(p(t("one two three"))), [], comments, **options).package


def test_write_comment_has_number_author_date_and_place():
    package = woven(at("c1", "Which?", 4))
    [found] = read_comments(package).values()
    assert (found.number, found.person, found.text) == ("0", "Reviewer [FAO]", "Which?")
    tags = [child.tag.rpartition("}")[2] for child in package.xml(package.main)[0][0]]
    assert tags == ["r", "commentRangeStart", "r", "commentRangeEnd", "r", "r"]


def test_write_nothing_makes_no_part():
    assert sorted(woven().names()) == sorted(package_of(p(t("a"))).names())


def test_write_comments_of_the_base_stay_and_keep_their_numbers():
    base = package_of(p(ranged(7, t("one two three"))), comments=remark(7, "Own"))
    found = read_comments(woven(at("c1", "New", 0), base=base))
    assert [(each.number, each.text) for each in found.values()] == [("7", "Own"), ("8", "New")]


def test_write_replies_are_of_one_level_and_to_comments_of_the_base_too():
    base = package_of(p(ranged(7, t("one two three"))), comments=remark(7, "Own"))
    said = [at("c1", "First", 0), at("c2", "Reply", 0, parent="c1"), at("c3", "Reply to it", 0, parent="c2"),
            at("c4", "To the draft", 0, parent="base:7")]
    found = {each.text: each.parent for each in read_comments(woven(*said, base=base)).values()}
    assert found == {"Own": "", "First": "", "Reply": "8", "Reply to it": "8", "To the draft": "7"}


def test_write_circle_of_replies_ends():
    found = read_comments(woven(at("c1", "a", 0, parent="c2"), at("c2", "b", 0, parent="c1")))
    assert [each.text for each in found.values()] == ["a", "b"]


def test_write_resolved_is_kept_and_people_are_listed_once():
    package = woven(at("c1", "a", 0, resolved=True), at("c2", "b", 0), at("c3", "c", 0, agency="IOM"))
    assert [each.resolved for each in read_comments(package).values()] == [True, False, False]
    people = package.xml(package.related(package.main, "people") or "")
    assert [each.get(w15("author")) for each in people] == ["Reviewer [FAO]", "Reviewer [IOM]"]


def test_write_agency_only_names_no_person():
    assert [each.person for each in read_comments(woven(at("c1", "a", 0), agency_only=True)).values()] == ["FAO"]


def test_write_text_that_is_no_xml_and_lines_are_written_as_paragraphs():
    [found] = read_comments(woven(at("c1", "one\x00two\nthree", 0))).values()
    assert found.text == "one two\nthree"


@pytest.mark.parametrize("paragraph", ["80000000", "FFFFFFFF", "00000000", "XYZ"])
def test_write_paragraph_ids_that_word_would_change_are_given_anew(paragraph: str):
    base = package_of(p(ranged(7, t("one two three"))), comments=remark(7, "Own", paragraph=paragraph))
    package = woven(at("c1", "Reply", 0, parent="base:7"), base=base)
    ids = [each.get(w14("paraId")) for each in package.xml("word/comments.xml").iter(w("p"))]
    assert all(each is not None and 0 < int(each, 16) < 0x80000000 for each in ids)
    assert read_comments(package)["8"].parent == "7"


def anchors(document, starts: Anchor | None, ends: Anchor | None = None) -> list[tuple[str, int, str]]:
    said = comment("c1", starts=starts, ends=ends or starts)
    return [(key.removeprefix(BODY), spot.gap, spot.side) for key, spot in spots_of(document, [said], lambda number: "0")]


DOCUMENT = document_of(p(t("ab")), tbl(tr(tc(p(t("c"))), tc(p(t("d"))))), p(t("e")))


@pytest.mark.parametrize(("starts", "ends", "found"), [
    (Anchor(BODY, 0), Anchor(BODY, 2), [("", 0, "start"), ("", 2, "end"), ("", 2, "reference")]),
    (Anchor(BODY, 0), Anchor(BODY, 3), [("", 0, "start"), ("", 2, "end"), ("", 2, "reference")]),
    (Anchor(BODY, 3), Anchor(BODY, 5), [("/t0/r0/c0", 0, "start"), ("", 5, "end"), ("", 5, "reference")]),
    (Anchor(BODY, 0), Anchor(BODY, 4), [("", 0, "start"), ("/t0/r0/c1", 1, "end"), ("/t0/r0/c1", 1, "reference")]),
    (Anchor(BODY, 6), None, [("", 5, "start"), ("", 5, "end"), ("", 5, "reference")]),
    (None, None, [("", 0, "start"), ("", 0, "end"), ("", 0, "reference")]),
    (Anchor("lost#1", 3), None, [("", 0, "start"), ("", 0, "end"), ("", 0, "reference")]),
    (Anchor(f"{BODY}/t0/r0/c9", 3), None, [("/t0/r0/c1", 0, "start"), ("/t0/r0/c1", 0, "end"), ("/t0/r0/c1", 0, "reference")]),
])
def test_spots_of_stand_inside_paragraphs(starts, ends, found):
    assert anchors(DOCUMENT, starts, ends) == found


def test_spots_of_a_reply_without_a_place_are_those_of_its_thread():
    said = [comment("c1", starts=Anchor(BODY, 1), ends=Anchor(BODY, 2)), comment("c2", parent="c1")]
    assert [(spot.comment, spot.gap) for _, spot in spots_of(DOCUMENT, said, lambda number: "0")][3:] == [("c2", 1), ("c2", 2), ("c2", 2)]
