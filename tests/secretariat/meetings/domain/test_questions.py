"""The questions asked of meetings: which are held and which ahead on a day, and that queries do not grow with the data."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.meetings.domain.outcomes import agree_outcome, count_participation, name_stakeholders
from tansiq.secretariat.meetings.domain.planning import Particulars, hold_meeting, plan_meeting, postpone_meeting
from tansiq.secretariat.meetings.domain.questions import meeting, meetings_ahead, meetings_held, meetings_of
from tansiq.secretariat.meetings.enums import MeetingKind, OrganizerRole
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.models import Group

YEAR = (date(2017, 1, 1), date(2018, 1, 1))


def planned(group, hand, slug, dates, kind=MeetingKind.MEETING, roles=None):
    return plan_meeting(
        slug=slug,
        kind=kind,
        particulars=Particulars(dates=parse(dates) if dates else None),
        groups=roles or {group: OrganizerRole.HOST},
        on=parse("2017-01-10"),
        **hand,
    )


def test_meetings_held_is_ahead_until_the_last_of_its_days(consultation, hand):
    hold_meeting(meeting=consultation, on=parse("26-27 September 2017"), **hand)
    on_26, on_27 = date(2017, 9, 26), date(2017, 9, 27)
    assert [[each.slug for each in meetings_held("wgim", *YEAR, day, LATEST)] for day in (on_26, on_27)] == [[], ["consultation-2017"]]
    assert [[each.slug for each in meetings_ahead("wgim", day, LATEST)] for day in (on_26, on_27)] == [["consultation-2017"], []]


def test_meetings_held_of_another_period_or_kind_are_left_out(consultation, hand):
    hold_meeting(meeting=consultation, on=parse("26-27 September 2017"), **hand)
    day = date(2018, 1, 1)
    assert meetings_held("wgim", date(2017, 9, 28), day, day, LATEST) == []
    assert meetings_held("wgim", *YEAR, day, LATEST, kinds=[MeetingKind.WORKSHOP]) == []
    assert [each.held_on.edtf for each in meetings_held("wgim", *YEAR, day, LATEST, kinds=["consultation"])] == ["2017-09-26/2017-09-27"]


def test_meetings_ahead_are_in_order_of_time_and_those_without_dates_last(group, hand):
    for slug, dates in (("b", ""), ("late", "before the end of 2017"), ("early", "March 2017"), ("a", "")):
        planned(group, hand, slug, dates)
    postponed = planned(group, hand, "put-off", "February 2017")
    postpone_meeting(meeting=postponed, on=parse("2017-01-15"), because="the hall is taken", **hand)
    assert [each.slug for each in meetings_ahead("wgim", date(2017, 1, 20), LATEST)] == ["put-off", "early", "late", "a", "b"]


def test_meetings_of_two_groups_belong_to_both(group, hand):
    other = Group.objects.create(slug="other")
    planned(group, hand, "joint", "March 2017", roles={group: OrganizerRole.HOST, other: OrganizerRole.CO_ORGANIZER})
    day = date(2017, 2, 1)
    assert [[each.slug for each in meetings_of(name, day, LATEST)] for name in ("wgim", "other", "third")] == [["joint"], ["joint"], []]
    assert [(each.ref, each.role) for each in meeting("joint", day, LATEST).organizers] == [
        ("register/group/wgim", "host"),
        ("register/group/other", "co_organizer"),
    ]


def test_meeting_before_it_was_planned_is_none(consultation):
    assert meeting("consultation-2017", date(2017, 5, 31), LATEST) is None
    assert meeting("consultation-2017", date(2017, 6, 1), LATEST).state == "planned"


@pytest.mark.parametrize("size", [1, 3])
def test_questions_queries_do_not_grow_with_the_data(size, group, hand, django_assert_num_queries):
    for number in range(1, size + 1):
        row = planned(group, hand, f"meeting-{number}", f"{number} March 2017")
        hold_meeting(meeting=row, on=parse(f"{number} March 2017"), **hand)
        agree_outcome(meeting=row, text=Texts({"en": "agreed"}), on=parse("2017-03-10"), **hand)
        name_stakeholders(meeting=row, stakeholders=Texts({"en": "experts"}), begins=None, **hand)
        count_participation(meeting=row, count=9, on=parse("2017-03-10"), **hand)
        planned(group, hand, f"ahead-{number}", "May 2017")
    with django_assert_num_queries(1):
        found = meetings_held("wgim", *YEAR, date(2017, 4, 1), LATEST)
    assert [(len(each.outcomes), len(each.participation), each.total.count) for each in found] == [(1, 1, 9)] * size
    with django_assert_num_queries(1):
        assert len(meetings_ahead("wgim", date(2017, 4, 1), LATEST)) == size
