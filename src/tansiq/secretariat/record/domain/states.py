"""Picks from the answers of questions what is in a state: one taken from the moves of the day asked for, never from the column of today."""

from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar


class Stands(Protocol):
    """The answer of a question about a thing, with the state in which it stood on the day."""

    @property
    def state(self) -> str:
        """The state, as the last move by the day left it."""
        ...


S = TypeVar("S", bound=Stands)


def standing(found: Iterable[S], states: Collection[str]) -> list[S]:
    """Those that stood in one of the states, in the order given."""
    return [each for each in found if each.state in states]
