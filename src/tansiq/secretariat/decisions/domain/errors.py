"""Errors of decisions; all are errors of the record.

Refused (record)
    NoLongerOpen      the decision was taken, or dropped: it cannot be asked in other words
    SilenceNotOver    a decision by silence is taken before the day of silence is over
Unusable (record)
    NothingAsked      a decision in words without words, or news without whom to inform
    NoDayOfSilence    silence is the rule, and no day is set until which it is waited for
"""

from tansiq.secretariat.record.domain.errors import Refused, Unusable


class NoLongerOpen(Refused):
    """The decision was taken, or dropped: it cannot be asked in other words."""


class SilenceNotOver(Refused):
    """A decision by silence is taken before the day of silence is over."""


class NothingAsked(Unusable):
    """A decision in words without words, or news without whom to inform."""


class NoDayOfSilence(Unusable):
    """Silence is the rule, and no day is set until which it is waited for."""
