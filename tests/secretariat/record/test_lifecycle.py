"""Lifecycles are checked when they are declared, and keep their states as plain texts."""

import pytest
from django.db.models import TextChoices

from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.record.rules import anyone


class Door(TextChoices):
    OPEN = "open", "open"
    SHUT = "shut", "shut"


def test_transition_of_enumeration_members_keeps_plain_texts():
    shut = Transition("shut", (Door.OPEN,), Door.SHUT, anyone, "Shut")
    assert (type(shut.after), type(shut.before[0])) == (str, str)
    assert repr((shut.before, shut.after)) == "(('open',), 'shut')"


@pytest.mark.parametrize(
    "transitions",
    [
        [Transition("shut", ("ajar",), "shut", anyone, "Shut")],
        [Transition("open", (UNBORN,), "open", anyone, "Open"), Transition("open", ("shut",), "open", anyone, "Open")],
    ],
    ids=["unknown state", "name twice"],
)
def test_lifecycle_that_does_not_hold_together_is_refused(transitions):
    with pytest.raises(ValueError, match="lifecycle tests/door: unknown states .* or a transition named twice"):
        Lifecycle("tests/door", tuple(Door.values), tuple(transitions))
