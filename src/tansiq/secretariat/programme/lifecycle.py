"""The states of steps, work programmes and outputs, and the transitions between them."""

from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.programme.enums import OutputState, ProgrammeState, StepState
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.record.rules import not_a_reply_link

STEP = Lifecycle(
    "programme/step",
    tuple(StepState.values),
    (
        Transition("expect", (UNBORN,), StepState.EXPECTED, not_a_reply_link, _("Expect")),
        Transition("confirm", (StepState.EXPECTED,), StepState.CONFIRMED, not_a_reply_link, _("Confirm")),
        Transition("hold", (StepState.EXPECTED, StepState.CONFIRMED), StepState.HELD, not_a_reply_link, _("Record as held")),
        Transition("cancel", (StepState.EXPECTED, StepState.CONFIRMED), StepState.CANCELLED, not_a_reply_link, _("Cancel")),
    ),
)

WORK_PROGRAMME = Lifecycle(
    "programme/work-programme",
    tuple(ProgrammeState.values),
    (
        Transition("propose", (UNBORN,), ProgrammeState.PROPOSED, not_a_reply_link, _("Propose")),
        Transition("agree", (ProgrammeState.PROPOSED,), ProgrammeState.AGREED, not_a_reply_link, _("Agree")),
    ),
)

_OPEN = (OutputState.PROPOSED, OutputState.AGREED, OutputState.NOT_STARTED, OutputState.ONGOING)

OUTPUT = Lifecycle(
    "programme/output",
    tuple(OutputState.values),
    (
        Transition("propose", (UNBORN,), OutputState.PROPOSED, not_a_reply_link, _("Propose")),
        Transition("agree", (OutputState.PROPOSED,), OutputState.AGREED, not_a_reply_link, _("Agree")),
        Transition("wait", (OutputState.AGREED,), OutputState.NOT_STARTED, not_a_reply_link, _("Report as not started")),
        Transition("start", (OutputState.AGREED, OutputState.NOT_STARTED), OutputState.ONGOING, not_a_reply_link, _("Report as ongoing")),
        Transition("complete", (OutputState.AGREED, OutputState.NOT_STARTED, OutputState.ONGOING), OutputState.COMPLETED,
                   not_a_reply_link, _("Report as completed")),
        Transition("cancel", _OPEN, OutputState.CANCELLED, not_a_reply_link, _("Cancel")),
    ),
)
