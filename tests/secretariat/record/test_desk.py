"""The registry of the desk: rows of every shape become texts of one, and a tag belongs to one source."""

from datetime import UTC, date, datetime

import pytest
from django.db.models import Value

from tansiq.secretariat.record.desk import At, desk_items, desk_source, texts
from tansiq.secretariat.register.models import Seat, SeatTerm

AT = At((), frozenset(), {}, date(2026, 6, 15), datetime(2026, 6, 15, tzinfo=UTC), "en")


def test_texts_are_seven_texts_whatever_the_columns_are(world):
    terms = SeatTerm.objects.filter(seat=world.seats["fao"])
    [row] = texts(terms, "t", "seat__group__slug", "valid_from", "valid_to", "begins", Value(7))
    assert row == ("t", "wgim", "2015-01-01", None, "2015-01-01", "7", "")


def test_texts_of_two_kinds_come_back_in_one_query(world, django_assert_num_queries):
    terms, seats = texts(SeatTerm.objects.all(), "a", "seat__group__slug", "kind"), texts(Seat.objects.all(), "b", "group__slug", "slug")
    with django_assert_num_queries(1):
        assert len(list(terms.union(seats, all=True))) == 2 * len(world.seats)


def test_desk_source_refuses_a_tag_twice_and_none():
    for tags in (("register.request",), ()):
        with pytest.raises(ValueError, match="tag"):
            desk_source(*tags, rows=lambda _at: [])(lambda _at, _rows, _called: [])


def test_desk_items_of_nobody_are_none_and_ask_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert desk_items(AT, str) == []
