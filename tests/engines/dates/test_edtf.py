"""EDTF in and out."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tansiq.engines.dates import PartialDate, Precision, UnreadableDate, parse_edtf
from tansiq.engines.dates.edtf import has_edtf_shape
from tests.engines.dates.case_files import cases
from tests.engines.dates.strategies import partial_dates

FORMS = sorted({case["edtf"] for name in ("printed.csv", "read.csv") for case in cases(name)})


@pytest.mark.parametrize("text", FORMS)
def test_parse_edtf_each_form_comes_back(text):
    assert parse_edtf(text).edtf == text


@given(partial_dates)
def test_parse_edtf_reads_back_the_text_form(value):
    assert parse_edtf(value.edtf) == value


@pytest.mark.parametrize(("text", "first", "last", "precision"), [
    ("2017-21", "2017-03-01", "2017-05-31", Precision.SEASON),
    ("2017-22", "2017-06-01", "2017-08-31", Precision.SEASON),
    ("2017-23", "2017-09-01", "2017-11-30", Precision.SEASON),
    ("2017-24", "2017-12-01", "2018-02-28", Precision.SEASON),
    ("2019-24", "2019-12-01", "2020-02-29", Precision.SEASON),
    ("2017-33", "2017-01-01", "2017-03-31", Precision.QUARTER),
    ("2017-34", "2017-04-01", "2017-06-30", Precision.QUARTER),
    ("2017-35", "2017-07-01", "2017-09-30", Precision.QUARTER),
    ("2017-36", "2017-10-01", "2017-12-31", Precision.QUARTER),
    ("2017-40", "2017-01-01", "2017-06-30", Precision.HALF),
    ("2017-41", "2017-07-01", "2017-12-31", Precision.HALF),
    ("2016-02", "2016-02-01", "2016-02-29", Precision.MONTH),
    ("2018/2019", "2018-01-01", "2019-12-31", Precision.YEARS),
    ("early 2018", "2018-01-01", "2018-04-30", Precision.EARLY),
    ("mid 2018", "2018-05-01", "2018-08-31", Precision.MID),
    ("late 2018", "2018-09-01", "2018-12-31", Precision.LATE),
    ("early 2018-02", "2018-02-01", "2018-02-10", Precision.EARLY),
    ("mid 2018-02", "2018-02-11", "2018-02-20", Precision.MID),
    ("late 2018-02", "2018-02-21", "2018-02-28", Precision.LATE),
])
def test_parse_edtf_days_of_the_period(text, first, last, precision):
    value = parse_edtf(text)
    assert (str(value.first_day), str(value.last_day), value.precision) == (first, last, precision)


def test_parse_edtf_one_day_as_interval_is_the_day():
    assert parse_edtf("2017-09-26/2017-09-26") == parse_edtf("2017-09-26")


@pytest.mark.parametrize(("text", "why"), [
    ("", "it is not one of the forms read here"),
    ("2017-9-26", "it is not one of the forms read here"),
    ("201X", "it is not one of the forms read here"),
    ("2004-06~-11", "it is not one of the forms read here"),
    ("[2017,2018]", "it is not one of the forms read here"),
    ("Y17E7", "it is not one of the forms read here"),
    ("-0044", "it is not one of the forms read here"),
    ("2017-09-26T10:00:00Z", "it is not one of the forms read here"),
    ("2018/", "it is not one of the forms read here"),
    ("2018/2019/2020", "it is not one of the forms read here"),
    ("٢٠١٧", "it is not one of the forms read here"),
    ("2017\n", "it is not one of the forms read here"),
    ("2017-25", "there is no month 25"),
    ("0999", "the year 999 is outside 1000 to 9999"),
    ("9999-24", "the year 10000 is outside 1000 to 9999"),
    ("2017-02-29", "2017-02 has no day 29"),
    ("../..", "both ends are open"),
    ("2018/2017", "2017-12-31 is before 2018-01-01"),
    ("2017-33/2017-34", "2017-33 and 2017-34 are not two days, two months or two years"),
    ("../2017-21", "2017-21 cannot bound a date"),
    ("2018/2019-06", "it begins with a year and ends with a month"),
    ("2018~/2019", "its ends are not marked alike"),
    ("early 2018-09-01", '"early" stands before a month or a year only'),
    ("early 2018-33", '"early" stands before a month or a year only'),
    ("late ../2018", "it is not one of the forms read here"),
    ("2" * 41, "it is longer than 40 characters"),
])
def test_parse_edtf_what_no_value_holds_is_refused(text, why):
    with pytest.raises(UnreadableDate) as refusal:
        parse_edtf(text)
    assert why in str(refusal.value)


@given(st.text("0123456789-/.~?% XTZearlymidt", max_size=45))
@example("\ud800")
def test_parse_edtf_arbitrary_text_raises_nothing_but_unreadable(text):
    try:
        value = parse_edtf(text)
    except UnreadableDate as refusal:
        assert str(refusal).isprintable()
    else:
        assert isinstance(value, PartialDate)


def test_has_edtf_shape_looks_at_figures_only():
    assert [has_edtf_shape(text) for text in ("2017-99", "../2017", "2017?/2018?", "early 2018", "2018-2019", "15/11/2017")] == [
        True, True, True, False, False, False,
    ]
