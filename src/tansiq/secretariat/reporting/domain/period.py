"""The period a report speaks of: from the session before to the session it goes to, and never past its as-of day."""

from dataclasses import dataclass
from datetime import date, timedelta

from tansiq.engines.dates import PartialDate

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """The days [first, end) of a report; `first` is None when there was no session before."""

    first: date | None
    end: date

    def covers(self, value: PartialDate) -> bool:
        """Whether any day of a date lies in the period."""
        return value.overlaps(self.first, self.end)

    @property
    def year(self) -> int:
        """The year whose achievements are told: that of the last day."""
        return (self.end - DAY).year

    @property
    def plan_year(self) -> int:
        """The year whose plans are told: the one after."""
        return self.year + 1


def period_of(*, previous: PartialDate | None, session: PartialDate, as_of: date) -> Period:
    """The period between two sessions, cut off after `as_of`: what lies later is hindsight."""
    after_previous = previous.ends_after() if previous else None
    before_session = session.counts_from()
    # The day after the last one of the calendar cannot be named, and is not needed once the session has begun.
    return Period(after_previous, before_session if before_session <= as_of else as_of + DAY)
