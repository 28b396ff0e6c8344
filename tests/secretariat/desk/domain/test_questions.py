"""What lies on the desk: each kind of item for whom it is meant, in its place, and nothing of anybody else's."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.desk.domain.questions import desk
from tansiq.secretariat.record.desk import Place
from tansiq.secretariat.record.domain.terms import corrected, supersede
from tansiq.secretariat.register.domain.contacts import confirm
from tansiq.secretariat.register.domain.seats import end_seat, seat_organization
from tansiq.secretariat.register.domain.standing import SECRETARIAT, Standing
from tansiq.secretariat.register.models import Contact, SeatTerm
from tansiq.secretariat.reporting.domain.freezing import freeze
from tests.cast import world as build
from tests.secretariat.desk.office import (
    CO_CHAIR_OF_IOM,
    CONTACT_OF_FAO,
    NOW,
    OFFICER,
    another,
    ask_to_join,
    days_from,
    fill,
    follow,
    name_contact,
    plan,
    report_to_a_session,
)


@pytest.fixture
def office(db):
    return build(names=True)


def on_the_desk(standing=OFFICER, place=Place.WAITING, now=NOW):
    return [(item.words, item.state[1], item.why) for item in desk(standing=standing, now=now, language="en").items[place]]


def frozen(office, day="1 June 2026"):
    at = NOW - timedelta(days=2)
    return freeze(
        group="wgim", session=31, as_of=parse(day).first_day, known_at=None, language="en", by=office.cast.officer, at=at
    )


def test_desk_of_a_group_where_nothing_happens_is_empty(office):
    assert desk(standing=OFFICER, now=NOW, language="en").empty
    assert desk(standing=Standing(account=9), now=NOW, language="en").groups == {}


def test_desk_shows_a_letter_that_has_not_gone_to_the_co_chairs(office):
    ask_to_join(office, office.group, circulated=False)
    assert on_the_desk() == [("UNICEF asks to join", "Your turn", "The letter has come; it has not gone to the co-chairs yet.")]
    assert on_the_desk(CO_CHAIR_OF_IOM) == []


def test_desk_shows_the_answers_that_are_missing_to_the_secretariat_and_to_whom_they_are_missing_from(office):
    ask_to_join(office, office.group, answers=("escwa",))
    assert on_the_desk() == [("UNICEF asks to join", "1 of 3 answers", "No answer yet from: IOM and LAS.")]
    assert on_the_desk(CO_CHAIR_OF_IOM) == on_the_desk()
    assert on_the_desk(CONTACT_OF_FAO) == []


def test_desk_of_a_co_chair_that_has_answered_no_longer_shows_the_request(office):
    ask_to_join(office, office.group, answers=("escwa", "iom"))
    assert on_the_desk(CO_CHAIR_OF_IOM) == []
    [(_words, state, why)] = on_the_desk()
    assert (state, why) == ("2 of 3 answers", "No answer yet from: LAS.")


def test_desk_shows_a_request_that_every_co_chair_answered(office):
    ask_to_join(office, office.group, answers=("escwa", "iom", "las"))
    assert on_the_desk() == [("UNICEF asks to join", "Your turn", "Every co-chair has answered; the decision can be recorded.")]


def test_desk_shows_contacts_until_they_are_confirmed(office):
    name_contact(office, office.group, "fao")
    name_contact(office, office.group, "ilo")
    assert on_the_desk(place=Place.LATE) == [("2 contacts not confirmed", "Not confirmed", "FAO and ILO")]
    assert on_the_desk(CONTACT_OF_FAO, Place.LATE) == []
    for contact in Contact.objects.all():
        confirm(contact=contact, on=parse("1 January 2026"), by=office.cast.officer, at=office.clock())
    assert on_the_desk(place=Place.LATE) == []
    assert len(on_the_desk(place=Place.LATE, now=NOW + timedelta(days=300))) == 1


def test_desk_shows_steps_whose_date_has_passed_and_those_that_come(office):
    follow(office, office.group, "March 2026")
    follow(office, office.group, "20 June 2026", "workshop")
    follow(office, office.group, "2027", "review")
    assert on_the_desk(place=Place.LATE) == [
        ("The conference", "Not held", "Its date has passed. Record that it was held, or the new date.")
    ]
    assert [words for words, _state, _why in on_the_desk(place=Place.SOON)] == ["The workshop"]


@pytest.mark.parametrize(("due", "late"), [("2025", True), ("14 June 2026", True), ("15 June 2026", False), ("2026", False)])
def test_desk_shows_outputs_from_the_day_after_they_were_due(office, due, late):
    plan(office, office.group, due)
    expected = [("Training of officials", "Late", "It was due by then and is not completed.")] if late else []
    assert on_the_desk(place=Place.LATE) == expected


def test_desk_shows_the_report_to_a_session_that_comes_until_one_is_frozen(office):
    report_to_a_session(office, office.group)
    assert on_the_desk() == [
        ("Progress report to the thirty-first session", "Your turn", "The session comes, and no report to it is frozen yet.")
    ]
    assert [words for words, _state, _why in on_the_desk(place=Place.SOON)] == ["thirty-first session"]
    assert on_the_desk(CONTACT_OF_FAO) == []
    frozen(office)
    assert on_the_desk() == []
    assert [words for words, _state, _why in on_the_desk(place=Place.CHANGED)] == ["Frozen: Progress report to the thirty-first session"]


def test_desk_shows_a_frozen_report_once_a_seat_was_corrected_for_its_day(office):
    report_to_a_session(office, office.group)
    frozen(office)
    stale = [("Progress report to the thirty-first session", "Stale", "The record was corrected after this report was frozen.")]
    seat = SeatTerm.objects.current().get(seat=office.seats["fao"])
    later = corrected(seat, ends=parse("10 June 2026"))
    supersede(term=seat, with_=[later], by=office.cast.officer, at=NOW - timedelta(hours=5), because="It left after the day.")
    assert on_the_desk() == []
    supersede(term=later, with_=[], by=office.cast.officer, at=NOW - timedelta(hours=4), because="It never sat.")
    assert on_the_desk() == stale
    assert on_the_desk(CONTACT_OF_FAO) == []


def test_desk_shows_a_frozen_report_once_a_seat_was_added_or_a_date_corrected_for_its_day(office):
    report_to_a_session(office, office.group)
    follow(office, office.group, "2027")
    frozen(office)
    assert on_the_desk() == []
    seat_organization(
        group=office.group, organization=office.organizations["unicef"], on=parse("1 May 2026"), by=office.cast.officer,
        at=NOW - timedelta(hours=5),
    )
    assert [state for _words, state, _why in on_the_desk()] == ["Stale"]


def test_desk_shows_seats_taken_and_given_up_this_week(office):
    seat_organization(
        group=office.group, organization=office.organizations["unicef"], on=days_from(NOW, -3), by=office.cast.officer, at=office.clock()
    )
    end_seat(seat=office.seats["ilo"], ends=days_from(NOW, -2), by=office.cast.officer, at=office.clock(), because="It left.")
    changed = [words for words, _state, _why in on_the_desk(CONTACT_OF_FAO, Place.CHANGED)]
    assert changed == ["ILO gave up its seat", "UNICEF took its seat"]
    assert on_the_desk(place=Place.CHANGED, now=NOW + timedelta(days=9)) == []


def test_desk_of_a_stranger_to_the_group_holds_nothing_of_it(office):
    fill(office, office.group)
    assert desk(standing=Standing(account=5, groups={"other": frozenset({SECRETARIAT})}), now=NOW, language="en").empty


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_desk_asks_the_same_for_forty_groups_as_for_one(office, django_assert_num_queries, language):
    fill(office, office.group)
    with django_assert_num_queries(4):
        assert len(on_the_desk()) == 2
    if language == "en":
        groups = {f"group-{number:02}": frozenset({SECRETARIAT}) for number in range(39)}
        for number in range(39):
            another(office, number)
        with django_assert_num_queries(4):
            found = desk(standing=replace(OFFICER, groups=OFFICER.groups | groups), now=NOW, language=language)
        assert len(found.items[Place.WAITING]) == 80
        assert len(found.items[Place.LATE]) == 120
