"""What the example answers about publications: on the day of the report, and with hindsight on others."""

from datetime import date

import pytest

from tansiq.secretariat.programme.domain.questions import outputs
from tansiq.secretariat.publications.domain.questions import briefs_for, edition, editions_in_hand, editions_of_outputs, inputs_from
from tansiq.secretariat.record.facts import ask, every_case
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.questions import LATEST

pytestmark = pytest.mark.django_db
REPORTED = date(2017, 11, 15)
REPORT = {"group": "wgim", "edition": "situation-report-2017"}


def asked(key, as_of=REPORTED, **params):
    return ask(key, as_of=as_of, known_at=LATEST, **{"group": "wgim", **params})


def test_briefs_for_the_consultation_are_five_in_order(example):
    found = briefs_for("consultation-2017", REPORTED, LATEST)
    names = Names(REPORTED, LATEST)
    assert [(each.number, names.name(each.ref, "en").long) for each in found] == [
        (1, "Migration Drivers, Trends and Patterns"),
        (2, "Decent Work and Labour Mobility"),
        (3, "Protection of Migrants in Vulnerable Situations"),
        (4, "The Migration and Development Nexus"),
        (5, "International Cooperation and Migration Governance"),
    ]
    count = asked("publications.brief_count", meeting="consultation-2017")
    assert (count.value, len(count.rests_on)) == (5, 10)
    assert asked("publications.brief_count", as_of=date(2017, 9, 24), meeting="consultation-2017").value == 0


def test_editions_in_hand_are_the_report_being_edited_and_the_next_one(example):
    report, following = editions_in_hand("wgim", REPORTED, LATEST)
    assert [(each.slug, each.state, each.number) for each in (report, following)] == [
        ("situation-report-2017", "editing", 2),
        ("situation-report-2019", "planned", 3),
    ]
    assert [(each.stage, each.date.edtf) for each in report.stages] == [("final_manuscript", "2017-12"), ("launch", "early 2018")]
    assert [(each.ref.rsplit("/", 1)[1], each.role) for each in report.parties] == [
        ("escwa", "lead"),
        ("iom", "lead"),
        ("escwa", "consolidates"),
        ("iom", "consolidates"),
        ("wgim", "contributor"),
    ]
    assert [(each.language, each.state) for each in report.versions] == [("ar", "translating")]


def test_edition_title_is_the_one_of_the_day(example):
    ref = "publications/edition/situation-report-2017"
    titles = {day: Names(day, LATEST).name(ref, "en").long for day in (date(2017, 11, 1), date(2017, 12, 31), date(2018, 6, 1))}
    before, after = "Achieving Migration-Related SDGs in the Arab Region", "Migration in the Arab Region and the 2030 Agenda"
    assert [before in title for title in titles.values()] == [True, True, False]
    assert titles[date(2018, 6, 1)].startswith(f"2017 Situation Report on International Migration: {after}")


def test_edition_is_published_from_the_last_day_of_the_year_it_came_out_in(example):
    days = (date(2017, 6, 29), date(2017, 6, 30), REPORTED, date(2018, 12, 30), date(2018, 12, 31))
    assert [edition("situation-report-2017", day, LATEST).state for day in days] == [
        "drafting", "in_review", "editing", "editing", "published",
    ]


def test_inputs_of_the_consultation_go_to_the_secretariat_and_to_the_stocktaking_meeting(example):
    found = inputs_from(["meetings/meeting/consultation-2017"], REPORTED, LATEST)
    assert [(each.form, each.destination, each.state) for each in found] == [
        ("key_messages", "programme/step/gcm-stocktaking", "planned"),
        ("summary", "register/organization/un-secretariat", "planned"),
    ]


def test_outputs_are_about_the_editions_that_are_bound_to_them(example):
    refs = [each.ref for each in outputs("wgim", 2018, REPORTED, LATEST)]
    assert {ref.rsplit("/", 1)[1]: bound.rsplit("/", 1)[1] for ref, (bound, _) in editions_of_outputs(refs, REPORTED, LATEST).items()} == {
        "wgim-2018-launch": "situation-report-2017",
        "wgim-2018-preparation-2019": "situation-report-2019",
    }


def test_facts_of_the_report(example):
    number = asked("publications.edition_number", edition="situation-report-2017")
    assert (number.value, number.display) == (2, {"en": "second", "ar": "الثاني", "fr": "deuxième"})
    assert number.rests_on == ("publications/edition-term/situation-report-2017.1",)
    assert asked("publications.edition_state", edition="situation-report-2017").display["en"] == "editing"
    launch = asked("publications.stage_date", edition="situation-report-2017", stage="launch")
    assert (launch.value, launch.display["fr"].replace("\u00a0", " ")) == ("early 2018", "début 2018")
    assert asked("publications.version_state", edition="situation-report-2017", language="ar").value == "translating"
    assert asked("publications.input_state", input="consultation-2017-summary").value == "planned"


def test_facts_nothing_is_known_before_it_was_recorded(example):
    early = LATEST.replace(year=2025)
    assert not any(each.key.startswith("publications.") for each in every_case(as_of=REPORTED, known_at=early))
    assert ask("publications.edition_number", as_of=REPORTED, known_at=early, **REPORT).value is None


def test_cases_are_every_edition_stage_version_and_input(example):
    keys = [each.key for each in every_case(as_of=REPORTED, known_at=LATEST, group="wgim") if each.key.startswith("publications.")]
    assert {key: keys.count(key) for key in keys} == {
        "publications.brief_count": 1,
        "publications.edition_number": 7,
        "publications.edition_state": 7,
        "publications.input_state": 2,
        "publications.stage_date": 2,
        "publications.version_state": 1,
    }
