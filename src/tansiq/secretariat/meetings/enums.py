"""The closed lists of meetings: kinds, modes, roles of organizers, kinds of points, states."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingKind(TextChoices):
    """What a meeting is."""

    MEETING = "meeting", _("meeting")
    CONSULTATION = "consultation", _("consultation")
    WORKSHOP = "workshop", _("workshop")
    LAUNCH = "launch", _("launch")


class Mode(TextChoices):
    """How people meet; empty where it was not said."""

    IN_PERSON = "in_person", _("in person")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("in person and online")


class OrganizerRole(TextChoices):
    """What a group or an organization does for a meeting."""

    HOST = "host", _("host")
    CO_ORGANIZER = "co_organizer", _("co-organizer")
    CONTRIBUTOR = "contributor", _("contributor")


class MeetingPointKind(TextChoices):
    """What a point of a meeting is."""

    OBJECTIVE = "objective", _("objective")
    OUTCOME = "outcome", _("agreed outcome")
    KEY_MESSAGE = "key_message", _("key message")


class MeetingState(TextChoices):
    """Where a meeting stands."""

    PLANNED = "planned", _("planned")
    CALLED = "called", _("called")
    HELD = "held", _("held")
    MINUTES_OUT = "minutes_out", _("minutes out for comment")
    ADOPTED = "adopted", _("minutes adopted")
    POSTPONED = "postponed", _("postponed")
    CANCELLED = "cancelled", _("cancelled")


PAST = (MeetingState.HELD, MeetingState.MINUTES_OUT, MeetingState.ADOPTED)
"""The states of a meeting that took place."""

AHEAD = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.POSTPONED)
"""The states of a meeting still to come."""
