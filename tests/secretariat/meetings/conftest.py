"""A consultation that is planned, for the tests of meetings to start from."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.meetings.domain.planning import Particulars, plan_meeting
from tansiq.secretariat.meetings.enums import MeetingKind, OrganizerRole


@pytest.fixture
def consultation(group, escwa, hand):
    return plan_meeting(
        slug="consultation-2017",
        kind=MeetingKind.CONSULTATION,
        particulars=Particulars(dates=parse("26-27 September 2017")),
        groups={group: OrganizerRole.CONTRIBUTOR},
        organizations={escwa: OrganizerRole.CO_ORGANIZER},
        on=parse("2017-06-01"),
        **hand,
    )
