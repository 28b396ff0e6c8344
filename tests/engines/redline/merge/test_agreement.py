"""Who agrees and what excludes what: every reason, and that neither order nor names of agencies decide."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.edits import Edit, Fragment, Kind, Place
from tansiq.engines.redline.merge.agreement import relate
from tests.engines.redline.documents import BODY, edit

K = Kind
LEFT, RIGHT = Fragment("<left/>"), Fragment("<right/>")
TABLE, ROW = f"{BODY}/t0", f"{BODY}/t0/r1"


def reasons(*edits: Edit) -> list[tuple[str, ...]]:
    """The conflicts, each as its reason and the agencies in it."""
    _, conflicts = relate([replace(each, id=f"e{number}") for number, each in enumerate(edits)])
    of = {f"e{number}": each.agency for number, each in enumerate(edits)}
    return [(conflict.reason, *(of[each] for each in conflict.edits)) for conflict in conflicts]


def by(agency: str, *args, **changes) -> Edit:
    return edit(*args, agency=agency, **changes)


CLASHES = [
    ("overlap", by("FAO", K.DELETION, 0, 5), by("IOM", K.DELETION, 4, 9)),
    ("overlap", by("FAO", K.PARAGRAPH_DELETION, 0, 9), by("IOM", K.DELETION, 4, 5)),
    ("overlap", by("FAO", K.MOVE, 0, 5, moved_to=Place(BODY, 9, 9)), by("IOM", K.DELETION, 4, 6)),
    ("inside_deletion", by("FAO", K.DELETION, 0, 5), by("IOM", K.INSERTION, 3, after="x")),
    ("same_place", by("FAO", K.INSERTION, 3, after="x"), by("IOM", K.INSERTION, 3, after="y")),
    ("same_place", by("FAO", K.ROW_INSERTION, 1, flow=TABLE, after="x"), by("IOM", K.ROW_INSERTION, 1, flow=TABLE, after="y")),
    ("format", by("FAO", K.FORMAT, 0, 5, said="b"), by("IOM", K.FORMAT, 4, 6, said="i")),
    ("format", by("FAO", K.PARAGRAPH_FORMAT, 5, 6, fragment=LEFT), by("IOM", K.PARAGRAPH_FORMAT, 5, 6, fragment=RIGHT)),
    ("format", by("FAO", K.SECTION, 5, 6, fragment=LEFT), by("IOM", K.SECTION, 5, 6, fragment=RIGHT)),
    ("format", by("FAO", K.TABLE_FORMAT, 0, 1, flow=TABLE, said="trPr", fragment=LEFT),
     by("IOM", K.TABLE_FORMAT, 0, 1, flow=TABLE, said="trPr", fragment=RIGHT)),
    ("row_and_cell", by("FAO", K.ROW_DELETION, 1, 2, flow=TABLE), by("IOM", K.DELETION, 0, 1, flow=f"{TABLE}/r1/c0")),
    ("row_and_cell", by("FAO", K.ROW_DELETION, 1, 2, flow=TABLE), by("IOM", K.CELL_INSERTION, 1, flow=ROW)),
    ("row_and_cell", by("FAO", K.CELL_DELETION, 0, 1, flow=ROW), by("IOM", K.INSERTION, 0, flow=f"{ROW}/c0")),
    ("row_and_cell", by("FAO", K.ROW_DELETION, 1, 2, flow=TABLE), by("IOM", K.INSERTION, 0, flow=f"{ROW}/c0/t0/r0/c0")),
]


@pytest.mark.parametrize(("reason", "one", "other"), CLASHES)
def test_relate_edits_that_exclude_each_other_have_a_reason(reason: str, one: Edit, other: Edit):
    assert reasons(one, other) == [(reason, "FAO", "IOM")]
    assert reasons(other, one) == [(reason, "IOM", "FAO")]


@pytest.mark.parametrize(("one", "other"), [
    (by("FAO", K.DELETION, 0, 5), by("IOM", K.DELETION, 5, 9)),
    (by("FAO", K.DELETION, 0, 5), by("IOM", K.INSERTION, 0, after="x")),
    (by("FAO", K.DELETION, 0, 5), by("IOM", K.INSERTION, 5, after="x")),
    (by("FAO", K.DELETION, 0, 5), by("IOM", K.FORMAT, 0, 5, said="b")),
    (by("FAO", K.INSERTION, 3, after="x"), by("IOM", K.INSERTION, 4, after="y")),
    (by("FAO", K.INSERTION, 3, after="x"), by("IOM", K.INSERTION, 3, flow=TABLE, after="x")),
    (by("FAO", K.FORMAT, 0, 5), by("IOM", K.FORMAT, 5, 9)),
    (by("FAO", K.TABLE_FORMAT, 0, 1, flow=TABLE, said="trPr"), by("IOM", K.TABLE_FORMAT, 0, 1, flow=TABLE, said="tblPrEx")),
    (by("FAO", K.ROW_DELETION, 1, 2, flow=TABLE), by("IOM", K.DELETION, 0, 1, flow=f"{TABLE}/r10/c0")),
    (by("FAO", K.ROW_DELETION, 1, 2, flow=TABLE), by("FAO", K.DELETION, 0, 1, flow=f"{TABLE}/r1/c0")),
    (by("FAO", K.DELETION, 0, 5), by("FAO", K.INSERTION, 3, after="x")),
    (by("FAO", K.DELETION, 0, 5), by("IOM", K.INSERTION, 3, after="x", said="withdrawn")),
])
def test_relate_edits_that_go_together_are_no_conflict(one: Edit, other: Edit):
    assert reasons(one, other) == []


def test_relate_move_clashes_at_its_goal_too():
    move = by("FAO", K.MOVE, 0, 5, after="moved", moved_to=Place(TABLE + "/r0/c0", 3, 3))
    assert reasons(move, by("IOM", K.INSERTION, 3, flow=TABLE + "/r0/c0", after="x")) == [("same_place", "FAO", "IOM")]


def test_relate_chain_of_clashes_is_one_conflict_with_the_weightiest_reason():
    chain = [by("FAO", K.INSERTION, 3, after="x"), by("IOM", K.INSERTION, 3, after="y"), by("ILO", K.DELETION, 2, 9)]
    [found] = reasons(*chain)
    assert found == ("inside_deletion", "FAO", "IOM", "ILO")


def related(*edits: Edit) -> list[tuple[str, ...]]:
    found, _ = relate([replace(each, id=f"e{number}") for number, each in enumerate(edits)])
    return [each.agrees_with for each in found]


def test_relate_the_same_change_by_several_is_an_agreement_and_no_conflict():
    alike = [by(agency, K.DELETION, 0, 5, before="a") for agency in ("FAO", "IOM", "ILO")]
    assert related(*alike) == [("e1", "e2"), ("e0", "e2"), ("e0", "e1")]
    assert reasons(*alike) == []


@pytest.mark.parametrize("other", [
    by("IOM", K.INSERTION, 3, after="y"), by("IOM", K.INSERTION, 4, after="x"), by("FAO", K.INSERTION, 3, after="x"),
    by("IOM", K.INSERTION, 3, flow=TABLE, after="x"), by("IOM", K.INSERTION, 3, after="x", said="withdrawn"),
])
def test_relate_other_changes_do_not_agree(other: Edit):
    assert related(by("FAO", K.INSERTION, 3, after="x"), other) == [(), ()]


def test_relate_formats_agree_when_they_look_alike():
    look = {"before": "a", "after": "a", "said": "b"}
    one = by("FAO", K.FORMAT, 0, 5, fragment=Fragment("<b/>"), **look)
    assert related(one, by("IOM", K.FORMAT, 0, 5, fragment=Fragment("<b/>"), **look)) == [("e1",), ("e0",)]
    assert related(one, by("IOM", K.FORMAT, 0, 5, fragment=Fragment("<i/>"), **look)) == [(), ()]


def test_relate_moves_agree_when_their_goals_do():
    one = by("FAO", K.MOVE, 0, 5, moved_to=Place(BODY, 9, 9))
    assert related(one, by("IOM", K.MOVE, 0, 5, moved_to=Place(BODY, 9, 9))) == [("e1",), ("e0",)]
    assert related(one, by("IOM", K.MOVE, 0, 5, moved_to=Place(BODY, 12, 12))) == [(), ()]


def test_relate_two_equal_rows_of_one_agency_agree_one_by_one():
    rows = [by(agency, K.ROW_INSERTION, 1, flow=TABLE, after="x") for agency in ("FAO", "FAO", "IOM")]
    assert related(*rows) == [("e2",), (), ("e0",)]


KINDS = st.sampled_from([K.INSERTION, K.DELETION, K.FORMAT])


@st.composite
def some_edits(draw) -> list[Edit]:
    found = []
    for number in range(draw(st.integers(0, 7))):
        kind, start = draw(KINDS), draw(st.integers(0, 6))
        end = start if kind == K.INSERTION else start + draw(st.integers(1, 4))
        agency, after = draw(st.sampled_from(["FAO", "IOM", "ILO"])), draw(st.sampled_from(["x", "y"])) if kind == K.INSERTION else ""
        found.append(replace(by(agency, kind, start, end, after=after), id=f"e{number}"))
    return found


@given(some_edits(), st.randoms())
def test_relate_order_of_edits_never_matters(edits: list[Edit], rng):
    mixed = list(edits)
    rng.shuffle(mixed)
    first, conflicts = relate(edits)
    second, others = relate(mixed)
    alike = {each.agency + each.kind + each.after + str(each.place) for each in edits}
    if len(alike) == len(edits):          # equal edits of one agency are told apart by their order
        assert {each.id: (each.agrees_with, each.conflict) for each in first} == {
            each.id: (each.agrees_with, each.conflict) for each in second
        }
    assert {(each.id, frozenset(each.edits), each.reason) for each in conflicts} == {
        (each.id, frozenset(each.edits), each.reason) for each in others
    } or len(alike) < len(edits)


@given(some_edits())
def test_relate_each_edit_is_in_one_conflict_at_most_and_none_alone(edits: list[Edit]):
    found, conflicts = relate(edits)
    assert [each.id for each in found] == [each.id for each in edits]
    listed = [each for conflict in conflicts for each in conflict.edits]
    assert len(listed) == len(set(listed))
    assert all(len({next(one.agency for one in edits if one.id == each) for each in conflict.edits}) > 1 for conflict in conflicts)
    assert {each.id: each.conflict for each in found if each.conflict} == {
        each: conflict.id for conflict in conflicts for each in conflict.edits
    }
