"""Tokens."""

import pytest

from tansiq.engines.dates.errors import UnreadableDate
from tansiq.engines.dates.scan import Kind, plain, tokens


def kinds(text):
    return [token.kind for token in tokens(text)]


@pytest.mark.parametrize(("text", "found"), [
    ("26-27 September 2017", [Kind.NUMBER, Kind.DASH, Kind.NUMBER, Kind.MONTH, Kind.YEAR]),
    ("2017-09-26", [Kind.ISO]),
    ("2018-2019", [Kind.YEAR, Kind.DASH, Kind.YEAR]),
    ("2018/2019", [Kind.YEAR, Kind.DASH, Kind.YEAR]),
    ("2018/19", [Kind.SPLIT]),
    ("2018–12", [Kind.YEAR, Kind.DASH, Kind.NUMBER]),
    ("15.11.2017", [Kind.NUMERIC]),
    ("15/11/2017-17/11/2017", [Kind.NUMERIC, Kind.DASH, Kind.NUMERIC]),
    ("Q2 2021", [Kind.PART, Kind.YEAR]),
    ("Tue. 26 Sept., 2017~", [Kind.WEEKDAY, Kind.NUMBER, Kind.MONTH, Kind.COMMA, Kind.YEAR, Kind.MARK]),
])
def test_tokens_kinds_in_order(text, found):
    assert kinds(text) == found


def test_tokens_numbers_of_months_weekdays_and_ordinals():
    assert [token.number for token in tokens("Wed 21st june 2017")] == [2, 21, 6, 2017]


@pytest.mark.parametrize(("text", "why"), [
    ("26 September 2017!", '"!" is not part of a date'),
    ("20170926", '"20170926" is not part of a date'),
    ("26th2017", '"26th2017" is not part of a date'),
    ("q10 2017", '"q10" is not part of a date'),
    ("Sept.. 2017", '"." is not part of a date'),
    ("21th", '"21th" is not an ordinal; write 21 alone'),
    ("\u200b", "there is nothing in it"),
])
def test_tokens_what_no_date_holds_is_refused(text, why):
    with pytest.raises(UnreadableDate) as refusal:
        tokens(text)
    assert why in str(refusal.value)


def test_plain_folds_spaces_case_marks_and_dashes():
    assert plain("\u200f 26\u201127\u00a0\u202fSEPTEMBER —\t2017\u00ad") == "26-27 september – 2017"
