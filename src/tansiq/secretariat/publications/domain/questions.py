"""How publications are asked: on a day, as the record knew it at a moment, each question with one query.

What is returned gives references (`app/kind/slug`) and, for each statement, the rows that it rests on.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.meetings.domain.questions import group_meetings, meetings_belonging
from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.publications.enums import IN_HAND, OUT, EditionRole, EditionState, SeriesKind, Stage
from tansiq.secretariat.publications.models import (
    Edition,
    EditionGroup,
    EditionParty,
    EditionTerm,
    Input,
    LanguageVersion,
    OutputEdition,
    StageExpectation,
)
from tansiq.secretariat.record.domain.asking import Reading, question
from tansiq.secretariat.record.domain.states import standing
from tansiq.secretariat.record.models import Move, TermQuerySet, by_subject, kind_of


@dataclass(frozen=True)
class StageAhead:
    """When a stage is expected, and since when it is expected so."""

    stage: str
    date: PartialDate
    expected_since: PartialDate | None
    rests_on: str


@dataclass(frozen=True)
class EditedBy:
    """An organization or a group (its reference) and its role."""

    ref: str
    role: str
    rests_on: str


@dataclass(frozen=True)
class VersionStands:
    """A language version and where it stands."""

    ref: str
    language: str
    state: str
    rests_on: str


@dataclass(frozen=True)
class EditionStands:
    """An edition as it stood on the day. `objective` and `meeting` are references or "", `group` is the slug of the group whose series
    it is of; its title is asked by `Names`.

    `moved_on` is when it came into its state, `review` when it last went into review and the move that says so. `rests_on` are the
    move that brought it into its state and the term of its particulars.
    """

    ref: str
    slug: str
    series: str
    group: str
    kind: str
    state: str
    moved_on: PartialDate
    review: tuple[PartialDate, str] | None
    number: int | None
    year: int | None
    objective: str
    meeting: str
    stages: tuple[StageAhead, ...]
    parties: tuple[EditedBy, ...]
    versions: tuple[VersionStands, ...]
    rests_on: tuple[str, ...]

    def stage(self, stage: str) -> StageAhead | None:
        """What is expected of one stage."""
        return next((each for each in self.stages if each.stage == stage), None)


@dataclass(frozen=True)
class InputStands:
    """An input: from which meeting or edition (`source`), to which step or organization (`destination`), and where it stands."""

    ref: str
    slug: str
    source: str
    destination: str
    form: str
    state: str
    moved_on: PartialDate
    rests_on: str


def editions_of(
    group: str, day: date, known_at: datetime, *, states: Collection[str] = tuple(EditionState.values)
) -> list[EditionStands]:
    """Every edition of the group's series, planned by `day` and in one of `states` then, by series and number. One query."""
    found = [each for each in standing(group_editions(group, day, known_at), states) if each.group == group]
    return sorted(found, key=lambda each: (each.series, each.number is None, each.number or 0, each.slug))


def editions_in_hand(group: str, day: date, known_at: datetime, *, kind: str = SeriesKind.REPORT) -> list[EditionStands]:
    """The group's editions of that kind still being prepared on `day`, planned ones included. One query."""
    return [each for each in editions_of(group, day, known_at, states=IN_HAND) if each.kind == kind]


@question
def group_editions(group: str, day: date, known_at: datetime) -> Reading[list[EditionStands]]:
    """The editions that a group (a slug) has to do with, as they stood on `day`, by slug: those of its series, briefs for its
    meetings, and those that outputs of its work programmes are about.
    """
    briefs = _terms_of_briefs(day, known_at).filter(meeting__in=meetings_belonging(group, day, known_at))
    about = OutputEdition.objects.as_of(day, known_at).filter(output__programme__group__slug=group)
    own = Q(series__group__slug=group) | Q(pk__in=briefs.values("edition")) | Q(pk__in=about.values("edition"))
    return _standing(Edition.objects.filter(own), day, known_at)


