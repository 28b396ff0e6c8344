"""Where bars and marks stand on an axis of years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.pages.timeline import Axis, Bar, Mark, bars_since, boxes, dots

DAY = date(2017, 11, 15)
AXIS = Axis.around(DAY)


def test_axis_shows_four_whole_years_around_the_day():
    assert (AXIS.first, AXIS.end) == (date(2015, 1, 1), date(2019, 1, 1))
    assert [year for _x, year in AXIS.ticks] == [2015, 2016, 2017, 2018]
    assert list(AXIS.ticks)[0] == ("0%", 2015)
    assert AXIS.now == "71.8%"


def test_axis_mirrored_runs_from_the_right():
    mirrored = Axis.around(DAY, mirrored=True)
    assert mirrored.now == "28.2%"
    assert list(mirrored.ticks)[0] == ("100%", 2015)
    assert list(boxes(mirrored, (Bar(date(2015, 1, 1), date(2016, 1, 1)),))) == [("75.02%", "24.98%", "")]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_axis_around_the_ends_of_the_calendar_stands(day):
    axis = Axis.around(day)
    assert axis.first <= axis.end
    assert 0 <= axis.share(day) <= 100


def test_boxes_leave_out_what_is_off_the_axis_and_cut_what_reaches_over():
    bars = (Bar(date(2010, 1, 1), date(2012, 1, 1)), Bar(None, date(2016, 1, 1), "key"), Bar(date(2018, 1, 1), None, "ask"))
    assert list(boxes(AXIS, bars)) == [("0%", "24.98%", "key"), ("75.02%", "24.98%", "ask")]


def test_dots_leave_out_days_off_the_axis():
    marks = (Mark(date(2014, 12, 31), True), Mark(date(2015, 1, 1), True), Mark(date(2019, 1, 1), False))
    assert list(dots(AXIS, marks)) == [("0%", True)]


def test_bars_since_a_day_or_month_begin_on_its_first_day():
    assert bars_since(PartialDate.month(2016, 2), DAY, "key") == (Bar(date(2016, 2, 1), DAY, "key"),)


def test_bars_since_an_open_beginning_are_thin_until_it_is_certain():
    by_end_of_2016 = PartialDate.until(PartialDate.year(2016))
    assert bars_since(by_end_of_2016, DAY) == (Bar(None, date(2016, 12, 31), "before"), Bar(date(2016, 12, 31), DAY, ""))
    assert bars_since(None, DAY) == (Bar(None, DAY, "before"),)


DAYS = st.dates(date(1980, 1, 1), date(2060, 1, 1))


@given(DAYS, DAYS, DAYS)
def test_boxes_never_leave_the_picture_and_mirror_exactly(day, start, end):
    for mirrored in (False, True):
        for x, width, _kind in boxes(Axis.around(day, mirrored=mirrored), (Bar(start, end),)):
            assert 0 <= float(x[:-1]) <= 100
            assert float(x[:-1]) + float(width[:-1]) <= 100.01
