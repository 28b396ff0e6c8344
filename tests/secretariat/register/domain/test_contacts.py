"""Contacts: appointed, confirmed, replaced, dismissed, and how many wait for a confirmation."""

from datetime import date

import pytest

from tansiq.secretariat.record.domain.errors import OverlappingTerms
from tansiq.secretariat.record.facts import ask
from tansiq.secretariat.register.domain.contacts import appoint, confirm, dismiss, next_slug, replace
from tansiq.secretariat.register.domain.errors import NoContact, NoSeat
from tansiq.secretariat.register.domain.people import record_person
from tansiq.secretariat.register.domain.questions import LATEST, contacts
from tansiq.secretariat.register.enums import ContactRole

ROLE = ContactRole.FOCAL_POINT


def person(world):
    return record_person(by=world.cast.officer, at=world.clock())


def appointed(world, who=None, on="2016"):
    return appoint(
        seat=world.seats["fao"], role=ROLE, person=who or person(world), on=world.day(on), by=world.cast.officer, at=world.clock()
    )


def held(day, known=LATEST):
    return [(contact.contact, contact.confirmed_on.edtf if contact.confirmed_on else "") for contact in contacts("wgim", day, known)]


def test_appoint_names_a_contact_from_the_first_day(world):
    appointed(world)
    assert [held(day) for day in (date(2015, 12, 31), date(2016, 1, 1))] == [[], [("wgim-fao-focal-point-1", "")]]


def test_appoint_two_focal_points_are_two_contacts(world):
    appointed(world)
    appointed(world)
    assert len(held(date(2017, 1, 1))) == 2


def test_appoint_the_same_person_twice_is_refused(world):
    who = person(world)
    appointed(world, who)
    with pytest.raises(OverlappingTerms):
        appointed(world, who)


def test_appoint_without_a_seat_is_refused(world):
    with pytest.raises(NoSeat):
        appointed(world, on="2014")


def test_confirm_is_known_from_its_last_day_and_not_before(world):
    contact = appointed(world)
    confirm(contact=contact, on=world.day("March 2017"), by=world.cast.officer, at=world.clock())
    assert [held(day)[0][1] for day in (date(2017, 3, 30), date(2017, 3, 31))] == ["", "2017-03"]


def test_confirm_a_second_time_keeps_both(world):
    contact = appointed(world)
    for on in ("1 March 2017", "1 March 2018"):
        confirm(contact=contact, on=world.day(on), by=world.cast.officer, at=world.clock())
    assert [held(day)[0][1] for day in (date(2017, 12, 31), date(2018, 3, 1))] == ["2017-03-01", "2018-03-01"]


def test_confirm_on_the_first_day_keeps_since_when(world):
    contact = appointed(world, on="1 March 2017")
    term = confirm(contact=contact, on=world.day("1 March 2017"), by=world.cast.officer, at=world.clock())
    assert (term.begins.edtf, held(date(2017, 3, 1))) == ("2017-03-01", [(contact.slug, "2017-03-01")])


@pytest.mark.parametrize("on", ["2030", "1 March 2015", "2017/.."])
def test_confirm_to_come_or_before_the_contact_is_refused(world, on):
    with pytest.raises(NoContact):
        confirm(contact=appointed(world), on=world.day(on), by=world.cast.officer, at=world.clock())


def test_replace_ends_one_and_appoints_another_in_the_role(world):
    old = appointed(world)
    new = replace(contact=old, person=person(world), on=world.day("2018"), by=world.cast.officer, at=world.clock())
    assert new.role == old.role
    assert [held(day)[0][0] for day in (date(2017, 12, 31), date(2018, 1, 1))] == [old.slug, new.slug]
    assert [len(held(day)) for day in (date(2017, 12, 31), date(2018, 1, 1))] == [1, 1]


def test_dismiss_that_does_not_hold_is_refused(world):
    contact = appointed(world)
    dismiss(contact=contact, ends=world.day("2016"), by=world.cast.officer, at=world.clock(), because="left")
    with pytest.raises(NoContact) as refused:
        dismiss(contact=contact, ends=world.day("2017"), by=world.cast.officer, at=world.clock(), because="left")
    assert str(refused.value) == "register/contact/wgim-fao-focal-point-1 does not hold on 31 December 2017; appoint the person first."


def test_contacts_unconfirmed_counts_those_not_asked_for_a_year(world):
    contact = appointed(world)
    appointed(world)
    confirm(contact=contact, on=world.day("15 November 2017"), by=world.cast.officer, at=world.clock())

    def unconfirmed(day):
        return ask("register.contacts_unconfirmed", as_of=day, known_at=LATEST, group="wgim").value

    assert [unconfirmed(day) for day in (date(2017, 11, 14), date(2017, 11, 15), date(2018, 11, 15), date(2018, 11, 16))] == [2, 1, 1, 2]


def test_next_slug_says_nothing_of_the_person(world):
    assert next_slug(world.seats["fao"], ROLE) == "wgim-fao-focal-point-1"
