"""Sessions are fixed over time; the one before is the highest lower number of the same mechanism."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.models import Mechanism
from tansiq.secretariat.reporting.domain.errors import NotComposable
from tansiq.secretariat.reporting.domain.sessions import fix_session, mechanisms_of_groups, session_and_previous, sessions
from tansiq.secretariat.reporting.models import Session
from tests.example import DAY, LATER


def fix(number, dates, begins=None, at=LATER):
    return fix_session(
        mechanism=Mechanism.objects.get(slug="rcm"), number=number, dates=parse(dates), place=Texts({"en": "Cairo"}), by=worker_actor(),
        at=at, begins=parse(begins) if begins else None,
    )


def numbers(day=DAY, known_at=LATER + timedelta(days=9)):
    return [each.number for each in sessions(["rcm"], day, known_at)]


def test_sessions_are_those_fixed_on_the_day(example, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert numbers() == [21, 22, 23]
    assert numbers(date(2018, 6, 1)) == [21, 22, 23, 24]


def test_session_and_previous_finds_the_one_before(example):
    this, previous = session_and_previous(["rcm"], 23, DAY, LATER)
    assert (this.number, previous.number, this.dates) == (23, 22, parse("20-21 November 2017"))
    assert session_and_previous(["rcm"], 21, DAY, LATER)[1] is None


def test_session_not_in_the_record_is_refused_with_those_there_are(example):
    with pytest.raises(NotComposable, match=r"no session 24 of rcm \(it has: 21, 22, 23\)"):
        session_and_previous(["rcm"], 24, DAY, LATER)


def test_fix_session_anew_keeps_what_was_fixed_before(example):
    fix(23, "4 December 2017", begins="10 November 2017")
    known = LATER + timedelta(days=9)
    assert session_and_previous(["rcm"], 23, date(2017, 11, 9), known)[0].dates == parse("20-21 November 2017")
    assert session_and_previous(["rcm"], 23, DAY, known)[0].dates == parse("4 December 2017")
    assert session_and_previous(["rcm"], 23, DAY, LATER - timedelta(days=1))[0].dates == parse("20-21 November 2017")


def test_fix_session_new_number_makes_the_session(example):
    with pytest.raises(ObjectDoesNotExist):
        Session.objects.get(slug="rcm-25")
    assert fix(25, "December 2019").session.slug == "rcm-25"


def test_mechanisms_of_groups_reads_the_relation_of_the_day(example):
    assert mechanisms_of_groups(DAY, LATER) == {"wgim": ["rcm"]}
    assert mechanisms_of_groups(DAY, LATER.replace(year=2020)) == {}
