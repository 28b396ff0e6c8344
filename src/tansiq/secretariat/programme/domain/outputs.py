"""Plans work programmes and their outputs, and reports how far the outputs are."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.programme.domain.errors import GoesInACircle, NoLongerAhead, NothingSaid
from tansiq.secretariat.programme.enums import OutputKind, OutputState, PartyRole, PointKind, ProgrammeState
from tansiq.secretariat.programme.models import (
    Output,
    OutputParty,
    OutputPoint,
    OutputPointTerm,
    OutputTerm,
    Process,
    WorkProgramme,
    WorkProgrammeTerm,
)
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.log import take_turn
from tansiq.secretariat.record.domain.moves import advance
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.record.models import Actor, Basis, Evidence, Move, Texts
from tansiq.secretariat.register.domain.versions import start_version
from tansiq.secretariat.register.models import Group, Organization

REPORTS = {
    OutputState.AGREED: "agree",
    OutputState.NOT_STARTED: "wait",
    OutputState.ONGOING: "start",
    OutputState.COMPLETED: "complete",
    OutputState.CANCELLED: "cancel",
}
"""The transition that brings an output into each state it can be reported in."""


@dataclass(frozen=True, kw_only=True)
class OutputPlan:
    """What is planned of an output: the columns of its term."""

    kind: OutputKind
    position: int
    title: Texts = field(default_factory=Texts)
    due: PartialDate | None = None
    covers: PartialDate | None = None
    after: Output | None = None
    process: Process | None = None
    co_chairs_convene: bool = False


def propose_programme(
    *, group: Group, slug: str, period: PartialDate, on: PartialDate, by: Actor, at: datetime, because: str = ""
) -> WorkProgramme:
    """Propose a work programme of the group for `period`. Atomic. Raises SlugTaken."""
    with transaction.atomic():
        programme = make(identity=WorkProgramme(slug=slug, group=group), by=by, at=at)
        advance(row=programme, transition="propose", occurred_on=on, by=by, at=at, because=because)
        begin(term=WorkProgrammeTerm(programme=programme, period=period, begins=on), by=by, at=at)
    return programme


def agree_programme(*, programme: WorkProgramme, on: PartialDate, by: Actor, at: datetime, evidence: Evidence | None = None) -> Move:
    """Record that the group agreed its programme, and with it every output that was proposed. Atomic. Raises MoveRefused."""
    with transaction.atomic():
        move = advance(row=programme, transition="agree", occurred_on=on, by=by, at=at, evidence=evidence)
        for output in programme.outputs.filter(state=OutputState.PROPOSED).order_by("slug"):
            advance(row=output, transition="agree", occurred_on=on, by=by, at=at, because=programme.ref)
    return move


def plan_output(
    *, programme: WorkProgramme, slug: str, plan: OutputPlan, on: PartialDate, by: Actor, at: datetime, because: str = ""
) -> Output:
    """Propose an output of the programme; of a programme that is agreed already it is agreed. Atomic.

    Raises SlugTaken, GoesInACircle, and NothingSaid for an activity without a title.
    """
    with transaction.atomic():
        output = make(identity=Output(slug=slug, programme=programme), by=by, at=at)
        advance(row=output, transition="propose", occurred_on=on, by=by, at=at, because=because)
        if programme.state == ProgrammeState.AGREED:
            advance(row=output, transition="agree", occurred_on=on, by=by, at=at, because=because)
        replan_output(output=output, plan=plan, begins=on, by=by, at=at, because=because)
    return output


def replan_output(
    *, output: Output, plan: OutputPlan, begins: PartialDate, by: Actor, at: datetime, basis: Basis | None = None, because: str = ""
) -> OutputTerm:
    """Plan the output anew from `begins` on; what was planned before stays true of the days before. Atomic.

    Raises NoLongerAhead when it is completed or cancelled, GoesInACircle, NothingSaid.
    """
    if output.state in (OutputState.COMPLETED, OutputState.CANCELLED):
        raise NoLongerAhead(f"{output.ref} is {output.state}; plan a new output that takes up what is left of it.")
    if plan.kind == OutputKind.ACTIVITY and not plan.title:
        raise NothingSaid(f"{output.ref}: an activity needs a title in one language at least.")
    with transaction.atomic():
        refuse_circle(output, plan.after)
        columns = {name: getattr(plan, name) for name in OutputPlan.__dataclass_fields__}
        return start_version(term=OutputTerm(output=output, begins=begins, basis=basis, **columns), by=by, at=at, because=because)


def report_output(
    *, output: Output, state: OutputState, on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None
) -> Move:
    """Report in which state the output was on `on`. Raises MoveRefused when it cannot come there from where it is."""
    name = REPORTS.get(state, "propose")
    return advance(row=output, transition=name, occurred_on=on, by=by, at=at, because=because, evidence=evidence)


def name_party(
    *, output: Output, organization: Organization, role: PartyRole, begins: PartialDate | None, by: Actor, at: datetime, because: str = ""
) -> OutputParty:
    """Say what the organization does for the output from `begins` on."""
    wanted = OutputParty(output=output, organization=organization, role=role, begins=begins)
    return start_version(term=wanted, by=by, at=at, because=because)


def add_point(*, output: Output, kind: PointKind, text: Texts, begins: PartialDate | None, by: Actor, at: datetime) -> OutputPoint:
    """Add a point after the last of its kind. Atomic. Raises NothingSaid."""
    if not text:
        raise NothingSaid(f"{output.ref}: a point needs a text in one language at least.")
    with transaction.atomic():
        take_turn()
        last = output.points.filter(kind=kind).order_by("position").last()
        position = last.position + 1 if last else 1
        slug = f"{output.slug}-{kind}-{position}"
        point = make(identity=OutputPoint(slug=slug, output=output, kind=kind, position=position), by=by, at=at)
        begin(term=OutputPointTerm(point=point, text=text, begins=begins), by=by, at=at)
    return point


def refuse_circle(output: Output, after: Output | None) -> None:
    """Raise GoesInACircle when `output` comes, over any number of others, before `after`."""
    before, seen = after, {output.pk}
    while before is not None:
        if before.pk in seen:
            raise GoesInACircle(f"{output.ref} cannot come after {after.ref if after else ''}, which comes after it.")
        seen.add(before.pk)
        term = before.terms.filter(superseded_at=None).select_related("after").order_by("valid_from").last()
        before = term.after if term else None
