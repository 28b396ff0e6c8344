"""Places of a page that apps above its own fill: a lower app names the place, a higher one brings what stands there.

So the page of a group shows the sessions it reports to, though the register knows nothing of reporting.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Asked:
    """What a page is about when it asks for its parts: groups (slugs) on a day, as known at a moment, in a language."""

    groups: tuple[str, ...]
    as_of: date
    known_at: datetime
    language: str


@dataclass(frozen=True)
class Entry:
    """A line of a list about a group: a text with an address, and a hint beside it."""

    group: str
    text: str
    url: str
    hint: str = ""


@dataclass(frozen=True)
class Term:
    """A pair of a description list about a group; `language` is the one `text` is in, "" for the page's own."""

    group: str
    name: str
    text: str
    language: str = ""


Part = Callable[[Asked], Iterable[Any]]
_PARTS: dict[str, list[Part]] = defaultdict(list)


def part(place: str) -> Callable[[Part], Part]:
    """Register the decorated function as one that fills `place`. It is asked once for all groups of a page."""

    def add(fill: Part) -> Part:
        if fill not in _PARTS[place]:
            _PARTS[place].append(fill)
        return fill

    return add


def parts(place: str, asked: Asked) -> Iterator[Any]:
    """Everything that the registered parts bring to `place`, in the order they were registered."""
    for fill in _PARTS[place]:
        yield from fill(asked)
