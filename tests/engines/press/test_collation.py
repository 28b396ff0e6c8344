"""Names in the order of the language shown."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.press.collation import sort_key

ORDERS = {
    "en": ["Egypt", "ESCWA", "The League", "UN-Habitat", "UNHCR", "Zimbabwe", "الأردن"],
    "fr": ["cote", "coté", "côte", "Égypte", "Émirats arabes unis", "Espagne", "œuvre", "Zambie", "تونس"],
    "ar": ["الأردن", "ألمانيا", "الإمارات", "تونس", "الجزائر", "السودان", "العراق", "مصر", "المغرب", "اليمن", "Egypt", "Zambia"],
}


@pytest.mark.parametrize("language", ORDERS)
def test_names_stand_in_the_order_of_the_language(language):
    shuffled = random.Random(7).sample(ORDERS[language], len(ORDERS[language]))
    assert sorted(shuffled, key=lambda name: sort_key(name, language)) == ORDERS[language]


def test_vowel_marks_and_tatweel_do_not_count():
    assert sort_key("مُـصْر", "ar")[1] == sort_key("مصر", "ar")[1]


def test_article_alone_keeps_its_letters():
    assert sort_key("ال", "ar")[1] == "ال"


@given(st.text(max_size=10), st.text(max_size=10), st.sampled_from(["en", "fr", "ar"]))
def test_equal_keys_mean_equal_texts(one, other, language):
    assert (sort_key(one, language) == sort_key(other, language)) == (one == other) or sort_key(one, language)[3] == sort_key(other, language)[3]
