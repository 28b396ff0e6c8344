"""How the programme is asked: on a day, as the record knew it at a moment, each question with one query or two.

What is returned gives references (`app/kind/slug`) and, for each statement, the rows that it rests on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.programme.enums import OutputState, PointKind
from tansiq.secretariat.programme.models import (
    FindingTerm,
    FollowedProcess,
    ObjectiveTerm,
    Output,
    OutputParty,
    OutputPointTerm,
    OutputTerm,
    Step,
    StepExpectation,
    WorkProgrammeTerm,
)
from tansiq.secretariat.record.domain.asking import Reading, question
from tansiq.secretariat.record.domain.states import standing
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
    """The processes that the group (a slug) follows on `day`, by slug, with those of their steps that had begun. Two queries."""
    stand = steps(day, known_at)
    return [
        ProcessFollowed(
            term.process.ref, term.process.slug, term.begins, tuple(each for each in stand if each.process == term.process.ref), term.ref
        )
        for term in followed(group, day, known_at)
    ]


@question
def followed(group: str, day: date, known_at: datetime) -> Reading[list[FollowedProcess]]:
    """The terms by which the group follows a process on `day`, by its slug, with the process."""
    terms = FollowedProcess.objects.as_of(day, known_at).filter(group__slug=group).select_related("process")
    return Reading((terms.order_by("process__slug"),), list)


@question
def steps(day: date, known_at: datetime) -> Reading[list[StepAhead]]:
    """The steps of every global process that had begun by `day`, by process and position: few, and followed by many groups."""
    return _standing(Step.objects.all(), day, known_at)


def step(slug: str, day: date, known_at: datetime) -> StepAhead | None:
    """One step as it stood on `day`, None when it had not begun. One query."""
    return next(iter(_step_called(slug, day, known_at)), None)


@question
def _step_called(slug: str, day: date, known_at: datetime) -> Reading[list[StepAhead]]:
    return _standing(Step.objects.filter(slug=slug), day, known_at)


def _standing(rows: QuerySet[Step], day: date, known_at: datetime) -> Reading[list[StepAhead]]:
    """Each of the steps that had begun by `day`, as it stood then, by process and position."""
    wanted = (
        rows.select_related("process").order_by("process__slug", "position"),
        Move.objects.as_of(day, known_at).of(rows),
        StepExpectation.objects.as_of(day, known_at).filter(step__in=rows.values("pk")),
    )

    def answer(found: list[Step], moves: list[Move], expected: list[StepExpectation]) -> list[StepAhead]:
        last, terms = {move.subject: move for move in moves}, {term.step_id: term for term in expected}
        return [_step(row, last[row.ref], terms.get(row.pk)) for row in found if row.ref in last]

    return Reading(wanted, answer)


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
    return [each for each in group_objectives(group, day, known_at) if in_year(each.period, year)]


@question
def group_objectives(group: str, day: date, known_at: datetime) -> Reading[list[ObjectiveStated]]:
    """The group's objectives for whatever period, in order."""
    terms = ObjectiveTerm.objects.as_of(day, known_at).filter(objective__group__slug=group).select_related("objective")

    def answer(found: list[ObjectiveTerm]) -> list[ObjectiveStated]:
        return [ObjectiveStated(term.objective.ref, term.objective.position, term.text, term.period, term.ref) for term in found]

    return Reading((terms.order_by("objective__position", "objective__slug"),), answer)


def findings(group: str, start: date, end: date, day: date, known_at: datetime) -> list[FindingStated]:
    """The group's findings of periods that have a day in [start, end), challenges before lessons. One query."""
    return [each for each in group_findings(group, day, known_at) if each.period.overlaps(start, end)]


@question
def group_findings(group: str, day: date, known_at: datetime) -> Reading[list[FindingStated]]:
    """The group's findings of whatever period, challenges before lessons."""
    terms = FindingTerm.objects.as_of(day, known_at).filter(finding__group__slug=group).select_related("finding")

    def answer(found: list[FindingTerm]) -> list[FindingStated]:
        return [FindingStated(term.finding.ref, term.finding.kind, term.text, term.answer, term.period, term.ref) for term in found]

    return Reading((terms.order_by("finding__kind", "finding__slug"),), answer)


def outputs(group: str, year: int, day: date, known_at: datetime) -> list[OutputPlanned]:
    """The outputs of the group's work programmes for the calendar year, in order; cancelled ones are left out. One query."""
    periods, planned = group_outputs(group, day, known_at)
    of_year = {programme for programme, period in periods if in_year(period, year)}
    return [each for each in standing(planned, set(OutputState.values) - {OutputState.CANCELLED}) if each.programme in of_year]


@question
def group_outputs(group: str, day: date, known_at: datetime) -> Reading[tuple[list[tuple[str, PartialDate]], list[OutputPlanned]]]:
    """The group's work programmes (references) with their periods, and their outputs, cancelled ones too, in order."""
    points = OutputPointTerm.objects.as_of(day, known_at).filter(point__output__programme__group__slug=group).select_related("point")
    parties = OutputParty.objects.as_of(day, known_at).filter(output__programme__group__slug=group).select_related("organization")
    terms = OutputTerm.objects.as_of(day, known_at).filter(output__programme__group__slug=group)
    wanted = (
        WorkProgrammeTerm.objects.as_of(day, known_at).filter(programme__group__slug=group).select_related("programme"),
        terms.select_related("output__programme", "after", "process").order_by("output__programme__slug", "position", "output__slug"),
        Move.objects.as_of(day, known_at).of(Output.objects.filter(programme__group__slug=group)),
        points.order_by("point__position"),
        parties.order_by("role", "organization__slug"),
    )
    return Reading(wanted, _outputs)


def _outputs(*read: list[Any]) -> tuple[list[tuple[str, PartialDate]], list[OutputPlanned]]:
    programmes, terms, moves, points, parties = read
    last, points_of, parties_of = {move.subject: move for move in moves}, _points(points), _parties(parties)
    planned = [
        _planned(term, last[term.output.ref], points_of, parties_of.get(term.output_id, ())) for term in terms if term.output.ref in last
    ]
    return [(term.programme.ref, term.period) for term in programmes], planned


def in_year(period: PartialDate, year: int) -> bool:
    """Whether the period has a day in the calendar year."""
    return period.overlaps(date(year, 1, 1), date(year + 1, 1, 1))


def _points(terms: Iterable[OutputPointTerm]) -> dict[tuple[int, str], tuple[Point, ...]]:
    found: dict[tuple[int, str], tuple[Point, ...]] = {}
    for term in terms:
        key = (term.point.output_id, term.point.kind)
        found[key] = (*found.get(key, ()), Point(term.point.ref, term.text, term.ref))
    return found


def _parties(terms: Iterable[OutputParty]) -> dict[int, tuple[Party, ...]]:
    found: dict[int, tuple[Party, ...]] = {}
    for term in terms:
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
