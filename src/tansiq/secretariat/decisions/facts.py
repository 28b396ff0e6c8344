"""What can be asked of decisions as facts: how many are open, and where each stands."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from tansiq.secretariat.decisions.domain.questions import pending
from tansiq.secretariat.decisions.enums import DecisionState
from tansiq.secretariat.decisions.models import Decision
from tansiq.secretariat.record.domain.wording import NOTHING, count_display
from tansiq.secretariat.record.facts import Measured, fact
from tansiq.secretariat.record.models import Move
from tansiq.secretariat.register.models import SeatTerm

STATE_WORDS: Mapping[str, Mapping[str, str]] = {
    DecisionState.REQUESTED: {"en": "requested", "ar": "مطلوب", "fr": "demandée"},
    DecisionState.BEFORE_THE_BODY: {"en": "before the body", "ar": "معروض للبت", "fr": "soumise à l’organe saisi"},
    DecisionState.TAKEN: {"en": "taken", "ar": "متخذ", "fr": "prise"},
    DecisionState.DEFERRED: {"en": "deferred", "ar": "مؤجل", "fr": "reportée"},
    DecisionState.NOT_TAKEN: {"en": "not taken", "ar": "لم يُتخذ", "fr": "non prise"},
}


def groups_with_seats(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group in which an organization sits then: nothing pending is an answer too."""
    groups = SeatTerm.objects.as_of(as_of, known_at).values_list("seat__group__slug", flat=True)
    yield from ({"group": group} for group in sorted(set(groups)))


def decisions_requested(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every decision on its matters that had been requested by then."""
    rows = list(Decision.objects.select_related("group").order_by("slug"))
    moves = Move.objects.last_moves([row.ref for row in rows], as_of, known_at)
    yield from ({"group": row.group.slug, "decision": row.slug} for row in rows if row.ref in moves)


@fact("decisions.open", unit="matters", cases=groups_with_seats)
def open_matters(*, group: str, as_of: date, known_at: datetime) -> Measured:
    """How many matters of the group wait for a decision: requests to join received and undecided, and decisions not yet taken.

    Rests on the moves that left them open and on the terms that say what is asked.
    """
    found = pending(group, as_of, known_at)
    count = len(found.requests) + len(found.decisions)
    return Measured(count, found.rests_on, count_display(count))


@fact("decisions.state", unit="state", cases=decisions_requested)
def state(*, group: str, decision: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """Where a decision stands, from requested to taken. Rests on the move that brought it there."""
    ref = f"decisions/decision/{decision}"
    move = Move.objects.last_moves([ref], as_of, known_at).get(ref)
    return Measured(move.after, (move.ref,), STATE_WORDS[move.after]) if move else Measured(None, (), NOTHING)
