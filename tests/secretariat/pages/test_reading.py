"""Days as people write them, in the three languages of the pages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.dates import LANGUAGES, PartialDate, UnreadableDate, format_date, parse
from tansiq.secretariat.pages.reading import read_date, read_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 November 2017", date(2017, 11, 15)),
        ("2017-11-15", date(2017, 11, 15)),
        ("November 2017", date(2017, 11, 30)),
        ("26-27 September 2017", date(2017, 9, 27)),
        ("2017", date(2017, 12, 31)),
        ("15 novembre 2017", date(2017, 11, 15)),
        ("1er décembre 2017", date(2017, 12, 1)),
        ("le 15 NOVEMBRE 2017", date(2017, 11, 15)),
        ("août 2017", date(2017, 8, 31)),
        ("15 تشرين الثاني/نوفمبر 2017", date(2017, 11, 15)),
        ("15 تشرين الثاني 2017", date(2017, 11, 15)),
        ("نوفمبر 2017", date(2017, 11, 30)),
        ("١٥ كانون الأول ٢٠١٧", date(2017, 12, 15)),
    ],
)
def test_read_day_reads_what_people_write(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text", ["", "yesterday", "31 February 2018", "03/04/2017", "since 2013", "before 2017", "2017-11-15/..", "x" * 5000]
)
def test_read_day_refuses_what_is_not_one_day_or_period_with_an_end(text):
    with pytest.raises(UnreadableDate):
        read_day(text)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(LANGUAGES))
def test_read_day_reads_every_day_the_pages_print(day, language):
    assert read_day(format_date(PartialDate.on(day), language)) == day
    assert read_day(format_date(PartialDate.on(day), language).replace("\u00a0", " ")) == day


SHAPES = (
    "4 October 2017", "1 October 2017", "26-27 September 2017", "26-29 September 2017", "2 October - 3 November 2017", "September 2017",
    "September-October 2017", "September-November 2017", "2013", "2015-2016", "2013-2016", "first half of 2017", "second half of 2017",
    "first quarter of 2018", "second quarter of 2018", "third quarter of 2018", "last quarter of 2018", "spring 2017", "summer 2017",
    "autumn 2017", "early 2018", "mid-2017", "late 2016", "early September 2017", "mid-August 2017", "late April 2017", "before 2015",
    "before the end of 2016", "before September 2017", "by 4 May 2017", "since 2015", "since 4 May 2016", "since April 2016",
    "about 2014", "2014?", "2014%",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", SHAPES)
def test_read_date_reads_every_shape_that_the_pages_print(text, language):
    value = parse(text)
    assert read_date(format_date(value, language).replace("\u00a0", " ")) == value


@given(st.text(max_size=40))
def test_read_day_of_any_text_is_a_day_or_refused(text):
    try:
        found = read_day(text)
    except UnreadableDate:
        return
    assert isinstance(found, date)
