"""The facts of the programme on the example, on both times."""

from datetime import date

import pytest

from tansiq.secretariat.programme.enums import OutputState, StepState
from tansiq.secretariat.programme.facts import OUTPUT_WORDS, STEP_WORDS
from tansiq.secretariat.record.facts import ask, every_case
from tansiq.secretariat.record.models import Move
from tansiq.secretariat.register.domain.questions import LATEST

pytestmark = pytest.mark.django_db
REPORTED = date(2017, 11, 15)


def asked(key, as_of=REPORTED, known_at=LATEST, **params):
    return ask(key, as_of=as_of, known_at=known_at, group="wgim", **params)


def plain(value):
    return {language: text.replace("\u00a0", " ") for language, text in value.display.items()}


def test_step_date_conference_is_september_until_it_was_set_to_december(example):
    before, after = asked("programme.step_date", step="gcm-conference"), asked(
        "programme.step_date", as_of=date(2017, 12, 24), step="gcm-conference"
    )
    assert (before.value, after.value) == ("2018-09", "2018-12-10/2018-12-11")
    assert plain(before) == {"en": "September 2018", "ar": "أيلول/سبتمبر 2018", "fr": "septembre 2018"}
    move = Move.objects.get(subject="programme/step/gcm-conference", name="expect")
    assert before.rests_on == (move.ref, "programme/step-expectation/gcm-conference.1")
    assert after.rests_on == (move.ref, "programme/step-expectation/gcm-conference.2")


def test_step_facts_before_they_were_recorded_are_unknown_and_no_case(example):
    early = LATEST.replace(year=2025)
    assert asked("programme.step_date", known_at=early, step="gcm-conference").value is None
    assert asked("programme.step_state", known_at=early, step="gcm-conference").value is None
    assert not any(each.key.startswith("programme.") for each in every_case(as_of=REPORTED, known_at=early))


def test_step_state_is_held_from_the_last_day_of_the_conference(example):
    states = [asked("programme.step_state", as_of=date(2018, 12, day), step="gcm-conference") for day in (10, 11)]
    assert [each.value for each in states] == ["expected", "held"]
    assert states[1].display == {"en": "held", "ar": "منعقدة", "fr": "tenue"}


def test_counts_example_are_two_objectives_and_five_outputs(example):
    objectives, outputs = asked("programme.objective_count", year="2017"), asked("programme.output_count", year="2018")
    assert (objectives.value, outputs.value) == (2, 5)
    assert (len(objectives.rests_on), len(outputs.rests_on)) == (2, 10)


def test_output_due_is_none_where_no_date_is_set(example):
    launch, meeting = (asked("programme.output_due", output=f"wgim-2018-{name}") for name in ("launch", "working-level-meeting"))
    assert (launch.value, plain(launch)["ar"]) == ("early 2018", "مطلع عام 2018")
    assert (meeting.value, meeting.display["fr"]) == (None, "néant")
    assert asked("programme.output_state", output="wgim-2018-launch").display["en"] == "proposed"


def test_cases_are_every_step_year_and_output_of_the_group(example):
    cases = [(each.key, tuple(sorted(each.params.items()))) for each in every_case(as_of=REPORTED, known_at=LATEST, group="wgim")]
    keys = [key for key, _ in cases if key.startswith("programme.")]
    assert {key: keys.count(key) for key in keys} == {
        "programme.step_date": 3,
        "programme.step_state": 3,
        "programme.objective_count": 1,
        "programme.output_count": 1,
        "programme.output_due": 5,
        "programme.output_state": 5,
    }


def test_words_every_state_has_one_in_each_language():
    assert {*STEP_WORDS} == {*StepState.values}
    assert {*OUTPUT_WORDS} == {*OutputState.values}
    assert all({*words} == {"en", "ar", "fr"} for words in (*STEP_WORDS.values(), *OUTPUT_WORDS.values()))
