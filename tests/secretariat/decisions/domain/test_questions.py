"""The questions asked of decisions: what is open on a day, and that queries do not grow with the data."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.decisions.domain.decisions import Asking, defer, request_decision, take
from tansiq.secretariat.decisions.domain.questions import decisions_of, open_decisions, pending
from tansiq.secretariat.decisions.enums import Asked, DecisionKind
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.membership import note_interest, receive_request
from tansiq.secretariat.register.domain.questions import LATEST

DAY = date(2017, 11, 15)


def test_open_decisions_deferred_is_open_and_taken_is_not(decision, hand):
    defer(decision=decision, on=parse("2017-11-10"), because="no time", **hand)
    assert [(each.slug, each.state) for each in open_decisions("wgim", DAY, LATEST)] == [("endorse-2018", "deferred")]
    assert [each.requested_on.edtf for each in decisions_of("wgim", DAY, LATEST)] == ["2017-11-01"]
    assert open_decisions("wgim", date(2017, 10, 31), LATEST) == []


def test_open_decisions_taken_is_open_on_the_days_before(decision, hand):
    take(decision=decision, on=parse("2017-11-21"), **hand)
    counts = [len(open_decisions("wgim", day, LATEST)) for day in (date(2017, 11, 20), date(2017, 11, 21))]
    assert counts == [1, 0]


def test_pending_counts_requests_whose_letter_has_come_and_no_mere_interest(decision, world, group, hand):
    unicef = world.organizations["unicef"]
    note_interest(group=group, organization=unicef, noted_on=parse("2017-08-01"), **hand)
    assert [len(pending("wgim", DAY, LATEST).requests), len(pending("wgim", DAY, LATEST).decisions)] == [0, 1]
    receive_request(group=group, organization=unicef, requested_on=parse("2017-09-10"), **hand)
    found = pending("wgim", DAY, LATEST)
    assert ([each.organization for each in found.requests], len(found.decisions)) == (["unicef"], 1)
    assert found.rests_on == (*found.requests[0].rests_on, *found.decisions[0].rests_on)


@pytest.mark.parametrize("size", [1, 3])
def test_questions_queries_do_not_grow_with_the_data(size, world, group, hand, django_assert_num_queries):
    receive_request(group=group, organization=world.organizations["unicef"], requested_on=parse("2017-09-10"), **hand)
    for number in range(size, 0, -1):
        asking = Asking(asked=Asked.MEMBERS, position=number, text=Texts({"en": "agree"}))
        request_decision(group=group, slug=f"d-{number}", kind=DecisionKind.TEXT, asking=asking, on=parse("2017-11-01"), **hand)
    with django_assert_num_queries(1):
        found = open_decisions("wgim", DAY, LATEST)
    assert [each.position for each in found] == list(range(1, size + 1))
    with django_assert_num_queries(2):
        pending("wgim", DAY, LATEST)
