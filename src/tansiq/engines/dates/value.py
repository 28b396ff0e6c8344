"""The value: a date known as far as it is known. Reading text is parse.py and edtf.py, wording is format.py.

Not a clock time, not a duration, and not a promise: whether a date is expected or actual is kept by the record beside it.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering
from typing import Self

from tansiq.engines.dates.errors import ImpossibleDate
from tansiq.engines.dates.spans import FIRST_YEAR, LAST_YEAR, is_last_of_month, run_of_months, third_of_month


class Precision(StrEnum):
    """How far a date is known. The order of the members is the last but two key of the order of values."""

    DAY = "day"
    DAYS = "days"
    MONTH = "month"
    MONTHS = "months"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    YEARS = "years"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    BEFORE = "before"
    SINCE = "since"


class Qualifier(StrEnum):
    """How sure the date is: the qualification marks of EDTF level 1 (ISO 8601-2:2019)."""

    CERTAIN = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


UNITS = (Precision.DAY, Precision.MONTH, Precision.YEAR)
THIRDS = (Precision.EARLY, Precision.MID, Precision.LATE)
RANGES = {Precision.DAYS: Precision.DAY, Precision.MONTHS: Precision.MONTH, Precision.YEARS: Precision.YEAR}
OPEN = (Precision.BEFORE, Precision.SINCE)
_RANK = {name: place for place, name in enumerate(Precision)}
_QUALIFIER_RANK = {name: place for place, name in enumerate(Qualifier)}
# Months a period lasts, and the months it may begin with. Seasons are the meteorological ones of the northern hemisphere.
_RUNS: dict[Precision, tuple[int, tuple[int, ...]]] = {
    Precision.MONTH: (1, tuple(range(1, 13))),
    Precision.QUARTER: (3, (1, 4, 7, 10)),
    Precision.HALF: (6, (1, 7)),
    Precision.SEASON: (3, (3, 6, 9, 12)),
    Precision.YEAR: (12, (1,)),
}
_EDTF_CODE = {Precision.QUARTER: 33, Precision.HALF: 40, Precision.SEASON: 21}


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or a period of whole days somewhere in or over which a thing happens, known only as far as `precision` says.

    `start` and `end` are its first and last day, both inside it; None is an open end. `edge` is the size of the named end of an open
    period (day, month or year: "since 2013" is not "since 1 January 2013") and the same as `unit` otherwise. `qualifier` keeps the
    marks of EDTF. Build one with the constructors; the bare class checks that the days fit the precision and raises ImpossibleDate.

    early, mid and late are thirds: January-April, May-August, September-December of a year; days 1-10, 11-20, 21 to the end of a month.
    Winter 2018 is December 2018 to February 2019, as its code 24 stands last in its year.

    The value does not say whether the date is expected or actual: a conference "expected in September 2018" and one held then have the
    same value, and the record keeps which.

    Order: total, by first day (open: date.min), last day (open: date.max), precision, edge, qualifier. It sorts lists; it does not
    claim that one thing happened before the other. `precedes` does.
    """

    start: date | None
    end: date | None
    precision: Precision
    qualifier: Qualifier = Qualifier.CERTAIN
    edge: Precision = Precision.DAY

    def __post_init__(self) -> None:
        _check(self)

    # Constructors -------------------------------------------------------------------------------------------------------------------

    @classmethod
    def on(cls, day: date) -> Self:
        """One day."""
        return cls(_plain(day), _plain(day), Precision.DAY)

    @classmethod
    def between(cls, first: date, last: date) -> Self:
        """All days from the first to the last, both inside. One day when they are the same. Raises ImpossibleDate."""
        if _plain(first) == _plain(last):
            return cls.on(first)
        return cls(_plain(first), _plain(last), Precision.DAYS)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """A calendar month (1 to 12). Raises ImpossibleDate."""
        return cls(*run_of_months(year, month), Precision.MONTH, edge=Precision.MONTH)

    @classmethod
    def months(cls, first: tuple[int, int], last: tuple[int, int]) -> Self:
        """Months from the first (year, month) to the last, both inside; one month when they are the same. Raises ImpossibleDate."""
        if first == last:
            return cls.month(*first)
        return cls(run_of_months(*first)[0], run_of_months(*last)[1], Precision.MONTHS, edge=Precision.MONTH)

    @classmethod
    def quarter(cls, year: int, number: int) -> Self:
        """A quarter of a calendar year (1 to 4). Raises ImpossibleDate."""
        return cls._run(year, number, Precision.QUARTER)

    @classmethod
    def half(cls, year: int, number: int) -> Self:
        """A half of a calendar year (1 or 2). Raises ImpossibleDate."""
        return cls._run(year, number, Precision.HALF)

    @classmethod
    def season(cls, year: int, number: int) -> Self:
        """Spring (1), summer, autumn or winter (4) that begins in the year. Raises ImpossibleDate."""
        return cls._run(year, number, Precision.SEASON)

    @classmethod
    def year(cls, year: int) -> Self:
        """A calendar year. Raises ImpossibleDate."""
        return cls(*run_of_months(year, 1, 12), Precision.YEAR, edge=Precision.YEAR)

    @classmethod
    def years(cls, first: int, last: int) -> Self:
        """Calendar years from the first to the last, both inside; one year when they are the same. Raises ImpossibleDate."""
        if first == last:
            return cls.year(first)
        return cls(run_of_months(first, 1)[0], run_of_months(last, 12)[1], Precision.YEARS, edge=Precision.YEAR)

    @classmethod
    def third(cls, which: Precision, year: int, month: int | None = None) -> Self:
        """The early, mid or late part of a year, or of a month of it. Raises ImpossibleDate."""
        if which not in THIRDS:
            raise ImpossibleDate(f"{which} is not a part of a year or month: use early, mid or late")
        place = THIRDS.index(which)
        if month is None:
            return cls(*run_of_months(year, 1 + 4 * place, 4), which, edge=Precision.YEAR)
        return cls(*third_of_month(year, month, place), which, edge=Precision.MONTH)

    @classmethod
    def spanning(cls, first: "PartialDate", last: "PartialDate") -> "PartialDate":
        """From the first to the last of two days, months or years; the first when they are equal. Raises ImpossibleDate."""
        if first == last:
            return first
        if first.precision is not last.precision or first.precision not in UNITS:
            raise ImpossibleDate(f"{first.edtf} and {last.edtf} are not two days, two months or two years")
        ranges = {unit: name for name, unit in RANGES.items()}
        return cls(first.start, last.end, ranges[first.precision], first.qualifier, first.precision)

    @classmethod
    def until(cls, last: "PartialDate") -> Self:
        """Not later than the end of a day, month or year: `until(year(2017))` is "before the end of 2017". Raises ImpossibleDate."""
        return cls(None, last.end, Precision.BEFORE, last.qualifier, _unit_of_edge(last))

    @classmethod
    def since(cls, first: "PartialDate") -> Self:
        """From the beginning of a day, month or year, with no end known: `since(year(2013))`. Raises ImpossibleDate."""
        return cls(first.start, None, Precision.SINCE, first.qualifier, _unit_of_edge(first))

    @classmethod
    def _run(cls, year: int, number: int, precision: Precision) -> Self:
        count, beginnings = _RUNS[precision]
        if not 1 <= number <= len(beginnings):
            raise ImpossibleDate(f"there is no {precision} {number}: there are {len(beginnings)} in a year")
        return cls(*run_of_months(year, beginnings[number - 1], count), precision, edge=precision)

    def qualified(self, qualifier: Qualifier) -> Self:
        """The same date with another mark of certainty."""
        return replace(self, qualifier=qualifier)

    # Reading the value --------------------------------------------------------------------------------------------------------------

    @property
    def first_day(self) -> date | None:
        """The first day inside it; None when its start is open."""
        return self.start

    @property
    def last_day(self) -> date | None:
        """The last day inside it; None when its end is open."""
        return self.end

    @property
    def number(self) -> int:
        """Which quarter, half or season of the year, or third of the year or month, counted from 1; 0 for the other precisions."""
        if self.precision in THIRDS:
            return THIRDS.index(self.precision) + 1
        if self.start is None or self.precision not in _EDTF_CODE:
            return 0
        return _RUNS[self.precision][1].index(self.start.month) + 1

    @property
    def edtf(self) -> str:
        """The text form that `parse_edtf` reads back to the same value.

        ISO 8601-2:2019 (EDTF level 0 to 2) where it has one: 2017-09-26, 2017-09, 2017, seasons 2017-21 to -24, quarters -33 to -36,
        halves -40 and -41, intervals 2017-09-26/2017-09-27, open ../2017 and 2018-02/.., marks ~ ? %. It has none for the thirds, which
        are written in plain words before the year or month: early 2018, mid 2018-09.
        """
        mark = self.qualifier.value
        if self.precision in _EDTF_CODE:
            return f"{_day(self.start).year:04d}-{_EDTF_CODE[self.precision] + self.number - 1}{mark}"
        if self.precision in THIRDS:
            return f"{self.precision} {_named(_day(self.start), self.edge)}{mark}"
        first = ".." if self.start is None else _named(self.start, self.edge) + mark
        last = ".." if self.end is None else _named(self.end, self.edge) + mark
        return first if self.precision in UNITS else f"{first}/{last}"

    # Comparing ----------------------------------------------------------------------------------------------------------------------

    def precedes(self, other: "PartialDate") -> bool:
        """Whether every day of it lies before every day of the other: certainly earlier. False where either end in between is open."""
        return self.end is not None and other.start is not None and self.end < other.start

    def overlaps(self, start: date | None, end_exclusive: date | None) -> bool:
        """Whether at least one of its days lies in the half-open period [start, end_exclusive); None is open. An empty period has none."""
        if start is not None and end_exclusive is not None and start >= end_exclusive:
            return False
        begins_in_time = end_exclusive is None or (self.start or date.min) < end_exclusive
        ends_in_time = start is None or (self.end or date.max) >= start
        return begins_in_time and ends_in_time

    def contains(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return (self.start or date.min) <= _plain(day) <= (self.end or date.max)

    def certain_on(self, day: date) -> bool:
        """Whether the whole of it is over by the evening of that day, so that what it dates has certainly happened."""
        return self.end is not None and self.end <= _plain(day)

    def counts_from(self) -> date:
        """The day from which a term that starts on this date counts: the first day; with an open start the last, the first certain one."""
        return _day(self.end if self.start is None else self.start)

    def ends_after(self) -> date | None:
        """Exclusive end of a term that ends on this date: the day after the last. None when open, and after 9999-12-31."""
        if self.end is None or self.end == date.max:
            return None
        return self.end + timedelta(days=1)

    def happened_by(self) -> date | None:
        """The day on which a move of this date has certainly happened: the last day; None when the end is open."""
        return self.end

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order() < other._order()

    def _order(self) -> tuple[date, date, int, int, int]:
        return (
            self.start or date.min, self.end or date.max, _RANK[self.precision], _RANK[self.edge], _QUALIFIER_RANK[self.qualifier],
        )

    def __str__(self) -> str:
        return self.edtf


def _check(value: PartialDate) -> None:
    for day in (value.start, value.end):
        if day is not None and day.year < FIRST_YEAR:
            raise ImpossibleDate(f"the year {day.year} is outside {FIRST_YEAR} to {LAST_YEAR}")
    if value.precision in OPEN:
        _check_open(value)
    elif value.start is None or value.end is None:
        raise ImpossibleDate(f"a date of precision {value.precision} has both a first and a last day")
    elif value.end < value.start:
        raise ImpossibleDate(f"{value.end} is before {value.start}: a date cannot end before it begins")
    elif not _fits(value, value.start, value.end):
        raise ImpossibleDate(f"{value.start} to {value.end} is not of precision {value.precision} by the {value.edge}")


def _check_open(value: PartialDate) -> None:
    closed = value.end if value.precision is Precision.BEFORE else value.start
    other = value.start if value.precision is Precision.BEFORE else value.end
    if closed is None or other is not None:
        raise ImpossibleDate(f"a date of precision {value.precision} is open on the other side")
    at_end = value.precision is Precision.BEFORE
    whole_month = is_last_of_month(closed) if at_end else closed.day == 1
    whole_year = whole_month and closed.month == (12 if at_end else 1)
    if not {Precision.DAY: True, Precision.MONTH: whole_month, Precision.YEAR: whole_year}.get(value.edge, False):
        raise ImpossibleDate(f"{closed} is not the edge of a {value.edge}")


def _fits(value: PartialDate, start: date, end: date) -> bool:
    precision = value.precision
    if precision in _RUNS:
        count, beginnings = _RUNS[precision]
        return value.edge is precision and start.month in beginnings and (start, end) == run_of_months(start.year, start.month, count)
    if precision in THIRDS:
        return _fits_third(value, start, end)
    if precision in RANGES:
        return value.edge is RANGES[precision] and _fits_range(value.edge, start, end)
    return value.edge is Precision.DAY and start == end


def _fits_third(value: PartialDate, start: date, end: date) -> bool:
    place = THIRDS.index(value.precision)
    if value.edge is Precision.YEAR:
        return (start, end) == run_of_months(start.year, 1 + 4 * place, 4)
    return value.edge is Precision.MONTH and (start, end) == third_of_month(start.year, start.month, place)


def _fits_range(unit: Precision, start: date, end: date) -> bool:
    if unit is Precision.DAY:
        return start < end
    whole = start.day == 1 and is_last_of_month(end)
    if unit is Precision.MONTH:
        return whole and (start.year, start.month) < (end.year, end.month)
    return whole and start.month == 1 and end.month == 12 and start.year < end.year


def _unit_of_edge(value: PartialDate) -> Precision:
    """Quarters and halves begin and end with a month, so nothing is lost; seasons and thirds are too vague to bound anything."""
    if value.precision in (Precision.QUARTER, Precision.HALF):
        return Precision.MONTH
    if value.precision in UNITS:
        return value.precision
    raise ImpossibleDate(f"{value.edtf} cannot bound a date: give a day, a month, a quarter, a half or a year")


def _named(day: date, unit: Precision) -> str:
    return day.isoformat()[: {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[unit]]


def _day(day: date | None) -> date:
    if day is None:
        raise ImpossibleDate("the date is open on that side")
    return day


def _plain(day: date) -> date:
    """A datetime is a date to Python but compares with none: keep its calendar day only."""
    return date(day.year, day.month, day.day)
