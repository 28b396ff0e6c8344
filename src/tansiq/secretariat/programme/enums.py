"""The closed lists of the programme: kinds of steps, outputs, points and findings, the roles of parties, the states."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StepKind(TextChoices):
    """What a step of a process is."""

    MEETING = "meeting", _("meeting")
    NEGOTIATIONS = "negotiations", _("negotiations")
    CONFERENCE = "conference", _("conference")
    OTHER = "other", _("other step")


class StepState(TextChoices):
    """Where a step of a process stands."""

    EXPECTED = "expected", _("expected")
    CONFIRMED = "confirmed", _("confirmed")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


class ProgrammeState(TextChoices):
    """Where a work programme stands."""

    PROPOSED = "proposed", _("proposed")
    AGREED = "agreed", _("agreed")


class OutputKind(TextChoices):
    """What an output is."""

    STOCKTAKING = "stocktaking", _("taking stock")
    LAUNCH = "launch", _("launch")
    MEETING = "meeting", _("meeting")
    PREPARATION = "preparation", _("preparation of an edition")
    FOLLOW_UP = "follow_up", _("following a process")
    ACTIVITY = "activity", _("activity")


class OutputState(TextChoices):
    """Where an output stands. That it is late is computed, never a state."""

    PROPOSED = "proposed", _("proposed")
    AGREED = "agreed", _("agreed")
    NOT_STARTED = "not_started", _("not started")
    ONGOING = "ongoing", _("ongoing")
    COMPLETED = "completed", _("completed")
    CANCELLED = "cancelled", _("cancelled")


class PointKind(TextChoices):
    """What a point of an output is: something to discuss, or something to agree on."""

    TOPIC = "topic", _("topic")
    AGREE = "agree", _("to agree on")


class PartyRole(TextChoices):
    """What an organization does for an output."""

    LEAD = "lead", _("lead")
    CONVENER = "convener", _("convener")
    PARTNER = "partner", _("partner")


class FindingKind(TextChoices):
    """What a finding is."""

    CHALLENGE = "challenge", _("challenge")
    LESSON = "lesson", _("lesson learned")
