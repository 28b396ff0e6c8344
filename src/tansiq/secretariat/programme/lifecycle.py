"""The states of steps, work programmes and outputs, and the transitions between them."""

from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.programme.enums import OutputState, ProgrammeState, StepState
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.register.rules import secretariat

STEP = Lifecycle(
    "programme/step",
    tuple(StepState.values),
    (
        Transition("expect", (UNBORN,), StepState.EXPECTED, secretariat, _("Expect")),
        Transition("confirm", (StepState.EXPECTED,), StepState.CONFIRMED, secretariat, _("Confirm")),
        Transition("hold", (StepState.EXPECTED, StepState.CONFIRMED), StepState.HELD, secretariat, _("Record as held")),
        Transition("cancel", (StepState.EXPECTED, StepState.CONFIRMED), StepState.CANCELLED, secretariat, _("Cancel")),
    ),
)

WORK_PROGRAMME = Lifecycle(
    "programme/work-programme",
    tuple(ProgrammeState.values),
    (
        Transition("propose", (UNBORN,), ProgrammeState.PROPOSED, secretariat, _("Propose")),
        Transition("agree", (ProgrammeState.PROPOSED,), ProgrammeState.AGREED, secretariat, _("Agree")),
    ),
)

_OPEN = (OutputState.PROPOSED, OutputState.AGREED, OutputState.NOT_STARTED, OutputState.ONGOING)

OUTPUT = Lifecycle(
    "programme/output",
    tuple(OutputState.values),
    (
        Transition("propose", (UNBORN,), OutputState.PROPOSED, secretariat, _("Propose")),
        Transition("agree", (OutputState.PROPOSED,), OutputState.AGREED, secretariat, _("Agree")),
        Transition("wait", (OutputState.AGREED,), OutputState.NOT_STARTED, secretariat, _("Report as not started")),
        Transition("start", (OutputState.AGREED, OutputState.NOT_STARTED), OutputState.ONGOING, secretariat, _("Report as ongoing")),
        Transition("complete", (OutputState.AGREED, OutputState.NOT_STARTED, OutputState.ONGOING), OutputState.COMPLETED,
                   secretariat, _("Report as completed")),
        Transition("cancel", _OPEN, OutputState.CANCELLED, secretariat, _("Cancel")),
    ),
)
