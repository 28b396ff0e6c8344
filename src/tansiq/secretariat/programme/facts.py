"""What can be asked of the programme as facts: dates and states of steps, objectives of a year, outputs and when they are due."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from tansiq.secretariat.programme.domain.questions import objectives, outputs, processes_followed
from tansiq.secretariat.programme.domain.questions import step as step_on
from tansiq.secretariat.programme.enums import OutputState, StepState
from tansiq.secretariat.programme.models import FollowedProcess, ObjectiveTerm, OutputTerm, WorkProgrammeTerm
from tansiq.secretariat.record.domain.wording import NOTHING, count_display, date_display
from tansiq.secretariat.record.facts import Measured, fact
from tansiq.secretariat.record.models import Move

STEP_WORDS: Mapping[str, Mapping[str, str]] = {
    StepState.EXPECTED: {"en": "expected", "ar": "متوقعة", "fr": "prévue"},
    StepState.CONFIRMED: {"en": "confirmed", "ar": "مؤكدة", "fr": "confirmée"},
    StepState.HELD: {"en": "held", "ar": "منعقدة", "fr": "tenue"},
    StepState.CANCELLED: {"en": "cancelled", "ar": "ملغاة", "fr": "annulée"},
}
OUTPUT_WORDS: Mapping[str, Mapping[str, str]] = {
    OutputState.PROPOSED: {"en": "proposed", "ar": "مقترح", "fr": "proposé"},
    OutputState.AGREED: {"en": "agreed", "ar": "متفق عليه", "fr": "convenu"},
    OutputState.NOT_STARTED: {"en": "not started", "ar": "لم يبدأ", "fr": "non commencé"},
    OutputState.ONGOING: {"en": "ongoing", "ar": "جارٍ", "fr": "en cours"},
    OutputState.COMPLETED: {"en": "completed", "ar": "منجز", "fr": "achevé"},
    OutputState.CANCELLED: {"en": "cancelled", "ar": "ملغى", "fr": "annulé"},
}


def steps_followed(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every step, begun by then, of every process it follows."""
    groups = FollowedProcess.objects.as_of(as_of, known_at).values_list("group__slug", flat=True)
    for group in sorted(set(groups)):
        for process in processes_followed(group, as_of, known_at):
            yield from ({"group": group, "step": step.slug} for step in process.steps)


def years_with_objectives(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every calendar year for which it has an objective with a first and a last day."""
    terms = ObjectiveTerm.objects.as_of(as_of, known_at).select_related("objective__group")
    yield from _years((term.objective.group.slug, term.period.first_day, term.period.last_day) for term in terms)


def years_with_programmes(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every calendar year for which it has a work programme with a first and a last day."""
    terms = WorkProgrammeTerm.objects.as_of(as_of, known_at).select_related("programme__group")
    yield from _years((term.programme.group.slug, term.period.first_day, term.period.last_day) for term in terms)


def _years(periods: Iterator[tuple[str, date | None, date | None]]) -> Iterator[Mapping[str, str]]:
    closed = [(group, first.year, last.year) for group, first, last in periods if first is not None and last is not None]
    found = {(group, year) for group, first, last in closed for year in range(first, last + 1)}
    yield from ({"group": group, "year": str(year)} for group, year in sorted(found))


def outputs_planned(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every output of its work programmes that had been proposed by then."""
    terms = OutputTerm.objects.as_of(as_of, known_at).select_related("output__programme__group").order_by("output__slug")
    rows = [term.output for term in terms]
    moves = Move.objects.last_moves([row.ref for row in rows], as_of, known_at)
    yield from ({"group": row.programme.group.slug, "output": row.slug} for row in rows if row.ref in moves)


@fact("programme.step_date", unit="date", cases=steps_followed)
def step_date(*, group: str, step: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """When the step was held, or is expected, as EDTF; None when no date is expected. Rests on the move and the expectation."""
    found = step_on(step, as_of, known_at)
    if found is None:
        return Measured(None, (), NOTHING)
    day = found.held_on or found.date
    return Measured(day.edtf if day else None, found.rests_on, date_display(day, as_of))


@fact("programme.step_state", unit="state", cases=steps_followed)
def step_state(*, group: str, step: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """Whether the step is expected, confirmed, held or cancelled. Rests on the move that made it so."""
    return _state(f"programme/step/{step}", STEP_WORDS, as_of, known_at)


@fact("programme.objective_count", unit="objectives", cases=years_with_objectives)
def objective_count(*, group: str, year: str, as_of: date, known_at: datetime) -> Measured:
    """How many objectives the group has for periods with a day in the calendar year. Rests on the terms that state them."""
    found = objectives(group, int(year), as_of, known_at)
    return Measured(len(found), tuple(each.rests_on for each in found), count_display(len(found)))


@fact("programme.output_count", unit="outputs", cases=years_with_programmes)
def output_count(*, group: str, year: str, as_of: date, known_at: datetime) -> Measured:
    """How many outputs, cancelled ones apart, the group's work programmes for the calendar year hold. Rests on their terms and moves."""
    found = outputs(group, int(year), as_of, known_at)
    return Measured(len(found), tuple(ref for each in found for ref in each.rests_on), count_display(len(found)))


@fact("programme.output_due", unit="date", cases=outputs_planned)
def output_due(*, group: str, output: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """When the output is due, as EDTF; None where no date is set. Rests on the term that plans it."""
    term = OutputTerm.objects.as_of(as_of, known_at).filter(output__slug=output).first()
    if term is None:
        return Measured(None, (), NOTHING)
    return Measured(term.due.edtf if term.due else None, (term.ref,), date_display(term.due, as_of))


@fact("programme.output_state", unit="state", cases=outputs_planned)
def output_state(*, group: str, output: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """How far the output is, as last reported. Rests on the move that says so."""
    return _state(f"programme/output/{output}", OUTPUT_WORDS, as_of, known_at)


def _state(ref: str, words: Mapping[str, Mapping[str, str]], as_of: date, known_at: datetime) -> Measured:
    move = Move.objects.last_moves([ref], as_of, known_at).get(ref)
    return Measured(move.after, (move.ref,), words[move.after]) if move else Measured(None, (), NOTHING)
