"""The value: what it admits, how it compares, what it counts from."""

import pickle
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.dates import ImpossibleDate, PartialDate, Precision, Qualifier
from tests.engines.dates.strategies import partial_dates

BOUNDS = st.one_of(st.none(), st.dates(date(2017, 10, 25), date(2018, 3, 7)))
near = st.dates(date(2017, 11, 1), date(2018, 2, 28))
near_dates = st.one_of(
    st.tuples(near, near).map(sorted).map(lambda ends: PartialDate.between(*ends)),
    near.map(PartialDate.on).map(PartialDate.until),
    near.map(PartialDate.on).map(PartialDate.since),
    st.sampled_from([(2017, 11), (2017, 12), (2018, 1), (2018, 2)]).map(lambda month: PartialDate.month(*month)),
)
EVERY_DAY = [date(2017, 10, 1) + timedelta(days=count) for count in range(200)]


def days_of(value):
    return {day for day in EVERY_DAY if (value.start is None or value.start <= day) and (value.end is None or day <= value.end)}


def test_constructors_give_first_and_last_day():
    month = PartialDate.month(2017, 9)
    assert (month.first_day, month.last_day, month.precision) == (date(2017, 9, 1), date(2017, 9, 30), Precision.MONTH)
    year = PartialDate.year(2017)
    assert (year.first_day, year.last_day) == (date(2017, 1, 1), date(2017, 12, 31))
    two_days = PartialDate.between(date(2017, 9, 26), date(2017, 9, 27))
    assert (two_days.first_day, two_days.last_day, two_days.precision) == (date(2017, 9, 26), date(2017, 9, 27), Precision.DAYS)


def test_constructors_same_ends_give_one_day_month_or_year():
    assert PartialDate.between(date(2017, 9, 26), date(2017, 9, 26)) == PartialDate.on(date(2017, 9, 26))
    assert PartialDate.months((2017, 9), (2017, 9)) == PartialDate.month(2017, 9)
    assert PartialDate.years(2017, 2017) == PartialDate.year(2017)


def test_on_a_datetime_keeps_its_calendar_day():
    value = PartialDate.on(datetime(2017, 9, 26, 23, 59, tzinfo=UTC))
    assert type(value.start) is date
    assert value == PartialDate.on(date(2017, 9, 26))
    assert value.contains(datetime(2017, 9, 26, 1, tzinfo=UTC))


def test_precision_survives_equal_days():
    assert PartialDate.quarter(2017, 1) != PartialDate.months((2017, 1), (2017, 3))
    assert PartialDate.month(2017, 9) != PartialDate.between(date(2017, 9, 1), date(2017, 9, 30))
    assert PartialDate.since(PartialDate.year(2013)) != PartialDate.since(PartialDate.on(date(2013, 1, 1)))
    assert PartialDate.until(PartialDate.year(2017)) != PartialDate.until(PartialDate.month(2017, 12))


