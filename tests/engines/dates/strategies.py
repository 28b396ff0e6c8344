"""Values of every precision, for the laws."""

from datetime import date

from hypothesis import strategies as st

from tansiq.engines.dates import PartialDate, Precision, Qualifier

years = st.integers(1000, 9999)
months = st.tuples(years, st.integers(1, 12))
# Near in time as well as far apart, so that runs share their month or year often enough.
days = st.one_of(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.dates(date(2017, 11, 1), date(2018, 2, 28)))
near_months = st.one_of(months, st.tuples(st.integers(2017, 2018), st.integers(1, 12)))
thirds = st.sampled_from([Precision.EARLY, Precision.MID, Precision.LATE])


def ordered(ends):
    return st.tuples(ends, ends).map(sorted)


units = st.one_of(days.map(PartialDate.on), months.map(lambda month: PartialDate.month(*month)), years.map(PartialDate.year))
certain = st.one_of(
    units,
    ordered(days).map(lambda ends: PartialDate.between(*ends)),
    ordered(near_months).map(lambda ends: PartialDate.months(*ends)),
    ordered(years).map(lambda ends: PartialDate.years(*ends)),
    st.builds(PartialDate.quarter, years, st.integers(1, 4)),
    st.builds(PartialDate.half, years, st.integers(1, 2)),
    st.builds(PartialDate.season, st.integers(1000, 9998), st.integers(1, 4)),
    st.builds(PartialDate.third, thirds, years, st.one_of(st.none(), st.integers(1, 12))),
    units.map(PartialDate.until),
    units.map(PartialDate.since),
)
partial_dates = st.builds(PartialDate.qualified, certain, st.one_of(st.just(Qualifier.CERTAIN), st.sampled_from(list(Qualifier))))
