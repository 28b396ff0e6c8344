"""How the programme is asked: on a day, as the record knew it at a moment, in a number of queries that does not grow with the data.

What is returned gives references (`app/kind/slug`) and, for each statement, the rows that it rests on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.programme.enums import OutputState, PointKind
from tansiq.secretariat.programme.models import (
    FindingTerm,
    FollowedProcess,
    ObjectiveTerm,
    OutputParty,
    OutputPointTerm,
    OutputTerm,
    Step,
    StepExpectation,
    WorkProgrammeTerm,
)
from tansiq.secretariat.record.models import Move, Texts


@dataclass(frozen=True)
class StepAhead:
    """A step as it stood on the day: its state and the date and place expected of it since `expected_since`.

    `held_on` is when it was held; None before. `rests_on` are the move that gave the state and the expectation.
    """

    ref: str
    slug: str
    process: str
    kind: str
    state: str
    date: PartialDate | None
    place: Texts
    expected_since: PartialDate | None
    held_on: PartialDate | None
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class ProcessFollowed:
    """A process the group follows on the day, and its steps in order."""

    ref: str
    slug: str
    since: PartialDate | None
    steps: tuple[StepAhead, ...]
    rests_on: str


@dataclass(frozen=True)
class ObjectiveStated:
    """An objective of the group for a period."""

    ref: str
    position: int
    text: Texts
    period: PartialDate
    rests_on: str


@dataclass(frozen=True)
class FindingStated:
    """A challenge or lesson of a period, and what was done about it."""

    ref: str
    kind: str
    text: Texts
    answer: Texts
    period: PartialDate
    rests_on: str


@dataclass(frozen=True)
class Point:
    """A point of an output."""

    ref: str
    text: Texts
    rests_on: str


@dataclass(frozen=True)
class Party:
    """An organization (its reference) with what it does."""

    ref: str
    role: str
    rests_on: str


@dataclass(frozen=True)
class OutputPlanned:
    """An output as it was planned on the day, its state, points and parties. `after` and `process` are references or ""."""

    ref: str
    slug: str
    programme: str
    kind: str
    state: str
    title: Texts
    due: PartialDate | None
    covers: PartialDate | None
    after: str
    process: str
    co_chairs_convene: bool
    topics: tuple[Point, ...]
    agree: tuple[Point, ...]
    parties: tuple[Party, ...]
    rests_on: tuple[str, ...]


def processes_followed(group: str, day: date, known_at: datetime) -> list[ProcessFollowed]:
    """The processes that the group (a slug) follows on `day`, by slug, with those of their steps that had begun. Four queries."""
    followed = FollowedProcess.objects.as_of(day, known_at).filter(group__slug=group).select_related("process")
    terms = {term.process_id: term for term in followed.order_by("process__slug")}
    steps: dict[int, list[StepAhead]] = {}
    for row, stands in _stand(Step.objects.filter(process__in=terms).select_related("process").order_by("position"), day, known_at):
        steps.setdefault(row.process_id, []).append(stands)
    return [
        ProcessFollowed(term.process.ref, term.process.slug, term.begins, tuple(steps.get(pk, ())), term.ref) for pk, term in terms.items()
    ]


def step(slug: str, day: date, known_at: datetime) -> StepAhead | None:
    """One step as it stood on `day`, None when it had not begun. Three queries."""
    found = _stand(Step.objects.filter(slug=slug).select_related("process"), day, known_at)
    return found[0][1] if found else None


def _stand(rows: Iterable[Step], day: date, known_at: datetime) -> list[tuple[Step, StepAhead]]:
    """Each of the steps that had begun by `day`, as it stood then. Three queries, that of `rows` included."""
    steps = list(rows)
    moves = Move.objects.last_moves([row.ref for row in steps], day, known_at)
    expected = {term.step_id: term for term in StepExpectation.objects.as_of(day, known_at).filter(step__in=steps)}
    return [(row, _step(row, moves[row.ref], expected.get(row.pk))) for row in steps if row.ref in moves]


def _step(row: Step, move: Move, term: StepExpectation | None) -> StepAhead:
    return StepAhead(
        ref=row.ref,
        slug=row.slug,
        process=row.process.ref,
        kind=row.kind,
        state=move.after,
        date=term.date if term else None,
        place=term.place if term else Texts(),
        expected_since=term.begins if term else None,
        held_on=move.occurred_on if move.name == "hold" else None,
        rests_on=(move.ref, term.ref) if term else (move.ref,),
    )


def objectives(group: str, year: int, day: date, known_at: datetime) -> list[ObjectiveStated]:
    """The group's objectives for a period that has a day in the calendar year, in order. One query."""
    terms = ObjectiveTerm.objects.as_of(day, known_at).filter(objective__group__slug=group).select_related("objective")
    return [
        ObjectiveStated(term.objective.ref, term.objective.position, term.text, term.period, term.ref)
        for term in terms.order_by("objective__position", "objective__slug")
        if in_year(term.period, year)
    ]