def briefs_for(meeting: str, day: date, known_at: datetime, *, group: str = "") -> list[EditionStands]:
    """The issue briefs that were out by `day`, made for the meeting (a slug), in order of number. One query, or two.

    Where the meeting belongs to `group` (a slug), they are taken from `group_editions`, which a reader of several meetings has anyway.
    """
    ours = group and any(each.slug == meeting for each in group_meetings(group, day, known_at))
    found = group_editions(group, day, known_at) if ours else _briefs(meeting, day, known_at)
    ref = f"{kind_of(Meeting)}/{meeting}"
    out = [each for each in standing(found, OUT) if each.kind == SeriesKind.BRIEF and each.meeting == ref]
    return sorted(out, key=lambda each: (each.number is None, each.number or 0, each.slug))


@question
def _briefs(meeting: str, day: date, known_at: datetime) -> Reading[list[EditionStands]]:
    briefs = _terms_of_briefs(day, known_at).filter(meeting__slug=meeting)
    return _standing(Edition.objects.filter(pk__in=briefs.values("edition")), day, known_at)


def _terms_of_briefs(day: date, known_at: datetime) -> TermQuerySet:
    return EditionTerm.objects.as_of(day, known_at).filter(edition__series__kind=SeriesKind.BRIEF)


def edition(slug: str, day: date, known_at: datetime) -> EditionStands | None:
    """One edition as it stood on `day`, None when it had not been planned. One query."""
    return next(iter(_edition(slug, day, known_at)), None)


@question
def _edition(slug: str, day: date, known_at: datetime) -> Reading[list[EditionStands]]:
    return _standing(Edition.objects.filter(slug=slug), day, known_at)


def inputs_from(sources: Iterable[str], day: date, known_at: datetime) -> list[InputStands]:
    """The inputs, planned by `day`, from meetings and editions given by reference, by source and slug. One query."""
    wanted = frozenset(sources)
    return [each for each in _inputs(frozenset(ref.rsplit("/", 1)[1] for ref in wanted), day, known_at) if each.source in wanted]


@question
def _inputs(slugs: frozenset[str], day: date, known_at: datetime) -> Reading[list[InputStands]]:
    """The inputs from meetings and editions with these slugs."""
    return _bound(Input.objects.filter(Q(meeting__slug__in=slugs) | Q(edition__slug__in=slugs)), day, known_at)


@question
def inputs_of_meetings(group: str, day: date, known_at: datetime) -> Reading[list[InputStands]]:
    """The inputs, planned by `day`, from meetings that belong to the group (a slug), by source and slug."""
    return _bound(Input.objects.filter(meeting__in=meetings_belonging(group, day, known_at)), day, known_at)


def _bound(rows: QuerySet[Input], day: date, known_at: datetime) -> Reading[list[InputStands]]:
    wanted = (rows.select_related("meeting", "edition", "step", "organization"), Move.objects.as_of(day, known_at).of(rows))

    def answer(inputs: list[Input], moves: list[Move]) -> list[InputStands]:
        last = {move.subject: move for move in moves}
        stand = [_input(row, last[row.ref]) for row in inputs if row.ref in last]
        return sorted(stand, key=lambda each: (each.source, each.slug))

    return Reading(wanted, answer)


def editions_of_outputs(outputs: Iterable[str], day: date, known_at: datetime) -> dict[str, tuple[str, str]]:
    """For each output given by reference, the reference of the edition it is about and the term that says so. One query."""
    slugs = [ref.rsplit("/", 1)[1] for ref in outputs]
    return _about(OutputEdition.objects.as_of(day, known_at).filter(output__slug__in=slugs).select_related("output", "edition"))


@question
def editions_planned(group: str, day: date, known_at: datetime) -> Reading[dict[str, tuple[str, str]]]:
    """As `editions_of_outputs`, for every output of the group's work programmes."""
    terms = OutputEdition.objects.as_of(day, known_at).filter(output__programme__group__slug=group)
    return Reading((terms.select_related("output", "edition"),), _about)


def _about(terms: Iterable[OutputEdition]) -> dict[str, tuple[str, str]]:
    return {term.output.ref: (term.edition.ref, term.ref) for term in terms}


def source_of(row: Input) -> str:
    """The reference of the meeting or the edition that an input comes from."""
    return str(row.meeting.ref if row.meeting else row.edition.ref)  # type: ignore[union-attr]


def destination_of(row: Input) -> str:
    """The reference of the step or the organization that an input goes to."""
    return str(row.step.ref if row.step else row.organization.ref)  # type: ignore[union-attr]


