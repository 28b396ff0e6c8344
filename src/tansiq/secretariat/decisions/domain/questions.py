"""How decisions are asked: on a day, as the record knew it at a moment, in a number of queries that does not grow with the data."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.decisions.enums import OPEN, DecisionState
from tansiq.secretariat.decisions.models import Decision, DecisionTerm
from tansiq.secretariat.record.models import Move, Texts
from tansiq.secretariat.register.domain.questions import RequestHeld, open_requests


@dataclass(frozen=True)
class DecisionStands:
    """A decision as it stood on the day. `informs` is a reference or ""; `rests_on` the move and the term of what is asked."""

    ref: str
    slug: str
    kind: str
    state: str
    requested_on: PartialDate
    position: int
    text: Texts
    asked: str
    rule: str
    silent_until: PartialDate | None
    informs: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class Pending:
    """All that waits for a decision: requests to join whose letter has come, and the decisions asked for, in order."""

    requests: tuple[RequestHeld, ...]
    decisions: tuple[DecisionStands, ...]

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The rows behind both."""
        requests = tuple(ref for request in self.requests for ref in request.rests_on)
        return (*requests, *(ref for decision in self.decisions for ref in decision.rests_on))


def decisions_of(
    group: str, day: date, known_at: datetime, *, states: Collection[str] = tuple(DecisionState.values)
) -> list[DecisionStands]:
    """Every decision on matters of the group (a slug), requested by `day` and in one of `states` then, in order. Three queries."""
    rows = {row.ref: row for row in Decision.objects.filter(group__slug=group)}
    moves: dict[str, list[Move]] = {}
    for move in Move.objects.as_of(day, known_at).filter(subject__in=list(rows)):
        moves.setdefault(move.subject, []).append(move)
    terms = DecisionTerm.objects.as_of(day, known_at).filter(decision__group__slug=group).select_related("decision", "informs")
    made = [(term, moves[term.decision.ref]) for term in terms if term.decision.ref in moves]
    found = [_stands(term, steps) for term, steps in made if steps[-1].after in states]
    return sorted(found, key=lambda each: (each.position, each.slug))


def open_decisions(group: str, day: date, known_at: datetime) -> list[DecisionStands]:
    """The decisions still to be taken on `day`, deferred ones included, in order. Three queries."""
    return decisions_of(group, day, known_at, states=OPEN)


def pending(group: str, day: date, known_at: datetime) -> Pending:
    """All that waits for a decision on `day`. An interest noted waits for its letter, not for a decision. Five queries."""
    waiting = [request for request in open_requests(group, day, known_at) if request.received_on is not None]
    return Pending(tuple(waiting), tuple(open_decisions(group, day, known_at)))


def _stands(term: DecisionTerm, moves: list[Move]) -> DecisionStands:
    return DecisionStands(
        ref=term.decision.ref,
        slug=term.decision.slug,
        kind=term.decision.kind,
        state=moves[-1].after,
        requested_on=moves[0].occurred_on,
        position=term.position,
        text=term.text,
        asked=term.asked,
        rule=term.rule,
        silent_until=term.silent_until,
        informs=term.informs.ref if term.informs else "",
        rests_on=(moves[-1].ref, term.ref),
    )
