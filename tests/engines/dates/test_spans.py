"""First and last days."""

from datetime import date

import pytest

from tansiq.engines.dates.errors import ImpossibleDate
from tansiq.engines.dates.spans import check_month, day_of, is_last_of_month, run_of_months, third_of_month


def test_day_of_leap_day_exists_in_leap_years_only():
    assert day_of(2000, 2, 29) == date(2000, 2, 29)
    with pytest.raises(ImpossibleDate, match="1900-02 has no day 29; its last day is 28"):
        day_of(1900, 2, 29)


def test_run_of_months_crosses_the_year():
    assert run_of_months(2017, 12, 3) == (date(2017, 12, 1), date(2018, 2, 28))
    assert run_of_months(2017, 1, 12) == (date(2017, 1, 1), date(2017, 12, 31))
    assert run_of_months(2016, 2) == (date(2016, 2, 1), date(2016, 2, 29))


def test_third_of_month_last_takes_what_is_left():
    assert third_of_month(2016, 2, 0) == (date(2016, 2, 1), date(2016, 2, 10))
    assert third_of_month(2016, 2, 1) == (date(2016, 2, 11), date(2016, 2, 20))
    assert third_of_month(2016, 2, 2) == (date(2016, 2, 21), date(2016, 2, 29))


def test_is_last_of_month_february():
    assert [is_last_of_month(date(2016, 2, day)) for day in (28, 29)] == [False, True]


@pytest.mark.parametrize(("year", "month", "why"), [
    (2017, 0, "there is no month 0"), (2017, 13, "there is no month 13"), (999, 1, "the year 999"), (10000, 1, "the year 10000"),
])
def test_check_month_outside_the_calendar_is_refused(year, month, why):
    with pytest.raises(ImpossibleDate, match=why):
        check_month(year, month)