def _input(row: Input, move: Move) -> InputStands:
    return InputStands(
        ref=row.ref,
        slug=row.slug,
        source=source_of(row),
        destination=destination_of(row),
        form=row.form,
        state=move.after,
        moved_on=move.occurred_on,
        rests_on=move.ref,
    )


def _standing(rows: QuerySet[Edition], day: date, known_at: datetime) -> Reading[list[EditionStands]]:
    """Each of the editions that had been planned by `day`, as it stood then, by slug."""
    keys = rows.values("pk")
    versions = LanguageVersion.objects.filter(edition__in=keys)
    bodies = EditionParty.objects.as_of(day, known_at).filter(edition__in=keys).select_related("organization")
    groups = EditionGroup.objects.as_of(day, known_at).filter(edition__in=keys).select_related("group")
    wanted = (
        rows.select_related("series__group").order_by("slug"),
        Move.objects.as_of(day, known_at).of(rows),
        EditionTerm.objects.as_of(day, known_at).filter(edition__in=keys).select_related("objective", "meeting"),
        StageExpectation.objects.as_of(day, known_at).filter(edition__in=keys),
        bodies.order_by("organization__slug"),
        groups.order_by("group__slug"),
        versions.order_by("language"),
        Move.objects.as_of(day, known_at).of(versions),
    )
    return Reading(wanted, _stand)


def _stand(*read: list[Any]) -> list[EditionStands]:
    rows, moves, terms, expectations, bodies, groups, versions, moves_of_versions = read
    made, stated = by_subject(moves), {term.edition_id: term for term in terms}
    stages, parties = _stages(expectations), _parties(bodies, groups)
    spoken = _versions(versions, {move.subject: move for move in moves_of_versions})
    return [
        EditionStands(
            ref=row.ref,
            slug=row.slug,
            series=row.series.ref,
            group=row.series.group.slug,
            kind=row.series.kind,
            **_particulars(stated.get(row.pk) or EditionTerm(), made[row.ref]),
            stages=tuple(stages.get(row.pk, ())),
            parties=tuple(parties.get(row.pk, ())),
            versions=tuple(spoken.get(row.pk, ())),
        )
        for row in rows
        if row.ref in made
    ]


def _particulars(term: EditionTerm, moves: list[Move]) -> Mapping[str, Any]:
    move, reviews = moves[-1], [each for each in moves if each.after == EditionState.IN_REVIEW]
    return {
        "state": move.after,
        "moved_on": move.occurred_on,
        "review": (reviews[-1].occurred_on, reviews[-1].ref) if reviews else None,
        "number": term.number,
        "year": term.year,
        "objective": term.objective.ref if term.objective else "",
        "meeting": term.meeting.ref if term.meeting else "",
        "rests_on": (move.ref, term.ref) if term.pk else (move.ref,),
    }


def _stages(terms: Iterable[StageExpectation]) -> dict[int, list[StageAhead]]:
    """In the order of the stages."""
    found: dict[int, list[StageAhead]] = {}
    for term in sorted(terms, key=lambda each: Stage.values.index(each.stage)):
        found.setdefault(term.edition_id, []).append(StageAhead(term.stage, term.date, term.begins, term.ref))
    return found


def _parties(bodies: Iterable[EditionParty], groups: Iterable[EditionGroup]) -> dict[int, list[EditedBy]]:
    """Leads first, then who consolidates, then contributors; organizations before groups."""
    found: dict[int, list[EditedBy]] = {}
    named = [(row.edition_id, row.role, row.ref, row.organization.ref) for row in bodies]
    named += [(row.edition_id, row.role, row.ref, row.group.ref) for row in groups]
    for edition_id, role, rests_on, ref in sorted(named, key=lambda each: EditionRole.values.index(each[1])):
        found.setdefault(edition_id, []).append(EditedBy(ref, role, rests_on))
    return found


def _versions(rows: Iterable[LanguageVersion], moves: Mapping[str, Move]) -> dict[int, list[VersionStands]]:
    """By language."""
    found: dict[int, list[VersionStands]] = {}
    for row in rows:
        if row.ref in moves:
            version = VersionStands(row.ref, row.language, moves[row.ref].after, moves[row.ref].ref)
            found.setdefault(row.edition_id, []).append(version)
    return found
