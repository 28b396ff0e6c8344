"""One request to join as its page shows it: every step taken, what each co-chair answered and how it came, and what is possible now."""

from dataclasses import dataclass
from datetime import date

from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.models import Evidence, Move
from tansiq.secretariat.register.domain.questions import LATEST, Answered, answers_of
from tansiq.secretariat.register.enums import Answer, RequestState
from tansiq.secretariat.register.lifecycle import JOIN_REQUEST
from tansiq.secretariat.register.models import CoChairAnswer, JoinRequest


@dataclass(frozen=True)
class Step:
    """A step of a request. `closed` says why it is not possible now, "" when it is: `no-letter`, `not-circulated`, `no-co-chair`,
    `not-agreed`, `deferred`; `waiting` are the co-chairs (slugs) it waits for.
    """

    name: str
    closed: str = ""
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnswerHeld:
    """A co-chair asked (a slug), what it answered, and the term that says so; None while it has not."""

    organization: str
    term: CoChairAnswer | None


@dataclass(frozen=True)
class Dossier:
    """A request with its moves in order, the reasons given for them by log entry, and the answers to its last circulation."""

    request: JoinRequest
    moves: tuple[Move, ...]
    reasons: dict[int, str]
    answers: tuple[AnswerHeld, ...]
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step | None:
        """The step of that name, open or closed; None when the state knows no such step."""
        return next((step for step in self.steps if step.name == name), None)


def find_request(*, group: str, request: str) -> JoinRequest:
    """The request of a group (slugs). Raises UnknownReference."""
    found = JoinRequest.objects.filter(group__slug=group, slug=request).select_related("group", "organization").first()
    if found is None:
        raise UnknownReference(f"the group {group!r} has no request {request!r}.")
    return found


def dossier(*, group: str, request: str) -> Dossier:
    """The request as the record stands. Seven queries. Raises UnknownReference."""
    row = find_request(group=group, request=request)
    given = Move.objects.as_of(date.max, LATEST).filter(subject=row.ref)
    moves = tuple(given.select_related("by__account", "evidence", "entry").prefetch_related("entry__details"))
    answers = answers_of(row, date.max, LATEST)
    slugs = [each.rests_on.rsplit("/", 1)[1] for each in answers if each.rests_on]
    terms = CoChairAnswer.objects.filter(slug__in=slugs).select_related("recorded_entry__actor__account", "basis__evidence")
    by_ref = {term.ref: term for term in terms}
    return Dossier(
        request=row,
        moves=moves,
        reasons={move.entry_id: detail.text for move in moves for detail in move.entry.details.all() if detail.text},
        answers=tuple(AnswerHeld(each.organization, by_ref.get(each.rests_on)) for each in answers),
        steps=tuple(_steps(row, answers)),
    )


def evidence_of(*, group: str, request: str, evidence: str) -> Evidence:
    """A file that was filed with a step of the request or an answer to it (slugs). Raises UnknownReference for any other file."""
    row = find_request(group=group, request=request)
    found = Evidence.objects.filter(slug=evidence, moves__subject=row.ref).first()
    if found is None:
        answers = CoChairAnswer.objects.filter(request=row, basis__evidence__slug=evidence).select_related("basis__evidence")
        found = next((answer.basis.evidence for answer in answers if answer.basis), None)
    if found is None:
        raise UnknownReference(f"{row.ref} has no file {evidence!r}.")
    return found


def _steps(request: JoinRequest, answers: list[Answered]) -> list[Step]:
    """What is possible now, in the order of the lifecycle, and of what is not yet, what would open it."""
    state = request.state
    named = {transition.name for transition in JOIN_REQUEST.open_from(state)}
    steps = [Step(name) for name in ("receive", "circulate") if name in named]
    if state == RequestState.INTEREST:
        steps.append(Step("circulate", "no-letter"))
    if state == RequestState.CIRCULATED:
        steps += _decision(answers) if answers else [Step("approve", "no-co-chair")]
    elif state == RequestState.RECEIVED:
        steps.append(Step("approve", "not-circulated"))
    elif state == RequestState.DEFERRED:
        steps.append(Step("approve", "deferred"))
    return steps + [Step(name) for name in ("decline", "defer", "withdraw") if name in named]


def _decision(answers: list[Answered]) -> list[Step]:
    """What comes next first: the answers while one is missing, the approval once all agree."""
    waiting = tuple(each.organization for each in answers if each.answer != Answer.AGREES)
    return [Step("answer"), Step("approve", "not-agreed", waiting)] if waiting else [Step("approve"), Step("answer")]
