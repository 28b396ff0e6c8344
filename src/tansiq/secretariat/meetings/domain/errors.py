"""Errors of meetings; all are errors of the record.

Refused (record)
    NotHeldYet        the meeting was not held on that day: nothing can be agreed or counted
    NotOnItsDates     a meeting is said to have been held outside its dates
    NobodyOrganizes   a meeting is planned without a group that organizes it or contributes to it
    NoLongerAhead     the meeting is over or cancelled: nothing new can be planned of it
Unusable (record)
    NothingSaid       a text is empty in every language
"""

from tansiq.secretariat.record.domain.errors import Refused, Unusable


class NotHeldYet(Refused):
    """The meeting was not held on that day: nothing can be agreed or counted."""


class NotOnItsDates(Refused):
    """The meeting is said to have been held outside its dates."""


class NobodyOrganizes(Refused):
    """A meeting is planned without a group that organizes it or contributes to it."""


class NoLongerAhead(Refused):
    """The meeting is over or cancelled: nothing new can be planned of it."""


class NothingSaid(Unusable):
    """A text is empty in every language."""
