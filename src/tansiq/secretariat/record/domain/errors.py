"""Errors of the record.

RecordError
    Refused             the rules say no: the caller asked for something that may not be done (exit 1)
        MoveRefused     a transition from the wrong state, by the wrong actor or out of order
        OverlappingTerms
        AlreadyCorrected
        SlugTaken
    Unusable            what was given cannot be read or found (exit 2)
        UnknownReference
        BrokenChain
"""


class RecordError(Exception):
    """The root. Its text is one line for a person: what, where, what to do."""


class Refused(RecordError):
    """The rules of the record say no."""


class MoveRefused(Refused):
    """A row cannot make this move now, or not by this actor."""


class OverlappingTerms(Refused):
    """Two terms of one identity would hold on the same day."""


class AlreadyCorrected(Refused):
    """The term was superseded before; correct what replaced it."""


class SlugTaken(Refused):
    """Another row of the kind has the slug."""


class Unusable(RecordError):
    """What was given cannot be read or found."""


class UnknownReference(Unusable):
    """A reference to nothing."""


class BrokenChain(Unusable):
    """The log does not hash to what it says; the message names the first broken entry."""
