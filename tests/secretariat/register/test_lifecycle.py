"""The steps of a request to join."""

import pytest

from tansiq.secretariat.register.enums import RequestState
from tansiq.secretariat.register.lifecycle import JOIN_REQUEST, OPEN, UNDECIDED

STEPS = {
    "": {"note_interest", "receive"},
    "interest": {"receive", "withdraw"},
    "received": {"circulate", "withdraw"},
    "circulated": {"approve", "decline", "defer", "withdraw"},
    "deferred": {"circulate", "decline", "withdraw"},
    "approved": set(),
    "declined": set(),
    "withdrawn": set(),
}


@pytest.mark.parametrize("state", STEPS)
def test_join_request_steps_from_a_state(state):
    assert {step.name for step in JOIN_REQUEST.open_from(state)} == STEPS[state]


def test_open_and_undecided_are_the_states_without_an_end():
    ended = {state for state in RequestState.values if not STEPS[state]}
    assert set(OPEN) == set(RequestState.values) - ended
    assert set(OPEN) - set(UNDECIDED) == {"interest"}
