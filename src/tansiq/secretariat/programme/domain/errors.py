"""Errors of the programme; all are errors of the record.

Refused (record)
    NotFollowed     the group does not follow the process on that day
    NotOnItsDate    a step is said to have been held outside the date expected of it
    NoLongerAhead   something new is expected of a step, or planned for an output, that is over
    GoesInACircle   an output would come after itself
Unusable (record)
    NothingSaid     a text is empty in every language
"""

from tansiq.secretariat.record.domain.errors import Refused, Unusable


class NotFollowed(Refused):
    """The group does not follow the process on that day."""


class NotOnItsDate(Refused):
    """A step is said to have been held outside the date expected of it."""


class NoLongerAhead(Refused):
    """The step or output is over: nothing new can be expected of it."""


class GoesInACircle(Refused):
    """An output would come after itself."""


class NothingSaid(Unusable):
    """A text is empty in every language."""
