"""The closed lists of publications: kinds of series, states, stages, roles, forms of input."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SeriesKind(TextChoices):
    """What the editions of a series are."""

    REPORT = "report", _("report")
    BRIEF = "brief", _("issue brief")


class EditionState(TextChoices):
    """Where an edition stands."""

    PLANNED = "planned", _("planned")
    DRAFTING = "drafting", _("drafting")
    IN_REVIEW = "in_review", _("in review")
    REVISING = "revising", _("revising")
    CLEARED = "cleared", _("cleared")
    EDITING = "editing", _("editing")
    FINAL = "final", _("final")
    PUBLISHED = "published", _("published")
    LAUNCHED = "launched", _("launched")
    CANCELLED = "cancelled", _("cancelled")


OUT = (EditionState.PUBLISHED, EditionState.LAUNCHED)
"""The states of an edition that readers have."""

IN_HAND = (
    EditionState.PLANNED,
    EditionState.DRAFTING,
    EditionState.IN_REVIEW,
    EditionState.REVISING,
    EditionState.CLEARED,
    EditionState.EDITING,
    EditionState.FINAL,
)
"""The states of an edition still being prepared."""


class Stage(TextChoices):
    """A point on the way of an edition for which a date is expected."""

    FIRST_DRAFT = "first_draft", _("first draft")
    REVIEW = "review", _("review")
    FINAL_MANUSCRIPT = "final_manuscript", _("final manuscript")
    PUBLICATION = "publication", _("publication")
    LAUNCH = "launch", _("launch")


class EditionRole(TextChoices):
    """What an organization or a group does for an edition."""

    LEAD = "lead", _("lead")
    CONSOLIDATES = "consolidates", _("consolidates the comments")
    CONTRIBUTOR = "contributor", _("contributor")


class VersionState(TextChoices):
    """Where a language version stands."""

    NOT_STARTED = "not_started", _("not started")
    TRANSLATING = "translating", _("translating")
    REVISED = "revised", _("revised")
    FINAL = "final", _("final")
    PUBLISHED = "published", _("published")


class InputForm(TextChoices):
    """What of a meeting or an edition goes into a process."""

    SUMMARY = "summary", _("summary")
    KEY_MESSAGES = "key_messages", _("key messages")
    DOCUMENT = "document", _("document as it is")


class InputState(TextChoices):
    """Where an input stands."""

    PLANNED = "planned", _("planned")
    SUBMITTED = "submitted", _("submitted")
    PRESENTED = "presented", _("presented")
