"""An edition told: its number, leads, state, languages, and what is expected when."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.publications.domain.editions import expect_stage, move_edition
from tansiq.secretariat.publications.domain.questions import edition
from tansiq.secretariat.publications.enums import Stage
from tansiq.secretariat.publications.models import Edition, EditionParty
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.domain.moves import withdraw_last_move
from tansiq.secretariat.record.domain.terms import supersede
from tansiq.secretariat.reporting.domain.editions import tell_edition
from tests.example import DAY, LATER
from tests.secretariat.reporting import telling


def told(day=DAY):
    return telling.told(lambda section, period: tell_edition(section, edition("situation-report-2017", day, telling.NOW)), day)


def row():
    return Edition.objects.get(slug="situation-report-2017")


def test_edition_in_hand_is_told_whole(example):
    heading, text = told().splitlines()
    assert heading == "2017 Situation Report"
    for part in (
        "Achieving Migration-Related SDGs in the Arab Region is the second edition of the ",
        "ESCWA and IOM led the Working Group through its review in the first half of 2017.",
        "The report includes contributions and feedback from across the Working Group.",
        "The consolidation of comments was overseen by ESCWA and IOM.",
        "The report is in the final stages of editing and of translation into Arabic.",
        "The final manuscript will be shared with the members of the Working Group in December 2017.",
        "The 2017 Situation Report is expected to be launched in early 2018.",
    ):
        assert part in text


def test_edition_stage_expected_anew_follows_from_its_day(example):
    expect_stage(edition=row(), stage=Stage.LAUNCH, date=parse("May 2018"), begins=parse("10 November 2017"), by=worker_actor(), at=LATER)
    assert "is expected to be launched in May 2018." in told()
    assert "is expected to be launched in early 2018." in told(date(2017, 11, 9))


def test_edition_without_leads_says_nothing_of_them(example):
    for term in EditionParty.objects.filter(edition=row(), role="lead", superseded_at=None):
        supersede(term=term, with_=[], by=worker_actor(), at=LATER, because="not so")
    assert "led the Working Group" not in told()


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("drafting", "The report is being drafted. It is being translated into Arabic."),
        ("in_review", "The report is under review by the members."),
        ("cleared", "in the final stages of editing and of translation into Arabic"),
        ("editing", "in the final stages of editing and of translation into Arabic"),
    ],
)
def test_edition_state_decides_the_sentence(example, state, said):
    edition_row = row()
    while edition_row.state != state:
        withdraw_last_move(row=edition_row, by=worker_actor(), at=LATER, because="not so far")
    assert said in told()


def test_edition_final_says_so(example):
    edition_row = row()
    while edition_row.state != "editing":
        withdraw_last_move(row=edition_row, by=worker_actor(), at=LATER, because="not so far")
    move_edition(edition=edition_row, step="finish", on=parse("15 November 2017"), by=worker_actor(), at=LATER)
    assert "The text is final." in told()
