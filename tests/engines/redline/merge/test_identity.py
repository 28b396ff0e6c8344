"""Ids are digests of what edits and comments are: the same whatever came before, other for another change."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.edits import Fragment, Kind, Place, Source
from tansiq.engines.redline.merge.identity import comment_ids, conflict_id, with_ids
from tests.engines.redline.documents import comment, edit

EDITS = [edit(agency=agency, after=after, start=start) for agency in ("FAO", "IOM") for after in ("x", "y") for start in (0, 3)]


@given(st.permutations(EDITS))
def test_with_ids_order_of_edits_never_matters(mixed):
    def of(edits):
        return {(each.agency, each.after, each.place.start): each.id for each in with_ids(edits)}
    assert of(mixed) == of(EDITS)
    assert len(set(of(mixed).values())) == len(EDITS)


def test_with_ids_equal_edits_are_told_apart_by_their_order():
    first, second, third = (each.id for each in with_ids([edit(after="x"), edit(after="x"), edit(after="y")]))
    assert second == f"{first}-2"
    assert third not in (first, second)
    assert len(first) == 13


@pytest.mark.parametrize("changes", [
    {"agency": "IOM"}, {"person": "Other"}, {"date": "2026"}, {"kind": Kind.NOTE}, {"tracked": False}, {"source": Source.PDF},
    {"place": Place("other", 0, 0)}, {"place": Place(edit().place.flow, 0, 1)}, {"before": "b"}, {"after": "b"},
    {"fragment": Fragment("<x/>")}, {"moved_to": Place("f", 0, 0)},
])
def test_with_ids_each_property_of_an_edit_counts(changes):
    assert with_ids([edit()])[0].id != with_ids([replace(edit(), **changes)])[0].id


@pytest.mark.parametrize("changes", [{"id": "old"}, {"agrees_with": ("e1",)}, {"conflict": "x"}, {"replaces": "e"}, {"rank": 3}])
def test_with_ids_what_comes_later_does_not_count(changes):
    assert with_ids([edit()])[0].id == with_ids([replace(edit(), **changes)])[0].id


def test_comment_ids_are_by_number_and_tell_equal_comments_apart():
    ids = comment_ids([comment("1"), comment("2"), comment("3", "Other")])
    assert list(ids) == ["1", "2", "3"]
    assert ids["2"] == f"{ids['1']}-2"
    assert ids["3"].startswith("c")
    assert comment_ids([comment("9", parent="4")])["9"] == ids["1"]


def test_conflict_id_order_never_matters():
    assert conflict_id(["a", "b"]) == conflict_id(["b", "a"]) != conflict_id(["a", "c"])
