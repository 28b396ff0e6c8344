"""What a report is composed of is read with one query, and nothing that the tellers or facts ask is missing from it."""

import pytest

from tansiq.secretariat.record.domain.asking import asking_once
from tansiq.secretariat.register.domain.naming import Names, tables
from tansiq.secretariat.reporting.domain.compose import compose
from tansiq.secretariat.reporting.domain.reading import OF_ALL, OF_THE_GROUP, read
from tests.example import DAY, LATER


def test_read_takes_one_query_and_answers_all_its_questions(example, django_assert_num_queries):
    with asking_once():
        with django_assert_num_queries(1):
            read("wgim", DAY, LATER)
        with django_assert_num_queries(0):
            answers = [ask("wgim", DAY, LATER) for ask in OF_THE_GROUP] + [ask(DAY, LATER) for ask in OF_ALL]
            named = {kind: len(list(Names(DAY, LATER).every(kind))) for kind in tables()}
    # Of the example nobody was asked about a challenge, and every other question has an answer.
    assert [ask.__name__ for ask, answer in zip((*OF_THE_GROUP, *OF_ALL), answers, strict=True) if not answer] == ["group_findings"]
    assert min(named.values()) > 0


def test_read_outside_of_asking_once_is_refused(example):
    with pytest.raises(LookupError, match="asking_once"):
        read("wgim", DAY, LATER)


def test_read_leaves_nothing_to_ask_for_the_composer(example, django_assert_num_queries):
    with asking_once():
        read("wgim", DAY, LATER)
        with django_assert_num_queries(0):
            assert compose(group="wgim", session=23, as_of=DAY, known_at=LATER, language="en").blocks
