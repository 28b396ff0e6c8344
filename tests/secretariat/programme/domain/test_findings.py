"""Findings: what was found, and what was done about it from a day on."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.domain.errors import NothingSaid
from tansiq.secretariat.programme.domain.findings import answer_finding, record_finding
from tansiq.secretariat.programme.enums import FindingKind
from tansiq.secretariat.programme.models import Finding, FindingTerm
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.questions import LATEST

LATE = Texts({"en": "Contributions came late."})


@pytest.fixture
def plan(group, hand):
    return {"group": group, "slug": "late-2017", "kind": FindingKind.CHALLENGE, "period": parse("2017"), "begins": parse("2017-06"), **hand}


def test_answer_finding_is_known_from_its_day_on(plan, hand):
    finding = record_finding(text=LATE, **plan)
    answer_finding(finding=finding, answer=Texts({"en": "Deadlines are sent earlier."}), begins=parse("2017-10-01"), **hand)
    answers = [FindingTerm.objects.as_of(day, LATEST).get().answer for day in (date(2017, 9, 30), date(2017, 10, 1))]
    assert answers == [Texts(), Texts({"en": "Deadlines are sent earlier."})]
    assert {term.text for term in FindingTerm.objects.all()} == {LATE}


def test_record_finding_without_text_leaves_nothing(plan):
    with pytest.raises(NothingSaid, match="the finding 'late-2017' needs a text"):
        record_finding(text=Texts(), **plan)
    assert Finding.objects.count() == 0


def test_answer_finding_before_it_was_found_or_without_text_is_refused(plan, hand):
    finding = record_finding(text=LATE, **plan)
    with pytest.raises(NothingSaid, match="nothing was found by May 2017"):
        answer_finding(finding=finding, answer=Texts({"en": "Earlier."}), begins=parse("2017-05"), **hand)
    with pytest.raises(NothingSaid, match="an answer needs a text"):
        answer_finding(finding=finding, answer=Texts(), begins=parse("2017-07"), **hand)
