"""What stands in the cells: words of three languages, persons left out, conflicts and rationale named by row."""

from datetime import date

import pytest
from hypothesis import given

from tansiq.engines.redline.edits import Kind, Ledger, Source
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.matrix import Matrix, day, fingerprint, writable
from tests.engines.redline.report.ledgers import comment, conflict, edit, full, ledger, ledgers, place


def column(matrix: Matrix, wanted: Column) -> list[object]:
    return [matrix.values(row)[wanted] for row in matrix.rows]


def test_values_in_english_say_what_changed_where_and_how_it_came():
    matrix = Matrix(full(), pages={3: 1, 4: 1, 9: 2, 20: 5, 1: 7})
    assert column(matrix, Column.CHANGE) == [
        None, "Replacement", "Replacement", None, "Replacement", "Deletion of paragraphs", "Deletion of a table row", "Move to para. 40",
        "Format of characters", "Insertion",
    ]
    assert column(matrix, Column.PARAGRAPH) == [None, 3, 3, 3, 4, "9–10", 20, 30, 31, 1]
    # The last is paragraph 1 of a footnote, not of the body.
    assert column(matrix, Column.PAGE) == [None, 1, 1, 1, 1, 2, 5, None, None, None]
    assert column(matrix, Column.PART)[5:] == ["Body", "Table, row 3", "Body", "Body", "Footnote"]
    assert column(matrix, Column.TRACKED) == ["From mail", "Tracked", "Tracked", "In Word", "Tracked", "Tracked", "Tracked", "Tracked",
                                              "Tracked", "From Excel"]
    assert column(matrix, Column.DATE)[:2] == [date(2017, 3, 2), date(2017, 3, 4)]


def test_values_paragraph_is_the_number_in_the_draft_where_it_numbers_its_paragraphs():
    items = [edit("a", "FAO", place(1, paragraph=3, number="1"), after="x"), edit("b", "FAO", place(9, paragraph=5), after="y"),
             edit("c", "FAO", place(20, paragraph=6, last_paragraph=8, number="3.2–(b)"), after="z"),
             edit("d", "FAO", place(1, paragraph=2, story="footnote", flow="word/footnotes.xml#2"), after="n")]
    assert column(Matrix(ledger(*items)), Column.PARAGRAPH) == [1, None, "3.2–(b)", 2]
    letters = edit("a", "FAO", place(1, paragraph=3, number="(a)"), after="x")
    assert column(Matrix(ledger(letters, items[1])), Column.PARAGRAPH) == ["(a)", 5]


def test_values_untracked_edit_says_that_it_was_found_by_comparison():
    matrix = Matrix(ledger(edit("e", "FAO", place(), after="x", tracked=False)))
    assert column(matrix, Column.TRACKED) == ["Not tracked, found by comparison"]


def test_values_thread_stands_in_one_cell_with_who_said_what():
    matrix = Matrix(full())
    assert column(matrix, Column.COMMENT)[3] == (
        'UNDP, Reviewer of UNDP, 2017-03-02: Why "major"?\nThe source says main.\n'
        "FAO, Reviewer of FAO, 2017-03-03: Agreed with UNDP. [resolved]"
    )


def test_values_agency_only_names_no_person():
    matrix = Matrix(full(), agency_only=True)
    assert Column.PERSON not in matrix.source_columns
    assert not [value for row in matrix.rows for value in matrix.values(row).values() if "Reviewer" in str(value)]


@pytest.mark.parametrize(("language", "shown"), [
    ("en", "C1: Nos. 2, 3 – insertions at one place"), ("fr", "C1\u00a0: N°\u00a02, 3 – insertions au même endroit"),
    ("ar", "ت1: الأرقام 2، 3 – إضافات في موضع واحد"),
])
def test_values_conflict_names_its_rows_and_reason(language: str, shown: str):
    assert column(Matrix(full(), language), Column.CONFLICT)[1:3] == [shown, shown]


def test_values_conflict_unknown_to_the_ledgers_list_is_shown_all_the_same():
    found = ledger(edit("a", "FAO", place(1, 2), before="x", conflict="k"), edit("b", "WHO", place(1, 3), before="xy", conflict="k"))
    assert column(Matrix(found), Column.CONFLICT) == ["C1: Nos. 1, 2 – "] * 2


