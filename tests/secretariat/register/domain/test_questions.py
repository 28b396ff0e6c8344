"""The read side of the register: two times, and a number of queries that does not grow."""

from datetime import date

import pytest

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.terms import corrected, supersede
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.contacts import appoint
from tansiq.secretariat.register.domain.decisions import answer_request
from tansiq.secretariat.register.domain.membership import circulate, receive_request
from tansiq.secretariat.register.domain.people import record_person
from tansiq.secretariat.register.domain.questions import (
    LATEST,
    answers_of,
    co_chairs,
    contacts,
    members,
    objectives,
    offices,
    open_requests,
    requests,
    seats,
    seats_with_offices,
    terms_of_reference,
)
from tansiq.secretariat.register.domain.seats import end_seat, seat_organization
from tansiq.secretariat.register.domain.terms_of_reference import adopt, state_objective
from tansiq.secretariat.register.enums import Answer, ContactRole, SeatKind
from tansiq.secretariat.register.models import JoinRequest, SeatTerm, TermsOfReference
from tests.cast import organization
from tests.cast import world as build

DAY = date(2017, 11, 15)


def test_members_are_those_of_the_day_without_observers(world):
    observer = organization("eca")
    seat_organization(group=world.group, organization=observer, kind=SeatKind.OBSERVER, on=None, by=world.cast.officer, at=world.clock())
    assert [seat.organization for seat in members("wgim", DAY, LATEST)] == ["escwa", "fao", "ilo", "iom", "las"]
    assert [seat.organization for seat in seats("wgim", DAY, LATEST)] == ["eca", "escwa", "fao", "ilo", "iom", "las"]
    assert members("wgim", date(2014, 12, 31), LATEST) == []
    assert members("another", DAY, LATEST) == []


def test_members_known_before_a_correction_are_the_uncorrected_ones(world):
    before = world.clock()
    term = SeatTerm.objects.current().get(seat=world.seats["fao"])
    later = corrected(term, begins=world.day("2018"))
    supersede(term=term, with_=[later], by=world.cast.officer, at=world.clock(), because="the letter says 2018")
    assert [len(members("wgim", DAY, known)) for known in (before, LATEST)] == [5, 4]
    assert members("wgim", DAY, before)[1].rests_on == "register/seat-term/wgim-fao.1"


def test_members_since_is_where_the_unbroken_chain_began(world):
    who = world.organizations["unicef"]

    def take(kind, on):
        return seat_organization(group=world.group, organization=who, kind=kind, on=world.day(on), by=world.cast.officer, at=world.clock())

    seat = take(SeatKind.OBSERVER, "2010")
    end_seat(seat=seat, ends=world.day("2011"), by=world.cast.officer, at=world.clock(), because="left")
    take(SeatKind.OBSERVER, "2013")
    take(SeatKind.MEMBER, "2016")
    [held] = [each for each in members("wgim", DAY, LATEST) if each.organization == "unicef"]
    assert (held.since.edtf, held.kind, held.rests_on) == ("2013", "member", "register/seat-term/wgim-unicef.5")


def test_members_since_a_day_not_known_is_none(world):
    who = world.organizations["unicef"]
    seat_organization(group=world.group, organization=who, on=None, by=world.cast.officer, at=world.clock())
    assert next(each.since for each in members("wgim", DAY, LATEST) if each.organization == "unicef") is None


def test_members_are_ended_on_the_day_after_the_last(world):
    end_seat(seat=world.seats["fao"], ends=world.day("November 2017"), by=world.cast.officer, at=world.clock(), because="left")
    assert [len(members("wgim", day, LATEST)) for day in (date(2017, 11, 30), date(2017, 12, 1))] == [5, 4]


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3, 50])
def test_members_take_one_query_and_offices_a_second(rows, django_assert_num_queries):
    slugs = tuple(f"body-{number:02}" for number in range(rows))
    build(members=slugs, co_chairs=slugs)
    with django_assert_num_queries(1):
        assert len(members("wgim", DAY, LATEST)) == rows
    with django_assert_num_queries(1):
        assert len(co_chairs("wgim", DAY, LATEST)) == rows
    with django_assert_num_queries(2):
        assert all(seat.offices for seat in seats_with_offices("wgim", DAY, LATEST))


