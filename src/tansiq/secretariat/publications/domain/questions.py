"""How publications are asked: on a day, as the record knew it at a moment, in a number of queries that does not grow with the data.

What is returned gives references (`app/kind/slug`) and, for each statement, the rows that it rests on.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tansiq.engines.dates import PartialDate
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
from tansiq.secretariat.record.models import Move


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
    """An edition as it stood on the day. `objective` and `meeting` are references or ""; its title is asked by `Names`.

    `moved_on` is when it came into its state. `rests_on` are the move that brought it there and the term of its particulars.
    """

    ref: str
    slug: str
    series: str
    kind: str
    state: str
    moved_on: PartialDate
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
    """Every edition of the group's series, planned by `day` and in one of `states` then, by series and number. Eight queries."""
    found = _stand(Edition.objects.filter(series__group__slug=group).select_related("series"), day, known_at, states)
    return sorted(found, key=lambda each: (each.series, each.number is None, each.number or 0, each.slug))


def editions_in_hand(group: str, day: date, known_at: datetime, *, kind: str = SeriesKind.REPORT) -> list[EditionStands]:
    """The group's editions of that kind still being prepared on `day`, planned ones included. Eight queries."""
    return [each for each in editions_of(group, day, known_at, states=IN_HAND) if each.kind == kind]


def briefs_for(meeting: str, day: date, known_at: datetime) -> list[EditionStands]:
    """The issue briefs that were out by `day`, made for the meeting (a slug), in order of number. Nine queries."""
    terms = EditionTerm.objects.as_of(day, known_at).filter(meeting__slug=meeting, edition__series__kind=SeriesKind.BRIEF)
    rows = Edition.objects.filter(pk__in=list(terms.values_list("edition", flat=True))).select_related("series")
    return sorted(_stand(rows, day, known_at, OUT), key=lambda each: (each.number is None, each.number or 0, each.slug))


def edition(slug: str, day: date, known_at: datetime) -> EditionStands | None:
    """One edition as it stood on `day`, None when it had not been planned. Eight queries."""
    found = _stand(Edition.objects.filter(slug=slug).select_related("series"), day, known_at)
    return found[0] if found else None


def inputs_from(sources: Iterable[str], day: date, known_at: datetime) -> list[InputStands]:
    """The inputs, planned by `day`, from meetings and editions given by reference, by source and slug. Two queries."""
    wanted = set(sources)
    rows = Input.objects.select_related("meeting", "edition", "step", "organization")
    slugs = [ref.rsplit("/", 1)[1] for ref in wanted]
    found = [row for row in (rows.filter(meeting__slug__in=slugs) | rows.filter(edition__slug__in=slugs)) if source_of(row) in wanted]
    moves = Move.objects.last_moves([row.ref for row in found], day, known_at)
    stand = [_input(row, moves[row.ref]) for row in found if row.ref in moves]
    return sorted(stand, key=lambda each: (each.source, each.slug))


def editions_of_outputs(outputs: Iterable[str], day: date, known_at: datetime) -> dict[str, tuple[str, str]]:
    """For each output given by reference, the reference of the edition it is about and the term that says so. One query."""
    slugs = [ref.rsplit("/", 1)[1] for ref in outputs]
    terms = OutputEdition.objects.as_of(day, known_at).filter(output__slug__in=slugs).select_related("output", "edition")
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


def _stand(
    rows: Iterable[Edition], day: date, known_at: datetime, states: Collection[str] = tuple(EditionState.values)
) -> list[EditionStands]:
    """Each of the editions that was in one of the states on `day`. Eight queries, that of `rows` included."""
    planned = list(rows)
    moves = Move.objects.last_moves([row.ref for row in planned], day, known_at)
    editions = [row for row in planned if row.ref in moves and moves[row.ref].after in states]
    ids = [row.pk for row in editions]
    particulars = EditionTerm.objects.as_of(day, known_at).filter(edition__in=ids).select_related("objective", "meeting")
    terms = {term.edition_id: term for term in particulars}
    stages, parties, versions = _stages(ids, day, known_at), _parties(ids, day, known_at), _versions(ids, day, known_at)
    return [
        EditionStands(
            ref=row.ref,
            slug=row.slug,
            series=row.series.ref,
            kind=row.series.kind,
            **_particulars(terms.get(row.pk) or EditionTerm(), moves[row.ref]),
            stages=tuple(stages.get(row.pk, ())),
            parties=tuple(parties.get(row.pk, ())),
            versions=tuple(versions.get(row.pk, ())),
        )
        for row in editions
    ]


def _particulars(term: EditionTerm, move: Move) -> Mapping[str, Any]:
    return {
        "state": move.after,
        "moved_on": move.occurred_on,
        "number": term.number,
        "year": term.year,
        "objective": term.objective.ref if term.objective else "",
        "meeting": term.meeting.ref if term.meeting else "",
        "rests_on": (move.ref, term.ref) if term.pk else (move.ref,),
    }


def _stages(ids: list[int], day: date, known_at: datetime) -> dict[int, list[StageAhead]]:
    """In the order of the stages. One query."""
    terms = StageExpectation.objects.as_of(day, known_at).filter(edition__in=ids)
    found: dict[int, list[StageAhead]] = {}
    for term in sorted(terms, key=lambda each: Stage.values.index(each.stage)):
        found.setdefault(term.edition_id, []).append(StageAhead(term.stage, term.date, term.begins, term.ref))
    return found


def _parties(ids: list[int], day: date, known_at: datetime) -> dict[int, list[EditedBy]]:
    """Leads first, then who consolidates, then contributors; organizations before groups. Two queries."""
    bodies = EditionParty.objects.as_of(day, known_at).filter(edition__in=ids).select_related("organization").order_by("organization__slug")
    groups = EditionGroup.objects.as_of(day, known_at).filter(edition__in=ids).select_related("group").order_by("group__slug")
    found: dict[int, list[EditedBy]] = {}
    named = [(row, row.organization.ref) for row in bodies] + [(row, row.group.ref) for row in groups]
    for row, ref in sorted(named, key=lambda pair: EditionRole.values.index(pair[0].role)):
        found.setdefault(row.edition_id, []).append(EditedBy(ref, row.role, row.ref))
    return found


def _versions(ids: list[int], day: date, known_at: datetime) -> dict[int, list[VersionStands]]:
    """By language. Two queries."""
    rows = list(LanguageVersion.objects.filter(edition__in=ids).order_by("language"))
    moves = Move.objects.last_moves([row.ref for row in rows], day, known_at)
    found: dict[int, list[VersionStands]] = {}
    for row in rows:
        if row.ref in moves:
            version = VersionStands(row.ref, row.language, moves[row.ref].after, moves[row.ref].ref)
            found.setdefault(row.edition_id, []).append(version)
    return found
