"""The history of a thing: every entry about it and what hangs on it, newest first."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.register.domain.chronicle import AT_ONCE, chronicle
from tansiq.secretariat.register.domain.contacts import appoint, confirm
from tansiq.secretariat.register.domain.membership import note_interest
from tansiq.secretariat.register.domain.offices import leave_office
from tansiq.secretariat.register.enums import ContactRole, OfficeRole
from tansiq.secretariat.register.models import Person


def codes(kind, thing):
    return [told.entry.code for told in chronicle(group="wgim", kind=kind, thing=thing).told]


def test_seat_tells_of_its_offices_and_what_each_entry_wrote(world, hand):
    leave_office(seat=world.seats["iom"], role=OfficeRole.CO_CHAIR, ends=parse("2017"), because="Rotation.", **hand)
    found = chronicle(group="wgim", kind="seat", thing="wgim-iom")
    assert [told.entry.code for told in found.told] == ["term.superseded", "term.begun", "identity.made", "term.begun", "identity.made"]
    last = found.told[0]
    assert ([term.ends for term in last.recorded], [term.ends for term in last.replaced]) == ([parse("2017")], [None])
    assert (last.because, last.erased, found.older) == ("Rotation.", False, None)
    assert "wgim-fao" not in {told.entry.subject.rsplit("/", 1)[1] for told in found.told}


def test_request_tells_its_moves(world, hand):
    note_interest(group=world.group, organization=world.organizations["unicef"], noted_on=parse("2017"), **hand)
    found = chronicle(group="wgim", kind="request", thing="wgim-unicef")
    assert [(told.entry.code, told.move.name if told.move else "") for told in found.told] == [
        ("move.made", "note_interest"), ("identity.made", ""),
    ]


def test_long_history_goes_on_before_the_last_entry_told(world, hand):
    contact = appoint(
        seat=world.seats["fao"], role=ContactRole.HEAD, person=Person.objects.create(slug="person-1"), on=parse("2016"), **hand
    )
    for day in range(1, 28):
        for month in (1, 2):
            confirm(contact=contact, on=parse(f"2017-0{month}-{day:02}"), **hand)
    first = chronicle(group="wgim", kind="seat", thing="wgim-fao")
    rest = chronicle(group="wgim", kind="seat", thing="wgim-fao", before=first.older)
    told = [each.entry.seq for each in (*first.told, *rest.told)]
    assert len(first.told) == AT_ONCE
    assert told == sorted(set(told), reverse=True)
    assert rest.told[-1].entry.code == "identity.made"


def test_organization_and_group_have_a_history(world):
    assert codes("organization", "fao") == []
    assert codes("group", "wgim") == []


@pytest.mark.parametrize(
    ("kind", "thing"), [("group", "tfym"), ("seat", "none"), ("request", "none"), ("organization", ""), ("person", "x")]
)
def test_what_is_not_there_is_refused(world, kind, thing):
    with pytest.raises(UnknownReference):
        chronicle(group="wgim", kind=kind, thing=thing)
