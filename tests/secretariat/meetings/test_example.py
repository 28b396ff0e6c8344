"""What the example answers about meetings: on the day of the report, and with hindsight on others."""

from datetime import date

import pytest

from tansiq.secretariat.meetings.domain.questions import meeting, meetings_ahead, meetings_held
from tansiq.secretariat.record.facts import ask
from tansiq.secretariat.record.models import Move
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.questions import LATEST

pytestmark = pytest.mark.django_db
REPORTED = date(2017, 11, 15)
CONSULTATION = {"group": "wgim", "meeting": "consultation-2017"}


def test_consultation_is_the_one_held_since_the_last_session(example):
    (held,) = meetings_held("wgim", date(2016, 12, 15), date(2017, 11, 16), REPORTED, LATEST)
    assert held.ref == "meetings/meeting/consultation-2017"
    assert (held.held_on.edtf, held.place.shown("ar")[0]) == ("2017-09-26/2017-09-27", "بيروت")
    assert (held.mandate, held.objective) == ("register/mandate/a-res-71-280", "programme/objective/wgim-2017-consultations")
    assert [(each.ref.rsplit("/", 1)[1], each.role) for each in held.organizers] == [
        ("escwa", "co_organizer"),
        ("iom", "co_organizer"),
        ("las", "co_organizer"),
        ("wgim", "contributor"),
    ]
    assert (len(held.objectives), len(held.outcomes), len(held.participation), len(held.key_messages)) == (3, 4, 7, 0)
    assert (held.total.count, held.total.approximate) == (90, True)
    name = Names(REPORTED, LATEST).name(held.ref, "fr")
    assert (name.text("the"), name.gender) == ("la Consultation régionale", "f")


def test_consultation_outcomes_are_not_known_before_its_last_day(example):
    before, after = meeting("consultation-2017", date(2017, 9, 26), LATEST), meeting("consultation-2017", date(2017, 9, 27), LATEST)
    assert (before.state, before.outcomes, before.total, len(before.objectives)) == ("planned", (), None, 3)
    assert (after.state, len(after.outcomes), after.total.count) == ("held", 4, 90)


def test_workshop_is_ahead_on_the_day_of_the_report(example):
    (ahead,) = meetings_ahead("wgim", REPORTED, LATEST)
    assert (ahead.slug, ahead.dates.edtf, ahead.audience["en"]) == ("workshop-2017", "../2017", "senior government officials")
    assert meetings_ahead("wgim", date(2017, 11, 14), LATEST) == []


def test_held_on_is_none_before_and_the_date_after(example):
    days = (date(2017, 9, 26), date(2017, 9, 27), REPORTED)
    values = [ask("meetings.held_on", as_of=day, known_at=LATEST, **CONSULTATION) for day in days]
    assert [value.value for value in values] == [None, "2017-09-26/2017-09-27", "2017-09-26/2017-09-27"]
    assert {language: text.replace("\u00a0", " ") for language, text in values[1].display.items()} == {
        "en": "26–27 September 2017",
        "ar": "26 و27 أيلول/سبتمبر 2017",
        "fr": "26 et 27 septembre 2017",
    }
    assert values[1].rests_on == (Move.objects.get(subject="meetings/meeting/consultation-2017", name="hold").ref,)
    assert ask("meetings.held_on", as_of=REPORTED, known_at=LATEST.replace(year=2025), **CONSULTATION).value is None


def test_planned_on_is_the_date_before_and_none_after(example):
    days = (date(2017, 9, 26), date(2017, 9, 27))
    values = [ask("meetings.planned_on", as_of=day, known_at=LATEST, **CONSULTATION).value for day in days]
    assert values == ["2017-09-26/2017-09-27", None]
    workshop = ask("meetings.planned_on", as_of=REPORTED, known_at=LATEST, group="wgim", meeting="workshop-2017")
    assert workshop.display["en"].replace("\u00a0", " ") == "before the end of 2017"


def test_participants_are_shown_as_approximate(example):
    value = ask("meetings.participants", as_of=REPORTED, known_at=LATEST, **CONSULTATION)
    assert (value.value, value.display) == (90, {"en": "about 90", "ar": "نحو 90", "fr": "environ 90"})
    assert value.rests_on == ("meetings/participation-total/consultation-2017.1",)


def test_outcome_count_and_state(example):
    count = ask("meetings.outcome_count", as_of=REPORTED, known_at=LATEST, **CONSULTATION)
    assert (count.value, len(count.rests_on)) == (4, 4)
    assert ask("meetings.state", as_of=REPORTED, known_at=LATEST, **CONSULTATION).display == {"en": "held", "ar": "عُقد", "fr": "tenue"}
