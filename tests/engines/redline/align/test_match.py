"""A copy's text before its changes laid on the base's: what is an edit and what only a program did."""

import pytest

from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import read_document
from tansiq.engines.redline.align.match import last_mark_stays, match
from tests.engines.ooxml.revisions.written import A, dele, ins, p, package_of, t
from tests.engines.redline.documents import flow_of

PAGE = '<w:fldSimple w:instr="{}">{}</w:fldSimple>'
PICTURE = "<w:r><w:drawing/></w:r>"


def hunks(ours, theirs, *, by_word=True, everything=False) -> list[tuple[str, str, str]]:
    atoms = Atoms()
    base, copy = (read_document(package_of(*blocks), atoms).body for blocks in (ours, theirs))
    found = match(base, copy, by_word=by_word, everything=everything)
    return [
        (atoms.readable(base.text()[hunk.start:hunk.end]), atoms.readable(copy.original()[hunk.begin:hunk.finish]), hunk.noise)
        for hunk in found.hunks
    ]


def test_match_tracked_changes_are_no_hunks():
    assert hunks([p(t("a b"))], [p(t("a "), ins(t("new ")), dele("b"))]) == []


def test_match_untracked_change_is_a_hunk_and_counts_less_kept():
    atoms = Atoms()
    base, copy = (read_document(package_of(p(t(text))), atoms).body for text in ("it has 16 members", "it has 18 members"))
    found = match(base, copy, by_word=True)
    assert [(hunk.start, hunk.end, hunk.begin, hunk.finish, hunk.noise) for hunk in found.hunks] == [(7, 9, 7, 9, "")]
    assert found.kept == base.length - 2


@pytest.mark.parametrize(("ours", "theirs", "by_word", "noise"), [
    (["a  b"], ["a b"], False, "white_space"),
    (["a b"], ["a\u00a0b"], True, "white_space"),
    (["a  b"], ["a b"], True, ""),
    (["caf\u00e9"], ["cafe\u0301"], True, "normal_form"),
    (["a\u200fb"], ["ab"], True, "direction"),
    (["16"], ["18"], True, ""),
    (["a-b"], ["a–b"], True, ""),
])
def test_match_text_that_differs_is_classed(ours, theirs, by_word, noise):
    found = hunks([p(*map(t, ours))], [p(*map(t, theirs))], by_word=by_word)
    assert [each[2] for each in found] == [noise]


def test_match_line_break_put_in_by_another_program_is_a_break():
    assert hunks([p(t("ab"))], [p(t("a"), "<w:r><w:br/></w:r>", t("b"))], by_word=False) == [("", "\n", "break")]


def test_match_picture_lost_by_another_program_is_noise_and_by_word_an_edit():
    blocks = [p(t("a"), PICTURE)], [p(t("a"))]
    assert [each[2] for each in hunks(*blocks, by_word=False)] == ["drawing"]
    assert [each[2] for each in hunks(*blocks)] == [""]


def test_match_result_of_a_computed_field_is_noise_of_others_an_edit():
    assert hunks([p(PAGE.format("PAGE", t("3")))], [p(PAGE.format("PAGE", t("4")))]) == [("3", "4", "field_result")]
    assert hunks([p(PAGE.format("QUOTE", t("3")))], [p(PAGE.format("QUOTE", t("4")))]) == [("3", "4", "")]


def test_match_everything_leaves_only_results_of_fields_out():
    assert hunks([p(t("a  b"))], [p(t("a b"))], by_word=False, everything=True) == [(" ", "", "")]
    assert [each[2] for each in hunks([p(PAGE.format("PAGE", t("3")))], [p(PAGE.format("PAGE", t("4")))], everything=True)] == [
        "field_result",
    ]


def test_last_mark_stays_carries_no_change():
    flow = flow_of(p(t("a"), mark=f"<w:ins {A}/><w:del {A}/>"))
    last_mark_stays(flow)
    assert (flow.pieces[-1].ins, flow.pieces[-1].dele) == (None, None)
    empty = flow_of()
    last_mark_stays(empty)
    assert empty.pieces == []
