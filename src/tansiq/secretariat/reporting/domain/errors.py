"""Errors of reporting: a report that cannot be composed because what it needs is not in the record."""

from tansiq.secretariat.record.domain.errors import Unusable


class NotComposable(Unusable):
    """The record lacks what the report needs; the message says what to record, and where."""


class UnknownMessage(Unusable):
    """A message or argument is missing from the texts of a language: a fault of the texts, found by their tests."""
