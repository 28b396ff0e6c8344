"""The facts of decisions: open matters of a group, the state of a decision, words for every state."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.secretariat.decisions.domain.decisions import take
from tansiq.secretariat.decisions.enums import DecisionState
from tansiq.secretariat.decisions.facts import STATE_WORDS
from tansiq.secretariat.record.facts import ask, every_case
from tansiq.secretariat.register.domain.questions import LATEST

DAY = date(2017, 11, 15)


def test_open_falls_on_the_day_a_decision_is_taken(decision, hand):
    take(decision=decision, on=parse("2017-11-21"), **hand)
    days = (date(2017, 10, 31), DAY, date(2017, 11, 21))
    values = [ask("decisions.open", as_of=day, known_at=LATEST, group="wgim") for day in days]
    assert [value.value for value in values] == [0, 1, 0]
    assert values[1].rests_on[-1] == "decisions/decision-term/endorse-2018.1"
    assert values[1].display == {"en": "1", "ar": "1", "fr": "1"}


def test_state_is_that_of_the_day_and_none_before(decision, hand):
    take(decision=decision, on=parse("2017-11-21"), **hand)
    days = (date(2017, 10, 31), DAY, date(2017, 11, 21))
    values = [ask("decisions.state", as_of=day, known_at=LATEST, group="wgim", decision="endorse-2018").value for day in days]
    assert values == [None, "requested", "taken"]


def test_cases_are_groups_with_seats_and_decisions_begun(decision):
    cases = [(each.key, each.params) for each in every_case(as_of=DAY, known_at=LATEST) if each.key.startswith("decisions.")]
    assert cases == [("decisions.open", {"group": "wgim"}), ("decisions.state", {"group": "wgim", "decision": "endorse-2018"})]
    early = [each.key for each in every_case(as_of=DAY, known_at=LATEST.replace(year=2025)) if each.key.startswith("decisions.")]
    assert early == []


def test_words_every_state_has_one_in_each_language():
    assert {*STATE_WORDS} == {*DecisionState.values}
    assert all({*words} == {"en", "ar", "fr"} for words in STATE_WORDS.values())
