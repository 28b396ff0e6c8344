"""What the page of the desk shows: the items of each place with their distance from today, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.engines.dates import PartialDate
from tansiq.engines.press.typography import format_number
from tansiq.secretariat.desk.domain.questions import Desk
from tansiq.secretariat.record.desk import Item, Place
from tansiq.secretariat.register.domain.naming import NameForm

MOST = 50
"""How many lines of a place the page shows; the rest is told by its number."""


@dataclass(frozen=True)
class LineShown:
    """A line: the item, how far its day is from today, and its group where the person has several."""

    item: Item
    distance: str
    group: NameForm | None


@dataclass(frozen=True)
class DeskShown:
    """The page of the desk."""

    desk: Desk
    language: str

    @property
    def waiting(self) -> list[LineShown]:
        """What waits for the person."""
        return list(self._lines(Place.WAITING))

    @property
    def late(self) -> list[LineShown]:
        """What is late."""
        return list(self._lines(Place.LATE))

    @property
    def soon(self) -> list[LineShown]:
        """What comes."""
        return list(self._lines(Place.SOON))

    @property
    def changed(self) -> list[LineShown]:
        """What happened within a week."""
        return list(self._lines(Place.CHANGED))

    @property
    def counts(self) -> dict[str, int]:
        """How many items each place has, those that are not shown too."""
        return {place.value: len(items) for place, items in self.desk.items.items()}

    @property
    def scope(self) -> NameForm | None:
        """The group, when there is only one."""
        groups = list(self.desk.groups.values())
        return groups[0] if len(groups) == 1 else None

    def _lines(self, place: Place) -> Iterator[LineShown]:
        for item in self.desk.items[place][:MOST]:
            yield LineShown(item, self._distance(item.day) if place is not Place.CHANGED else "", self._group(item))

    def _group(self, item: Item) -> NameForm | None:
        return None if self.scope else self.desk.groups[item.group]

    def _distance(self, day: PartialDate | None) -> str:
        """How far a day lies ahead, or how long it has passed; "" where that cannot be said."""
        if day is None:
            return ""
        if day.last_day is not None and day.last_day < self.desk.today:
            return self._passed((self.desk.today - day.last_day).days)
        if day.first_day is None or day.first_day <= self.desk.today:
            return _("today") if day.first_day == day.last_day else ""
        return self._ahead((day.first_day - self.desk.today).days)

    def _passed(self, days: int) -> str:
        return ngettext("%(days)s day ago", "%(days)s days ago", days) % {"days": format_number(days, self.language)}

    def _ahead(self, days: int) -> str:
        return ngettext("in %(days)s day", "in %(days)s days", days) % {"days": format_number(days, self.language)}
