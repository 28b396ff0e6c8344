"""Several querysets with one query: rows like those that each alone would give, of every kind, in the same order."""

import pytest
from django.apps import apps

from tansiq.secretariat.record.domain.together import together
from tansiq.secretariat.record.models import LogEntry, Move, Term
from tansiq.secretariat.register.models import JoinRequest, OfficeTerm, Organization, SeatTerm, TermsOfReference

TERMS = [model for model in apps.get_models() if issubclass(model, Term)]


def columns(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.fixture
def record(example, db):
    """The example, which no test here changes."""


def test_together_gives_the_rows_of_every_table_of_terms_as_each_alone(record):
    wanted = [model.objects.order_by("slug") for model in TERMS] + [Move.objects.order_by("-pk")]
    found = together(*wanted)
    assert [[columns(row) for row in rows] for rows in found] == [[columns(row) for row in rows] for rows in wanted]
    assert sum(map(len, found)) > 200


def test_together_asks_once(record, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = together(SeatTerm.objects.order_by("slug"), Organization.objects.filter(slug="fao"), Move.objects.all())
    assert [len(rows) for rows in found][1] == 1


def test_together_brings_related_rows_and_none_where_there_is_none(record, django_assert_num_queries):
    seats = SeatTerm.objects.select_related("seat__organization", "represented_by").order_by("slug")
    [found, _others] = together(seats, Organization.objects.all())
    with django_assert_num_queries(0):
        said = [(row.seat.organization.slug, row.represented_by and row.represented_by.slug) for row in found]
    assert said == [(row.seat.organization.slug, row.represented_by and row.represented_by.slug) for row in seats]
    assert ("fao", None) in said


def test_together_brings_nothing_where_a_row_far_off_is_empty(record):
    entries = LogEntry.objects.select_related("actor__account").order_by("seq")
    [found, _others] = together(entries, Organization.objects.all())
    assert {(entry.actor.kind, entry.actor.account) for entry in found} == {("import", None)}


def test_together_gives_the_tuples_of_values(record):
    rows = SeatTerm.objects.order_by("-seat__organization__slug").values_list("slug", "seat_id", "seat__organization__slug", "begins")
    dated = TermsOfReference.objects.values_list("recorded_at", "membership_rule", "languages")
    assert together(rows, dated) == [list(rows), list(dated)]


def test_together_keeps_an_order_in_both_directions(record):
    [rising, falling] = together(Organization.objects.order_by("type", "-slug"), Organization.objects.order_by("-type", "slug"))
    assert rising == list(Organization.objects.order_by("type", "-slug"))
    assert falling == rising[::-1]


def test_together_follows_subqueries(record):
    requests = JoinRequest.objects.filter(group__slug="wgim")
    [moves, offices] = together(Move.objects.of(requests).order_by("pk"), OfficeTerm.objects.filter(office__in=[]))
    assert {move.subject for move in moves} == {request.ref for request in requests}
    assert offices == []


def test_together_of_nothing_asks_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert together() == []
        assert together(Organization.objects.none(), SeatTerm.objects.none()) == [[], []]
