"""How decisions are asked: on a day, as the record knew it at a moment, each question with one query or two."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.decisions.enums import OPEN, DecisionState
from tansiq.secretariat.decisions.models import Decision, DecisionTerm
from tansiq.secretariat.record.domain.asking import Reading, question
from tansiq.secretariat.record.domain.states import standing
from tansiq.secretariat.record.models import Move, Texts, by_subject
from tansiq.secretariat.register.domain.questions import RequestHeld, open_requests


@dataclass(frozen=True)
class DecisionStands:
    """A decision as it stood on the day. `informs` is a reference or ""; `rests_on` the move and the term of what is asked.

    `taking` is when it was last taken and the move that says so.
    """

    ref: str
    slug: str
    kind: str
    state: str
    requested_on: PartialDate
    taking: tuple[PartialDate, str] | None
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
    """Every decision on matters of the group (a slug), requested by `day` and in one of `states` then, in order. One query."""
    return standing(group_decisions(group, day, known_at), states)


@question
def group_decisions(group: str, day: date, known_at: datetime) -> Reading[list[DecisionStands]]:
    """As `decisions_of`, in whatever state."""
    terms = DecisionTerm.objects.as_of(day, known_at).filter(decision__group__slug=group).select_related("decision", "informs")
    moves = Move.objects.as_of(day, known_at).of(Decision.objects.filter(group__slug=group))
    return Reading((terms, moves), _stand)


def _stand(terms: list[DecisionTerm], moves: list[Move]) -> list[DecisionStands]:
    made = by_subject(moves)
    found = [_stands(term, made[term.decision.ref]) for term in terms if term.decision.ref in made]
    return sorted(found, key=lambda each: (each.position, each.slug))


def open_decisions(group: str, day: date, known_at: datetime) -> list[DecisionStands]:
    """The decisions still to be taken on `day`, deferred ones included, in order. One query."""
    return decisions_of(group, day, known_at, states=OPEN)


def pending(group: str, day: date, known_at: datetime) -> Pending:
    """All that waits for a decision on `day`. An interest noted waits for its letter, not for a decision. Two queries."""
    waiting = [request for request in open_requests(group, day, known_at) if request.received_on is not None]
    return Pending(tuple(waiting), tuple(open_decisions(group, day, known_at)))


def _stands(term: DecisionTerm, moves: list[Move]) -> DecisionStands:
    takings = [move for move in moves if move.after == DecisionState.TAKEN]
    return DecisionStands(
        ref=term.decision.ref,
        slug=term.decision.slug,
        kind=term.decision.kind,
        state=moves[-1].after,
        requested_on=moves[0].occurred_on,
        taking=(takings[-1].occurred_on, takings[-1].ref) if takings else None,
        position=term.position,
        text=term.text,
        asked=term.asked,
        rule=term.rule,
        silent_until=term.silent_until,
        informs=term.informs.ref if term.informs else "",
        rests_on=(moves[-1].ref, term.ref),
    )
