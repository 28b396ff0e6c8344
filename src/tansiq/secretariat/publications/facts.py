"""What can be asked of publications as facts: briefs of a meeting, numbers, states and stages of editions, versions, inputs."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from tansiq.engines.press.ordinals import ordinal
from tansiq.secretariat.meetings.models import OrganizingGroup
from tansiq.secretariat.publications.domain.questions import briefs_for, group_editions
from tansiq.secretariat.publications.domain.questions import edition as edition_on
from tansiq.secretariat.publications.enums import EditionState, InputState, SeriesKind, VersionState
from tansiq.secretariat.publications.models import Edition, EditionTerm, Input, LanguageVersion, StageExpectation
from tansiq.secretariat.record.domain.wording import NOTHING, count_display, date_display
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.facts import Measured, fact
from tansiq.secretariat.record.models import Move

EDITION_WORDS: Mapping[str, Mapping[str, str]] = {
    EditionState.PLANNED: {"en": "planned", "ar": "مقرر", "fr": "prévu"},
    EditionState.DRAFTING: {"en": "drafting", "ar": "قيد الصياغة", "fr": "en cours de rédaction"},
    EditionState.IN_REVIEW: {"en": "in review", "ar": "قيد المراجعة", "fr": "en cours de relecture"},
    EditionState.REVISING: {"en": "being revised", "ar": "قيد التنقيح", "fr": "en cours de révision"},
    EditionState.CLEARED: {"en": "cleared", "ar": "مجاز", "fr": "approuvé"},
    EditionState.EDITING: {"en": "editing", "ar": "قيد التحرير", "fr": "en cours de mise au point"},
    EditionState.FINAL: {"en": "final", "ar": "نهائي", "fr": "définitif"},
    EditionState.PUBLISHED: {"en": "published", "ar": "منشور", "fr": "publié"},
    EditionState.LAUNCHED: {"en": "launched", "ar": "أُطلق", "fr": "lancé"},
    EditionState.CANCELLED: {"en": "cancelled", "ar": "ملغى", "fr": "annulé"},
}
VERSION_WORDS: Mapping[str, Mapping[str, str]] = {
    VersionState.NOT_STARTED: {"en": "not started", "ar": "لم تبدأ", "fr": "non commencée"},
    VersionState.TRANSLATING: {"en": "being translated", "ar": "قيد الترجمة", "fr": "en cours de traduction"},
    VersionState.REVISED: {"en": "revised", "ar": "منقحة", "fr": "révisée"},
    VersionState.FINAL: {"en": "final", "ar": "نهائية", "fr": "définitive"},
    VersionState.PUBLISHED: {"en": "published", "ar": "منشورة", "fr": "publiée"},
}
INPUT_WORDS: Mapping[str, Mapping[str, str]] = {
    InputState.PLANNED: {"en": "planned", "ar": "مقررة", "fr": "prévue"},
    InputState.SUBMITTED: {"en": "submitted", "ar": "مقدمة", "fr": "remise"},
    InputState.PRESENTED: {"en": "presented", "ar": "معروضة", "fr": "présentée"},
}


def editions_planned(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every edition of its series that had been planned by then."""
    rows = list(Edition.objects.select_related("series__group").order_by("slug"))
    moves = Move.objects.last_moves([row.ref for row in rows], as_of, known_at)
    yield from ({"group": row.series.group.slug, "edition": row.slug} for row in rows if row.ref in moves)


