"""The visible comment on a change that stands for several: in three languages, on the text or in the first cell, dated as the change."""

from dataclasses import replace

import pytest

from tansiq.engines.redline.edits import Anchor, Kind
from tansiq.engines.redline.merge.others import WORDS, note_in
from tests.engines.redline.documents import BODY, DAY, edit

SHOWN = edit(Kind.DELETION, 2, 5, before="old")
OTHER = edit(Kind.DELETION, 2, 5, before="old", agency="IOM", person="Other")


def note(shown=SHOWN, others=(OTHER,), language="en", *, agency_only=False):
    return note_in(language, agency_only=agency_only)(shown, list(others))


def test_note_names_those_who_made_the_same_change():
    said = note()
    assert (said.agency, said.person, said.date) == ("", "Consolidation", DAY)
    assert "The same change: Other [IOM], 2026-03-01" in said.text
    assert (said.starts, said.ends) == (Anchor(BODY, 2), Anchor(BODY, 5))


def test_note_tells_other_changes_from_the_same():
    assert "Also changed here" in note(others=[replace(OTHER, place=replace(OTHER.place, end=9))]).text


def test_note_with_agency_only_names_no_person():
    assert "Other" not in note(agency_only=True).text
    assert "IOM" in note(agency_only=True).text


@pytest.mark.parametrize(("language", "word"), [("en", "same change"), ("fr", "Même modification"), ("ar", "التعديل نفسه")])
def test_note_in_each_language(language: str, word: str):
    said = note(language=language)
    assert word in said.text
    assert said.person == WORDS[language]["by"]


def test_note_quotes_what_others_took_out_where_it_differs():
    wider = replace(OTHER, place=replace(OTHER.place, end=9), before="old\ttext")
    assert note(others=[wider]).text == "Also changed here: Other [IOM], 2026-03-01, \u201cold text\u201d."
    assert note(others=[wider], language="fr").text.endswith("2026-03-01, «\u00a0old text\u00a0».")
    assert note(others=[wider], language="ar").text.endswith("Other [IOM]، 2026-03-01، «old text».")
    assert note().text == "The same change: Other [IOM], 2026-03-01."
    assert note(others=[replace(wider, before="word " * 40)]).text.endswith("word word…\u201d.")


def test_note_names_are_sorted_and_named_once():
    third = edit(Kind.DELETION, 2, 5, before="old", agency="FAO", person="Aaa")
    assert note(others=[OTHER, third]).text == note(others=[third, OTHER]).text
    assert note(others=[OTHER, third]).text.index("Aaa") < note(others=[OTHER, third]).text.index("Other [IOM]")


def test_note_on_changes_of_the_same_person_is_none():
    assert note(others=[replace(SHOWN, id="another")]) is None
    assert note(others=[]) is None


def test_note_without_a_date_names_none():
    assert ", 2026" not in note(others=[replace(OTHER, date="")]).text


@pytest.mark.parametrize(("flow", "anchor"), [
    (f"{BODY}/t0", f"{BODY}/t0/r2/c0"), (f"{BODY}/t0/r1", f"{BODY}/t0/r1/c2"), (f"{BODY}/t0/r1/c0", f"{BODY}/t0/r1/c0"),
])
def test_note_on_rows_and_cells_stands_in_a_cell(flow: str, anchor: str):
    shown = edit(Kind.ROW_DELETION, 2, 3, flow=flow)
    assert note(shown, [replace(OTHER, place=shown.place)]).starts.flow == anchor


def test_note_id_is_of_the_edits_it_names():
    assert note().id == note(language="fr").id
    assert note().id != note(others=[replace(OTHER, id="another")]).id
