"""The states of a decision and the transitions between them."""

from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.decisions.enums import DecisionState
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.record.rules import not_a_reply_link

_BEFORE = (DecisionState.REQUESTED, DecisionState.BEFORE_THE_BODY)
_WAITING = (DecisionState.REQUESTED, DecisionState.DEFERRED)

DECISION = Lifecycle(
    "decisions/decision",
    tuple(DecisionState.values),
    (
        Transition("request", (UNBORN,), DecisionState.REQUESTED, not_a_reply_link, _("Request")),
        Transition("put_before", _WAITING, DecisionState.BEFORE_THE_BODY, not_a_reply_link, _("Put before the body")),
        Transition("take", _BEFORE, DecisionState.TAKEN, not_a_reply_link, _("Record as taken")),
        Transition("defer", _BEFORE, DecisionState.DEFERRED, not_a_reply_link, _("Defer")),
        Transition("drop", (*_BEFORE, DecisionState.DEFERRED), DecisionState.NOT_TAKEN, not_a_reply_link, _("Record as not taken")),
    ),
)
