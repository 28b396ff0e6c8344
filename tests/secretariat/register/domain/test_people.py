"""Persons recorded and forgotten."""

import pytest

from tansiq.secretariat.record.domain.errors import Refused, Unusable
from tansiq.secretariat.record.domain.log import verify_chain
from tansiq.secretariat.record.models import LogEntry
from tansiq.secretariat.register.domain.membership import receive_request
from tansiq.secretariat.register.domain.people import erase_person, erase_signatory, record_person


def recorded(world, **more):
    return record_person(by=world.cast.officer, at=world.clock(), **more)


def test_record_person_gets_the_next_number(world):
    assert [recorded(world).slug, recorded(world).slug] == ["person-1", "person-2"]


def test_record_person_again_changes_what_is_known(world):
    recorded(world, slug="p", name="One")
    recorded(world, slug="p", name="One", email="one@example.org")
    person = recorded(world, slug="p", name="One", email="one@example.org")
    assert (person.name, person.email) == ("One", "one@example.org")
    entries = LogEntry.objects.filter(subject="register/person/p", code="person.recorded").order_by("seq")
    assert [entry.parameters["columns"] for entry in entries] == [["name"], ["email"]]


def test_record_person_with_a_slug_that_is_none_is_refused(world):
    with pytest.raises(Unusable):
        recorded(world, slug="A Person")


def test_erase_person_forgets_and_the_chain_holds(world):
    person = recorded(world, name="One", title="Ms.", email="one@example.org", telephone="1")
    erase_person(person=person, by=world.cast.officer, at=world.clock())
    assert (person.name, person.title, person.email, person.telephone, person.account) == ("", "", "", "", None)
    length = LogEntry.objects.count()
    erase_person(person=person, by=world.cast.officer, at=world.clock())
    assert verify_chain() == length


def test_record_person_who_was_erased_is_refused(world):
    person = recorded(world, slug="p", name="One")
    erase_person(person=person, by=world.cast.officer, at=world.clock())
    with pytest.raises(Refused):
        recorded(world, slug="p", name="One")


def test_erase_signatory_empties_it_once(world):
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("2017"), signatory="One",
        by=world.cast.officer, at=world.clock(),
    )
    erase_signatory(request=request, by=world.cast.officer, at=world.clock())
    erase_signatory(request=request, by=world.cast.officer, at=world.clock())
    assert request.signatory == ""
    assert LogEntry.objects.filter(code="signatory.erased").count() == 1
