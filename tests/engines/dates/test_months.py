"""The names of months."""

from tansiq.engines.dates import months
from tests.engines.dates.acceptance import terms


def test_arabic_months_are_those_of_the_acceptance_data():
    assert dict(enumerate(months.ARABIC, start=1)) == terms()["dates"]["months_ar"]


def test_arabic_months_are_two_names_and_the_short_one_the_levantine():
    assert [name.count("/") for name in months.ARABIC] == [1] * 12
    assert months.ARABIC_SHORT[8] == "أيلول"
    assert len(set(months.ARABIC_SHORT)) == len({name.partition("/")[2] for name in months.ARABIC}) == 12


def test_latin_months_begin_with_january_and_french_are_small():
    assert (months.ENGLISH[0], months.ENGLISH[11], months.ENGLISH_SHORT[8]) == ("January", "December", "Sep")
    assert (months.FRENCH[0], months.FRENCH[7], months.FRENCH_SHORT[1]) == ("janvier", "août", "févr.")
    assert months.WEEKDAYS_ENGLISH[0] == "Monday"
