"""The fixed words and what a cross-reference prints."""

from tansiq.engines.press.labels import caption_label, printed_number, targets, title_inlines, words_of
from tansiq.engines.press.numbering import UNITED_NATIONS, number_tree
from tansiq.engines.press.tree import text_of
from tests.engines.press.test_numbering import body


def test_printed_number_stands_without_the_punctuation_of_headings():
    for language, expected in (("en", ["I", "2", "(i)", "Table\u00a01", ""]), ("ar", ["أولاً", "2", "(1)", "الجدول\u00a01", ""])):
        found = targets(number_tree(body(language), UNITED_NATIONS))
        assert [printed_number(found[name], language) for name in ("h1", "p3", "i2", "t", "q")] == expected


def test_title_inlines_name_headings_captions_and_annexes():
    found = targets(body())
    assert [text_of(title_inlines(found[name])) for name in ("h1", "t", "a", "p1")] == ["One", "C", "Annex", ""]


def test_caption_label_without_number_is_empty():
    assert caption_label(targets(body())["t"], "en") == ""


def test_words_of_language_without_words_are_english():
    assert words_of("de").table == words_of("en-GB").table == "Table"
