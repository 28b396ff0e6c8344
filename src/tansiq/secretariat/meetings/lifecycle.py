"""The states of a meeting and the transitions between them."""

from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.meetings.enums import AHEAD, MeetingState
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.register.rules import secretariat

_TO_COME = (MeetingState.PLANNED, MeetingState.CALLED)

MEETING = Lifecycle(
    "meetings/meeting",
    tuple(MeetingState.values),
    (
        Transition("plan", (UNBORN,), MeetingState.PLANNED, secretariat, _("Plan")),
        Transition("call", (MeetingState.PLANNED,), MeetingState.CALLED, secretariat, _("Call")),
        Transition("hold", _TO_COME, MeetingState.HELD, secretariat, _("Record as held")),
        Transition("issue_minutes", (MeetingState.HELD,), MeetingState.MINUTES_OUT, secretariat, _("Send minutes out for comment")),
        Transition("adopt_minutes", (MeetingState.MINUTES_OUT,), MeetingState.ADOPTED, secretariat, _("Adopt minutes")),
        Transition("postpone", _TO_COME, MeetingState.POSTPONED, secretariat, _("Postpone")),
        Transition("plan_again", (MeetingState.POSTPONED,), MeetingState.PLANNED, secretariat, _("Plan again")),
        Transition("cancel", AHEAD, MeetingState.CANCELLED, secretariat, _("Cancel")),
    ),
)
