"""The facts of sessions."""

from tansiq.secretariat.record import facts
from tansiq.secretariat.reporting.facts import cases_of_sessions, session_of
from tests.example import DAY, LATER


def ask(key, session):
    return facts.ask(key, as_of=DAY, known_at=LATER, group="wgim", session=session)


def test_session_dates_and_number_of_a_fixed_session(example):
    dates, number = ask("reporting.session_dates", "rcm-23"), ask("reporting.session_number", "rcm-23")
    assert (dates.value, dates.display["en"].replace("\u00a0", " ")) == ("2017-11-20/2017-11-21", "20–21 November 2017")
    assert (number.value, number.rests_on) == (23, ("reporting/session-term/rcm-23.1",))


def test_session_not_fixed_on_the_day_has_no_value(example):
    assert ask("reporting.session_dates", "rcm-24").value is None
    assert ask("reporting.session_number", "rcm-24").display == {"en": "none", "ar": "لا يوجد", "fr": "néant"}
    assert session_of("wgim", "rcm-24", DAY, LATER) is None


def test_cases_are_the_sessions_of_the_mechanisms_of_each_group(example):
    assert list(cases_of_sessions(DAY, LATER)) == [{"group": "wgim", "session": f"rcm-{number}"} for number in (21, 22, 23)]