def test_values_edit_in_two_conflicts_shows_both():
    found = ledger(
        edit("a", "FAO", place(1, 9), before="x", conflict="k1"), edit("b", "FAO", place(9, 9), after="y", conflict="k2", replaces="a"),
        edit("c", "WHO", place(9, 9), after="z", conflict="k2"), edit("d", "IOM", place(2, 3), before="z", conflict="k1"),
        conflicts=(conflict("k1", place(), "a", "d"), conflict("k2", place(), "b", "c", reason="same_place")),
    )
    assert column(Matrix(found), Column.CONFLICT)[0] == "C1: Nos. 1, 2 – changes that overlap\nC2: Nos. 1, 3 – insertions at one place"


def test_values_rationale_points_to_the_comment_of_the_same_agency_on_the_same_text():
    at = place(5, 9)
    found = ledger(
        edit("a", "FAO", at, before="x"), comment("c", "FAO", place(2, 6), "Because."), comment("d", "WHO", at, "No."),
        comment("e", "FAO", place(40, 50), "Elsewhere."),
    )
    matrix = Matrix(found)
    assert [row.members for row in matrix.rows] == [("c",), ("a",), ("d",), ("e",)]
    assert column(matrix, Column.RATIONALE) == [None, "See No. 1", None, None]


def test_values_note_and_rationale_tell_what_was_said_of_an_edit():
    found = ledger(
        edit("a", "FAO", place(1), after="x", said="shown as a comment"), edit("b", "FAO", place(2), after="y", said="withdrawn"),
        edit("c", "FAO", place(3), after="z", said="The source says so.", source=Source.MAIL),
        edit("d", "FAO", place(4), before="p", after="p", kind=Kind.IMAGE, said="replaced"),
    )
    assert column(Matrix(found), Column.NOTE) == ["shown as a comment", "Taken out again by the same agency", None, "Picture replaced"]
    assert column(Matrix(found), Column.RATIONALE) == [None, None, "The source says so.", None]


def test_values_change_of_format_names_the_properties():
    found = ledger(edit("a", "FAO", place(1, 4), before="abc", after="abc", kind=Kind.FORMAT, said="b, bCs, color, myOwn"))
    assert column(Matrix(found), Column.CHANGE) == ["Format of characters: bold, colour, myOwn"]
    assert column(Matrix(found, "fr"), Column.CHANGE) == ["Mise en forme de caractères\u00a0: gras, couleur, myOwn"]
    assert column(Matrix(found, "ar"), Column.CHANGE) == ["تنسيق أحرف: خط غامق، اللون، myOwn"]
    assert column(Matrix(found), Column.NOTE) == [None]
    # The same words would stand twice.
    assert (column(Matrix(found), Column.CURRENT), column(Matrix(found), Column.PROPOSED)) == (["abc"], [None])


def test_values_change_that_the_draft_held_itself_is_nobodys_answer():
    found = ledger(edit("a", "", place(1, 4), before="abc"))
    assert column(Matrix(found), Column.AGENCY) == ["(in the draft itself)"]


@pytest.mark.parametrize(("stamp", "shown"), [
    ("2017-03-01T23:59:59-05:00", date(2017, 3, 1)), ("2017-03-01", date(2017, 3, 1)), ("", ""), ("last week", "last week"),
    ("2017-02-30T00:00:00Z", "2017-02-30T00:00:00Z"), ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("2017-03-011", "2017-03-011"),
])
def test_day_is_the_writers_own_or_the_text_as_it_stands(stamp: str, shown: object):
    assert day(stamp) == shown


def test_writable_keeps_text_and_replaces_what_no_file_can_hold():
    assert writable("a\r\nb\rc\x0bd\u2028e\tf") == "a\nb\nc\nd\ne\tf"
    assert writable("a\x00\ud800\ufffe\U0001f600") == "a\ufffd\ufffd\ufffd\U0001f600"


def test_fingerprint_follows_the_ledger_and_not_the_persons():
    one, other = full(), full()
    first = [fingerprint(row, None) for row in Matrix(one).rows]
    assert first == [fingerprint(row, None) for row in Matrix(other, "ar", agency_only=True).rows]
    assert len(set(first)) == len(first)
    assert fingerprint(Matrix(one).rows[0], 3) != first[0]


@given(ledgers())
def test_values_of_any_ledger_are_writable_in_every_language(found: Ledger):
    for language in ("en", "ar", "fr"):
        matrix = Matrix(found, language)
        for row in matrix.rows:
            for value in matrix.values(row).values():
                assert not isinstance(value, str) or (value and value == writable(value))