@pytest.mark.parametrize(("build", "why"), [
    (lambda: PartialDate.between(date(2017, 9, 27), date(2017, 9, 26)), "2017-09-26 is before 2017-09-27"),
    (lambda: PartialDate.months((2017, 12), (2017, 2)), "2017-02-28 is before 2017-12-01"),
    (lambda: PartialDate.month(2017, 13), "there is no month 13"),
    (lambda: PartialDate.year(999), "the year 999 is outside 1000 to 9999"),
    (lambda: PartialDate.on(date(999, 12, 31)), "the year 999 is outside 1000 to 9999"),
    (lambda: PartialDate.year(10000), "the year 10000 is outside 1000 to 9999"),
    (lambda: PartialDate.quarter(2017, 5), "there is no quarter 5: there are 4 in a year"),
    (lambda: PartialDate.half(2017, 0), "there is no half 0: there are 2 in a year"),
    (lambda: PartialDate.season(9999, 4), "the year 10000 is outside 1000 to 9999"),
    (lambda: PartialDate.third(Precision.YEAR, 2017), "year is not a part of a year or month: use early, mid or late"),
    (lambda: PartialDate.until(PartialDate.season(2017, 1)), "2017-21 cannot bound a date"),
    (lambda: PartialDate.since(PartialDate.years(2017, 2018)), "2017/2018 cannot bound a date"),
    (lambda: PartialDate.spanning(PartialDate.year(2017), PartialDate.month(2018, 1)), "2017 and 2018-01 are not two days"),
    (lambda: PartialDate(None, None, Precision.BEFORE), "a date of precision before is open on the other side"),
    (lambda: PartialDate(date(2017, 1, 1), date(2017, 1, 2), Precision.SINCE), "a date of precision since is open on the other side"),
    (lambda: PartialDate(None, date(2017, 1, 1), Precision.DAY), "a date of precision day has both a first and a last day"),
    (lambda: PartialDate(date(2017, 2, 1), date(2017, 4, 30), Precision.QUARTER, edge=Precision.QUARTER), "is not of precision quarter"),
    (lambda: PartialDate(date(2017, 1, 1), date(2017, 1, 30), Precision.MONTH, edge=Precision.MONTH), "is not of precision month"),
    (lambda: PartialDate(date(2017, 1, 1), date(2017, 1, 1), Precision.DAYS), "is not of precision days"),
    (lambda: PartialDate(date(2017, 1, 1), date(2018, 11, 30), Precision.YEARS, edge=Precision.YEAR), "is not of precision years"),
    (lambda: PartialDate(date(2017, 1, 1), date(2017, 12, 31), Precision.YEARS, edge=Precision.YEAR), "is not of precision years"),
    (lambda: PartialDate(date(2017, 1, 1), date(2017, 1, 31), Precision.MONTHS, edge=Precision.MONTH), "is not of precision months"),
    (lambda: PartialDate(date(2017, 1, 1), date(2017, 1, 11), Precision.EARLY, edge=Precision.MONTH), "is not of precision early"),
    (lambda: PartialDate(None, date(2017, 11, 30), Precision.BEFORE, edge=Precision.YEAR), "2017-11-30 is not the edge of a year"),
    (lambda: PartialDate(date(2017, 1, 1), None, Precision.SINCE, edge=Precision.QUARTER), "2017-01-01 is not the edge of a quarter"),
])
def test_a_value_whose_days_do_not_fit_is_refused(build, why):
    with pytest.raises(ImpossibleDate) as refusal:
        build()
    assert why in str(refusal.value)


def test_counting_month_start_end_and_move():
    september = PartialDate.month(2017, 9)
    assert september.counts_from() == date(2017, 9, 1)
    assert september.ends_after() == date(2017, 10, 1)
    assert september.happened_by() == date(2017, 9, 30)
    assert [september.certain_on(date(2017, 9, day)) for day in (1, 29, 30)] == [False, False, True]


def test_counting_open_start_is_certain_on_its_last_day():
    value = PartialDate.until(PartialDate.year(2017))
    assert (value.counts_from(), value.ends_after(), value.happened_by()) == (date(2017, 12, 31), date(2018, 1, 1), date(2017, 12, 31))
    assert value.certain_on(date(2017, 12, 31))


def test_counting_open_end_is_never_certain():
    value = PartialDate.since(PartialDate.month(2018, 2))
    assert (value.counts_from(), value.ends_after(), value.happened_by()) == (date(2018, 2, 1), None, None)
    assert not value.certain_on(date.max)


def test_ends_after_on_the_last_day_of_the_calendar_is_open():
    assert PartialDate.year(9999).ends_after() is None


def test_quarter_as_bound_becomes_its_month():
    assert PartialDate.until(PartialDate.quarter(2018, 2)).edtf == "../2018-06"
    assert PartialDate.since(PartialDate.half(2018, 2)).edtf == "2018-07/.."


def test_qualified_keeps_the_days_and_shows_in_the_text_form():
    value = PartialDate.between(date(2017, 9, 26), date(2017, 9, 27)).qualified(Qualifier.APPROXIMATE)
    assert (value.start, value.end, value.edtf) == (date(2017, 9, 26), date(2017, 9, 27), "2017-09-26~/2017-09-27~")
    assert str(value) == value.edtf
    assert PartialDate.until(PartialDate.year(2017).qualified(Qualifier.UNCERTAIN)).edtf == "../2017?"