def findings(group: str, start: date, end: date, day: date, known_at: datetime) -> list[FindingStated]:
    """The group's findings of periods that have a day in [start, end), challenges before lessons. One query."""
    terms = FindingTerm.objects.as_of(day, known_at).filter(finding__group__slug=group).select_related("finding")
    return [
        FindingStated(term.finding.ref, term.finding.kind, term.text, term.answer, term.period, term.ref)
        for term in terms.order_by("finding__kind", "finding__slug")
        if term.period.overlaps(start, end)
    ]


def outputs(group: str, year: int, day: date, known_at: datetime) -> list[OutputPlanned]:
    """The outputs of the group's work programmes for the calendar year, in order; cancelled ones are left out. Five queries."""
    periods = WorkProgrammeTerm.objects.as_of(day, known_at).filter(programme__group__slug=group)
    programmes = [term.programme_id for term in periods if in_year(term.period, year)]
    terms = list(
        OutputTerm.objects.as_of(day, known_at)
        .filter(output__programme__in=programmes)
        .select_related("output__programme", "after", "process")
        .order_by("output__programme__slug", "position", "output__slug")
    )
    moves = Move.objects.last_moves([term.output.ref for term in terms], day, known_at)
    points = _points([term.output_id for term in terms], day, known_at)
    parties = _parties([term.output_id for term in terms], day, known_at)
    planned = [term for term in terms if term.output.ref in moves and moves[term.output.ref].after != OutputState.CANCELLED]
    return [_planned(term, moves[term.output.ref], points, parties.get(term.output_id, ())) for term in planned]


def in_year(period: PartialDate, year: int) -> bool:
    """Whether the period has a day in the calendar year."""
    return period.overlaps(date(year, 1, 1), date(year + 1, 1, 1))


def _points(outputs: list[int], day: date, known_at: datetime) -> dict[tuple[int, str], tuple[Point, ...]]:
    terms = OutputPointTerm.objects.as_of(day, known_at).filter(point__output__in=outputs).select_related("point")
    found: dict[tuple[int, str], tuple[Point, ...]] = {}
    for term in terms.order_by("point__position"):
        key = (term.point.output_id, term.point.kind)
        found[key] = (*found.get(key, ()), Point(term.point.ref, term.text, term.ref))
    return found


def _parties(outputs: list[int], day: date, known_at: datetime) -> dict[int, tuple[Party, ...]]:
    terms = OutputParty.objects.as_of(day, known_at).filter(output__in=outputs).select_related("organization")
    found: dict[int, tuple[Party, ...]] = {}
    for term in terms.order_by("role", "organization__slug"):
        found[term.output_id] = (*found.get(term.output_id, ()), Party(term.organization.ref, term.role, term.ref))
    return found


def _planned(
    term: OutputTerm, move: Move, points: Mapping[tuple[int, str], tuple[Point, ...]], parties: tuple[Party, ...]
) -> OutputPlanned:
    return OutputPlanned(
        ref=term.output.ref,
        slug=term.output.slug,
        programme=term.output.programme.ref,
        kind=term.kind,
        state=move.after,
        title=term.title,
        due=term.due,
        covers=term.covers,
        after=term.after.ref if term.after else "",
        process=term.process.ref if term.process else "",
        co_chairs_convene=term.co_chairs_convene,
        topics=points.get((term.output_id, PointKind.TOPIC), ()),
        agree=points.get((term.output_id, PointKind.AGREE), ()),
        parties=parties,
        rests_on=(move.ref, term.ref),
    )
