"""What reporting brings to the pages of a group."""

from datetime import date

import pytest
from django.utils.translation import override

from tansiq.secretariat.pages.parts import Asked, Entry, Term
from tansiq.secretariat.pages.timeline import Row
from tansiq.secretariat.reporting.web.parts import of_a_group, of_all_groups, report_to
from tests.secretariat.reporting.conftest import DAY, LATER


def brought(kind, day=DAY, language="en"):
    with override(language):
        return [each for each in of_a_group(Asked(("wgim",), day, LATER, language)) if isinstance(each, kind)]


def test_row_of_sessions_says_which_were_held(example):
    [row] = brought(Row)
    assert (row.name, row.words) == ("Sessions", "21 and 22 held; 23 to come")
    assert [(mark.on, mark.held) for mark in row.marks] == [
        (date(2015, 11, 25), True), (date(2016, 12, 14), True), (date(2017, 11, 20), False),
    ]


def test_next_session_is_the_first_not_over(example):
    assert [(term.name, term.text.replace("\u00a0", " ")) for term in brought(Term)] == [
        ("Reports to", "twenty-third session, Beirut, 20–21 November 2017")
    ]
    assert brought(Term, date(2017, 11, 21)) != []
    assert brought(Term, date(2017, 11, 22)) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Progress report to the twenty-third session"),
        ("fr", "Rapport d’activité présenté à la vingt-troisième session"),
        ("ar", "التقرير المرحلي إلى الدورة الثالثة والعشرين"),
    ],
)
def test_reports_are_named_in_the_language_of_the_page(example, language, said):
    entry, sessions = brought(Entry, language=language)
    prefix = "" if language == "en" else f"/{language}"
    assert sessions.url == f"{prefix}/groups/wgim/sessions/"
    assert (entry.text, entry.url) == (said, f"{prefix}/groups/wgim/reports/23/?as-of=2017-11-15")
    with override(language):
        assert report_to(23, language) == said


def test_reports_of_the_list_are_those_of_each_group(example, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = list(of_all_groups(Asked(("wgim", "nowhere"), date(2026, 11, 25), LATER, "en")))
    assert [(entry.group, entry.hint.replace("\u00a0", " ")) for entry in found] == [
        ("wgim", "as of 21 October 2018"), ("wgim", "as of 19 November 2017"),
    ]
