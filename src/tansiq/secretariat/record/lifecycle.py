"""What a lifecycle is: states and the transitions between them, with who may make each. No rows are written here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

UNBORN = ""
"""The state before the first move: a transition that starts a row has it as its only `before`."""

Predicate = Callable[[Any, Any], bool]
"""Whether an actor may make a move on a row."""


@dataclass(frozen=True)
class Transition:
    """One allowed step: from any of `before` to `after`, by those for whom `may(actor, row)` holds; `says` is the verb shown."""

    name: str
    before: tuple[str, ...]
    after: str
    may: Predicate
    says: str | Promise

    def __post_init__(self) -> None:
        """Keep the states as plain texts: members of an enumeration would show their Python names to people."""
        object.__setattr__(self, "before", tuple(str(state) for state in self.before))
        object.__setattr__(self, "after", str(self.after))


@dataclass(frozen=True)
class Lifecycle:
    """The states of one kind of row, in order, and its transitions. `subject` is the kind, `app/kind`."""

    subject: str
    states: tuple[str, ...]
    transitions: tuple[Transition, ...]

    def __post_init__(self) -> None:
        """Refuse a lifecycle whose transitions name unknown states or share a name."""
        known = {UNBORN, *self.states}
        names = [transition.name for transition in self.transitions]
        strays = {state for one in self.transitions for state in (*one.before, one.after)} - known
        if strays or len(set(names)) != len(names):
            raise ValueError(f"lifecycle {self.subject}: unknown states {sorted(strays)} or a transition named twice in {names}.")
        _LIFECYCLES[self.subject] = self

    def transition(self, name: str) -> Transition:
        """The transition of that name. Raises KeyError when there is none."""
        for one in self.transitions:
            if one.name == name:
                return one
        raise KeyError(name)

    def open_from(self, state: str) -> Iterator[Transition]:
        """The transitions that a row in `state` can make."""
        return (one for one in self.transitions if state in one.before)


_LIFECYCLES: dict[str, Lifecycle] = {}


def lifecycles() -> dict[str, Lifecycle]:
    """Every lifecycle declared so far, by subject."""
    return dict(sorted(_LIFECYCLES.items()))
