"""Decisions requested: requests to join with who has still to answer, and what the record asks for."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.secretariat.decisions.domain.decisions import Asking, request_decision, take
from tansiq.secretariat.decisions.enums import Asked, DecisionKind
from tansiq.secretariat.decisions.models import Decision
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.decisions import decide_request
from tansiq.secretariat.register.enums import Choice
from tansiq.secretariat.register.models import Group, JoinRequest, Organization
from tansiq.secretariat.reporting.domain.requested import tell_decisions
from tests.example import LATER
from tests.secretariat.reporting.telling import told


def agree(organization, on):
    decide_request(
        request=JoinRequest.objects.get(slug="wgim-unicef"), organization=Organization.objects.get(slug=organization),
        choice=Choice.APPROVE, answered_on=parse(on), by=worker_actor(on_behalf_of=organization), at=LATER,
    )


def test_decisions_request_and_contacts(example):
    request, contacts = told(tell_decisions).splitlines()
    assert request == (
        "The request of UNICEF to join the Working Group on International Migration in the Arab Region, received in September 2017, "
        "is pending a decision by the co-chairs, LAS, IOM and ESCWA."
    )
    assert contacts.endswith("are kindly requested to inform ESCWA of any change in their leadership and focal points.")


def test_decisions_once_some_answered_name_who_has_not(example):
    agree("iom", "6 November 2017")
    agree("las", "20 November 2017")
    assert told(tell_decisions).splitlines()[0].endswith("It awaits the answer of ESCWA and LAS.")
    assert told(tell_decisions, date(2017, 11, 20)).splitlines()[0].endswith("It awaits the answer of ESCWA.")


def test_decisions_in_words_are_told_until_taken(example):
    request_decision(
        group=Group.objects.get(slug="wgim"), slug="wgim-host", kind=DecisionKind.TEXT,
        asking=Asking(asked=Asked.MECHANISM, position=3, text=Texts({"en": "to host the next consultation in Cairo"})),
        on=parse("10 November 2017"), by=worker_actor(), at=LATER,
    )
    assert told(tell_decisions).splitlines()[-1] == "The mechanism is requested to host the next consultation in Cairo."
    take(decision=Decision.objects.get(slug="wgim-host"), on=parse("21 November 2017"), by=worker_actor(), at=LATER)
    assert "Cairo" in told(tell_decisions)
    assert "Cairo" not in told(tell_decisions, date(2017, 11, 21))
