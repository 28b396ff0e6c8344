"""The period a report speaks of: from the session before to the session it goes to, and never past its as-of day."""

from dataclasses import dataclass
from datetime import date, timedelta

from tansiq.engines.dates import PartialDate

DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1000, 9999
"""The years that a date of engines.dates can name."""


@dataclass(frozen=True)
class Period:
    """The days [first, end) of a report; `first` is None when there was no session before.

    `since` is the first day of that session: what it decided is reported on too.
    """

    first: date | None
    end: date
    since: date | None = None

    def covers(self, value: PartialDate) -> bool:
        """Whether any day of a date lies in the period."""
        return value.overlaps(self.first, self.end)

    def starts_in(self, value: PartialDate) -> bool:
        """Whether the first day of a date is known and lies in the period."""
        first = value.first_day
        return first is not None and (self.first is None or first >= self.first) and first < self.end

    @property
    def year(self) -> int:
        """The year whose achievements are told: that of the last day."""
        return max((self.end - DAY).year, FIRST_YEAR)

    @property
    def plan_year(self) -> int:
        """The year whose plans are told: the one after, as long as dates can name it."""
        return min(self.year + 1, LAST_YEAR)


def period_of(*, previous: PartialDate | None, session: PartialDate, as_of: date) -> Period:
    """The period between two sessions, cut off after `as_of`: what lies later is hindsight."""
    after_previous = previous.ends_after() if previous else None
    before_session = session.counts_from()
    # The day after the last one of the calendar cannot be named, and is not needed once the session has begun.
    end = before_session if before_session <= as_of else as_of + DAY
    return Period(after_previous, end, previous.counts_from() if previous else None)
