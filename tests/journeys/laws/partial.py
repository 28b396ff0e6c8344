"""Random partial dates whose first and last day are worked out here, apart from the engine that the record uses."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

ONE = timedelta(days=1)
THIRDS = ("early", "mid", "late")


@dataclass(frozen=True)
class Day:
    """A partial date as it is written, with its first and last day; None where it is open."""

    edtf: str
    first: date | None
    last: date | None

    @property
    def starts(self) -> date:
        """The day from which a term that begins on it counts."""
        found = self.last if self.first is None else self.first
        assert found is not None
        return found

    def meets(self, start: date, end: date) -> bool:
        """Whether one of its days lies in [start, end]."""
        return (self.first or date.min) <= end and (self.last or date.max) >= start


def one_day(day: date) -> Day:
    return Day(day.isoformat(), day, day)


def month_ends(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def run(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months."""
    last = year * 12 + month - 1 + count - 1
    return date(year, month, 1), month_ends(last // 12, last % 12 + 1)[1]


def random_date(rng: Random, first: date = date(2015, 1, 1), last: date = date(2018, 12, 31)) -> date:
    return first + rng.randrange((last - first).days + 1) * ONE


def _day(rng: Random) -> Day:
    return one_day(random_date(rng))


def _days(rng: Random) -> Day:
    day = random_date(rng)
    last = day + rng.randint(1, 40) * ONE
    return Day(f"{day}/{last}", day, last)


def _month(rng: Random) -> Day:
    first, last = month_ends(rng.randint(2015, 2018), rng.randint(1, 12))
    return Day(f"{first:%Y-%m}", first, last)


def _months(rng: Random) -> Day:
    first, last = run(rng.randint(2015, 2018), rng.randint(1, 12), rng.randint(2, 5))
    return Day(f"{first:%Y-%m}/{last:%Y-%m}", first, last)


def _quarter(rng: Random) -> Day:
    year, number = rng.randint(2015, 2018), rng.randint(1, 4)
    return Day(f"{year}-{32 + number}", *run(year, 3 * number - 2, 3))


def _half(rng: Random) -> Day:
    year, number = rng.randint(2015, 2018), rng.randint(1, 2)
    return Day(f"{year}-{39 + number}", *run(year, 6 * number - 5, 6))


def _season(rng: Random) -> Day:
    year, number = rng.randint(2015, 2018), rng.randint(1, 4)
    return Day(f"{year}-{20 + number}", *run(year, 3 * number, 3))


def _year(rng: Random) -> Day:
    year = rng.randint(2015, 2018)
    return Day(f"{year}", *run(year, 1, 12))


def _years(rng: Random) -> Day:
    year = rng.randint(2015, 2017)
    return Day(f"{year}/{year + 1}", *run(year, 1, 24))


def _third_of_year(rng: Random) -> Day:
    year, place = rng.randint(2015, 2018), rng.randrange(3)
    return Day(f"{THIRDS[place]} {year}", *run(year, 1 + 4 * place, 4))


def _third_of_month(rng: Random) -> Day:
    year, month, place = rng.randint(2015, 2018), rng.randint(1, 12), rng.randrange(3)
    first, last = month_ends(year, month)
    ends = (date(year, month, 10), date(year, month, 20), last)
    return Day(f"{THIRDS[place]} {year}-{month:02d}", first + 10 * place * ONE, ends[place])


def _about(rng: Random) -> Day:
    found = _month(rng)
    return Day(f"{found.edtf}~", found.first, found.last)


def _until(rng: Random) -> Day:
    bound = rng.choice((_day, _month, _year))(rng)
    return Day(f"../{bound.edtf}", None, bound.last)


def _since(rng: Random) -> Day:
    bound = rng.choice((_day, _month, _year))(rng)
    return Day(f"{bound.edtf}/..", bound.first, None)


FORMS = {
    _day: 30, _days: 6, _month: 14, _months: 4, _quarter: 5, _half: 4, _season: 4, _year: 6, _years: 2,
    _third_of_year: 4, _third_of_month: 4, _about: 3, _until: 3, _since: 2,
}


def random_day(rng: Random) -> Day:
    """A partial date of any precision, mostly between 2015 and 2018."""
    return rng.choices(list(FORMS), list(FORMS.values()))[0](rng)
