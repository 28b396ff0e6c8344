"""One side of a date."""

from datetime import date

import pytest

from tansiq.engines.dates.errors import ImpossibleDate, UnreadableDate
from tansiq.engines.dates.pieces import Piece, read_piece, whole
from tansiq.engines.dates.scan import tokens
from tansiq.engines.dates.value import PartialDate


@pytest.mark.parametrize(("text", "piece"), [
    ("26", Piece(day=26)),
    ("26 September", Piece(26, 9)),
    ("September 26", Piece(26, 9)),
    ("27, 2017", Piece(27, None, 2017)),
    ("Tuesday the 26th of September 2017", Piece(26, 9, 2017, 1)),
    ("2017-09", Piece(None, 9, 2017)),
    ("15/11/2017", Piece(15, 11, 2017)),
    ("11/15/2017", Piece(15, 11, 2017)),
])
def test_read_piece_takes_any_usual_order(text, piece):
    assert read_piece(tokens(text), text) == piece


@pytest.mark.parametrize("text", ["2017 26", "September 2017 26", "26 2017 September", "26 26", "Tue Wed 26", "the", "2017-09 26"])
def test_read_piece_in_no_usual_order_is_refused(text):
    with pytest.raises(UnreadableDate):
        read_piece(tokens(text), text)


def test_completed_from_takes_what_is_missing():
    assert Piece(day=26).completed_from(Piece(27, 9, 2017)) == Piece(26, 9, 2017)
    assert Piece(month=9).completed_from(Piece(None, 10, 2017)) == Piece(None, 9, 2017)
    assert Piece(26, 9, 2016).completed_from(Piece(27, 10, 2017)) == Piece(26, 9, 2016)


def test_completed_from_gives_a_year_no_month():
    assert Piece(year=2016).completed_from(Piece(None, 9, 2017)) == Piece(year=2016)


def test_whole_is_as_precise_as_what_is_said():
    assert whole(Piece(26, 9, 2017, 1), "") == PartialDate.on(date(2017, 9, 26))
    assert whole(Piece(None, 9, 2017), "") == PartialDate.month(2017, 9)
    assert whole(Piece(year=2017), "") == PartialDate.year(2017)


def test_whole_a_day_that_is_not_is_impossible():
    with pytest.raises(ImpossibleDate):
        whole(Piece(31, 9, 2017), "")
