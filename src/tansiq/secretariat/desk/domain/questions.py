"""The desk of a person on a day: the items of every app in their places, and what the groups are called. It only reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tansiq.secretariat.record.desk import At, Item, Place, desk_items
from tansiq.secretariat.register.domain.naming import NameForm, Names
from tansiq.secretariat.register.domain.standing import SECRETARIAT, Standing


@dataclass(frozen=True)
class Desk:
    """What lies on the desk: the items of each place, the most urgent first, and the names of the groups by slug."""

    today: date
    items: Mapping[Place, Sequence[Item]]
    groups: Mapping[str, NameForm]

    @property
    def empty(self) -> bool:
        """Whether nothing lies on it at all."""
        return not any(self.items.values())


def desk(*, standing: Standing, now: datetime, language: str) -> Desk:
    """The desk of a person with this standing, today. One query, and one for each table of names that is needed."""
    groups = tuple(sorted(standing.groups))
    served = frozenset(group for group in groups if standing.has(SECRETARIAT, group))
    at = At(groups, served, standing.speaks_for, now.date(), now, language)
    names = Names(now.date(), now)

    def called(ref: str) -> str:
        """A step by its name, everything else by the shortest form that readers of the language know."""
        form = names.name(ref, language)
        return form.text("short" if language == "ar" and form.language == "ar" or not ref.startswith("register/") else "acronym")

    found = desk_items(at, called)
    # What changed is read from the newest on; everything else from what presses most.
    items = {
        place: sorted((item for item in found if item.place is place), key=_soonest, reverse=place is Place.CHANGED) for place in Place
    }
    return Desk(now.date(), items, {group: names.name(f"register/group/{group}", language) for group in groups})


def _soonest(item: Item) -> tuple[date, str, str]:
    """By the first day, what has none last."""
    return (item.day and item.day.first_day) or date.max, item.group, item.words
