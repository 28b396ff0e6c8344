"""The states of a meeting and the transitions between them."""

from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.meetings.enums import AHEAD, MeetingState
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.record.rules import not_a_reply_link

_TO_COME = (MeetingState.PLANNED, MeetingState.CALLED)

MEETING = Lifecycle(
    "meetings/meeting",
    tuple(MeetingState.values),
    (
        Transition("plan", (UNBORN,), MeetingState.PLANNED, not_a_reply_link, _("Plan")),
        Transition("call", (MeetingState.PLANNED,), MeetingState.CALLED, not_a_reply_link, _("Call")),
        Transition("hold", _TO_COME, MeetingState.HELD, not_a_reply_link, _("Record as held")),
        Transition("issue_minutes", (MeetingState.HELD,), MeetingState.MINUTES_OUT, not_a_reply_link, _("Send minutes out for comment")),
        Transition("adopt_minutes", (MeetingState.MINUTES_OUT,), MeetingState.ADOPTED, not_a_reply_link, _("Adopt minutes")),
        Transition("postpone", _TO_COME, MeetingState.POSTPONED, not_a_reply_link, _("Postpone")),
        Transition("plan_again", (MeetingState.POSTPONED,), MeetingState.PLANNED, not_a_reply_link, _("Plan again")),
        Transition("cancel", AHEAD, MeetingState.CANCELLED, not_a_reply_link, _("Cancel")),
    ),
)
