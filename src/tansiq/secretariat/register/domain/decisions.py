"""What the co-chairs decide on a request to join: each answers, and when the last one agrees the organization is seated."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import MoveRefused
from tansiq.secretariat.record.domain.moves import advance, standing_moves
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Actor, Basis, Evidence, Move
from tansiq.secretariat.register.domain.errors import EffectTooEarly, NotEveryCoChair, NotForThisActor
from tansiq.secretariat.register.domain.membership import circulate, refuse_if_member, refuse_unless_co_chair
from tansiq.secretariat.register.domain.questions import LATEST, Answered, answers_of, is_over_before
from tansiq.secretariat.register.domain.seats import seat_organization, term_on
from tansiq.secretariat.register.domain.versions import start_version
from tansiq.secretariat.register.enums import Answer, Choice, RequestState, SeatKind
from tansiq.secretariat.register.models import CoChairAnswer, JoinRequest, Organization, Seat


@dataclass(frozen=True)
class Outcome:
    """Where a request stands after an answer: its state, the co-chairs that have not answered, and the seat once approved."""

    state: str
    waiting: tuple[str, ...]
    seat: Seat | None


def answer_request(
    *,
    request: JoinRequest,
    organization: Organization,
    answer: Answer,
    answered_on: PartialDate,
    by: Actor,
    at: datetime,
    effective_on: PartialDate | None = None,
    basis: Basis | None = None,
    because: str = "",
) -> CoChairAnswer:
    """File what a co-chair answered; nothing is decided by it. A later answer takes the place of an earlier one. Atomic.

    `effective_on` is from when the answer would have the seat held, where it says so.

    Raises MoveRefused when the request is not before the co-chairs, or the answer is over before the last day of the
    circulation (a circulation of "September 2017" counts from the 30th; an answer of "September 2017" passes) or is still
    to come; NotACoChair unless the organization co-chaired on the day of circulation; NotForThisActor when `by` speaks for
    another organization.
    """
    if by.on_behalf_of != organization.slug and (by.on_behalf_of or by.kind == ActorKind.REPLY_LINK):
        raise NotForThisActor(f"{by.ref} does not speak for {organization.slug}; only it or the secretariat can file its answer.")
    with transaction.atomic():
        circulated = _circulation(request)
        refuse_unless_co_chair(request.group, organization.slug, PartialDate.on(circulated.happened_by))
        if is_over_before(answered_on, circulated):
            raise MoveRefused(f"{request.ref} was circulated {_when(circulated)}, after that answer ({said(answered_on)}).")
        if not answered_on.certain_on(at.date()):
            raise MoveRefused(f"{request.ref}: {said(answered_on)} is still to come; file the answer once it is given.")
        term = CoChairAnswer(
            request=request, organization=organization, answer=answer, begins=answered_on, effective_on=effective_on, basis=basis
        )
        return start_version(term=term, by=by, at=at, because=because)


def approve_request(
    *,
    request: JoinRequest,
    decided_on: PartialDate,
    by: Actor,
    at: datetime,
    effective_on: PartialDate | None = None,
    basis: Basis | None = None,
    evidence: Evidence | None = None,
    because: str = "",
) -> Seat:
    """Seat the organization from `effective_on`, else from the last day of `decided_on`. Atomic.

    Only when every co-chair of the day of circulation had agreed by `decided_on`: raises NotEveryCoChair. Further
    EffectTooEarly when the seat would begin before the decision, AlreadyMember, NotACoChair, MoveRefused.
    """
    with transaction.atomic():
        _refuse_stranger(request, by)
        day = _decided_by(request, decided_on)
        _refuse_unless_all_agree(request, day)
        begins = effective_on or PartialDate.on(day)
        _refuse_early_effect(request, begins, decided_on)
        advance(row=request, transition="approve", occurred_on=decided_on, by=by, at=at, because=because, evidence=evidence)
        return _seat(request, begins, by=by, at=at, basis=basis)


def decline(
    *, request: JoinRequest, decided_on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None
) -> None:
    """Note that the co-chairs declined the request. Atomic. Raises MoveRefused, NotACoChair for a stranger."""
    with transaction.atomic():
        _refuse_stranger(request, by)
        advance(row=request, transition="decline", occurred_on=decided_on, by=by, at=at, because=because, evidence=evidence)


def defer(
    *, request: JoinRequest, decided_on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None
) -> None:
    """Note that the co-chairs put the request off; it can be circulated again. Atomic. Raises MoveRefused, NotACoChair."""
    with transaction.atomic():
        _refuse_stranger(request, by)
        advance(row=request, transition="defer", occurred_on=decided_on, by=by, at=at, because=because, evidence=evidence)


def decide_request(
    *,
    request: JoinRequest,
    organization: Organization,
    choice: Choice,
    answered_on: PartialDate,
    by: Actor,
    at: datetime,
    effective_on: PartialDate | None = None,
    basis: Basis | None = None,
    because: str = "",
) -> Outcome:
    """File one co-chair's choice and draw what follows from it. Atomic.

    To approve files that it agrees, and when it was the last one the request is approved, decided on the latest day among
    the answers, whichever was filed last; the seat is held from `effective_on` of this choice, else from the latest one that an
    answer before gave, else from the decision. To decline files that it objects and, since each must agree, declines the request;
    to defer files no answer and defers it. A request that is received but not circulated yet counts as circulated on the
    day of this first choice. Raises as `answer_request` and `approve_request`, EffectTooEarly at the first answer after whose
    day the seat was to be held already.
    """
    with transaction.atomic():
        if request.state == RequestState.RECEIVED:
            circulate(request=request, circulated_on=answered_on, by=by, at=at)
        if choice != Choice.DEFER:
            answer = Answer.AGREES if choice == Choice.APPROVE else Answer.OBJECTS
            answer_request(
                request=request, organization=organization, answer=answer, answered_on=answered_on, by=by, at=at, basis=basis,
                effective_on=effective_on if choice == Choice.APPROVE else None, because=because,
            )
        else:
            refuse_unless_co_chair(request.group, organization.slug, PartialDate.on(_circulation(request).happened_by))
            defer(request=request, decided_on=answered_on, by=by, at=at, because=because)
        if choice == Choice.DECLINE:
            decline(request=request, decided_on=answered_on, by=by, at=at, because=because)
        answers = answers_of(request, date.max, LATEST)
        seat = None
        if choice == Choice.APPROVE:
            seat = _approve_if_all_agree(request, answers, effective_on, by=by, at=at, basis=basis, because=because)
    return Outcome(request.state, tuple(each.organization for each in answers if not each.answer), seat)


def _approve_if_all_agree(
    request: JoinRequest, answers: list[Answered], effective_on: PartialDate | None, *, by: Actor, at: datetime, basis: Basis | None,
    because: str,
) -> Seat | None:
    """Approve the request when nobody is left to agree, None while somebody is. Raises EffectTooEarly in either case."""
    effect, decided_on = effective_on or _latest_effect(answers), _latest(answers)
    _refuse_early_effect(request, effect, decided_on)
    if any(each.answer != Answer.AGREES for each in answers):
        return None
    return approve_request(
        request=request, decided_on=decided_on, by=by, at=at, effective_on=effect, basis=basis, because=because
    )


def _circulation(request: JoinRequest) -> Move:
    """The move by which the request came before the co-chairs. Raises MoveRefused when it is not before them."""
    last = standing_moves(request.ref).last()
    if last is None or last.after != RequestState.CIRCULATED:
        state = last.after if last else "not begun"
        raise MoveRefused(f"{request.ref} is {state!r}; the co-chairs can answer only while it is 'circulated'.")
    return last


def _when(circulated: Move) -> str:
    """When the circulation is certain, in words: the day alone would not say why an answer of the same month comes before it."""
    last = PartialDate.on(circulated.happened_by)
    if circulated.occurred_on == last:
        return f"on {said(last)}"
    return f"by {said(last)} (it is known as {said(circulated.occurred_on)!r}, which counts from its last day)"


def _decided_by(request: JoinRequest, decided_on: PartialDate) -> date:
    day = decided_on.happened_by()
    if day is None:
        raise MoveRefused(f"{request.ref}: {said(decided_on)} has no last day; say when it had happened.")
    return day


def _refuse_stranger(request: JoinRequest, by: Actor) -> None:
    """Raise NotACoChair when `by` speaks for an organization that was not asked."""
    circulated = standing_moves(request.ref).filter(name="circulate").last()
    if by.on_behalf_of and circulated is not None:
        refuse_unless_co_chair(request.group, by.on_behalf_of, PartialDate.on(circulated.happened_by))


def _refuse_early_effect(request: JoinRequest, effect: PartialDate | None, decided_on: PartialDate) -> None:
    """Raise EffectTooEarly when the seat would be held from a day before the last day of `decided_on`."""
    if effect is not None and effect.counts_from() < _decided_by(request, decided_on):
        raise EffectTooEarly(f"{request.ref}: decided on {said(decided_on)}, it cannot take effect earlier ({said(effect)}).")


def _refuse_unless_all_agree(request: JoinRequest, day: date) -> None:
    """Raise NotEveryCoChair, naming who has not agreed by `day`."""
    circulated = _circulation(request)
    answers = answers_of(request, day, LATEST)
    if not answers:
        raise NotEveryCoChair(
            f"{request.ref}: {request.group.slug} had no co-chair when it was circulated ({said(circulated.occurred_on)}); record who was."
        )
    missing = [each for each in answers if each.answer != Answer.AGREES]
    if missing:
        they = ", ".join(f"{each.organization} ({each.answer or 'no answer'})" for each in missing)
        raise NotEveryCoChair(f"{request.ref}: not every co-chair had agreed by {said(PartialDate.on(day))}: {they}.")


def _seat(request: JoinRequest, begins: PartialDate, *, by: Actor, at: datetime, basis: Basis | None) -> Seat:
    """The seat that the approval gives; a seat recorded before that begins on that very day is the one."""
    known = Seat.objects.filter(group=request.group, organization=request.organization).first()
    held = term_on(known, begins) if known else None
    if known is not None and held is not None and held.kind == SeatKind.MEMBER and held.valid_from == begins.counts_from():
        return known
    refuse_if_member(request.group, request.organization, begins, or_later=True)
    return seat_organization(group=request.group, organization=request.organization, on=begins, by=by, at=at, basis=basis)


def _latest(answers: list[Answered]) -> PartialDate:
    """The answer date that ends last."""
    return max((each.answered_on for each in answers if each.answered_on), key=lambda day: day.last_day or date.max)


def _latest_effect(answers: list[Answered]) -> PartialDate | None:
    """The latest day from which one of those that agree would have the seat held, None where none says."""
    given = [each.effective_on for each in answers if each.effective_on and each.answer == Answer.AGREES]
    return max(given, key=lambda day: day.counts_from(), default=None)
