"""The laws of facts over random histories of every app's verbs, and the facts against a model of plain lists.

One: what is dated after a day does not change what is asked of that day. Two: what is recorded after a moment does not change what
was known at it. Three: every answer is shown in every language, can be written as JSON and rests on rows that exist.
"""

import json
from datetime import date, datetime
from typing import Any

import pytest
from django.db import transaction

from tansiq.secretariat.record.domain.references import resolve
from tansiq.secretariat.record.facts import LANGUAGES, FactValue, every_case
from tests.journeys.laws import corrections, membership_verbs, work_verbs
from tests.journeys.laws.office import Office, Verb, do, found_office
from tests.journeys.laws.oracle import answers
from tests.journeys.laws.plain import Plain

FIRST_SEED = 20171115
PARTS = 4
BEFORE, AFTER = 110, 5
"""How many verbs are tried before the laws are watched, and how many are done while they are."""

VERBS: dict[Verb, int] = {
    membership_verbs.seat: 12, membership_verbs.end_seat: 3, membership_verbs.take_office: 10, membership_verbs.leave_office: 2,
    membership_verbs.rotate: 2, membership_verbs.succeed: 2, membership_verbs.note_interest: 2, membership_verbs.receive_request: 6,
    membership_verbs.step_of_request: 8, membership_verbs.answer_request: 9, membership_verbs.approve_request: 3,
    membership_verbs.decide_request: 14, membership_verbs.circulate_again: 6,
    membership_verbs.rename: 5, membership_verbs.relate: 3, membership_verbs.end_relation: 1,
    membership_verbs.fix: 3, membership_verbs.appoint: 3, membership_verbs.confirm: 3,
    work_verbs.follow: 3, work_verbs.stop_following: 1, work_verbs.expect_step: 5, work_verbs.move_step: 5,
    work_verbs.state_objective: 2, work_verbs.restate_objective: 2, work_verbs.propose_programme: 2, work_verbs.agree_programme: 2,
    work_verbs.plan_output: 3, work_verbs.replan_output: 2, work_verbs.report_output: 3,
    work_verbs.plan_meeting: 4, work_verbs.set_particulars: 3, work_verbs.hold_meeting: 6, work_verbs.move_meeting: 5,
    work_verbs.agree_outcome: 4, work_verbs.count_participation: 4,
    work_verbs.plan_edition: 4, work_verbs.replan_edition: 3, work_verbs.move_edition: 7, work_verbs.expect_stage: 3,
    work_verbs.retitle: 1, work_verbs.plan_version: 2, work_verbs.move_version: 2, work_verbs.bind_input: 2, work_verbs.move_input: 2,
    work_verbs.request_decision: 2, work_verbs.ask_anew: 2, work_verbs.move_decision: 3,
    corrections.correct: 22, corrections.take_back: 6,
}

Shown = dict[tuple[str, tuple[tuple[str, str], ...]], tuple[Any, tuple[str, ...]]]
"""Value and displays of every case."""


def asked(day: date, known_at: datetime) -> list[FactValue]:
    return list(every_case(as_of=day, known_at=known_at))


def shown(found: list[FactValue]) -> Shown:
    return {
        (each.key, tuple(sorted(each.params.items()))): (each.value, tuple(each.display[language] for language in LANGUAGES))
        for each in found
    }


def next_verb(office: Office) -> Verb:
    return office.rng.choices(list(VERBS), list(VERBS.values()))[0]


def check_well_formed(found: list[FactValue]) -> None:
    """Law three: shown in every language, writable as JSON, resting on rows that exist."""
    rests_on = {ref for each in found for ref in each.rests_on}
    missing = rests_on - set(resolve(rests_on))
    assert not missing, f"rests on rows that do not exist: {sorted(missing)}"
    for each in found:
        assert all(each.display[language].strip() for language in LANGUAGES), each
        assert json.loads(json.dumps(each.to_json()))["value"] == each.value


def check_against_oracle(plain: Plain, found: list[FactValue], day: date, known_at: datetime) -> None:
    """Every case and every value is that of the plain lists."""
    values = {case: value for case, (value, _display) in shown(found).items()}
    assert values == answers(plain, day, *plain.known(known_at))


class Watch:
    """The answers given so far: at moments gone by, which never change, and of one day, which change only by what is dated by then."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.day = office.asked_day()
        self.known: list[tuple[date, datetime, Shown]] = []
        self.now = self.ask(self.day, office.head())

    def look(self, counts: date) -> None:
        """Law one, after a verb that says nothing of the days before `counts`."""
        before, self.now = self.now, self.ask(self.day, self.office.head())
        unchanged = self.day >= counts or self.now == before
        assert unchanged, f"law 1: as of {self.day}, by what counts from {counts}: {differences(before, self.now)}"

    def look_around(self) -> None:
        """Ask about any day at any moment so far."""
        self.ask(self.office.asked_day(), self.office.rng.choice(self.office.plain.moments)[0])

    def look_back(self, probes: int) -> None:
        """Law two: ask again, of some days at moments gone by, what was asked then."""
        for day, moment, before in self.office.rng.sample(self.known, min(probes, len(self.known))):
            now = shown(asked(day, moment))
            assert now == before, f"law 2: as of {day} known at {moment}: {differences(before, now)}"

    def ask(self, day: date, known_at: datetime) -> Shown:
        """The answers, well formed and those of the plain lists."""
        found = asked(day, known_at)
        check_well_formed(found)
        check_against_oracle(self.office.plain, found, day, known_at)
        self.known.append((day, known_at, shown(found)))
        return shown(found)


def differences(before: Shown, now: Shown) -> str:
    """What two sets of answers disagree on."""
    return "; ".join(f"{case}: {before.get(case)} -> {now.get(case)}" for case in {*before, *now} if before.get(case) != now.get(case))


def check_history(seed: int) -> Office:
    """One history, its laws checked at every step of its second half."""
    office = Office(seed)
    try:
        membership_verbs.opening(office)
        for _ in range(BEFORE):
            do(office, next_verb(office))
        watch = Watch(office)
        for _ in range(AFTER):
            watch.look(next(counts for counts in iter(lambda: do(office, next_verb(office)), ()) if counts is not None))
            watch.look_back(1)
            watch.look_around()
        watch.look_back(2)
    except Exception as wrong:
        wrong.add_note(f"history {seed}:\n" + "\n".join(office.told[-60:]))
        raise
    return office


@pytest.mark.campaign("facts", sample=4, full=500)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.django_db
def test_facts_random_histories_keep_the_laws_and_agree_with_plain_lists(part, campaign):
    found_office()
    for number in range(part, campaign, PARTS):
        with transaction.atomic():
            check_history(FIRST_SEED + number)
            transaction.set_rollback(True)
