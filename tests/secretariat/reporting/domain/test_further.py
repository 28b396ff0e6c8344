"""Findings and earlier decisions stand in the report when there are any, and are hidden when not."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.secretariat.decisions.domain.decisions import Asking, request_decision, take
from tansiq.secretariat.decisions.enums import Asked, DecisionKind
from tansiq.secretariat.programme.domain.findings import answer_finding, record_finding
from tansiq.secretariat.programme.enums import FindingKind
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.models import Group
from tansiq.secretariat.reporting.domain.further import tell_earlier_decisions, tell_findings
from tests.example import LATER
from tests.secretariat.reporting.telling import told


def group():
    return Group.objects.get(slug="wgim")


def test_findings_are_told_with_what_was_done(example):
    assert told(tell_findings) == ""
    finding = record_finding(
        group=group(), slug="wgim-2017-comments", kind=FindingKind.CHALLENGE, text=Texts({"en": "comments came late"}),
        period=parse("2017"), begins=parse("October 2017"), by=worker_actor(), at=LATER,
    )
    assert told(tell_findings) == "Challenge: comments came late."
    answer = Texts({"en": "the deadline was moved"})
    answer_finding(finding=finding, answer=answer, begins=parse("10 November 2017"), by=worker_actor(), at=LATER)
    assert told(tell_findings) == "Challenge: comments came late. In response: the deadline was moved."
    assert told(tell_findings, date(2017, 11, 9)) == "Challenge: comments came late."


def test_earlier_decisions_are_told_with_the_day_they_were_taken(example):
    assert told(tell_earlier_decisions) == ""
    decision = request_decision(
        group=group(), slug="wgim-tor", kind=DecisionKind.TEXT,
        asking=Asking(asked=Asked.MEMBERS, text=Texts({"en": "to renew its mandate"})), on=parse("January 2017"), by=worker_actor(),
        at=LATER,
    )
    take(decision=decision, on=parse("3 May 2017"), by=worker_actor(), at=LATER)
    assert told(tell_earlier_decisions) == "It was decided on 3 May 2017: to renew its mandate."
    assert told(tell_earlier_decisions, date(2017, 5, 2)) == ""