def test_offices_stand_with_the_seat_that_holds_them(world):
    held = {seat.organization: [office.role for office in seat.offices] for seat in seats_with_offices("wgim", DAY, LATEST)}
    assert held == {"escwa": ["co_chair"], "fao": [], "ilo": [], "iom": ["co_chair"], "las": ["co_chair"]}
    assert [(each.organization, each.since.edtf) for each in offices("wgim", DAY, LATEST)] == [
        ("escwa", "2015-01-01"), ("iom", "2015-01-01"), ("las", "2015-01-01")
    ]


def ask_to_join(world, rows):
    for number in range(rows):
        who = organization(f"body-{number:02}")
        made = receive_request(
            group=world.group, organization=who, requested_on=PartialDate.on(DAY), by=world.cast.officer, at=world.clock()
        )
        circulate(request=made, circulated_on=PartialDate.on(DAY), by=world.cast.officer, at=world.clock())


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_requests_take_one_query(world, rows, django_assert_num_queries):
    ask_to_join(world, rows)
    with django_assert_num_queries(1):
        assert len(open_requests("wgim", DAY, LATEST)) == rows
    with django_assert_num_queries(1):
        assert [held.state_then for held in requests("wgim", DAY, LATEST, "body-00")] == ["circulated"]


def test_answers_take_one_query_however_many_answer(world, django_assert_num_queries):
    ask_to_join(world, 1)
    request = JoinRequest.objects.select_related("group").get()
    for who in ("escwa", "iom", "las"):
        with django_assert_num_queries(1):
            answers_of(request, date(2018, 1, 1), LATEST)
        answer_request(
            request=request, organization=world.organizations[who], answer=Answer.AGREES, answered_on=world.day("1 December 2017"),
            by=world.cast.officer, at=world.clock(),
        )
    assert [(each.organization, each.answer, each.answered_on.edtf) for each in answers_of(request, date(2018, 1, 1), LATEST)] == [
        ("escwa", "agrees", "2017-12-01"), ("iom", "agrees", "2017-12-01"), ("las", "agrees", "2017-12-01")
    ]


def test_answers_before_the_circulation_are_none(world):
    made = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=PartialDate.on(DAY), by=world.cast.officer,
        at=world.clock(),
    )
    assert answers_of(made, date.max, LATEST) == []


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_contacts_take_one_query(world, rows, django_assert_num_queries):
    for _ in range(rows):
        appoint(
            seat=world.seats["fao"], role=ContactRole.FOCAL_POINT, person=record_person(by=world.cast.officer, at=world.clock()),
            on=world.day("2016"), by=world.cast.officer, at=world.clock(),
        )
    with django_assert_num_queries(1):
        held = contacts("wgim", DAY, LATEST)
    assert {(each.organization, each.role, each.confirmed_on) for each in held} == {("fao", "focal_point", None)}
    assert [each.contact for each in held][:1] == ["wgim-fao-focal-point-1"]


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_objectives_take_one_query_and_stand_in_order(world, rows, django_assert_num_queries):
    for position in reversed(range(1, rows + 1)):
        state_objective(
            group=world.group, position=position, text=Texts({"en": f"Objective {position}"}), on=None, by=world.cast.officer,
            at=world.clock(),
        )
    with django_assert_num_queries(1):
        held = objectives("wgim", DAY, LATEST)
    assert [each.text["en"] for each in held] == [f"Objective {position}" for position in range(1, rows + 1)]


def test_terms_of_reference_are_the_version_of_the_day(world, django_assert_num_queries):
    for year in ("2013", "2018"):
        version = TermsOfReference(group=world.group, begins=world.day(year), rotation=Texts({"en": year}))
        adopt(terms=version, by=world.cast.officer, at=world.clock())
    with django_assert_num_queries(1):
        assert terms_of_reference("wgim", DAY, LATEST).rotation["en"] == "2013"
    assert terms_of_reference("wgim", date(2018, 1, 1), LATEST).rotation["en"] == "2018"
    assert terms_of_reference("wgim", date(2012, 12, 31), LATEST) is None
