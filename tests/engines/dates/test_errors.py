"""The tree of errors and their one-line messages."""

import pytest

from tansiq.engines.dates.errors import SHOWN, DateError, ImpossibleDate, UnknownLanguage, UnreadableDate, shown


@pytest.mark.parametrize("error", [ImpossibleDate, UnknownLanguage, UnreadableDate])
def test_every_error_is_a_date_error_and_a_value_error(error):
    assert issubclass(error, DateError)
    assert issubclass(error, ValueError)


def test_unreadable_date_says_what_was_found_why_and_how_to_write_it():
    error = UnreadableDate("soon", "it is no date", '"early 2018"')
    assert str(error) == '"soon" cannot be read as a date: it is no date; write "early 2018".'
    assert (error.text, error.why, error.write) == ("soon", "it is no date", '"early 2018"')


def test_shown_keeps_one_printable_line_of_limited_length():
    assert shown("a\nb\tc\ud800\u202e") == "a b c  "
    assert shown("x" * SHOWN) == "x" * SHOWN
    assert shown("x" * (SHOWN + 1)) == "x" * (SHOWN - 1) + "…"
    assert shown("أيلول") == "أيلول"
