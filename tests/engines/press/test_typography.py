"""Cases in files (cases/typography/<function>.jsonl, invisible characters escaped) and properties of typography."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.press import typography
from tansiq.engines.press.errors import PressError

CASES = Path(__file__).parent / "cases" / "typography"
LANGUAGES = st.sampled_from(["en", "fr", "ar"])
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3)
MARKED_UP = st.text(alphabet="ab1 .:;!?'\"«»()/-\u00a0\u202fمنتUN\u2066\u2069", max_size=40)


def read_cases():
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            yield pytest.param(path.stem, case, id=f"{path.stem}-{case['arguments']}-{case['options']}")


@pytest.mark.parametrize(("function", "case"), list(read_cases()))
def test_case_in_file_gives_its_text(function, case):
    arguments = case["arguments"]
    if function == "format_number" and isinstance(arguments[0], str):
        arguments[0] = Decimal(arguments[0])
    assert getattr(typography, function)(*arguments, **case["options"]) == case["gives"]


def test_every_name_exported_exists():
    assert [name for name in typography.__all__ if not hasattr(typography, name)] == []


@given(NUMBERS, LANGUAGES)
def test_number_has_no_plain_space_and_reads_back(value, language):
    text = typography.format_number(value, language)
    assert " " not in text
    bare = text.replace("\u200e", "").replace("\u2212", "-").replace("\u00a0", "").replace("\u202f", "")
    bare = bare.replace(",", "." if language == "fr" else "")
    assert Decimal(bare) == value


@given(NUMBERS, LANGUAGES, st.integers(0, 3))
def test_number_rounded_has_the_decimals_asked_for(value, language, decimals):
    text = typography.format_number(value, language, decimals=decimals)
    point = "," if language == "fr" else "."
    assert len(text.partition(point)[2]) == decimals
    assert re.fullmatch(r"\u200e?\u2212?[0-9,.\u00a0\u202f]+", text)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), True])
def test_number_that_is_none_is_refused(value):
    with pytest.raises(PressError, match="not a number"):
        typography.format_number(value, "en")


def test_number_with_arabic_digits_outside_arabic_is_refused():
    with pytest.raises(PressError, match="Arabic texts only"):
        typography.format_number(5, "en", digits="arabic-indic")


def test_number_with_too_many_decimals_is_refused():
    with pytest.raises(PressError, match="give fewer"):
        typography.format_number(10**20, "en", decimals=20)


def test_currency_code_in_small_letters_is_refused():
    with pytest.raises(PressError, match="ISO 4217"):
        typography.currency(5, "usd", "en")


@given(MARKED_UP)
def test_french_spacing_twice_changes_nothing_more(text):
    once = typography.french_spacing(text)
    assert typography.french_spacing(once) == once


@given(MARKED_UP)
def test_french_spacing_changes_only_spaces_and_apostrophes(text):
    bare = str.maketrans({" ": "", "\u00a0": "", "\u202f": "", "’": "'"})
    assert typography.french_spacing(text).translate(bare) == text.translate(bare)


@given(MARKED_UP, LANGUAGES)
def test_apply_typography_twice_changes_nothing_more(text, language):
    once = typography.apply_typography(text, language)
    assert typography.apply_typography(once, language) == once


@given(MARKED_UP)
def test_isolate_latin_twice_changes_nothing_more_and_only_adds_marks(text):
    once = typography.isolate_latin(text)
    assert typography.isolate_latin(once) == once
    assert typography.strip_direction_marks(once) == typography.strip_direction_marks(text)


def test_arabic_findings_tell_place_and_remedy():
    text = "المشاورة, والتقرير; 1 939 مهاجر؟ ثم ؟"
    assert [(f.found, f.expected) for f in typography.arabic_findings(text)] == [(",", "،"), (";", "؛"), (" ", "\u00a0"), (" ", "")]
    assert [text[f.start : f.end] for f in typography.arabic_findings(text)] == [",", ";", " ", " "]


def test_arabic_findings_leave_latin_phrases_and_numbers_alone():
    assert typography.arabic_findings("وفقاً لـ (ESCWA, IOM) 1\u00a0939 و41.4 في 26 2017؟") == []
