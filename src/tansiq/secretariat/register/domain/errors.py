"""Errors of the register.

Refused (record)
    AlreadyMember      the organization sits in the group, or is about to
    RequestOpen        a request of the organization is not decided yet
    NotEveryCoChair    a co-chair of the day of circulation has not agreed
    NotACoChair        the organization was no co-chair on the day of circulation
    NotForThisActor    the actor speaks for another organization, or for none
    EffectTooEarly     a seat would begin before the decision that gives it
    NoSeat             the organization holds no seat that allows this on that day
    NoOffice           the seat does not hold that office on that day
    NoContact          the contact does not hold on that day
    NotAnotherThing    a thing would be related to itself
    NothingChanged     a change or correction would say what the record says already
    OutlivesSeat       an office or contact would hold on a day on which its seat is not held, or not a member's
    SeatChanged        a step cannot be taken back: the record says something else of the seat that it gave since
"""

from tansiq.secretariat.record.domain.errors import Refused


class AlreadyMember(Refused):
    """The organization sits in the group, or is about to."""


class RequestOpen(Refused):
    """A request of the organization to join the group is not decided yet."""


class NotEveryCoChair(Refused):
    """A co-chair of the day of circulation has not agreed."""


class NotACoChair(Refused):
    """The organization was no co-chair of the group on the day of circulation."""


class NotForThisActor(Refused):
    """The actor speaks for another organization, or for none."""


class EffectTooEarly(Refused):
    """A seat would begin before the decision that gives it."""


class NoSeat(Refused):
    """The organization holds no seat that allows this on that day."""


class NoOffice(Refused):
    """The seat does not hold that office on that day."""


class NoContact(Refused):
    """The contact does not hold on that day."""


class NotAnotherThing(Refused):
    """A thing would be related to itself."""


class NothingChanged(Refused):
    """A change or correction would say what the record says already."""


class OutlivesSeat(Refused):
    """An office or contact would hold on a day on which its seat is not held, or not a member's."""


class SeatChanged(Refused):
    """The record says something else since of the seat that a step gave."""
