"""Errors of publications; all are errors of the record.

Refused (record)
    NoLongerAhead    the edition is out or cancelled: nothing new can be expected of it
    NumberTaken      another edition of the series has that number
    NotAtThatStep    an input is said to be presented before the step it is bound for
"""

from tansiq.secretariat.record.domain.errors import Refused


class NoLongerAhead(Refused):
    """The edition is out or cancelled: nothing new can be expected of it."""


class NumberTaken(Refused):
    """Another edition of the series has that number."""


class NotAtThatStep(Refused):
    """An input is said to be presented before the step it is bound for."""
