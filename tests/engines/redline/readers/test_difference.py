"""A flow of a copy walked beside the base's: what was taken out, put in and formatted, and where markers stand."""

from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import read_document
from tansiq.engines.redline.align.match import match
from tansiq.engines.redline.edits import Anchor
from tansiq.engines.redline.readers.difference import Difference, Walk
from tests.engines.ooxml.revisions.written import B, dele, ins, p, package_of, t
from tests.engines.redline.documents import BODY, ranged

FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>' \
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def walked(base: list[str], copy: list[str], *, by_word: bool = True) -> Difference:
    atoms = Atoms()
    ours, theirs = (read_document(package_of(*blocks), atoms).body for blocks in (base, copy))
    return Walk(ours, theirs, match(ours, theirs, by_word=by_word)).run()


def taken(found: Difference) -> list[tuple[int, int, str | None]]:
    return [(one.start, one.end, one.mark.person if one.mark else None) for one in found.taken]


def put(found: Difference) -> list[tuple[int, str, str | None, bool]]:
    return [(one.gap, one.text, one.mark.person if one.mark else None, one.withdrawn is not None) for one in found.put]


def test_run_equal_flows_differ_in_nothing():
    found = walked([p(t("ab cd"))], [p(t("ab"), t(" cd"))])
    assert (found.taken, found.put, found.formatted, found.spots) == ([], [], [], [])
    assert [(ours.at, theirs.at) for ours, theirs in found.pairs] == [(5, 5)]


def test_run_tracked_changes_are_in_offsets_of_the_base():
    found = walked([p(t("one two three"))], [p(t("one "), dele("two"), ins(t("2")), t(" three"), ins(t("!"), by=B))])
    assert taken(found) == [(4, 7, "Reviewer 1")]
    assert put(found) == [(7, "2", "Reviewer 1", False), (13, "!", "Reviewer 2", False)]


def test_run_untracked_changes_have_no_person():
    found = walked([p(t("has 16 members"))], [p(t("has 18 members"))])
    assert (taken(found), put(found)) == ([(4, 6, None)], [(6, "18", None, False)])


def test_run_deletions_side_by_side_are_one_person_each():
    found = walked([p(t("abcdef"))], [p(dele("ab"), dele("cd"), dele("ef", B))])
    assert taken(found) == [(0, 4, "Reviewer 1"), (4, 6, "Reviewer 2")]


def test_run_text_withdrawn_is_told_from_text_put_in():
    found = walked([p(t("ab"))], [p(t("a"), ins(dele("x")), ins(t("y")), t("b"))])
    assert put(found) == [(1, "x", "Reviewer 1", True), (1, "y", "Reviewer 1", False)]


def test_run_spots_stand_behind_what_was_put_in_before_them():
    found = walked([p(t("ab"))], [p(t("a"), ins(t("xy")), ranged(1, ins(t("z")), t("b")))])
    assert found.spots == [
        ("start", "1", Anchor(BODY, 1, 2)), ("end", "1", Anchor(BODY, 2, 0)), ("reference", "1", Anchor(BODY, 2, 0)),
    ]


def test_run_spot_inside_a_run_stands_where_it_cuts_the_text():
    assert walked([p(t("abc"))], [p(t("a"), ranged(1, t("b")), t("c"))]).spots[0] == ("start", "1", Anchor(BODY, 1, 0))


def test_run_deleted_white_space_that_another_program_changed_is_taken_out():
    found = walked([p(t("a\u00a0b"))], [p(t("a"), dele(" "), t("b"))], by_word=False)
    assert taken(found) == [(1, 2, "Reviewer 1")]


def test_run_white_space_that_a_program_changed_is_passed_over():
    found = walked([p(t("a  b c"))], [p(t("a b "), ins(t("x ")), t("c"))], by_word=False)
    assert (taken(found), put(found)) == ([], [(5, "x ", "Reviewer 1", False)])


def test_run_half_a_field_taken_out_leaves_its_code_and_end():
    base = [p(t("see "), FIELD.format(t("Table 1")), t("."))]
    half = walked(base, [p(t("see Table 1."))])
    assert taken(half) == [(4, 5, None), (12, 13, None)]
    opened = base[0].replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")
    assert taken(walked(base, [opened])) == []


@given(st.lists(st.tuples(st.sampled_from("kdin"), st.text("ab ", min_size=1, max_size=4)), max_size=8))
def test_run_tracked_changes_rebuild_both_texts(steps: list[tuple[str, str]]):
    """k kept, d taken out, i put in, n put in and withdrawn."""
    base = "".join(text for kind, text in steps if kind in "kd")
    write = {"k": t, "d": dele, "i": lambda text: ins(t(text)), "n": lambda text: ins(dele(text))}
    found = walked([p(t(base))], [p(*(write[kind](text) for kind, text in steps))])
    gone = {offset for one in found.taken for offset in range(one.start, one.end)}
    after = ""
    for gap in range(len(base) + 1):
        after += "".join(one.text for one in found.put if one.gap == gap and one.withdrawn is None)
        after += base[gap:gap + 1] if gap not in gone else ""
    assert after == "".join(text for kind, text in steps if kind in "ki")
    assert all(one.mark is not None for one in [*found.taken, *found.put])
