"""The states of editions, language versions and inputs, and the transitions between them."""

from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.publications.enums import IN_HAND, EditionState, InputState, VersionState
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.record.rules import not_a_reply_link

_UNDER_REVIEW = (EditionState.IN_REVIEW, EditionState.REVISING)
_WRITTEN = (EditionState.DRAFTING, EditionState.REVISING)
_UNREVIEWED = (EditionState.PLANNED, EditionState.DRAFTING)

EDITION = Lifecycle(
    "publications/edition",
    tuple(EditionState.values),
    (
        Transition("plan", (UNBORN,), EditionState.PLANNED, not_a_reply_link, _("Plan")),
        Transition("draft", (EditionState.PLANNED,), EditionState.DRAFTING, not_a_reply_link, _("Begin drafting")),
        Transition("review", _WRITTEN, EditionState.IN_REVIEW, not_a_reply_link, _("Send out for review")),
        Transition("revise", (EditionState.IN_REVIEW,), EditionState.REVISING, not_a_reply_link, _("Revise")),
        Transition("clear", _UNDER_REVIEW, EditionState.CLEARED, not_a_reply_link, _("Clear")),
        Transition("edit", (EditionState.CLEARED,), EditionState.EDITING, not_a_reply_link, _("Begin editing")),
        Transition("finish", (EditionState.EDITING,), EditionState.FINAL, not_a_reply_link, _("Close the manuscript")),
        Transition("publish", (EditionState.FINAL,), EditionState.PUBLISHED, not_a_reply_link, _("Publish")),
        Transition("issue", _UNREVIEWED, EditionState.PUBLISHED, not_a_reply_link, _("Issue without review")),
        Transition("launch", (EditionState.PUBLISHED,), EditionState.LAUNCHED, not_a_reply_link, _("Launch")),
        Transition("cancel", IN_HAND, EditionState.CANCELLED, not_a_reply_link, _("Cancel")),
    ),
)

LANGUAGE_VERSION = Lifecycle(
    "publications/language-version",
    tuple(VersionState.values),
    (
        Transition("plan", (UNBORN,), VersionState.NOT_STARTED, not_a_reply_link, _("Plan")),
        Transition("translate", (VersionState.NOT_STARTED,), VersionState.TRANSLATING, not_a_reply_link, _("Begin translation")),
        Transition("revise", (VersionState.TRANSLATING,), VersionState.REVISED, not_a_reply_link, _("Record as revised")),
        Transition("finish", (VersionState.REVISED,), VersionState.FINAL, not_a_reply_link, _("Close the text")),
        Transition("publish", (VersionState.FINAL,), VersionState.PUBLISHED, not_a_reply_link, _("Publish")),
    ),
)

INPUT = Lifecycle(
    "publications/input",
    tuple(InputState.values),
    (
        Transition("plan", (UNBORN,), InputState.PLANNED, not_a_reply_link, _("Plan")),
        Transition("submit", (InputState.PLANNED,), InputState.SUBMITTED, not_a_reply_link, _("Record as submitted")),
        Transition("present", (InputState.PLANNED, InputState.SUBMITTED), InputState.PRESENTED, not_a_reply_link, _("Record as presented")),
    ),
)
