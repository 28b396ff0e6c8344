"""What a meeting is for, agrees and counts: nothing is agreed before it was held, nothing said without a text."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.meetings.domain.errors import NotHeldYet, NothingSaid
from tansiq.secretariat.meetings.domain.outcomes import (
    agree_outcome,
    count_participation,
    name_stakeholders,
    reword_point,
    send_message,
    state_aim,
)
from tansiq.secretariat.meetings.domain.planning import hold_meeting
from tansiq.secretariat.meetings.models import MeetingPoint, MeetingPointTerm, ParticipationTerm, ParticipationTotal
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.questions import LATEST

DIGNITY = Texts({"en": "the dignity of migrants"})


@pytest.fixture
def held(consultation, hand):
    hold_meeting(meeting=consultation, on=parse("26-27 September 2017"), **hand)
    return consultation


def test_points_are_numbered_kind_by_kind(held, hand):
    made = [
        state_aim(meeting=held, text=DIGNITY, begins=None, **hand),
        agree_outcome(meeting=held, text=DIGNITY, on=parse("2017-09-27"), **hand),
        agree_outcome(meeting=held, text=DIGNITY, on=parse("2017-09-27"), **hand),
        send_message(meeting=held, text=DIGNITY, on=parse("2017-09-27"), **hand),
    ]
    assert [point.slug for point in made] == [
        "consultation-2017-objective-1",
        "consultation-2017-outcome-1",
        "consultation-2017-outcome-2",
        "consultation-2017-key-message-1",
    ]


def test_agree_outcome_before_it_was_held_is_refused(consultation, hand):
    with pytest.raises(NotHeldYet, match="is planned; nothing was agreed or counted there by 27 September 2017"):
        agree_outcome(meeting=consultation, text=DIGNITY, on=parse("2017-09-27"), **hand)
    with pytest.raises(NotHeldYet):
        count_participation(meeting=consultation, count=90, on=parse("2017-09-27"), **hand)


def test_agree_outcome_dated_before_the_meeting_is_refused(held, hand):
    with pytest.raises(NotHeldYet, match="was held on 26–27 September 2017; nothing was agreed or counted there by 25 September 2017"):
        agree_outcome(meeting=held, text=DIGNITY, on=parse("2017-09-25"), **hand)
    agree_outcome(meeting=held, text=DIGNITY, on=parse("2017-09-26"), **hand)


def test_points_without_text_leave_nothing(held, hand):
    with pytest.raises(NothingSaid, match="meetings/meeting/consultation-2017: a point needs a text"):
        agree_outcome(meeting=held, text=Texts(), on=parse("2017-09-27"), **hand)
    with pytest.raises(NothingSaid, match="a stakeholder group needs a name"):
        name_stakeholders(meeting=held, stakeholders=Texts(), begins=None, **hand)
    assert MeetingPoint.objects.count() == 0


def test_reword_point_keeps_what_it_said_before(held, hand):
    point = agree_outcome(meeting=held, text=DIGNITY, on=parse("2017-09-27"), **hand)
    new = Texts({"en": "the dignity and rights of migrants"})
    reword_point(point=point, text=new, begins=parse("2017-10-20"), because="comments on the minutes", **hand)
    said = [MeetingPointTerm.objects.as_of(day, LATEST).get().text for day in (date(2017, 10, 19), date(2017, 10, 20))]
    assert said == [DIGNITY, new]
    with pytest.raises(NothingSaid):
        reword_point(point=point, text=Texts(), begins=parse("2017-11-01"), because="", **hand)


def test_name_stakeholders_are_kept_in_order_with_their_counts(held, hand):
    for name, count in (("experts", 12), ("academia", None)):
        name_stakeholders(meeting=held, stakeholders=Texts({"en": name}), begins=parse("2017-09-26"), count=count, **hand)
    rows = ParticipationTerm.objects.order_by("participation__position")
    assert [(row.participation.position, row.stakeholders["en"], row.count) for row in rows] == [(1, "experts", 12), (2, "academia", None)]


def test_count_participation_later_count_leaves_the_first_true_of_its_days(held, hand):
    count_participation(meeting=held, count=90, approximate=True, on=parse("2017-09-27"), **hand)
    count_participation(meeting=held, count=93, on=parse("2017-10-15"), **hand)
    told = {day: ParticipationTotal.objects.as_of(day, LATEST).get() for day in (date(2017, 10, 14), date(2017, 10, 15))}
    assert [(total.count, total.approximate) for total in told.values()] == [(90, True), (93, False)]
