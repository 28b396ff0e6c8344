"""A meeting from the plan to the minutes: dates keep their history, and it is held on the dates set for it."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.meetings.domain.errors import NobodyOrganizes, NoLongerAhead, NotOnItsDates
from tansiq.secretariat.meetings.domain.planning import (
    Particulars,
    adopt_minutes,
    call_meeting,
    cancel_meeting,
    hold_meeting,
    issue_minutes,
    name_organizers,
    plan_meeting,
    plan_meeting_again,
    postpone_meeting,
    set_particulars,
)
from tansiq.secretariat.meetings.enums import MeetingKind, OrganizerRole
from tansiq.secretariat.meetings.models import Meeting, MeetingTerm, Organizer, OrganizingGroup
from tansiq.secretariat.record.domain.errors import MoveRefused, SlugTaken
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.questions import LATEST

BEIRUT = Texts({"en": "Beirut"})


def dates_on(day):
    return [term.dates.edtf for term in MeetingTerm.objects.as_of(day, LATEST)]


def test_plan_meeting_belongs_to_its_groups_and_organizers(consultation):
    assert consultation.state == "planned"
    assert [(term.group.slug, term.role, term.begins.edtf) for term in OrganizingGroup.objects.all()] == [
        ("wgim", "contributor", "2017-06-01")
    ]
    assert [(term.organization.slug, term.role) for term in Organizer.objects.all()] == [("escwa", "co_organizer")]


def test_plan_meeting_of_no_group_leaves_nothing(hand):
    with pytest.raises(NobodyOrganizes, match="the meeting 'launch' belongs to no group"):
        plan_meeting(slug="launch", kind=MeetingKind.LAUNCH, particulars=Particulars(), groups={}, on=parse("2017"), **hand)
    assert Meeting.objects.count() == 0


def test_plan_meeting_slug_of_another_is_refused(consultation, group, hand):
    with pytest.raises(SlugTaken, match="meetings/meeting/consultation-2017 is there already"):
        plan_meeting(
            slug="consultation-2017",
            kind=MeetingKind.WORKSHOP,
            particulars=Particulars(),
            groups={group: OrganizerRole.HOST},
            on=parse("2017"),
            **hand,
        )


def test_set_particulars_new_dates_keep_the_old_ones(consultation, hand):
    new = Particulars(dates=parse("2-3 October 2017"), place=BEIRUT)
    set_particulars(meeting=consultation, particulars=new, begins=parse("2017-08-15"), because="the hall is taken", **hand)
    assert (dates_on(date(2017, 8, 14)), dates_on(date(2017, 8, 15))) == (["2017-09-26/2017-09-27"], ["2017-10-02/2017-10-03"])


def test_set_particulars_of_one_held_is_refused(consultation, hand):
    hold_meeting(meeting=consultation, on=parse("26-27 September 2017"), **hand)
    with pytest.raises(NoLongerAhead, match="meetings/meeting/consultation-2017 is held; correct its particulars"):
        set_particulars(meeting=consultation, particulars=Particulars(), begins=parse("2017-10-01"), **hand)


def test_hold_meeting_outside_its_dates_is_refused(consultation, hand):
    with pytest.raises(NotOnItsDates, match="is set for 26–27 September 2017, not for 2 October 2017; set the new dates"):
        hold_meeting(meeting=consultation, on=parse("2 October 2017"), **hand)
    assert consultation.state == "planned"


def test_hold_meeting_still_to_come_is_refused(consultation, hand):
    new = Particulars(dates=parse("2030"))
    set_particulars(meeting=consultation, particulars=new, begins=parse("2017-08-15"), **hand)
    with pytest.raises(MoveRefused, match="1 May 2030 is still to come on 1 January 2026"):
        hold_meeting(meeting=consultation, on=parse("2030-05-01"), **hand)


def test_call_meeting_without_dates_is_refused(group, hand):
    meeting = plan_meeting(
        slug="m", kind=MeetingKind.MEETING, particulars=Particulars(), groups={group: OrganizerRole.HOST}, on=parse("2017-01-02"), **hand
    )
    with pytest.raises(NotOnItsDates, match="meetings/meeting/m has no dates on 1 February 2017; set them before it is called"):
        call_meeting(meeting=meeting, on=parse("2017-02-01"), **hand)


def test_minutes_go_out_and_are_adopted_after_it_was_held(consultation, hand):
    with pytest.raises(MoveRefused, match="'issue_minutes' is possible only from 'held'"):
        issue_minutes(meeting=consultation, on=parse("2017-09-01"), **hand)
    call_meeting(meeting=consultation, on=parse("2017-07-01"), **hand)
    hold_meeting(meeting=consultation, on=parse("26-27 September 2017"), **hand)
    issue_minutes(meeting=consultation, on=parse("2017-10-10"), **hand)
    assert adopt_minutes(meeting=consultation, on=parse("2017-11-10"), **hand).after == "adopted"


def test_plan_meeting_again_keeps_the_other_particulars(consultation, hand):
    kept = Particulars(dates=parse("26-27 September 2017"), place=BEIRUT)
    set_particulars(meeting=consultation, particulars=kept, begins=parse("2017-07-01"), **hand)
    postpone_meeting(meeting=consultation, on=parse("2017-08-01"), because="the hall is taken", **hand)
    with pytest.raises(MoveRefused, match="'hold' is possible only from 'planned' or 'called'"):
        hold_meeting(meeting=consultation, on=parse("2017-09-26"), **hand)
    plan_meeting_again(meeting=consultation, dates=parse("2-3 October 2017"), on=parse("2017-08-20"), **hand)
    term = MeetingTerm.objects.as_of(date(2017, 8, 20), LATEST).get()
    assert (consultation.state, term.dates.edtf, term.place) == ("planned", "2017-10-02/2017-10-03", BEIRUT)
    assert dates_on(date(2017, 8, 19)) == ["2017-09-26/2017-09-27"]


def test_cancel_meeting_held_is_refused(consultation, hand):
    hold_meeting(meeting=consultation, on=parse("26-27 September 2017"), **hand)
    with pytest.raises(MoveRefused, match="'cancel' is possible only from"):
        cancel_meeting(meeting=consultation, on=parse("2017-10-01"), because="a mistake", **hand)


def test_name_organizers_new_role_keeps_the_old_one(consultation, escwa, world, hand):
    bodies = [escwa, world.organizations["iom"]]
    name_organizers(meeting=consultation, organizations=bodies, role=OrganizerRole.HOST, begins=parse("2017-07-01"), **hand)
    roles = {
        day: sorted((term.organization.slug, term.role) for term in Organizer.objects.as_of(day, LATEST))
        for day in (date(2017, 6, 30), date(2017, 7, 1))
    }
    assert roles == {
        date(2017, 6, 30): [("escwa", "co_organizer")],
        date(2017, 7, 1): [("escwa", "host"), ("iom", "host")],
    }
