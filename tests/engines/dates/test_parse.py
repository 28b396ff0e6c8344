"""What people write, read and refused; and the laws of reading."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tansiq.engines.dates import UnknownLanguage, UnreadableDate, format_date, parse
from tests.engines.dates.case_files import cases
from tests.engines.dates.strategies import partial_dates


@pytest.mark.parametrize("case", cases("read.csv"), ids=lambda case: case["text"])
def test_parse_what_people_write_gives_the_value(case):
    assert parse(case["text"]).edtf == case["edtf"]


@pytest.mark.parametrize("case", cases("refused.csv"), ids=lambda case: case["text"])
def test_parse_what_is_not_one_date_is_refused_with_the_reason(case):
    with pytest.raises(UnreadableDate) as refusal:
        parse(case["text"])
    assert case["why"] in str(refusal.value)
    assert str(refusal.value).startswith(f'"{case["text"]}" cannot be read as a date: ')
    assert "; write " in str(refusal.value)


@pytest.mark.parametrize("case", cases("read.csv"), ids=lambda case: case["text"])
def test_parse_case_spaces_and_invisible_marks_do_not_matter(case):
    dressed = "\u200e\t" + case["text"].upper().replace(" ", "\u00a0 ") + "\u202f\u200f"
    assert parse(dressed).edtf == case["edtf"]


@pytest.mark.parametrize("dash", "\u2012\u2013\u2014\u2015\u2212\u2010\u2011\ufe58\ufe63\uff0d-")
def test_parse_any_dash_joins_the_ends(dash):
    assert parse(f"26{dash}27 September 2017").edtf == "2017-09-26/2017-09-27"
    assert parse(f"26 September {dash} 27 September 2017").edtf == "2017-09-26/2017-09-27"
    assert parse(f"2018{dash}2019").edtf == "2018/2019"


def test_parse_too_long_a_text_is_refused_and_shown_short():
    with pytest.raises(UnreadableDate) as refusal:
        parse("26 September 2017 " * 50)
    assert str(refusal.value).startswith('"26 September 2017 26 September 2017 26 September 2017 26 Se…" cannot be read')
    assert "longer than 120 characters" in str(refusal.value)


def test_parse_another_language_is_refused():
    with pytest.raises(UnknownLanguage, match='No dates in the language "fr": use one of en.'):
        parse("26 septembre 2017", language="fr")


def test_parse_hostile_text_takes_no_time():
    began = time.perf_counter()
    for hostile in ("9" * 1_000_000, "-" * 120, "1," * 60, "mid-" * 30, "(" * 120, "the " * 30 + "x", "1/" * 60, "2017-" * 24):
        with pytest.raises(UnreadableDate):
            parse(hostile)
    assert time.perf_counter() - began < 1


@given(partial_dates)
def test_parse_reads_back_what_is_printed(value):
    assert parse(format_date(value, "en")) == value
    assert parse(format_date(value, "en", style="cell")) == value
    assert parse(format_date(value, "en", ahead=True)) == value
    assert parse(format_date(value, "en", order_marks=True)) == value
    assert parse(value.edtf) == value


@given(st.text())
@example("\ud800")
@example("2017-09-26\n")
@example("²017")
@example("١٧ September 2017")
def test_parse_arbitrary_text_raises_nothing_but_unreadable(text):
    try:
        value = parse(text)
    except UnreadableDate as refusal:
        assert "\n" not in str(refusal)
        assert str(refusal).isprintable()
    else:
        assert parse(value.edtf) == value


_WORDS = ["26", "1st", "2017", "September", "Tue", "-", "–", "/", ",", "and", "to", "from", "before", "the", "end", "of", "early", "mid",
          "Q2", "H9", "first", "quarter", "winter", "2018/19", "2017-09", "15/11/2017", "about", "~", "(", ")", "uncertain", "until", "in"]


@given(st.lists(st.sampled_from(_WORDS), max_size=8), st.sampled_from([" ", ""]))
@settings(max_examples=500)
def test_parse_words_of_dates_in_disorder_raise_nothing_but_unreadable(words, gap):
    try:
        value = parse(gap.join(words))
    except UnreadableDate as refusal:
        assert str(refusal).isprintable()
    else:
        assert parse(format_date(value, "en")) == value


@given(partial_dates, st.data())
def test_parse_a_mutated_date_raises_nothing_but_unreadable(value, data):
    text = format_date(value, "en")
    place = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 3))
    put = data.draw(st.text("0123456789-–/ ,.~septmbrq", max_size=3))
    mutated = text[:place] + put + text[place + cut:]
    try:
        assert parse(parse(mutated).edtf) == parse(mutated)
    except UnreadableDate as refusal:
        assert str(refusal).isprintable()
