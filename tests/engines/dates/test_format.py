"""Dates in words: the table of cases, the acceptance data, the laws of spaces and digits."""

import pytest
from hypothesis import given

from tansiq.engines.dates import LANGUAGES, NO_BREAK_SPACE, PartialDate, UnknownLanguage, format_date, lead, parse_edtf
from tests.engines.dates.acceptance import terms
from tests.engines.dates.case_files import cases
from tests.engines.dates.strategies import partial_dates

PRINTED = cases("printed.csv")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", PRINTED, ids=lambda case: case["edtf"])
def test_format_date_as_the_table_says(case, language):
    value = parse_edtf(case["edtf"])
    assert format_date(value, language) == case[language].replace(" ", NO_BREAK_SPACE)
    assert format_date(value, language, style="cell") == case[f"cell {language}"].replace(" ", NO_BREAK_SPACE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", PRINTED, ids=lambda case: case["edtf"])
def test_lead_as_the_table_says(case, language):
    assert lead(parse_edtf(case["edtf"]), language) == case[f"lead {language}"]


@pytest.mark.parametrize(("edtf", "language", "form", "led"), [
    ("2017-12-01", "fr", "one_day", False),
    ("2017-09-26/2017-09-27", "fr", "two_days", True),
    ("2017-12-04/2017-12-06", "fr", "span", True),
    ("2017-09", "fr", "month", False),
    ("early 2018", "fr", "early", False),
    ("2017-12-01", "ar", "one_day", False),
    ("2017-09-26/2017-09-27", "ar", "two_days", False),
    ("2017-12-04/2017-12-06", "ar", "span", True),
    ("2017-09", "ar", "month", False),
    ("early 2018", "ar", "early", False),
])
def test_format_date_as_the_acceptance_data_says(edtf, language, form, led):
    value = parse_edtf(edtf)
    printed = f"{lead(value, language)} {format_date(value, language)}" if led else format_date(value, language)
    assert printed.replace(NO_BREAK_SPACE, " ") == terms()["dates"][language][form]


@pytest.mark.parametrize(("edtf", "en", "fr", "ar"), [
    ("2018-02/..", "from February 2018", "à compter de février 2018", "اعتباراً من شباط/فبراير 2018"),
    ("2018-04/..", "from April 2018", "à compter d’avril 2018", "اعتباراً من نيسان/أبريل 2018"),
    ("2018-04-01/..", "from 1 April 2018", "à compter du 1er avril 2018", "اعتباراً من 1 نيسان/أبريل 2018"),
    ("2018/..", "from 2018", "à compter de 2018", "اعتباراً من عام 2018"),
    ("2018-04", "April 2018", "avril 2018", "نيسان/أبريل 2018"),
])
def test_format_date_ahead_says_from_not_since(edtf, en, fr, ar):
    printed = [format_date(parse_edtf(edtf), language, ahead=True).replace(NO_BREAK_SPACE, " ") for language in LANGUAGES]
    assert printed == [en, fr, ar]


def test_format_date_arabic_indic_digits_on_request():
    value = parse_edtf("2017-09-26/2017-09-27")
    assert format_date(value, "ar", digits="arabic-indic") == "٢٦ و٢٧ أيلول/سبتمبر ٢٠١٧".replace(" ", NO_BREAK_SPACE)


def test_format_date_order_marks_isolate_in_the_direction_of_the_language():
    value = PartialDate.year(2017)
    assert [format_date(value, language, order_marks=True) for language in LANGUAGES] == [
        "\u20662017\u2069", "\u20662017\u2069", f"\u2067عام{NO_BREAK_SPACE}2017\u2069",
    ]


@pytest.mark.parametrize("word", [format_date, lead])
def test_an_unknown_language_is_refused(word):
    with pytest.raises(UnknownLanguage, match='No dates in the language "es": use one of en, fr, ar.'):
        word(PartialDate.year(2017), "es")


@given(partial_dates)
def test_format_date_has_no_plain_space_and_european_digits(value):
    for language in LANGUAGES:
        for style in ("prose", "cell"):
            text = format_date(value, language, style=style)
            assert " " not in text
            assert "  " not in text.replace(NO_BREAK_SPACE, " ")
            assert all(letter.isascii() for letter in text if letter.isdigit())
            assert not set("{}") & set(text)


@given(partial_dates)
def test_format_date_arabic_prose_pairs_month_names_and_parts_numbers_with_words(value):
    text = format_date(value, "ar")
    assert "–" not in text
    assert "-" not in text
    if value.edtf[:7].count("-") and value.number == 0:
        assert "/" in text


@given(partial_dates)
def test_lead_is_words_without_apostrophe_or_outer_space(value):
    for language in LANGUAGES:
        words = lead(value, language)
        assert words == words.strip()
        assert not words.endswith(("’", "'"))
