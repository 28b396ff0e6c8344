"""The period of a report runs from session to session and never past its as-of day."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.reporting.domain.period import Period, period_of


def between(previous, session, as_of):
    return period_of(previous=parse(previous) if previous else None, session=parse(session), as_of=date.fromisoformat(as_of))


def test_period_begins_after_the_session_before_and_ends_with_the_as_of_day():
    found = between("14 December 2016", "20-21 November 2017", "2017-11-15")
    assert found == Period(date(2016, 12, 15), date(2017, 11, 16), date(2016, 12, 14))


def test_period_as_of_after_the_session_ends_where_the_session_begins():
    found = between("14 December 2016", "20-21 November 2017", "2018-06-01")
    assert found == Period(date(2016, 12, 15), date(2017, 11, 20), date(2016, 12, 14))


def test_period_without_a_session_before_is_open():
    period = between(None, "20-21 November 2017", "2017-11-15")
    assert period.first is None
    assert period.covers(parse("1998"))


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("14 December 2016", False),
        ("December 2016", True),
        ("26-27 September 2017", True),
        ("15 November 2017", True),
        ("16 November 2017", False),
        ("early 2018", False),
        ("before the end of 2017", True),
    ],
)
def test_period_covers_what_has_a_day_in_it(text, covered):
    assert between("14 December 2016", "20-21 November 2017", "2017-11-15").covers(parse(text)) is covered


def test_period_years_are_those_of_its_last_day_and_the_next():
    period = between("14 December 2016", "20-21 November 2017", "2017-11-15")
    assert (period.year, period.plan_year) == (2017, 2018)
    january = between("2016", "1 January 2018", "2018-01-31")
    assert (january.year, january.plan_year) == (2017, 2018)


def test_period_as_of_the_last_day_of_the_calendar_ends_with_the_session():
    assert between(None, "20-21 November 2017", "9999-12-31").end == date(2017, 11, 20)


@pytest.mark.parametrize(
    ("session", "as_of", "years"), [("1000-01-01", "2017-11-15", (1000, 1001)), ("9999-12-31", "9999-12-31", (9999, 9999))]
)
def test_period_at_the_ends_of_the_calendar_names_years_that_there_are(session, as_of, years):
    period = between(None, session, as_of)
    assert (period.year, period.plan_year) == years