def stages_expected(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every stage, of every edition of its series, of which a date is expected then."""
    terms = StageExpectation.objects.as_of(as_of, known_at).select_related("edition__series__group").order_by("edition__slug", "stage")
    yield from ({"group": term.edition.series.group.slug, "edition": term.edition.slug, "stage": term.stage} for term in terms)


def meetings_with_briefs(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every meeting for which a brief of its series is planned then."""
    terms = EditionTerm.objects.as_of(as_of, known_at).exclude(meeting=None).filter(edition__series__kind=SeriesKind.BRIEF)
    pairs = terms.values_list("edition__series__group__slug", "meeting__slug")
    yield from ({"group": group, "meeting": meeting} for group, meeting in sorted(set(pairs)))


def versions_planned(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every language version, of every edition of its series, that had been planned by then."""
    rows = list(LanguageVersion.objects.select_related("edition__series__group").order_by("slug"))
    moves = Move.objects.last_moves([row.ref for row in rows], as_of, known_at)
    named = [(row.edition.series.group.slug, row) for row in rows if row.ref in moves]
    yield from ({"group": group, "edition": row.edition.slug, "language": row.language} for group, row in named)


def inputs_of_editions(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every input, planned by then, from one of its meetings or editions."""
    rows = list(Input.objects.select_related("edition__series__group", "meeting").order_by("slug"))
    moves = Move.objects.last_moves([row.ref for row in rows], as_of, known_at)
    owners: dict[int | None, list[str]] = {}
    for term in OrganizingGroup.objects.as_of(as_of, known_at).select_related("group").order_by("group__slug"):
        owners.setdefault(term.meeting_id, []).append(term.group.slug)
    for row in rows:
        groups = [row.edition.series.group.slug] if row.edition else owners.get(row.meeting_id, [])
        if row.ref in moves:
            yield from ({"group": group, "input": row.slug} for group in groups)


@fact("publications.brief_count", unit="issue briefs", cases=meetings_with_briefs)
def brief_count(*, group: str, meeting: str, as_of: date, known_at: datetime) -> Measured:
    """How many issue briefs made for the meeting were out by the day. Rests on their moves and particulars."""
    found = briefs_for(meeting, as_of, known_at, group=group)
    return Measured(len(found), tuple(ref for each in found for ref in each.rests_on), count_display(len(found)))


@fact("publications.edition_number", unit="number in its series", cases=editions_planned)
def edition_number(*, group: str, edition: str, as_of: date, known_at: datetime) -> Measured:
    """Which edition of its series it is, counted from 1, shown as an ordinal; None without a number. Rests on its particulars."""
    known = next((each for each in group_editions(group, as_of, known_at) if each.slug == edition), None)
    found = known or edition_on(edition, as_of, known_at)
    if found is None or found.number is None:
        return Measured(None, (), NOTHING)
    shown = {language: ordinal(found.number, language) for language in Language.values}
    return Measured(found.number, found.rests_on[-1:], shown)


@fact("publications.edition_state", unit="state", cases=editions_planned)
def edition_state(*, group: str, edition: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """Where the edition stands, from planned to launched. Rests on the move that brought it there."""
    return _state(f"publications/edition/{edition}", EDITION_WORDS, as_of, known_at)


@fact("publications.stage_date", unit="date", cases=stages_expected)
def stage_date(*, group: str, edition: str, stage: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """When the stage of the edition is expected, as EDTF. Rests on the expectation that holds on the day."""
    term = StageExpectation.objects.as_of(as_of, known_at).filter(edition__slug=edition, stage=stage).first()
    return Measured(term.date.edtf, (term.ref,), date_display(term.date, as_of)) if term else Measured(None, (), NOTHING)


@fact("publications.version_state", unit="state", cases=versions_planned)
def version_state(*, group: str, edition: str, language: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """Where the edition stands in one language. Rests on the move that brought it there."""
    row = LanguageVersion.objects.filter(edition__slug=edition, language=language).first()
    return _state(row.ref, VERSION_WORDS, as_of, known_at) if row else Measured(None, (), NOTHING)


@fact("publications.input_state", unit="state", cases=inputs_of_editions)
def input_state(*, group: str, input: str, as_of: date, known_at: datetime) -> Measured:  # noqa: A002, ARG001
    """Whether an input is planned, submitted or presented. Rests on the move that made it so."""
    return _state(f"publications/input/{input}", INPUT_WORDS, as_of, known_at)


def _state(ref: str, words: Mapping[str, Mapping[str, str]], as_of: date, known_at: datetime) -> Measured:
    move = Move.objects.last_moves([ref], as_of, known_at).get(ref)
    return Measured(move.after, (move.ref,), words[move.after]) if move else Measured(None, (), NOTHING)
