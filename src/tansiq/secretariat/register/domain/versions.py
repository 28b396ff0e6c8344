"""Writes versions: a term that takes over from the one before it, and the end of all that lies after a day."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.log import take_turn
from tansiq.secretariat.record.domain.terms import begin, ended, subject_of, supersede_all
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Identity, Term

AnyTerm = TypeVar("AnyTerm", bound=Term)
AnyIdentity = TypeVar("AnyIdentity", bound=Identity)
DAY = timedelta(days=1)


def found_or_made(model: type[AnyIdentity], slug: str, *, by: Actor, at: datetime, **fixed: Any) -> AnyIdentity:
    """The identity row with these fixed columns, made with `slug` when there is none."""
    take_turn()
    return model._default_manager.filter(**fixed).first() or make(identity=model(slug=slug, **fixed), by=by, at=at)


def day_before(day: PartialDate) -> PartialDate:
    """The last day on which what ends when `day` begins still holds."""
    return PartialDate.on(day.counts_from() - DAY)


def start_version(*, term: AnyTerm, by: Actor, at: datetime, because: str = "") -> AnyTerm:
    """Begin `term`; the version that holds on its first day ends the day before, and it ends before the next one begins. Atomic.

    A version that begins on the very same day is corrected: `term` takes its place. Raises as `begin` and `supersede`.
    """
    with transaction.atomic():
        take_turn()
        if term.begins is None:
            return begin(term=term, by=by, at=at, because=because)
        turn = term.begins.counts_from()
        current = type(term)._default_manager.filter(**term.identity(), superseded_at=None)
        following = current.filter(valid_from__gt=turn).order_by("valid_from").first()
        if term.ends is None and following is not None:
            term.ends = PartialDate.on(following.valid_from - DAY)
        held = current.filter(Q(valid_to=None) | Q(valid_to__gt=turn), valid_from__lte=turn).first()
        if held is None:
            return begin(term=term, by=by, at=at, because=because)
        kept = [] if held.valid_from == turn else [ended(held, day_before(term.begins))]
        supersede_all(terms=[held], with_=[*kept, term], by=by, at=at, because=because)
        return term


def end_all(*, terms: Iterable[Term], ends: PartialDate, by: Actor, at: datetime, because: str) -> list[Term]:
    """End the current terms of one identity with the last day of `ends`; those that begin later are withdrawn.

    Returns what is left of those it touched. Raises Refused when `ends` has no last day.
    """
    after = ends.ends_after()
    touched = [term for term in terms if after is None or term.valid_to is None or term.valid_to > after]
    if not touched:
        return []
    if after is None:
        raise Refused(f"{subject_of(touched[0])}: {said(ends)} has no last day; say on which day it ends.")
    kept = [ended(term, ends) for term in touched if term.valid_from < after]
    return supersede_all(terms=touched, with_=kept, by=by, at=at, because=because)
