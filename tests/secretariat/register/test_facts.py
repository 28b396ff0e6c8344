"""The facts of the register: values, what they rest on, and that neither later days nor later recordings change them."""

from datetime import date

import pytest

from tansiq.secretariat.record.domain.terms import corrected, supersede
from tansiq.secretariat.record.facts import ask, registered
from tansiq.secretariat.register import facts
from tansiq.secretariat.register.domain.membership import circulate, note_interest, receive_request, withdraw
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.enums import SeatKind
from tansiq.secretariat.register.models import SeatTerm
from tests.cast import organization

DAY = date(2017, 11, 15)
KEYS = [
    "register.co_chairs", "register.co_chairs_waiting", "register.contacts_unconfirmed", "register.member_count",
    "register.member_count_if_approved", "register.members", "register.observer_count", "register.request_received_on",
    "register.request_state",
]


def measured(key, day=DAY, known=LATEST, **params):
    return ask(f"register.{key}", as_of=day, known_at=known, group="wgim", **params)


@pytest.fixture
def request_(world):
    return receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("September 2017"), by=world.cast.officer,
        at=world.clock(),
    )


def every_value(day, known):
    """Each case of each fact of the register, with its value and how it is shown."""
    return {
        (key, tuple(sorted(case.items()))): (answer.value, answer.display)
        for key in KEYS
        for case in registered()[key].cases(day, known)
        for answer in [registered()[key].ask(as_of=day, known_at=known, **case)]
    }


def test_facts_of_the_register_are_these():
    assert [key for key in registered() if key.startswith("register.")] == KEYS


def test_member_count_rests_on_the_seats_counted(world):
    found = measured("member_count")
    assert (found.value, found.unit, found.display) == (5, "organizations", {"en": "5", "ar": "5", "fr": "5"})
    assert found.rests_on == tuple(f"register/seat-term/wgim-{slug}.1" for slug in ("escwa", "fao", "ilo", "iom", "las"))


def test_member_count_known_before_a_correction_is_the_uncorrected_one(world):
    before = world.clock()
    term = SeatTerm.objects.current().get(seat=world.seats["fao"])
    supersede(term=term, with_=[corrected(term, begins=world.day("2018"))], by=world.cast.officer, at=world.clock(), because="letter")
    assert [measured("member_count", known=known).value for known in (before, LATEST)] == [5, 4]


def test_observer_count_counts_observers_only(world):
    who = organization("eca")
    seat_organization(group=world.group, organization=who, kind=SeatKind.OBSERVER, on=None, by=world.cast.officer, at=world.clock())
    assert [measured(key).value for key in ("member_count", "observer_count")] == [5, 1]


def test_member_count_if_approved_counts_a_letter_and_no_mere_interest(world):
    noted = note_interest(
        group=world.group, organization=world.organizations["unicef"], noted_on=world.day("June 2017"), by=world.cast.officer,
        at=world.clock(),
    )
    assert measured("member_count_if_approved").value == 5
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("September 2017"), by=world.cast.officer,
        at=world.clock(),
    )
    assert request == noted
    found = measured("member_count_if_approved")
    assert (found.value, len(found.rests_on)) == (6, 7)
    assert found.rests_on[-1].startswith("record/move/")
    assert measured("member_count_if_approved", date(2017, 9, 29)).value == 5


def test_member_count_if_approved_after_a_withdrawal_is_that_of_the_members(world, request_):
    withdraw(request=request_, withdrawn_on=world.day("1 December 2017"), by=world.cast.officer, at=world.clock())
    assert [measured("member_count_if_approved", day).value for day in (DAY, date(2017, 12, 1))] == [6, 5]


def test_members_and_co_chairs_are_slugs_in_order(world):
    assert measured("members").value == ["escwa", "fao", "ilo", "iom", "las"]
    assert measured("co_chairs").value == ["escwa", "iom", "las"]
    assert measured("co_chairs").display["en"] == "escwa, iom and las"


def test_request_state_and_date_follow_the_moves(world, request_):
    circulate(request=request_, circulated_on=world.day("2 October 2017"), by=world.cast.officer, at=world.clock())
    days = (date(2017, 9, 29), date(2017, 9, 30), date(2017, 10, 2))
    assert [measured("request_state", day, organization="unicef").value for day in days] == [None, "received", "circulated"]
    received_on = measured("request_received_on", organization="unicef")
    assert (received_on.value, received_on.display["en"]) == ("2017-09", "September\u00a02017")
    assert measured("co_chairs_waiting", days[1], organization="unicef").value == []
    assert measured("co_chairs_waiting", organization="unicef").value == ["escwa", "iom", "las"]


def test_request_facts_without_a_request_are_nothing(world):
    assert measured("request_state", organization="unicef").display == {"en": "none", "ar": "لا يوجد", "fr": "néant"}
    assert measured("request_received_on", organization="unicef").value is None
    assert measured("co_chairs_waiting", organization="unicef").value == []


def test_cases_are_the_groups_and_requests_of_the_day(world, request_):
    assert list(facts.groups_with_seats(DAY, LATEST)) == [{"group": "wgim"}]
    assert list(facts.groups_with_seats(date(2014, 1, 1), LATEST)) == []
    assert list(facts.groups_with_requests(DAY, LATEST)) == [{"group": "wgim", "organization": "unicef"}]
    assert list(facts.groups_with_requests(date(2017, 9, 1), LATEST)) == []


def test_facts_of_a_past_day_are_not_changed_by_what_comes_later(world, request_):
    before = every_value(DAY, LATEST)
    circulate(request=request_, circulated_on=world.day("1 December 2017"), by=world.cast.officer, at=world.clock())
    world.seat("eca", "2018")
    world.co_chair("fao", "2018")
    assert every_value(DAY, LATEST) == before


def test_facts_known_before_are_not_changed_by_what_is_recorded_later(world):
    known = world.clock()
    before = every_value(DAY, known)
    world.seat("eca", "2016")
    receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("2016"), by=world.cast.officer,
        at=world.clock(),
    )
    assert every_value(DAY, known) == before
    assert every_value(DAY, LATEST) != before


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_member_count_takes_one_query_and_if_approved_two_more(world, rows, django_assert_num_queries):
    for number in range(rows):
        world.seat(f"body-{number:02}")
    with django_assert_num_queries(1):
        assert measured("member_count").value == 5 + rows
    with django_assert_num_queries(2):
        assert measured("member_count_if_approved").value == 5 + rows
    with django_assert_num_queries(2):
        assert len(measured("members").value) == 5 + rows
