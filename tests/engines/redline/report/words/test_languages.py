"""Every code has a word in every language, no two codes share one, and templates hold the same places."""

import re
from collections.abc import Mapping
from dataclasses import fields

import pytest

from tansiq.engines.redline.edits import Kind, Source
from tansiq.engines.redline.report.columns import FILLED, SOURCE
from tansiq.engines.redline.report.decisions import Category, Decision, RowType, Status
from tansiq.engines.redline.report.words.languages import LANGUAGES, words_of

CODES = {
    "columns": {*SOURCE, *FILLED}, "types": set(RowType), "categories": set(Category), "decisions": set(Decision), "decided": set(Decision),
    "statuses": set(Status), "kinds": set(Kind), "sources": set(Source),
    "stories": {"body", "footnote", "endnote", "header", "footer", "textbox"},
    "reasons": {"overlap", "inside_deletion", "same_place", "format", "row_and_cell"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CODES)
def test_words_of_has_a_word_of_its_own_for_every_code(language: str, name: str):
    words = getattr(words_of(language), name)
    assert set(words) == CODES[name]
    assert len(set(words.values())) == len(words)
    assert all(word.strip() == word and word for word in words.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_templates_have_the_places_of_the_english_ones(language: str):
    places = re.compile(r"\{\w+\}")
    for field in fields(words_of("en")):
        english, other = getattr(words_of("en"), field.name), getattr(words_of(language), field.name)
        if isinstance(english, str):
            assert sorted(places.findall(english)) == sorted(places.findall(other)), field.name


def test_words_of_arabic_and_french_are_not_left_in_english():
    english = words_of("en")
    french = {"Date", "Section", "Page", "Type", "Structure", "Insertion", "Note", "Total", "Page {page}"}
    for language, same in (("ar", set()), ("fr", french)):
        other = words_of(language)
        for field in fields(english):
            one, two = getattr(english, field.name), getattr(other, field.name)
            pairs = [(one[key], two[key]) for key in one] if isinstance(one, Mapping) else [(one, two)]
            for word, translated in pairs:
                plain = isinstance(word, str) and re.search("[a-z]{3}", re.sub(r"\{\w+\}", "", word))
                assert not plain or word != translated or word in same, (language, word)


def test_words_of_sheet_names_fit_excel():
    for language in LANGUAGES:
        words = words_of(language)
        names = {words.matrix, words.counts, words.lists}
        assert len(names) == 3
        assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)


def test_words_of_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="no words for the language 'de'; there are en, ar, fr"):
        words_of("de")
