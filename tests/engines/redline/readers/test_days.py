"""Days as reviewers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.readers.days import first_moment


@pytest.mark.parametrize("written", [
    "2018-03-12", "2018-03-12T09:30:00", "12 March 2018", "March 12, 2018", "Monday, March 12, 2018 11:00 PM", "Mon 12 March 2018",
    "lundi 12 mars 2018 11:00", "lundi 12 mars 2018 à 11h30", "12 مارس 2018", "١٢ آذار/مارس ٢٠١٨", "12 آذار 2018",
    "الاثنين، 12 مارس 2018 11:00",
])
def test_first_moment_of_one_day(written):
    assert first_moment(written) == "2018-03-12T00:00:00Z"


def test_first_moment_of_other_months():
    assert first_moment("1er août 2017") == "2017-08-01T00:00:00Z"
    assert first_moment("3 يوليه 2017") == "2017-07-03T00:00:00Z"
    assert first_moment("3 تشرين الثاني 2017") == "2017-11-03T00:00:00Z"


@pytest.mark.parametrize("written", ["", "soon", "March 2018", "5/3/2018", "2018", "12-13 March 2018", "31 February 2018", "x" * 10_000])
def test_first_moment_of_anything_else_is_none(written):
    assert first_moment(written) == ""


@given(st.text(max_size=100))
def test_first_moment_never_breaks(written):
    moment = first_moment(written)
    assert moment == "" or moment.endswith("T00:00:00Z")
