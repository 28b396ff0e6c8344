"""The states of a decision and the transitions between them."""

from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.decisions.enums import DecisionState
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.register.rules import secretariat

_BEFORE = (DecisionState.REQUESTED, DecisionState.BEFORE_THE_BODY)
_WAITING = (DecisionState.REQUESTED, DecisionState.DEFERRED)

DECISION = Lifecycle(
    "decisions/decision",
    tuple(DecisionState.values),
    (
        Transition("request", (UNBORN,), DecisionState.REQUESTED, secretariat, _("Request")),
        Transition("put_before", _WAITING, DecisionState.BEFORE_THE_BODY, secretariat, _("Put before the body")),
        Transition("take", _BEFORE, DecisionState.TAKEN, secretariat, _("Record as taken")),
        Transition("defer", _BEFORE, DecisionState.DEFERRED, secretariat, _("Defer")),
        Transition("drop", (*_BEFORE, DecisionState.DEFERRED), DecisionState.NOT_TAKEN, secretariat, _("Record as not taken")),
    ),
)
