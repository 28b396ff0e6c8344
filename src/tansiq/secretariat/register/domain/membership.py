"""Requests to join: noted, received, circulated to the co-chairs, withdrawn. What the co-chairs decide is in decisions.py."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import MoveRefused
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.log import take_turn
from tansiq.secretariat.record.domain.moves import advance, standing_moves
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Evidence
from tansiq.secretariat.register.domain.errors import AlreadyMember, NotACoChair, RequestOpen
from tansiq.secretariat.register.domain.questions import LATEST, co_chairs
from tansiq.secretariat.register.enums import RequestState, SeatKind
from tansiq.secretariat.register.lifecycle import OPEN
from tansiq.secretariat.register.models import Group, JoinRequest, Organization, SeatTerm


def note_interest(
    *,
    group: Group,
    organization: Organization,
    noted_on: PartialDate,
    by: Actor,
    at: datetime,
    evidence: Evidence | None = None,
    because: str = "",
    slug: str = "",
) -> JoinRequest:
    """Note that the organization would like to join; no letter has come yet. Atomic.

    `slug` names the request where the caller has one; else it is GROUP-ORGANIZATION, then -2, -3. Raises AlreadyMember,
    RequestOpen when one of it is open or was decided on that day or later, MoveRefused when `by` speaks for another
    organization or the day is still to come.
    """
    with transaction.atomic():
        _refuse_if_open(group, organization, OPEN)
        _refuse_if_open_then(group, organization, noted_on)
        refuse_if_member(group, organization, noted_on)
        request = _make(group, organization, slug, by=by, at=at)
        advance(row=request, transition="note_interest", occurred_on=noted_on, by=by, at=at, because=because, evidence=evidence)
    return request


def receive_request(
    *,
    group: Group,
    organization: Organization,
    requested_on: PartialDate,
    by: Actor,
    at: datetime,
    evidence: Evidence | None = None,
    signatory: str = "",
    because: str = "",
    slug: str = "",
) -> JoinRequest:
    """Record the letter by which the organization asks to join; interest noted before becomes this request. Atomic.

    `signatory` is personal and can be erased. `slug` as for `note_interest`. Raises AlreadyMember when the organization is
    a member on that day, RequestOpen when a letter of it is not decided yet or was decided on that day or later, MoveRefused
    as `advance`.
    """
    with transaction.atomic():
        _refuse_if_open(group, organization, [state for state in OPEN if state != RequestState.INTEREST])
        _refuse_if_open_then(group, organization, requested_on)
        refuse_if_member(group, organization, requested_on)
        noted = JoinRequest.objects.filter(group=group, organization=organization, state=RequestState.INTEREST).first()
        if noted and slug and noted.slug != slug:
            raise RequestOpen(f"{noted.ref} is open ({noted.state}); record the letter there.")
        request = noted or _make(group, organization, slug, by=by, at=at)
        if signatory:
            JoinRequest.objects.filter(pk=request.pk).update(signatory=signatory)
            request.signatory = signatory
        advance(row=request, transition="receive", occurred_on=requested_on, by=by, at=at, because=because, evidence=evidence)
    return request


def circulate(
    *,
    request: JoinRequest,
    circulated_on: PartialDate,
    by: Actor,
    at: datetime,
    evidence: Evidence | None = None,
    because: str = "",
) -> None:
    """Note that the request went to the co-chairs: those of the last day of `circulated_on` answer it. Atomic.

    A deferred request is circulated again in the same way; earlier answers to it no longer count. Raises MoveRefused,
    NotACoChair when `by` speaks for an organization that is none.
    """
    with transaction.atomic():
        day = circulated_on.happened_by()
        if day is not None and by.on_behalf_of:
            refuse_unless_co_chair(request.group, by.on_behalf_of, PartialDate.on(day))
        advance(row=request, transition="circulate", occurred_on=circulated_on, by=by, at=at, because=because, evidence=evidence)


def withdraw(
    *,
    request: JoinRequest,
    withdrawn_on: PartialDate,
    by: Actor,
    at: datetime,
    evidence: Evidence | None = None,
    because: str = "",
) -> None:
    """Note that the organization took its request back. Atomic. Raises MoveRefused."""
    advance(row=request, transition="withdraw", occurred_on=withdrawn_on, by=by, at=at, because=because, evidence=evidence)


def refuse_if_member(group: Group, organization: Organization, on: PartialDate, *, or_later: bool = False) -> None:
    """Raise AlreadyMember when the organization is a member on the last day of `on`, or with `or_later` on any day after it."""
    day = on.happened_by()
    if day is None:
        raise MoveRefused(f"{group.slug}-{organization.slug}: {said(on)} has no last day; say when it had happened.")
    terms = SeatTerm.objects.current().filter(seat__group=group, seat__organization=organization, kind=SeatKind.MEMBER)
    begun = terms if or_later else terms.filter(valid_from__lte=day)
    sits = begun.filter(Q(valid_to=None) | Q(valid_to__gt=day)).order_by("valid_from").first()
    if sits is not None:
        since = f"from {said(sits.begins)}" if sits.begins else "from a day not known"
        raise AlreadyMember(f"{organization.slug} is a member of {group.slug} {since}; it need not ask.")


def refuse_unless_co_chair(group: Group, organization: str, on: PartialDate) -> None:
    """Raise NotACoChair unless the organization (a slug) co-chairs the group on the first day of `on`."""
    asked = [office.organization for office in co_chairs(group.slug, on.counts_from(), LATEST)]
    if organization not in asked:
        were = ", ".join(asked) or "nobody"
        raise NotACoChair(f"{organization} was no co-chair of {group.slug} on {said(on)}; the co-chairs were: {were}.")


def _refuse_if_open(group: Group, organization: Organization, states: list[str] | tuple[str, ...]) -> None:
    take_turn()
    found = JoinRequest.objects.filter(group=group, organization=organization, state__in=states).first()
    if found is not None:
        raise RequestOpen(f"{found.ref} is open ({found.state}); decide or withdraw it first.")


def _refuse_if_open_then(group: Group, organization: Organization, on: PartialDate) -> None:
    """Raise RequestOpen when a request that is decided or withdrawn now was so on the last day of `on` or later.

    The requests of an organization follow one another, so none can be recorded as begun before the end of another.
    """
    day = on.happened_by()
    earlier = JoinRequest.objects.filter(group=group, organization=organization).exclude(state__in=OPEN)
    for request in earlier.order_by("pk"):
        last = standing_moves(request.ref).last()
        if last is not None and day is not None and last.happened_by >= day:
            raise RequestOpen(
                f"{request.ref} was open until it was {last.after} on {said(last.occurred_on)}; a new request must be of a later day"
                f" than that, not of {said(on)}."
            )


def _make(group: Group, organization: Organization, slug: str, *, by: Actor, at: datetime) -> JoinRequest:
    stem = f"{group.slug}-{organization.slug}"
    candidate, number = slug or stem, 1
    while JoinRequest.objects.filter(slug=candidate).exists():
        number += 1
        candidate = f"{stem}-{number}"
    return make(identity=JoinRequest(slug=candidate, group=group, organization=organization), by=by, at=at)
