"""What the example answers about decisions: the two matters that were pending on the day of the report."""

from datetime import date

import pytest

from tansiq.secretariat.decisions.domain.questions import pending
from tansiq.secretariat.record.facts import ask
from tansiq.secretariat.register.domain.questions import LATEST

pytestmark = pytest.mark.django_db
REPORTED = date(2017, 11, 15)


def test_pending_are_the_request_of_unicef_and_the_news_of_contacts(example):
    found = pending("wgim", REPORTED, LATEST)
    assert [(each.organization, each.state_then) for each in found.requests] == [("unicef", "circulated")]
    assert [(each.kind, each.asked, each.informs, each.state) for each in found.decisions] == [
        ("contacts_update", "members", "register/organization/escwa", "requested")
    ]
    assert ask("decisions.open", as_of=REPORTED, known_at=LATEST, group="wgim").value == 2


def test_pending_nothing_was_before_the_request_came(example):
    assert ask("decisions.open", as_of=date(2017, 9, 29), known_at=LATEST, group="wgim").value == 0
