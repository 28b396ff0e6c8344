"""Shapes, and what a wording must have for each."""

from hypothesis import given

from tansiq.engines.dates import PartialDate, Precision, parse_edtf
from tansiq.engines.dates.wording import Shape, ends, named_edge, shape_of
from tests.engines.dates.case_files import cases
from tests.engines.dates.strategies import partial_dates


def test_shape_of_two_are_two_that_follow_each_other():
    shapes = {
        "2017-12-31/2018-01-01": Shape.TWO_DAYS, "2017-12-30/2018-01-01": Shape.DAYS, "2017-12/2018-01": Shape.TWO_MONTHS,
        "2017-11/2018-01": Shape.MONTHS, "2017/2018": Shape.TWO_YEARS, "2017/2019": Shape.YEARS, "2017-24": Shape.WINTER,
    }
    assert {edtf: shape_of(parse_edtf(edtf)) for edtf in shapes} == shapes


def test_the_table_of_cases_has_every_shape():
    assert {shape_of(parse_edtf(case["edtf"])) for case in cases("printed.csv")} == set(Shape)


def test_named_edge_is_the_day_month_or_year_a_period_is_named_after():
    assert named_edge(PartialDate.until(PartialDate.month(2017, 9))) == PartialDate.month(2017, 9)
    assert named_edge(PartialDate.third(Precision.LATE, 2017)) == PartialDate.year(2017)


@given(partial_dates)
def test_ends_of_a_run_span_it_again(value):
    if shape_of(value) in (Shape.DAYS, Shape.TWO_DAYS, Shape.MONTHS, Shape.TWO_MONTHS, Shape.YEARS, Shape.TWO_YEARS):
        assert PartialDate.spanning(*ends(value)).qualified(value.qualifier) == value
