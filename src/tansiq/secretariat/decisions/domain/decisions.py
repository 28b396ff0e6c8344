"""Asks a group or its mechanism for a decision, and records what became of it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.decisions.domain.errors import NoDayOfSilence, NoLongerOpen, NothingAsked, SilenceNotOver
from tansiq.secretariat.decisions.enums import OPEN, Asked, DecisionKind, Rule
from tansiq.secretariat.decisions.models import Decision, DecisionTerm
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.moves import advance
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Basis, Evidence, Move, Texts
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.versions import start_version
from tansiq.secretariat.register.models import Group, Organization


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What is asked: the columns of a decision's term."""

    asked: Asked
    position: int = 1
    text: Texts = field(default_factory=Texts)
    rule: Rule | str = ""
    silent_until: PartialDate | None = None
    informs: Organization | None = None


def request_decision(
    *, group: Group, slug: str, kind: DecisionKind, asking: Asking, on: PartialDate, by: Actor, at: datetime, because: str = ""
) -> Decision:
    """Ask for a decision on a matter of the group. Atomic. Raises NothingAsked, NoDayOfSilence, SlugTaken."""
    refuse_unclear(kind, asking, slug)
    with transaction.atomic():
        decision = make(identity=Decision(slug=slug, group=group, kind=kind), by=by, at=at)
        advance(row=decision, transition="request", occurred_on=on, by=by, at=at, because=because)
        ask_anew(decision=decision, asking=asking, begins=on, by=by, at=at, because=because)
    return decision


def ask_anew(
    *, decision: Decision, asking: Asking, begins: PartialDate, by: Actor, at: datetime, basis: Basis | None = None, because: str = ""
) -> DecisionTerm:
    """Ask the same decision in other words, or of others, from `begins` on; what was asked stays true of the days before.

    Raises NoLongerOpen once it was taken or dropped, NothingAsked, NoDayOfSilence.
    """
    if decision.state not in OPEN:
        raise NoLongerOpen(f"{decision.ref} is {decision.state}; ask for a new decision.")
    refuse_unclear(DecisionKind(decision.kind), asking, decision.slug)
    columns = {name: getattr(asking, name) for name in Asking.__dataclass_fields__}
    return start_version(term=DecisionTerm(decision=decision, begins=begins, basis=basis, **columns), by=by, at=at, because=because)


def put_before(*, decision: Decision, on: PartialDate, by: Actor, at: datetime, because: str = "") -> Move:
    """Record that the body asked has the decision before it. Raises MoveRefused once it was taken or dropped."""
    return advance(row=decision, transition="put_before", occurred_on=on, by=by, at=at, because=because)


def take(*, decision: Decision, on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None) -> Move:
    """Record that the decision was taken on `on`. Atomic.

    Raises SilenceNotOver when it is by silence until a day that `on` does not lie after, MoveRefused when it was deferred
    and not put before the body again, or is over.
    """
    with transaction.atomic():
        asked = DecisionTerm.objects.as_of(on.last_day or on.counts_from(), LATEST).filter(decision=decision).first()
        until = asked.silent_until if asked and asked.rule == Rule.SILENCE else None
        if until is not None and not until.precedes(on):
            raise SilenceNotOver(f"{decision.ref} is taken by silence until {said(until)}; it cannot be taken on {said(on)}.")
        return advance(row=decision, transition="take", occurred_on=on, by=by, at=at, because=because, evidence=evidence)


def defer(*, decision: Decision, on: PartialDate, by: Actor, at: datetime, because: str) -> Move:
    """Record that the decision was put off. Raises MoveRefused once it was taken or dropped."""
    return advance(row=decision, transition="defer", occurred_on=on, by=by, at=at, because=because)


def drop(*, decision: Decision, on: PartialDate, by: Actor, at: datetime, because: str) -> Move:
    """Record that the decision was not taken and is asked no longer. Raises MoveRefused once it was taken or dropped."""
    return advance(row=decision, transition="drop", occurred_on=on, by=by, at=at, because=because)


def refuse_unclear(kind: DecisionKind, asking: Asking, slug: str) -> None:
    """Raise NothingAsked or NoDayOfSilence when nobody could answer what is asked."""
    if kind == DecisionKind.TEXT and not asking.text:
        raise NothingAsked(f"the decision {slug!r} needs a text in one language at least.")
    if kind == DecisionKind.CONTACTS_UPDATE and asking.informs is None:
        raise NothingAsked(f"the decision {slug!r} asks for news of contacts; say which organization is to be informed.")
    if asking.rule == Rule.SILENCE and asking.silent_until is None:
        raise NoDayOfSilence(f"the decision {slug!r} is taken by silence; say until which day silence is waited for.")
