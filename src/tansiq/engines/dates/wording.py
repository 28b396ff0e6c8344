"""How one language puts dates: a table that a native reader can check, and the shape that picks a row. No language here."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tansiq.engines.dates.value import RANGES, THIRDS, PartialDate, Precision, Qualifier


class Shape(StrEnum):
    """The kinds of date that are led into and joined differently in one language at least."""

    DAY = "day"
    TWO_DAYS = "two days"
    DAYS = "days"
    MONTH = "month"
    TWO_MONTHS = "two months"
    MONTHS = "months"
    QUARTER = "quarter"
    HALF = "half"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    YEAR = "year"
    TWO_YEARS = "two years"
    YEARS = "years"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    BEFORE = "before"
    SINCE = "since"


SEASONS = (Shape.SPRING, Shape.SUMMER, Shape.AUTUMN, Shape.WINTER)
_TWO = {Precision.DAYS: Shape.TWO_DAYS, Precision.MONTHS: Shape.TWO_MONTHS, Precision.YEARS: Shape.TWO_YEARS}


def shape_of(value: PartialDate) -> Shape:
    """The shape of the date. Two are two that follow each other."""
    if value.precision is Precision.SEASON:
        return SEASONS[value.number - 1]
    if value.precision in RANGES and _are_neighbours(value):
        return _TWO[value.precision]
    return Shape(value.precision.value)


def _are_neighbours(value: PartialDate) -> bool:
    first, last = ends(value)
    return first.ends_after() == last.start


def ends(value: PartialDate) -> tuple[PartialDate, PartialDate]:
    """The first and the last day, month or year of a run of them."""
    first, last = value.counts_from(), value.end or value.counts_from()
    if value.edge is Precision.DAY:
        return PartialDate.on(first), PartialDate.on(last)
    if value.edge is Precision.MONTH:
        return PartialDate.month(first.year, first.month), PartialDate.month(last.year, last.month)
    return PartialDate.year(first.year), PartialDate.year(last.year)


def named_edge(value: PartialDate) -> PartialDate:
    """The day, month or year that a date open on one side, or a third, is named after."""
    return ends(value)[0]


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One language in one style. Patterns hold {day} {month} {year}, {date} a whole date, {next} the year after.

    `joint` joins the ends of a run, `joint_of_two` two neighbours; `years` and `two_years` hold {first} and {last}. `finish` repairs what
    patterns cannot say, such as elision.
    """

    day_number: Callable[[int], str] = str
    months: tuple[str, ...]
    year: str = "{year}"
    joint: str
    joint_of_two: str
    month_joint: str
    month_joint_of_two: str
    two_years: str
    years: str
    quarters: tuple[str, str, str, str]
    halves: tuple[str, str]
    seasons: tuple[str, str, str, str]
    thirds_of_year: tuple[str, str, str]
    thirds_of_month: tuple[str, str, str]
    before: dict[Precision, str]
    since: dict[Precision, str]
    ahead: dict[Precision, str]
    qualifiers: dict[Qualifier, str]
    finish: Callable[[str], str] = str

    def write(self, value: PartialDate, *, ahead: bool = False) -> str:
        """The date in words, with plain spaces. `ahead`: an open period begins in the future."""
        return self.finish(self._certain(value, ahead) + self.qualifiers[value.qualifier])

    def _certain(self, value: PartialDate, ahead: bool) -> str:
        precision = value.precision
        if precision in RANGES:
            return self._run(value)
        if precision is Precision.BEFORE:
            return self.before[value.edge].format(date=self._unit(named_edge(value)))
        if precision is Precision.SINCE:
            return (self.ahead if ahead else self.since)[value.edge].format(date=self._unit(named_edge(value)))
        if precision in THIRDS:
            return self._third(value)
        return self._unit(value)

    def _unit(self, value: PartialDate) -> str:
        day = value.counts_from()
        year = f"{day.year:04d}"
        patterns = {Precision.QUARTER: self.quarters, Precision.HALF: self.halves, Precision.SEASON: self.seasons}
        if value.precision in patterns:
            return patterns[value.precision][value.number - 1].format(year=year, next=f"{day.year + 1:04d}")
        if value.precision is Precision.YEAR:
            return self.year.format(year=year)
        month = f"{self.months[day.month - 1]} {year}"
        return month if value.precision is Precision.MONTH else f"{self.day_number(day.day)} {month}"

    def _third(self, value: PartialDate) -> str:
        named = named_edge(value)
        patterns = self.thirds_of_month if value.edge is Precision.MONTH else self.thirds_of_year
        month = self._unit(named) if value.edge is Precision.MONTH else ""
        return patterns[value.number - 1].format(date=month, year=f"{named.counts_from().year:04d}")

    def _run(self, value: PartialDate) -> str:
        first, last = ends(value)
        two = shape_of(value) in _TWO.values()
        if value.precision is Precision.YEARS:
            pattern = self.two_years if two else self.years
            return pattern.format(first=f"{first.counts_from().year:04d}", last=f"{last.counts_from().year:04d}")
        joints = (self.month_joint, self.month_joint_of_two) if value.precision is Precision.MONTHS else (self.joint, self.joint_of_two)
        return self._left_end(first, last) + joints[two] + self._unit(last)

    def _left_end(self, first: PartialDate, last: PartialDate) -> str:
        """The first end without what it shares with the last: the year, and a day's month."""
        day, other = first.counts_from(), last.counts_from()
        if day.year != other.year:
            return self._unit(first)
        month = self.months[day.month - 1]
        if first.precision is Precision.MONTH:
            return month
        number = self.day_number(day.day)
        return number if day.month == other.month else f"{number} {month}"
