"""Moves: what a lifecycle allows, in what order, and states asked from the moves in two times."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.actors import actor_for, import_actor
from tansiq.secretariat.record.domain.errors import MoveRefused
from tansiq.secretariat.record.domain.moves import advance, standing_moves, withdraw_last_move
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition, lifecycles
from tansiq.secretariat.record.models import Move
from tansiq.secretariat.record.rules import anyone, not_a_reply_link
from tansiq.secretariat.register.models import Group, JoinRequest, Organization

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def request_():
    organization = Organization.objects.create(slug="unicef", type="un_entity")
    return JoinRequest.objects.create(slug="wgim-unicef", group=Group.objects.create(slug="wgim"), organization=organization)


def go(row, transition, on, at=NOW, by=None):
    return advance(row=row, transition=transition, occurred_on=parse(on), by=by or import_actor(), at=at, because="as the letter says")


def beginning(row):
    return next(row.lifecycle.open_from(UNBORN)).name


def state(ref, day, known_at=NOW):
    return Move.objects.states([ref], day, known_at).get(ref)


def test_advance_counts_from_the_last_day_of_a_partial_date(request_):
    move = go(request_, beginning(request_), "September 2017")
    assert (move.before, move.happened_by) == ("", date(2017, 9, 30))
    assert state(request_.ref, date(2017, 9, 29)) is None
    assert state(request_.ref, date(2017, 9, 30)) == move.after == request_.state


def test_advance_unknown_step_is_refused(request_):
    with pytest.raises(MoveRefused, match=r"'fly' is not a step of this join request \(possible now: 'note_interest', 'receive'\)"):
        go(request_, "fly", "2017")


def test_advance_from_the_wrong_state_says_from_which_it_is_possible(request_):
    with pytest.raises(MoveRefused, match=r"is 'not begun'; 'approve' is possible only from"):
        go(request_, "approve", "2017")


def test_advance_still_to_come_is_refused(request_):
    with pytest.raises(MoveRefused, match="2026 is still to come on 5 January 2026"):
        go(request_, beginning(request_), "2026")


def test_advance_before_the_last_move_is_refused(request_):
    go(request_, beginning(request_), "October 2017")
    following = next(step.name for step in request_.lifecycle.open_from(request_.state))
    with pytest.raises(MoveRefused, match="would come before"):
        go(request_, following, "September 2017")


def test_advance_by_the_wrong_actor_is_refused(request_):
    guest = actor_for(kind=ActorKind.REPLY_LINK, name="somebody")
    with pytest.raises(MoveRefused, match="not for this actor"):
        go(request_, beginning(request_), "2017", by=guest)
    assert Move.objects.count() == 0


def test_states_are_known_only_from_when_they_were_recorded(request_):
    go(request_, beginning(request_), "2016", at=NOW)
    assert state(request_.ref, date(2017, 1, 1), NOW - timedelta(microseconds=1)) is None
    assert state(request_.ref, date(2017, 1, 1), NOW) == request_.state


def test_withdraw_last_move_returns_to_the_state_before_and_keeps_what_was_known(request_):
    go(request_, beginning(request_), "2016")
    first = request_.state
    following = next(step.name for step in request_.lifecycle.open_from(first))
    go(request_, following, "2017")
    second = request_.state
    withdraw_last_move(row=request_, by=import_actor(), at=NOW + timedelta(days=1), because="filed under the wrong request")
    assert request_.state == first
    assert state(request_.ref, date(2018, 1, 1), NOW + timedelta(seconds=1)) == second
    assert state(request_.ref, date(2018, 1, 1), NOW + timedelta(days=1)) == first
    assert len(standing_moves(request_.ref)) == 1
    go(request_, following, "2017", at=NOW + timedelta(days=2))
    assert state(request_.ref, date(2018, 1, 1), NOW + timedelta(days=2)) == second


def test_withdraw_only_move_is_refused(request_):
    go(request_, beginning(request_), "2016")
    with pytest.raises(MoveRefused, match="no move to take back"):
        withdraw_last_move(row=request_, by=import_actor(), at=NOW, because="x")


def test_lifecycle_with_an_unknown_state_is_refused():
    with pytest.raises(ValueError, match=r"unknown states \['nowhere'\]"):
        Lifecycle("test/thing", ("here",), (Transition("go", ("here",), "nowhere", anyone, "Go"),))
    assert "test/thing" not in lifecycles()


def test_rules_reply_link_is_not_the_secretariat():
    guest = actor_for(kind=ActorKind.REPLY_LINK, name="somebody")
    assert (anyone(guest, None), not_a_reply_link(guest, None), not_a_reply_link(import_actor(), None)) == (True, False, True)
