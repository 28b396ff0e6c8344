"""Scalars: numbers that are numbers, texts on one line, characters that documents can show."""

import pytest
from ruamel.yaml import YAML

from tansiq.secretariat.record.interchange.scalars import LONGEST_TEXT, BadText, clean, scalar


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2017", 2017), ("-3", -3), ("0", 0), ("010", "010"), ("08", "08"), ("-_", "-_"), ("1_000", "1_000"), ("0x7E1", "0x7E1"),
        ("0o17", "0o17"), ("1.0", "1.0"), (".inf", ".inf"), (".nan", ".nan"), ("9" * 40, "9" * 40), ("0001", "0001"), ("true", True),
        ("no", "no"), ("~", None), ("2017-11-15", "2017-11-15"), ('"\\u0645"', "م"), ('"\\ud83d\\ude00"', "😀"), ("!!int abc", "abc"),
        ("!!float abc", "abc"), ("|\n two\n lines\n", "two lines"), ('"a\\tb"', "a b"), ('"   "', ""), ('"A\\u202eB"', "AB"),
    ],
)
def test_scalar_is_what_a_person_means(written, value):
    assert scalar(YAML(typ="rt", pure=True).compose(written)) == value


@pytest.mark.parametrize("text", ["a\x00", "a\x07b", "\x1b[0m", "\ud800", "\ue000", "\ufffe", "\uffff", "\ufdd0", "a\x7f"])
def test_clean_refuses_what_documents_cannot_show(text):
    with pytest.raises(BadText, match=r"U\+[0-9A-F]{4}, which documents cannot show"):
        clean(text)


def test_clean_composes_letters_and_keeps_scripts():
    assert clean("e\u0301 تنسيق ไทย 中文 😀 A\u00a0B") == "é تنسيق ไทย 中文 😀 A\u00a0B"
    assert clean("  two\r\nlines  ") == "two lines"


def test_clean_too_long_says_how_long():
    assert clean("x" * LONGEST_TEXT) == "x" * LONGEST_TEXT
    with pytest.raises(BadText, match="10,001 characters long"):
        clean("x" * (LONGEST_TEXT + 1))
