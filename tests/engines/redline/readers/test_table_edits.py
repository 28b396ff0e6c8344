"""Rows and cells of a table: which became which, what was put in or taken out, and what is told of their properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.edits import Kind
from tansiq.engines.redline.readers.table_edits import pair
from tests.engines.ooxml.revisions.written import A, dele, ins, p, package_of, t
from tests.engines.redline.documents import BODY, read, tbl, tc, tr

K = Kind


def row(*texts: str, properties: str = "") -> str:
    return tr(*(tc(p(t(text))) for text in texts), properties=properties)


BASE = tbl(row("Lebanon", "refugees 1.5 million"), row("Jordan", "refugees 0.7 million"), row("Iraq", "refugees 0.3 million"))
HEAD, JORDAN, IRAQ = row("Lebanon", "refugees 1.5 million"), row("Jordan", "refugees 0.7 million"), row("Iraq", "refugees 0.3 million")


def edits(*rows: str, properties: str = "", base: str = BASE):
    found = read(package_of(base, p()), package_of(tbl(*rows, properties=properties), p())).edits
    return [
        (edit.kind, edit.place.flow.removeprefix(f"{BODY}/t0"), edit.place.start, edit.before, edit.after, edit.tracked) for edit in found
    ]


def test_rows_all_there_is_nothing():
    assert edits(HEAD, JORDAN, IRAQ) == []


@pytest.mark.parametrize("properties", [f"<w:ins {A}/>", ""])
def test_row_put_in_tracked_or_not(properties: str):
    found = edits(HEAD, row("Egypt", "none at all", properties=properties), JORDAN, IRAQ)
    assert found == [(K.ROW_INSERTION, "", 1, "", "Egypt\tnone at all", bool(properties))]


def test_row_taken_out_tracked_has_no_deletions_of_its_words():
    gone = tr(tc(p(dele("Jordan"))), tc(p(dele("refugees 0.7 million"))), properties=f"<w:del {A}/>")
    assert edits(HEAD, gone, IRAQ) == [(K.ROW_DELETION, "", 1, "Jordan\trefugees 0.7 million", "", True)]


def test_row_taken_out_without_a_mark():
    assert edits(HEAD, IRAQ) == [(K.ROW_DELETION, "", 1, "Jordan\trefugees 0.7 million", "", False)]
    assert edits(HEAD, JORDAN) == [(K.ROW_DELETION, "", 2, "Iraq\trefugees 0.3 million", "", False)]


def test_row_taken_out_keeps_what_another_person_changed_in_it():
    other = A.replace("Reviewer 1", "Reviewer 2")
    gone = tr(tc(p(dele("Jordan", other))), tc(p(t("refugees 0.7 million"), ins(t("!")))), properties=f"<w:del {A}/>")
    assert [found[:2] for found in edits(HEAD, gone, IRAQ)] == [
        (K.DELETION, "/r1/c0"), (K.INSERTION, "/r1/c1"), (K.ROW_DELETION, ""),
    ]


def test_row_put_in_and_withdrawn_is_listed():
    found = read(package_of(BASE, p()), package_of(tbl(HEAD, row("x", properties=f"<w:ins {A}/><w:del {A}/>"), JORDAN, IRAQ), p())).edits
    assert [(edit.kind, edit.after, edit.said, edit.fragment, edit.undone_by) for edit in found] == [
        (K.ROW_INSERTION, "x", "withdrawn", None, "Reviewer 1"),
    ]


def test_cell_words_changed_stand_in_the_cells_flow():
    found = edits(HEAD, tr(tc(p(t("Jordan"))), tc(p(t("refugees "), dele("0.7"), ins(t("0.8")), t(" million")))), IRAQ)
    assert found == [
        (K.DELETION, "/r1/c1", 9, "0.7", "", True), (K.INSERTION, "/r1/c1", 12, "", "0.8", True),
    ]


def test_cell_put_in_and_taken_out():
    put_in = tr(tc(p(t("Jordan"))), tc(p(t("new")), properties=f"<w:cellIns {A}/>"), tc(p(t("refugees 0.7 million"))))
    assert edits(HEAD, put_in, IRAQ) == [(K.CELL_INSERTION, "/r1", 1, "", "new", True)]
    gone = tr(tc(p(dele("Jordan")), properties=f"<w:cellDel {A}/>"), tc(p(t("refugees 0.7 million"))))
    assert edits(HEAD, gone, IRAQ) == [(K.CELL_DELETION, "/r1", 0, "Jordan", "", True)]
    assert edits(HEAD, row("refugees 0.7 million"), IRAQ) == [(K.CELL_DELETION, "/r1", 0, "Jordan", "", False)]


def test_cell_put_in_and_withdrawn_is_listed():
    both = tr(tc(p(t("Jordan"))), tc(p(t("x")), properties=f"<w:cellIns {A}/><w:cellDel {A}/>"), tc(p(t("refugees 0.7 million"))))
    found = read(package_of(BASE, p()), package_of(tbl(HEAD, both, IRAQ), p())).edits
    assert [(edit.kind, edit.after, edit.said, edit.fragment) for edit in found] == [(K.CELL_INSERTION, "x", "withdrawn", None)]


def test_properties_of_table_row_and_cell_say_which():
    changed = tr(
        tc(p(t("Jordan")), properties=f"<w:noWrap/><w:tcPrChange {A}><w:tcPr/></w:tcPrChange>"), tc(p(t("refugees 0.7 million"))),
        properties=f"<w:tblHeader/><w:trPrChange {A}><w:trPr/></w:trPrChange>",
    )
    table = f"<w:jc w:val='center'/><w:tblPrChange {A}><w:tblPr/></w:tblPrChange>"
    found = read(package_of(BASE, p()), package_of(tbl(HEAD, changed, IRAQ, properties=table), p())).edits
    assert [(edit.kind, edit.said, edit.place.flow, edit.place.start) for edit in found] == [
        (K.TABLE_FORMAT, "tblPr", f"{BODY}/t0", 0), (K.TABLE_FORMAT, "trPr", f"{BODY}/t0", 1), (K.TABLE_FORMAT, "tcPr", f"{BODY}/t0/r1", 0),
    ]


@pytest.mark.parametrize(("ours", "theirs", "pairs"), [
    (["a", "b"], ["a", "b"], [(0, 0), (1, 1)]),
    (["a", "b"], ["b"], [(1, 0)]),
    (["b"], ["a", "b"], [(0, 1)]),
    (["one two three", "x"], ["one two four", "x"], [(0, 0), (1, 1)]),
    (["one two three four", "x y"], ["p q", "one two three five", "x y"], [(0, 1), (1, 2)]),
    (["", ""], ["", "", ""], [(0, 0), (1, 1)]),
    ([], ["a"], []),
    (["aaaa", "bbbb"], ["cccc dddd eeee"], []),
])
def test_pair_rows_by_what_they_say(ours, theirs, pairs):
    assert pair(ours, theirs) == pairs


TEXTS = st.lists(st.sampled_from(["a", "b c", "b d", "", "e f g"]), max_size=8)


@given(TEXTS, TEXTS)
def test_pair_is_in_order_and_each_once(ours: list[str], theirs: list[str]):
    found = pair(ours, theirs)
    assert [one for one, _ in found] == sorted({one for one, _ in found})
    assert [other for _, other in found] == sorted({other for _, other in found})
    assert all(one < len(ours) and other < len(theirs) for one, other in found)
    assert pair(ours, ours) == [(number, number) for number in range(len(ours))]
