"""Which reports can be asked for, and on which day."""

from datetime import date

import pytest

from tansiq.engines.dates import PartialDate, parse
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.reporting.domain.offered import day_of_report, offered, sessions_of_groups
from tansiq.secretariat.reporting.domain.sessions import SessionOnDay
from tests.secretariat.reporting.conftest import DAY, LATER

TODAY = date(2026, 11, 25)


def session(dates, number=23):
    return SessionOnDay(f"reporting/session/rcm-{number}", f"rcm-{number}", number, "rcm", dates, Texts(), "", "x")


@pytest.mark.parametrize(
    ("dates", "today", "day"),
    [
        (parse("20-21 November 2017"), TODAY, date(2017, 11, 19)),
        (parse("20-21 November 2017"), DAY, DAY),
        (parse("20-21 November 2017"), date(2017, 11, 20), date(2017, 11, 19)),
        (parse("November 2017"), TODAY, date(2017, 10, 31)),
        (parse("1 January 1000"), TODAY, date(1000, 1, 1)),
        (PartialDate.until(PartialDate.year(2016)), TODAY, TODAY),
    ],
)
def test_day_of_report_is_the_day_before_the_session_or_today(dates, today, day):
    assert day_of_report(session(dates), today) == day


def offered_on(day):
    known = sessions_of_groups(["wgim"], day, LATER)
    return [(each.group, each.session.number, each.day) for each in offered(known, today=day, known_at=LATER)]


def test_offered_are_the_reports_to_sessions_on_whose_day_somebody_sat(example):
    assert offered_on(DAY) == [("wgim", 23, DAY)]
    assert offered_on(TODAY) == [("wgim", 24, date(2018, 10, 21)), ("wgim", 23, date(2017, 11, 19))]
    assert offered_on(date(2016, 6, 1)) == []


def test_sessions_of_groups_are_those_fixed_on_the_day_in_order(example, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = sessions_of_groups(["wgim", "nowhere"], DAY, LATER)
    assert {group: [each.number for each in known] for group, known in found.items()} == {"wgim": [21, 22, 23]}
    with django_assert_num_queries(1):
        offered(found, today=DAY, known_at=LATER)
