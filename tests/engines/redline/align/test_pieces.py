"""Pieces of a flow by offset, and the three texts of a flow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.align.atoms import MARK, TABLE
from tests.engines.ooxml.revisions.written import A, dele, ins, p, t
from tests.engines.redline.documents import BODY, flow_of, tbl, tc, tr

FLOW = flow_of(p(t("abc"), t("de")), tbl(tr(tc(p(t("x"))), tc(p(t("y")), properties=f"<w:cellIns {A}/>"))), p(t("f")))


@pytest.mark.parametrize(("start", "end", "texts"), [
    (0, 1, ["abc"]), (2, 4, ["abc", "de"]), (3, 3, []), (5, 7, [MARK, TABLE]), (7, 9, ["f", MARK]),
    (0, 99, ["abc", "de", MARK, TABLE, "f", MARK]),
])
def test_between_pieces_that_hold_a_character_of_the_range(start: int, end: int, texts: list[str]):
    assert [piece.text for piece in FLOW.between(start, end)] == texts


@given(st.integers(0, 10), st.integers(0, 10))
def test_chars_are_those_of_the_text(start: int, end: int):
    assert FLOW.chars(start, max(start, end)) == FLOW.text()[start:max(start, end)]


def test_texts_before_and_after_the_changes():
    flow = flow_of(p(t("a"), ins(t("b")), dele("c")))
    assert (flow.text(), flow.original(), flow.current()) == (f"abc{MARK}", f"ac{MARK}", f"ab{MARK}")


def test_flows_all_that_stand_in_one():
    assert [flow.key for flow in FLOW.flows()] == [BODY, f"{BODY}/t0/r0/c0", f"{BODY}/t0/r0/c1"]


def test_row_original_is_without_cells_put_in():
    table = next(piece.table for piece in FLOW.pieces if piece.table is not None)
    assert table.rows[0].original() == f"x{MARK}"