@pytest.mark.parametrize(("value", "number"), [
    (PartialDate.quarter(2017, 3), 3), (PartialDate.half(2017, 2), 2), (PartialDate.season(2017, 4), 4),
    (PartialDate.third(Precision.LATE, 2017), 3), (PartialDate.month(2017, 9), 0), (PartialDate.until(PartialDate.year(2017)), 0),
])
def test_number_counts_the_parts_of_a_year(value, number):
    assert value.number == number


def test_sorted_by_first_day_then_last_with_open_ends_outside():
    in_order = [
        PartialDate.until(PartialDate.year(2016)),
        PartialDate.on(date(2017, 1, 1)),
        PartialDate.month(2017, 1),
        PartialDate.quarter(2017, 1),
        PartialDate.year(2017),
        PartialDate.since(PartialDate.year(2017)),
        PartialDate.month(2017, 2),
    ]
    backwards = in_order[::-1]
    assert sorted(backwards) == in_order


def test_order_with_something_else_is_a_type_error():
    with pytest.raises(TypeError):
        PartialDate.year(2017) < date(2017, 1, 1)  # noqa: B015 the comparison is what is tested


@given(partial_dates, partial_dates, partial_dates)
def test_order_is_total_transitive_and_follows_the_first_day(one, two, three):
    assert (one < two) + (one == two) + (one > two) == 1
    assert (one <= two) == (not one > two)
    if one <= two <= three:
        assert one <= three
    if (one.first_day or date.min) < (two.first_day or date.min):
        assert one < two
    if one == two:
        assert hash(one) == hash(two)


@given(partial_dates, partial_dates)
def test_precedes_is_order_without_doubt(one, two):
    if one.precedes(two):
        assert one < two
        assert not two.precedes(one)
        assert not two.contains(one.end)


@pytest.mark.parametrize(("start", "end", "expected"), [
    (date(2017, 8, 1), date(2017, 9, 1), False),
    (date(2017, 8, 1), date(2017, 9, 2), True),
    (date(2017, 9, 30), date(2017, 12, 1), True),
    (date(2017, 10, 1), date(2017, 12, 1), False),
    (date(2017, 9, 10), date(2017, 9, 10), False),
    (date(2017, 9, 11), date(2017, 9, 10), False),
    (None, date(2017, 9, 1), False),
    (date(2017, 9, 30), None, True),
    (None, None, True),
])
def test_overlaps_at_the_edges_of_a_month(start, end, expected):
    assert PartialDate.month(2017, 9).overlaps(start, end) is expected


@given(near_dates, BOUNDS, BOUNDS)
def test_overlaps_agrees_with_counting_day_by_day(value, start, end):
    period = {day for day in EVERY_DAY if (start is None or start <= day) and (end is None or day < end)}
    assert value.overlaps(start, end) == bool(days_of(value) & period)


@given(near_dates, st.sampled_from(EVERY_DAY))
def test_contains_and_certain_on_agree_with_counting_day_by_day(value, day):
    assert value.contains(day) == (day in days_of(value)) == value.overlaps(day, day + timedelta(days=1))
    assert value.certain_on(day) == (value.end is not None and not any(later > day for later in days_of(value)))


@given(near_dates, near_dates)
def test_precedes_agrees_with_counting_day_by_day(one, two):
    bounded = one.end is not None and two.start is not None
    assert one.precedes(two) == (bounded and all(day < other for day in days_of(one) for other in days_of(two)))


@given(partial_dates)
def test_a_value_survives_pickling_and_counts_from_one_of_its_days(value):
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 our own bytes
    assert value.contains(value.counts_from())
    after = value.ends_after()
    assert after is None or not value.contains(after)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_contains_any_day_of_the_calendar_may_be_asked(day):
    assert not PartialDate.year(2017).contains(day)
    assert PartialDate.year(2017).certain_on(day) == (day == date.max)
