"""First and last days of months and of runs of months. Plain calendar arithmetic; knows nothing of precision or language."""

import calendar
from datetime import date

from tansiq.engines.dates.errors import ImpossibleDate

FIRST_YEAR, LAST_YEAR = 1000, 9999


def day_of(year: int, month: int, day: int) -> date:
    """The day, in the proleptic Gregorian calendar (ISO 8601-1). Raises ImpossibleDate naming the part that does not exist."""
    check_month(year, month)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise ImpossibleDate(f"{year:04d}-{month:02d} has no day {day}; its last day is {last}")
    return date(year, month, day)


def check_month(year: int, month: int) -> None:
    """Nothing, or ImpossibleDate when the month is not 1 to 12 or the year not of four figures."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImpossibleDate(f"the year {year} is outside {FIRST_YEAR} to {LAST_YEAR}")
    if not 1 <= month <= 12:
        raise ImpossibleDate(f"there is no month {month}")


def run_of_months(year: int, month: int, count: int = 1) -> tuple[date, date]:
    """First and last day (inclusive) of `count` months that begin with the given one. Raises ImpossibleDate."""
    check_month(year, month)
    months = year * 12 + month - 1 + count - 1
    last_year, last_month = divmod(months, 12)
    check_month(last_year, last_month + 1)
    return date(year, month, 1), date(last_year, last_month + 1, calendar.monthrange(last_year, last_month + 1)[1])


def third_of_month(year: int, month: int, third: int) -> tuple[date, date]:
    """First and last day of the days 1-10 (third 0), 11-20 (1) or 21 to the end (2) of a month. Raises ImpossibleDate."""
    first, last = run_of_months(year, month)
    return first.replace(day=1 + 10 * third), last if third == 2 else first.replace(day=10 + 10 * third)


def is_last_of_month(day: date) -> bool:
    """Whether the next day is in another month."""
    return day.day == calendar.monthrange(day.year, day.month)[1]
