"""Periods with names of their own, and what qualifies a date."""

import pytest

from tansiq.engines.dates.errors import UnreadableDate
from tansiq.engines.dates.named import qualifier_around, read_named, without
from tansiq.engines.dates.scan import tokens
from tansiq.engines.dates.value import Qualifier


@pytest.mark.parametrize(("text", "edtf"), [
    ("second quarter of the year 2017", None), ("second quarter 2017", "2017-34"), ("Q3 of 2017", "2017-35"), ("2017, H2", "2017-41"),
    ("final quarter of 2017", "2017-36"), ("2nd half of 2017", "2017-41"), ("autumn of 2017", "2017-23"), ("winter 2017–2018", "2017-24"),
    ("early in 2018", "early 2018"), ("mid-September 2018", "mid 2018-09"), ("close of 2018", "late 2018"),
])
def test_read_named_gives_the_period(text, edtf):
    if edtf is None:
        with pytest.raises(UnreadableDate, match="a quarter or half stands with its number and one year"):
            read_named(tokens(text), text)
    else:
        assert read_named(tokens(text), text).edtf == edtf


@pytest.mark.parametrize("text", ["26 September 2017", "2018-2019", "2017"])
def test_read_named_other_dates_have_no_name(text):
    assert read_named(tokens(text), text) is None


@pytest.mark.parametrize(("text", "qualifier", "rest"), [
    ("about 2017", Qualifier.APPROXIMATE, "2017"),
    ("on or about 26 May 2017", Qualifier.APPROXIMATE, "26 may 2017"),
    ("in about 2017", Qualifier.APPROXIMATE, "2017"),
    ("2017?", Qualifier.UNCERTAIN, "2017"),
    ("2017 (approximate and uncertain)", Qualifier.BOTH, "2017"),
    ("2017 (probably)", Qualifier.CERTAIN, "2017 ( probably )"),
    ("2017", Qualifier.CERTAIN, "2017"),
])
def test_qualifier_around_is_taken_off(text, qualifier, rest):
    found, left = qualifier_around(tokens(text))
    assert (found, " ".join(token.text for token in left)) == (qualifier, rest)


def test_without_takes_leading_words_only():
    assert [token.text for token in without(frozenset({"the", "of"}), tokens("of the end of 2017"))] == ["end", "of", "2017"]
