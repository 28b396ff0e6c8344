"""Who changed a row and when: terms by their entries, moves by theirs and by what took them back."""

from datetime import timedelta

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.changes import changes_of
from tansiq.secretariat.record.domain.moves import standing_moves, withdraw_last_move
from tansiq.secretariat.record.domain.terms import supersede
from tansiq.secretariat.register.domain.membership import circulate, receive_request
from tansiq.secretariat.register.models import SeatTerm


def test_changes_of_a_term_are_its_recording_and_its_correction(world, hand):
    term = SeatTerm.objects.get(seat=world.seats["fao"])
    later = hand["at"] + timedelta(days=1)
    supersede(term=term, with_=[], by=world.cast.co_chair, at=later, because="It never sat.")
    [first, second] = changes_of([term.ref])[term.ref]
    assert (first.by, first.at, first.corrected) == (world.cast.officer, term.recorded_at, False)
    assert (second.by, second.at, second.corrected) == (world.cast.co_chair, later, True)


def test_changes_of_a_move_are_its_recording_and_what_took_it_back(world, hand):
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=parse("2 March 2017"), **hand
    )
    circulate(request=request, circulated_on=parse("3 March 2017"), by=hand["by"], at=world.clock())
    move = standing_moves(request.ref).last()
    at = world.clock()
    withdraw_last_move(row=request, by=world.cast.officer, at=at, because="It had not gone out.")
    assert [(change.corrected, change.by) for change in changes_of([move.ref])[move.ref]] == [
        (False, world.cast.officer), (True, world.cast.officer),
    ]
    assert changes_of([move.ref])[move.ref][1].at == at


def test_changes_of_identities_and_of_nothing_are_none(world):
    assert changes_of([world.group.ref, "record/move/999", "nowhere/thing/x", "register/seat-term/none.1"]) == {}
