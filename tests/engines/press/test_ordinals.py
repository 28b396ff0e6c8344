"""What ordinals refuses, and properties; the cases in files are run by test_typography, which exports the same functions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.press.errors import PressError
from tansiq.engines.press.ordinals import base_language, list_label, number_in_words_below_ten, ordinal, roman


@pytest.mark.parametrize("language", ["de", "", "arz"])
def test_language_unknown_is_refused(language):
    with pytest.raises(PressError, match="not one of en, fr, ar"):
        base_language(language)


@pytest.mark.parametrize(("tag", "base"), [("en-GB", "en"), ("ar_LB", "ar"), ("FR", "fr")])
def test_base_language_drops_the_region(tag, base):
    assert base_language(tag) == base


def test_number_in_arabic_words_is_refused():
    with pytest.raises(PressError, match="variants of the message"):
        number_in_words_below_ten(3, "ar")


@pytest.mark.parametrize(
    "call",
    [
        lambda: ordinal(0, "en"),
        lambda: ordinal(-1, "ar"),
        lambda: list_label(0, "fr"),
        lambda: roman(0),
        lambda: roman(4000),
        lambda: number_in_words_below_ten(-1, "en"),
    ],
)
def test_number_out_of_range_is_refused(call):
    with pytest.raises(PressError, match="give a whole number"):
        call()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("words", [True, False])
def test_ordinals_are_all_different(language, words):
    assert len({ordinal(n, language, words=words) for n in range(1, 200)}) == 199


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_list_labels_are_all_different(language):
    assert len({list_label(n, language) for n in range(1, 200)}) == 199


@given(st.integers(1, 3999))
def test_roman_reads_back(n):
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[figure] for figure in roman(n)]
    total = sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))
    assert total == n
