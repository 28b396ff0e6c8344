"""One seat as its page shows it."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.register.domain.contacts import appoint, confirm
from tansiq.secretariat.register.domain.seats import end_seat, seat_organization
from tansiq.secretariat.register.domain.tenures import find_contact, find_group, find_organization, find_seat, holds, tenure
from tansiq.secretariat.register.enums import ContactRole, SeatKind
from tansiq.secretariat.register.models import Person

DAY = date(2020, 1, 1)


def seen(slug):
    return tenure(group="wgim", seat=slug, day=DAY)


def test_acts_follow_from_what_the_seat_is_on_the_day(world, hand):
    assert seen("wgim-iom").acts == ["take", "leave", "rotate", "appoint", "end"]
    assert seen("wgim-fao").acts == ["take", "observer", "appoint", "end"]
    unicef = seat_organization(
        group=world.group, organization=world.organizations["unicef"], on=parse("2016"), kind=SeatKind.OBSERVER, **hand
    )
    assert seen(unicef.slug).acts == ["member", "end", "appoint"]
    end_seat(seat=unicef, ends=parse("2018"), because="", **hand)
    assert (seen(unicef.slug).acts, seen(unicef.slug).held) == (["again"], None)


def test_contact_confirmed_twice_is_shown_once(world, hand):
    contact = appoint(
        seat=world.seats["fao"], role=ContactRole.HEAD, person=Person.objects.create(slug="person-1"), on=parse("2016"), **hand
    )
    confirm(contact=contact, on=parse("1 May 2017"), **hand)
    confirm(contact=contact, on=parse("1 May 2018"), **hand)
    assert [term.confirmed_on for term in seen("wgim-fao").contacts] == [parse("1 May 2018")]
    assert find_contact(group="wgim", contact=contact.slug) == contact


def test_holds_is_from_the_first_day_until_the_day_before_the_end(world, hand):
    end_seat(seat=world.seats["fao"], ends=parse("30 June 2016"), because="", **hand)
    term = seen("wgim-fao").terms[0]
    days = [date(2014, 12, 31), date(2015, 1, 1), date(2016, 6, 30), date(2016, 7, 1)]
    assert [holds(term, day) for day in days] == [False, True, True, False]


def test_what_is_not_there_is_not_found(world):
    assert find_organization("") is None
    assert find_group("wgim") == world.group
    for ask in (
        lambda: find_seat(group="tfym", seat="wgim-fao"), lambda: find_contact(group="wgim", contact="none"),
        lambda: find_organization("none"), lambda: find_group("none"),
    ):
        with pytest.raises(UnknownReference):
            ask()
