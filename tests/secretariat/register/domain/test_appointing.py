"""A person new to the record becomes a contact, or leaves no trace."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.register.domain.appointing import appoint_new, replace_by_new
from tansiq.secretariat.register.domain.errors import NoContact, NoSeat
from tansiq.secretariat.register.enums import ContactRole
from tansiq.secretariat.register.models import ContactTerm, Person

WHO = {"name": "F. Point", "title": "", "email": "", "telephone": ""}


def test_person_is_recorded_and_appointed_then_replaced(world, hand):
    contact = appoint_new(seat=world.seats["fao"], role=ContactRole.HEAD, person=WHO, on=parse("2016"), **hand)
    new = replace_by_new(contact=contact, person=WHO | {"name": "S. Second"}, on=parse("1 May 2017"), because="New post.", **hand)
    assert (new.role, new.person.name) == ("head", "S. Second")
    assert ContactTerm.objects.current().get(contact=contact).ends == parse("30 April 2017")


def test_refused_appointment_leaves_no_person(world, hand):
    with pytest.raises(NoSeat):
        appoint_new(seat=world.seats["fao"], role=ContactRole.HEAD, person=WHO, on=parse("2010"), **hand)
    contact = appoint_new(seat=world.seats["fao"], role=ContactRole.HEAD, person=WHO, on=parse("2016"), **hand)
    with pytest.raises((NoContact, NoSeat)):
        replace_by_new(contact=contact, person=WHO, on=parse("2012"), because="", **hand)
    assert Person.objects.count() == 1
