"""The facts of meetings where the example does not reach: exact counts, unknown meetings, words for every state."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.secretariat.meetings.domain.outcomes import count_participation
from tansiq.secretariat.meetings.domain.planning import cancel_meeting, hold_meeting
from tansiq.secretariat.meetings.enums import MeetingState
from tansiq.secretariat.meetings.facts import STATE_WORDS
from tansiq.secretariat.record.facts import ask, every_case
from tansiq.secretariat.register.domain.questions import LATEST

CONSULTATION = {"group": "wgim", "meeting": "consultation-2017"}


def test_participants_exact_count_is_shown_without_about(consultation, hand):
    hold_meeting(meeting=consultation, on=parse("26-27 September 2017"), **hand)
    count_participation(meeting=consultation, count=1290, on=parse("2017-09-27"), **hand)
    value = ask("meetings.participants", as_of=date(2017, 10, 1), known_at=LATEST, **CONSULTATION)
    assert value.display == {"en": "1,290", "ar": "1\u00a0290", "fr": "1\u202f290"}


def test_planned_on_of_a_cancelled_meeting_is_none(consultation, hand):
    cancel_meeting(meeting=consultation, on=parse("2017-07-01"), because="no funds", **hand)
    values = [ask("meetings.planned_on", as_of=date(2017, 7 - ago, 1), known_at=LATEST, **CONSULTATION).value for ago in (0, 1)]
    assert values == [None, "2017-09-26/2017-09-27"]


def test_facts_of_a_meeting_nobody_planned_are_none_and_no_case(consultation):
    unknown = {"group": "wgim", "meeting": "picnic"}
    for key in ("meetings.held_on", "meetings.planned_on", "meetings.state", "meetings.participants"):
        assert ask(key, as_of=date(2017, 7, 1), known_at=LATEST, **unknown).value is None
    cases = [each.params for each in every_case(as_of=date(2017, 7, 1), known_at=LATEST) if each.key == "meetings.state"]
    assert cases == [CONSULTATION]


def test_words_every_state_has_one_in_each_language():
    assert {*STATE_WORDS} == {*MeetingState.values}
    assert all({*words} == {"en", "ar", "fr"} for words in STATE_WORDS.values())
