"""The states of editions, language versions and inputs, and the transitions between them."""

from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.publications.enums import IN_HAND, EditionState, InputState, VersionState
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.register.rules import secretariat

_UNDER_REVIEW = (EditionState.IN_REVIEW, EditionState.REVISING)
_WRITTEN = (EditionState.DRAFTING, EditionState.REVISING)
_UNREVIEWED = (EditionState.PLANNED, EditionState.DRAFTING)

EDITION = Lifecycle(
    "publications/edition",
    tuple(EditionState.values),
    (
        Transition("plan", (UNBORN,), EditionState.PLANNED, secretariat, _("Plan")),
        Transition("draft", (EditionState.PLANNED,), EditionState.DRAFTING, secretariat, _("Begin drafting")),
        Transition("review", _WRITTEN, EditionState.IN_REVIEW, secretariat, _("Send out for review")),
        Transition("revise", (EditionState.IN_REVIEW,), EditionState.REVISING, secretariat, _("Revise")),
        Transition("clear", _UNDER_REVIEW, EditionState.CLEARED, secretariat, _("Clear")),
        Transition("edit", (EditionState.CLEARED,), EditionState.EDITING, secretariat, _("Begin editing")),
        Transition("finish", (EditionState.EDITING,), EditionState.FINAL, secretariat, _("Close the manuscript")),
        Transition("publish", (EditionState.FINAL,), EditionState.PUBLISHED, secretariat, _("Publish")),
        Transition("issue", _UNREVIEWED, EditionState.PUBLISHED, secretariat, _("Issue without review")),
        Transition("launch", (EditionState.PUBLISHED,), EditionState.LAUNCHED, secretariat, _("Launch")),
        Transition("cancel", IN_HAND, EditionState.CANCELLED, secretariat, _("Cancel")),
    ),
)

LANGUAGE_VERSION = Lifecycle(
    "publications/language-version",
    tuple(VersionState.values),
    (
        Transition("plan", (UNBORN,), VersionState.NOT_STARTED, secretariat, _("Plan")),
        Transition("translate", (VersionState.NOT_STARTED,), VersionState.TRANSLATING, secretariat, _("Begin translation")),
        Transition("revise", (VersionState.TRANSLATING,), VersionState.REVISED, secretariat, _("Record as revised")),
        Transition("finish", (VersionState.REVISED,), VersionState.FINAL, secretariat, _("Close the text")),
        Transition("publish", (VersionState.FINAL,), VersionState.PUBLISHED, secretariat, _("Publish")),
    ),
)

INPUT = Lifecycle(
    "publications/input",
    tuple(InputState.values),
    (
        Transition("plan", (UNBORN,), InputState.PLANNED, secretariat, _("Plan")),
        Transition("submit", (InputState.PLANNED,), InputState.SUBMITTED, secretariat, _("Record as submitted")),
        Transition("present", (InputState.PLANNED, InputState.SUBMITTED), InputState.PRESENTED, secretariat, _("Record as presented")),
    ),
)
