"""A consultation told: mandate, organizers, participants, aims, briefs, outcomes, and where its outcomes go."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.secretariat.meetings.domain.outcomes import agree_outcome, count_participation
from tansiq.secretariat.meetings.domain.planning import name_organizers
from tansiq.secretariat.meetings.domain.questions import meeting
from tansiq.secretariat.meetings.enums import OrganizerRole
from tansiq.secretariat.meetings.models import Meeting, Organizer
from tansiq.secretariat.publications.domain.inputs import submit_input
from tansiq.secretariat.publications.models import Input
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.domain.terms import supersede
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.models import Organization
from tansiq.secretariat.reporting.domain.consultations import tell_meeting
from tests.example import DAY, LATER
from tests.secretariat.reporting import telling


def told(day=DAY):
    return telling.told(lambda section, period: tell_meeting(section, meeting("consultation-2017", day, telling.NOW)), day)


def drop(organization):
    term = Organizer.objects.get(organization__slug=organization, superseded_at=None)
    supersede(term=term, with_=[], by=worker_actor(), at=LATER, because="it did not")


def test_meeting_held_names_place_dates_and_mandate(example):
    text = told()
    assert "was held in Beirut on 26–27 September 2017, in accordance with General Assembly resolution A/RES/71/280, which" in text
    assert "It was organized by the co-chairs of the Working Group, with contributions from its other members." in text
    assert "It brought together about 90 participants: high-level representatives of Arab governments, " in text


def test_meeting_lists_are_whole(example):
    items = [line for line in told().splitlines() if line.startswith("- ")]
    assert len(items) == 3 + 5 + 4
    assert "- Issue brief 1: Migration Drivers, Trends and Patterns;" in items
    assert "- Issue brief 5: International Cooperation and Migration Governance." in items


def test_meeting_organized_by_others_than_the_co_chairs_names_them(example):
    drop("las")
    name_organizers(
        meeting=Meeting.objects.get(slug="consultation-2017"), organizations=[Organization.objects.get(slug="ilo")],
        role=OrganizerRole.HOST, begins=None, by=worker_actor(), at=LATER,
    )
    assert "It was organized by the International Labour Organization (ILO), the International Organization for Migration" in told()


def test_meeting_organized_by_nobody_named_is_the_group_s(example):
    for slug in ("escwa", "iom", "las"):
        drop(slug)
    assert "It was organized by the Working Group." in told()


def test_meeting_outcome_agreed_later_is_told_then_only(example):
    row = Meeting.objects.get(slug="consultation-2017")
    agree_outcome(meeting=row, text=Texts({"en": "a new commitment"}), on=parse("1 December 2017"), by=worker_actor(), at=LATER)
    assert "a new commitment" not in told()
    assert "- a new commitment." in told(date(2017, 12, 1))


def test_meeting_counted_exactly_drops_about(example):
    row = Meeting.objects.get(slug="consultation-2017")
    count_participation(meeting=row, count=93, on=parse("1 October 2017"), by=worker_actor(), at=LATER)
    assert "It brought together 93 participants" in told()


def test_inputs_are_told_by_state_and_destination(example):
    text = told()
    assert "A summary of the Regional Consultation is to be submitted to the United Nations Secretariat as part of the outputs" in text
    assert "Its key messages will be presented at the stocktaking meeting in Mexico on 4–6 December 2017." in text
    row = Input.objects.get(organization__slug="un-secretariat")
    submit_input(row=row, on=parse("10 November 2017"), by=worker_actor(), at=LATER)
    assert "A summary of the Regional Consultation was submitted to the United Nations Secretariat." in told()
