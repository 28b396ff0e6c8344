"""One row per decision: replacements, agreements and threads are joined, nothing is lost, order is that of the base."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given

from tansiq.engines.redline.edits import Edit, Kind, Ledger
from tansiq.engines.redline.report.decisions import Category, RowType
from tansiq.engines.redline.report.rows import agreements, rows
from tests.engines.redline.report.ledgers import BODY, comment, edit, full, ledger, ledgers, place


def members(found: Ledger) -> list[tuple[str, ...]]:
    return [row.members for row in rows(found)]


def shuffled(found: Ledger, seed: int) -> Ledger:
    random = Random(seed)
    return replace(found, edits=tuple(random.sample(found.edits, len(found.edits))),
                   comments=tuple(random.sample(found.comments, len(found.comments))), conflicts=found.conflicts[::-1])


def test_rows_of_every_kind_in_the_order_of_the_base():
    assert members(full()) == [
        ("c3",), ("e3", "e4"), ("e1", "e2"), ("c1", "c2"), ("e5", "e6"), ("e8", "e7"), ("e9",), ("e10",), ("e11",), ("e12",),
    ]
    assert [row.number for row in rows(full())] == list(range(1, 11))
    assert [row.type for row in rows(full())] == [
        RowType.GENERAL, RowType.TEXT, RowType.TEXT, RowType.COMMENT, RowType.TEXT, RowType.TEXT, RowType.STRUCTURE, RowType.STRUCTURE,
        RowType.FORMAT, RowType.TEXT,
    ]


def test_rows_replacement_is_one_row_from_before_to_after():
    row = rows(full())[2]
    assert (row.before, row.after, row.conflicts, row.modifiable) == ("major", "main", ("k1",), True)


def test_rows_same_change_of_several_is_one_row_of_the_first_with_supporters():
    row = rows(full())[5]
    assert (row.agency, row.supporters, row.agencies) == ("FAO", ("WHO",), ("FAO", "WHO"))


def test_rows_agreement_named_on_one_side_only_is_found():
    both = ledger(edit("a", "FAO", place(0, 3), before="x", agrees_with=("b",)), edit("b", "WHO", place(0, 3), before="x"))
    assert members(both) == [("a", "b")]


def test_agreements_join_all_who_are_linked_by_others():
    edits = [edit("a", "FAO", place(), after="x", agrees_with=("b",)), edit("b", "WHO", place(), after="x", agrees_with=("c", "gone")),
             edit("c", "IOM", place(), after="x"), edit("d", "UNDP", place(), after="x")]
    assert agreements(edits) == {**dict.fromkeys("abc", frozenset("abc")), "d": frozenset("d")}


def test_rows_same_deletion_with_different_replacements_stay_two():
    # e1 and e3 are the same deletion; what comes in its place differs.
    found = {row.agency: row for row in rows(full()) if "e1" in row.members or "e3" in row.members}
    assert set(found) == {"UNDP", "IOM"}
    assert found["UNDP"].supporters == ()


def test_rows_several_insertions_for_one_deletion_are_one_row_in_their_order():
    found = ledger(
        edit("i2", "FAO", place(9, 9), after=" two", replaces="d"), edit("d", "FAO", place(5, 9), before="half"),
        edit("i1", "FAO", place(5, 5), after="one", replaces="d"),
    )
    assert [(row.before, row.after) for row in rows(found)] == [("half", "one two")]


def test_rows_of_one_agency_at_one_gap_keep_their_rank():
    found = ledger(edit("a", "FAO", place(5, 5), after="second", rank=1), edit("b", "FAO", place(5, 5), after="first"))
    assert [row.after for row in rows(found)] == ["first", "second"]


def test_rows_insertion_that_replaces_an_unknown_edit_stands_alone():
    assert members(ledger(edit("i", "FAO", place(5, 5), after="x", replaces="gone"))) == [("i",)]


def test_rows_thread_with_deep_replies_is_one_row():
    at = place(1, 4)
    found = ledger(
        comment("c3", "WHO", at, "third", parent="c2", date="2017-03-05"), comment("c1", "FAO", at, "first", date="2017-03-09"),
        comment("c2", "IOM", at, "second", parent="c1", date="2017-03-04"),
    )
    (row,) = rows(found)
    assert [each.text for each in row.thread] == ["first", "second", "third"]
    assert row.agencies == ("FAO", "IOM", "WHO")


def test_rows_threads_in_a_circle_end():
    found = ledger(comment("a", "FAO", place(), "x", parent="b"), comment("b", "FAO", place(), "y", parent="a"))
    assert sorted(member for row in rows(found) for member in row.members) == ["a", "b"]


def test_rows_comment_of_the_base_has_one_only_when_answered():
    own = comment("c1", "", place(), "Check this.")
    assert rows(ledger(own)) == ()
    (row,) = rows(ledger(own, comment("c2", "FAO", place(), "Checked.", parent="c1")))
    assert (row.agency, row.members) == ("FAO", ("c1", "c2"))


def test_rows_order_counts_numbers_as_numbers_and_each_note_and_box_apart():
    def at(flow: str, story: str, paragraph: int) -> Edit:
        return edit(f"{flow} {paragraph}", "FAO", place(paragraph=paragraph, flow=flow, story=story), after="x")

    expected = [
        at(BODY, "body", 2), at(f"{BODY}/t0/r10/c0", "body", 9), at(BODY, "body", 10),
        at(f"{BODY}/t0/r0/c0/x2", "textbox", 1), at(f"{BODY}/x2", "textbox", 1), at(f"{BODY}/x2", "textbox", 2),
        at(f"{BODY}/x10", "textbox", 1),
        at("word/footnotes.xml#2", "footnote", 1), at("word/footnotes.xml#2", "footnote", 2), at("word/footnotes.xml#10", "footnote", 1),
        at("word/header1.xml#header", "header", 1),
    ]
    assert [row.edits[0].id for row in rows(ledger(*reversed(expected)))] == [each.id for each in expected]


def test_rows_categories_are_suggested_for_changes_and_general_comments_only():
    assert [row.category for row in rows(full())] == [
        Category.GENERAL, Category.SUBSTANTIVE, Category.SUBSTANTIVE, None, Category.FACTUAL, Category.SUBSTANTIVE, None, None,
        Category.EDITORIAL, Category.SUBSTANTIVE,
    ]


@pytest.mark.parametrize("kind", [Kind.MOVE, Kind.ROW_DELETION, Kind.FORMAT, Kind.IMAGE, Kind.NOTE])
def test_rows_what_is_no_change_of_words_cannot_be_modified(kind: Kind):
    (row,) = rows(ledger(edit("e", "FAO", place(), before="x", kind=kind)))
    assert not row.modifiable


@given(ledgers())
def test_rows_hold_every_edit_once_and_every_comment_of_a_thread_that_an_agency_spoke_in(found: Ledger):
    held = [member for row in rows(found) for member in row.members]
    assert sorted(held) == sorted([*(each.id for each in found.edits), *(each.id for each in found.comments)])


@given(ledgers())
def test_rows_are_the_same_whatever_the_order_of_the_ledger(found: Ledger):
    again = rows(shuffled(found, 7))
    assert [(row.key, row.number, row.agency, row.before, row.after) for row in again] == [
        (row.key, row.number, row.agency, row.before, row.after) for row in rows(found)
    ]
    assert len({row.key for row in again}) == len(again)
