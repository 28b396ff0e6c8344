"""What people wrote is understood in three languages, with the liberties that keyboards take."""

import pytest

from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import Category, Decision, Status
from tansiq.engines.redline.report.words.languages import LANGUAGES, words_of
from tansiq.engines.redline.report.words.meaning import category_meant, columns_meant, decision_meant, plain, status_meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_meant_every_word_of_every_language_means_its_code(language: str):
    words = words_of(language)
    assert all(decision_meant(word) is code for code, word in words.decisions.items())
    assert all(category_meant(word) is code for code, word in words.categories.items())
    assert all(status_meant(word) is code for code, word in words.statuses.items())
    columns = list(words.columns)
    assert columns_meant(words.columns.values()) == {column: place for place, column in enumerate(columns)}


@pytest.mark.parametrize(("word", "decision"), [
    ("ACCEPTED ", Decision.ACCEPTED), ("accepted_with_modification", Decision.ACCEPTED_WITH_MODIFICATION),
    ("Accepted  with\u00a0modification.", Decision.ACCEPTED_WITH_MODIFICATION), ("احيط علما به", Decision.NOTED),
    ("مـقبول", Decision.ACCEPTED), ("مرجا إلى الاجتماع", Decision.DEFERRED),
    ("écarté au profit d'une autre proposition", Decision.SUPERSEDED),
    ("", None), ("maybe", None),
])
def test_decision_meant_takes_capitals_vowel_signs_and_apostrophes_as_they_come(word: str, decision: Decision | None):
    assert decision_meant(word) is decision


def test_columns_meant_of_two_alike_is_the_first():
    assert columns_meant(["", "Agency", "Disposition", "agency", "tansiq:key"]) == {Column.AGENCY: 1, Column.DECISION: 2, Column.KEY: 4}


def test_plain_makes_one_of_the_ways_to_write_a_word():
    assert plain("  Para._no. ") == plain("PARA. NO")
    assert plain("\u200fالإجراء") == plain("الاجراء")


def test_meant_codes_are_no_words_of_another_code():
    assert (category_meant("general"), status_meant("open")) == (Category.GENERAL, Status.OPEN)
