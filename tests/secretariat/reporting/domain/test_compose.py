"""Composing: which sections stand, in what order, numbered how; what is refused; what hindsight must not enter."""

from datetime import date

import pytest

from tansiq.engines.press.tree import Heading, Paragraph, text_of, walk
from tansiq.secretariat.reporting.domain.compose import compose
from tansiq.secretariat.reporting.domain.errors import NotComposable
from tests.example import DAY, LATER


def report(day=DAY, known_at=LATER, session=23, group="wgim", language="en"):
    return compose(group=group, session=session, as_of=day, known_at=known_at, language=language)


def headings(document, level):
    return [(node.number, text_of(node.inlines)) for node in document.blocks if isinstance(node, Heading) and node.level == level]


def whole(document):
    return " ".join(text_of(node.inlines) for _, node in walk(document) if hasattr(node, "inlines") and node.inlines)


def test_compose_sections_are_numbered_and_empty_ones_left_out(example):
    assert headings(report(), 1) == [
        ("I.", "Achievements since the previous session"),
        ("II.", "Main activities and outputs planned for 2018"),
        ("III.", "Decisions requested from the members"),
    ]


def test_compose_paragraphs_are_numbered_through(example):
    numbers = [block.number for block in report().blocks if isinstance(block, Paragraph)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_compose_cover_says_who_reports_to_whom_and_when(example):
    lines = {line.role: text_of(line.inlines) for line in report().cover.lines}
    assert lines["title"] == report().title == "2017 Progress Report"
    assert lines["addressed_to"] == "Regional Coordination Mechanism for the Arab States (RCM)"
    assert lines["authors"] == "Co-chairs: LAS, IOM and ESCWA"
    assert lines["body"] == "Working Group on International Migration in the Arab Region"
    assert lines["date"].replace("\u00a0", " ") == "Twenty-third session, Beirut, 20–21 November 2017"


def test_compose_as_of_2017_does_not_know_what_came_later(example):
    text = whole(report()).replace("\u00a0", " ")
    assert "Marrakech" not in text
    assert "December 2018" not in text
    assert "2030 Agenda" not in text
    assert "September 2018" in text


def test_compose_as_of_2018_knows_the_new_date_of_the_conference(example):
    text = whole(report(day=date(2018, 6, 1))).replace("\u00a0", " ")
    assert "10–11 December 2018" in text
    assert "September 2018" not in text


def test_compose_before_the_import_was_known_finds_no_group_relation(example):
    with pytest.raises(NotComposable, match="reports to no mechanism"):
        report(known_at=LATER.replace(year=2020))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"group": "nobody"}, "there is no group 'nobody' in the record"),
        ({"session": 99}, r"no session 99 of rcm \(it has: 21, 22, 23\)"),
        ({"language": "de"}, "no report can be composed in 'de' yet"),
    ],
)
def test_compose_what_cannot_be_composed_is_said_in_one_line(example, wrong, message):
    with pytest.raises(NotComposable, match=message) as refused:
        report(**wrong)
    assert "\n" not in str(refused.value)


def test_compose_asks_one_query_whatever_the_report_tells(example, django_assert_num_queries):
    with django_assert_num_queries(1):
        rich = compose(group="wgim", session=23, as_of=DAY, known_at=LATER, language="en")
    with django_assert_num_queries(1):
        poor = compose(group="wgim", session=22, as_of=date(2016, 5, 1), known_at=LATER, language="en")
    assert len(rich.blocks) > len(poor.blocks)
