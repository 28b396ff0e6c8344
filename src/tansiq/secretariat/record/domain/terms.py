"""Writes terms: begins them, and supersedes them, the one way to end, correct, split or withdraw one."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import AlreadyCorrected, OverlappingTerms, Refused
from tansiq.secretariat.record.domain.log import log, take_turn
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, LogEntry, Term

AnyTerm = TypeVar("AnyTerm", bound=Term)


def begin(*, term: AnyTerm, by: Actor, at: datetime, because: str = "") -> AnyTerm:
    """Record a new term of an identity and return it. Atomic.

    Raises OverlappingTerms when a current term of the same identity holds on one of its days, Refused when it
    would end before it begins.
    """
    with transaction.atomic():
        lock(term)
        _set_days(term)
        entry = log(code="term.begun", subject=subject_of(term), by=by, at=at, parameters=_days(term), details={"because": because})
        return insert_checked(term, entry)


def supersede(*, term: Term, with_: Sequence[Term], by: Actor, at: datetime, because: str) -> list[Term]:
    """Replace a term by the rows of `with_` (none: it is withdrawn) and return them. Atomic.

    Ending, correcting and splitting are all this: the old row keeps what the record said until now. Raises
    AlreadyCorrected when the term was superseded before, OverlappingTerms when a new row meets another current term.
    """
    return supersede_all(terms=[term], with_=with_, by=by, at=at, because=because)


def supersede_all(*, terms: Sequence[Term], with_: Sequence[Term], by: Actor, at: datetime, because: str) -> list[Term]:
    """Replace several terms of one identity at once; otherwise as `supersede`."""
    first = terms[0]
    if any(other.identity() != first.identity() for other in (*terms, *with_)):
        raise Refused(f"{first.ref}: the terms that replace it speak of something else.")
    with transaction.atomic():
        lock(first)
        for new in with_:
            _set_days(new)
        entry = log(
            code="term.superseded", subject=subject_of(first), by=by, at=at,
            parameters={"terms": [old.slug for old in terms], "with": [_days(new) for new in with_]}, details={"because": because},
        )
        for old in terms:
            held = type(old)._default_manager.filter(pk=old.pk, superseded_at=None)
            if not held.update(superseded_at=entry.at, superseded_entry=entry):
                raise AlreadyCorrected(f"{old.ref} was corrected before; look at the term that replaced it.")
        return [insert_checked(new, entry) for new in with_]


def ended(term: AnyTerm, ends: PartialDate) -> AnyTerm:
    """An unsaved copy of `term` that ends with the last day of `ends`; give it to `supersede`."""
    return corrected(term, ends=ends)


def corrected(term: AnyTerm, **changes: Any) -> AnyTerm:
    """An unsaved copy of `term` with some columns changed; give it to `supersede`."""
    # A key changed by its row must not meet the id that the old term held.
    changed = {column.attname for column in term._meta.concrete_fields if column.name in changes}
    copy: AnyTerm = type(term)(**{name: value for name, value in term.says().items() if name not in changed}, **changes)
    return copy


def split(term: AnyTerm, on: PartialDate, **changes: Any) -> list[AnyTerm]:
    """Two unsaved copies: `term` until the day before `on` begins, and its changed form from then on.

    Raises Refused when `on` does not lie after the term's first day.
    """
    turn = on.counts_from()
    if turn <= term.valid_from:
        begins = said(PartialDate.on(term.valid_from))
        raise Refused(f"{term.ref} begins on {begins}; a change on {said(on)} would leave nothing before it.")
    last_day = turn.fromordinal(turn.toordinal() - 1)
    return [corrected(term, ends=PartialDate.on(last_day)), corrected(term, begins=on, **changes)]


def insert_checked(term: AnyTerm, entry: LogEntry) -> AnyTerm:
    """Save a term recorded by `entry`. Raises OverlappingTerms. The identity must be locked, the days set."""
    model = type(term)
    rows = model._default_manager.filter(**term.identity())
    others = rows.filter(superseded_at=None, valid_to__gt=term.valid_from) | rows.filter(superseded_at=None, valid_to=None)
    if term.valid_to is not None:
        others = others.filter(valid_from__lt=term.valid_to)
    clash = others.order_by("valid_from").first()
    if clash is not None:
        raise OverlappingTerms(
            f"{subject_of(term)}: a term {_period(term)} overlaps the one {_period(clash)} ({clash.slug}); end or correct that one first."
        )
    term.slug = f"{stem_of(term)}.{rows.count() + 1}"
    term.recorded_at = entry.at
    term.recorded_entry = entry
    term.superseded_at = None
    term.superseded_entry = None
    term.save(force_insert=True)
    return term


def lock(term: Term) -> None:
    """Put writers in line, and hold the identity."""
    take_turn()
    for name in term.of:
        field = term._meta.get_field(name)
        if field.is_relation and getattr(term, name) is not None:
            field.related_model._default_manager.select_for_update().get(pk=getattr(term, name).pk)  # type: ignore[union-attr]
            return


def stem_of(term: Term) -> str:
    """The slug that identifies what the term speaks of: the slugs and values of its identity, joined by hyphens."""
    return "-".join(_parts(term.identity().values()))


def subject_of(term: Term) -> str:
    """The reference of what the term speaks of, as the log names it."""
    return f"{term.ref.rsplit('/', 1)[0]}/{stem_of(term)}"


def _parts(values: Iterable[Any]) -> list[str]:
    return [str(getattr(value, "slug", value)).lower().replace("_", "-") for value in values if value is not None and value != ""]


def _set_days(term: Term) -> None:
    """Set [valid_from, valid_to) from what people wrote: a start counts from its first day, an end after its last."""
    term.valid_from = term.begins.counts_from() if term.begins else date.min
    term.valid_to = term.ends.ends_after() if term.ends else None
    if term.valid_to is not None and term.valid_to <= term.valid_from:
        raise Refused(f"{subject_of(term)}: it would end ({_written(term.ends)}) before it begins ({_written(term.begins)}).")


def _days(term: Term) -> dict[str, str]:
    return {"begins": term.begins.edtf if term.begins else "", "ends": term.ends.edtf if term.ends else ""}


def _written(day: PartialDate | None) -> str:
    return said(day) if day else "an unknown day"


def _period(term: Term) -> str:
    return f"from {_written(term.begins)} to {said(term.ends)}" if term.ends else f"from {_written(term.begins)} on"
