"""Errors of reporting.

Refused (of the record)
    FreezeRefused       the report cannot be frozen so
        ReasonMissing   one was frozen of the same before; say why another is needed
        ChangedMeanwhile  the record moved while the report was made
Unusable (of the record)
    NotComposable       the record lacks what the report needs
    UnknownMessage      a message or argument is missing from the texts of a language
    FileLost            the bytes of a frozen report are gone or were changed
"""

from tansiq.secretariat.record.domain.errors import Refused, Unusable


class NotComposable(Unusable):
    """The record lacks what the report needs; the message says what to record, and where."""


class UnknownMessage(Unusable):
    """A message or argument is missing from the texts of a language: a fault of the texts, found by their tests."""


class FreezeRefused(Refused):
    """The report cannot be frozen so; the message says what stands against it."""


class ReasonMissing(FreezeRefused):
    """A report of the same group, session, day and language was frozen before, and nobody said why another is needed."""


class ChangedMeanwhile(FreezeRefused):
    """Something was recorded while the report was made, which it may or may not have seen; freeze it again."""


class FileLost(Unusable):
    """The bytes of a frozen report are not in the data folder, or not the ones that were frozen."""
