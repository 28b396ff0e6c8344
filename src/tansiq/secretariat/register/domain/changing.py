"""The two questions about anything the register says for a while: it changed on a day, or it was recorded wrongly.

One way for names, seats, offices, contacts, relations and terms of reference; what each kind needs besides stands here too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import AlreadyCorrected, Refused, UnknownReference
from tansiq.secretariat.record.domain.terms import corrected, lock, split, supersede, supersede_all
from tansiq.secretariat.record.models import Actor, Term
from tansiq.secretariat.record.models.terms import BOOKKEEPING
from tansiq.secretariat.register.domain.contacts import dismiss
from tansiq.secretariat.register.domain.errors import NothingChanged, OutlivesSeat
from tansiq.secretariat.register.domain.offices import leave_office
from tansiq.secretariat.register.domain.seats import end_seat
from tansiq.secretariat.register.domain.versions import end_all
from tansiq.secretariat.register.enums import OfficeRole, SeatKind
from tansiq.secretariat.register.models import (
    ContactTerm,
    GroupName,
    GroupObjectiveTerm,
    OfficeTerm,
    OrganizationName,
    RelationTerm,
    Seat,
    SeatTerm,
    TermsOfReference,
)


@dataclass(frozen=True)
class Kind:
    """A kind of term: its rows, and the path from a row to the group it belongs to ("" for what belongs to no group).

    Where no path leads there, `group` makes the condition for a group (a slug); `joins` are paths that a page says something of.
    """

    model: type[Term]
    group: str | Callable[[str], models.Q]
    joins: tuple[str, ...] = ()


KINDS: dict[str, Kind] = {
    "group-name": Kind(GroupName, "group__slug"),
    "organization-name": Kind(OrganizationName, ""),
    "seat": Kind(SeatTerm, "seat__group__slug"),
    "office": Kind(OfficeTerm, "office__seat__group__slug"),
    "contact": Kind(ContactTerm, "contact__seat__group__slug"),
    "relation": Kind(RelationTerm, "group__slug"),
    "terms-of-reference": Kind(TermsOfReference, "group__slug"),
    "objective": Kind(GroupObjectiveTerm, "objective__group__slug"),
}
"""What can be changed and corrected, by the word in its address. Apps above the register add theirs by `add_kind`."""


def add_kind(word: str, kind: Kind) -> None:
    """Let terms of an app above be changed and corrected the same way, under this word."""
    KINDS[word] = kind


@dataclass(frozen=True)
class Version:
    """A term as recorded, the reason given, the versions it replaced and those that replaced it, with the reason for that."""

    term: Any
    because: str
    replaced: tuple[Any, ...]
    replaced_by: tuple[Any, ...]
    because_replaced: str


def kind_word(term: Term) -> str:
    """The word of a term's kind in `KINDS`. Raises KeyError for a kind that is not changed this way."""
    found = next((word for word, kind in KINDS.items() if kind.model is type(term)), None)
    if found is None:
        raise KeyError(type(term).__name__)
    return found


def columns_of(model: type[Term]) -> list[Any]:
    """The columns that say something which can change: not what the term speaks of, nor when and by whom it was kept."""
    apart = BOOKKEEPING | {"begins", "ends", "basis", *model.of}
    return [column for column in model._meta.concrete_fields if column.name not in apart]


def find_term(*, group: str, kind: str, term: str) -> Any:
    """A version of a term (slugs), also one that was replaced. Raises UnknownReference when the group has no such term."""
    known = KINDS.get(kind)
    rows = known.model._default_manager.filter(slug=term) if known else None
    if known and rows is not None and known.group:
        rows = rows.filter(_of_group(known, group))
    found = rows.select_related(*_joins(known.model)).first() if known and rows is not None else None
    if found is None:
        raise UnknownReference(f"the group {group!r} has no {kind} {term!r}.")
    return found


def terms_of_group(*, group: str, as_of: date, known_at: datetime) -> list[Any]:
    """The names, relations, terms of reference and objectives of the group (a slug) on a day. Four queries."""
    found: list[Any] = []
    for word in ("group-name", "relation", "terms-of-reference", "objective"):
        model = KINDS[word].model
        rows = model._default_manager.as_of(as_of, known_at).filter(_of_group(KINDS[word], group))
        found += rows.select_related(*_joins(model)).order_by("slug")
    return found


def version(term: Term) -> Version:
    """What stood before a term and what stands in its place. Three queries."""
    model = type(term)
    joins = _joins(model)
    replaced = model._default_manager.filter(superseded_entry=term.recorded_entry, **term.identity()).select_related(*joins)
    by = model._default_manager.filter(recorded_entry=term.superseded_entry_id or 0, **term.identity()).select_related(*joins)
    return Version(
        term=term,
        because=_reason(term.recorded_entry),
        replaced=tuple(replaced.order_by("valid_from")),
        replaced_by=tuple(by.order_by("valid_from")),
        because_replaced=_reason(term.superseded_entry),
    )


def change_term(*, term: Term, on: PartialDate, by: Actor, at: datetime, because: str, changes: Mapping[str, Any]) -> list[Term]:
    """From the first day of `on` the term says what `changes` say; the days before keep what it said. Atomic.

    Raises NothingChanged, AlreadyCorrected when somebody changed the term meanwhile, OutlivesSeat, Refused when `on` does
    not lie within the term.
    """
    with transaction.atomic():
        _refuse_unless_current(term)
        _refuse_unless_new(term, changes)
        made = supersede(term=term, with_=split(term, on, **changes), by=by, at=at, because=because)
        _refuse_unless_covered(term)
    return made


def end_term(*, term: Term, ends: PartialDate, by: Actor, at: datetime, because: str) -> None:
    """The term ended with the last day of `ends`; with a seat end its offices and contacts. Atomic.

    Raises AlreadyCorrected when somebody changed the term meanwhile, Refused when it had not begun by then, NothingChanged
    when it had ended already, and as `end_seat`, `leave_office`, `dismiss`.
    """
    said: dict[str, Any] = {"ends": ends, "by": by, "at": at, "because": because}
    with transaction.atomic():
        _refuse_unless_current(term)
        if isinstance(term, SeatTerm):
            end_seat(seat=term.seat, **said)
        elif isinstance(term, OfficeTerm):
            leave_office(seat=term.office.seat, role=OfficeRole(term.office.role), **said)
        elif isinstance(term, ContactTerm):
            dismiss(contact=term.contact, **said)
        elif ends.last_day is not None and ends.last_day < term.valid_from:
            raise Refused(f"{term.ref} had not begun by {ends.edtf}; take it out if it never was so.")
        elif not end_all(terms=[term], **said):
            raise NothingChanged(f"{term.ref} had ended by {ends.edtf} already.")


def correct_term(
    *, term: Term, begins: PartialDate | None, ends: PartialDate | None, by: Actor, at: datetime, because: str, changes: Mapping[str, Any]
) -> list[Term]:
    """The term was recorded wrongly: for all its days it says `changes`, from `begins` to `ends`. Atomic.

    Raises NothingChanged, AlreadyCorrected when somebody changed the term meanwhile, OverlappingTerms, OutlivesSeat.
    """
    with transaction.atomic():
        _refuse_unless_current(term)
        _refuse_unless_new(term, {**changes, "begins": begins, "ends": ends})
        made = supersede(term=term, with_=[corrected(term, begins=begins, ends=ends, **changes)], by=by, at=at, because=because)
        _refuse_unless_covered(term)
    return made


def withdraw_term(*, term: Term, by: Actor, at: datetime, because: str) -> None:
    """It was never so: the term is taken out, and stays in the record as what was known until `at`. Atomic.

    Raises AlreadyCorrected when somebody changed the term meanwhile, OutlivesSeat when an office or contact rests on it.
    """
    with transaction.atomic():
        _refuse_unless_current(term)
        supersede(term=term, with_=[], by=by, at=at, because=because)
        _refuse_unless_covered(term)


def undo_entry(*, term: Term, by: Actor, at: datetime, because: str) -> list[Term]:
    """What the log entry that recorded the term did to its identity is undone: what it replaced stands again as it was. Atomic.

    Raises AlreadyCorrected when a row of that entry was replaced since, OverlappingTerms, OutlivesSeat.
    """
    rows = type(term)._default_manager.filter(**term.identity()).order_by("valid_from")
    with transaction.atomic():
        lock(term)
        made = list(rows.filter(recorded_entry=term.recorded_entry_id))
        if any(each.superseded_at is not None for each in made):
            raise AlreadyCorrected(f"{term.ref} was changed meanwhile; look at what replaced it.")
        before = [corrected(each) for each in rows.filter(superseded_entry=term.recorded_entry_id)]
        restored = supersede_all(terms=made, with_=before, by=by, at=at, because=because)
        _refuse_unless_covered(term)
    return restored


def _of_group(kind: Kind, group: str) -> models.Q:
    return kind.group(group) if callable(kind.group) else models.Q(**{kind.group: group})


def _joins(model: type[Term]) -> list[str]:
    """What a page says of a term, in one query: what it speaks of, who recorded it and who replaced it."""
    keys = [column.name for column in model._meta.concrete_fields if isinstance(column, models.ForeignKey)]
    deeper = {
        SeatTerm: ["seat__group", "seat__organization"],
        OfficeTerm: ["office__seat__group", "office__seat__organization"],
        ContactTerm: ["contact__seat__group", "contact__seat__organization", "contact__person"],
    }.get(model, [])
    deeper = [*deeper, *(path for kind in KINDS.values() if kind.model is model for path in kind.joins)]
    return [*keys, *deeper, "recorded_entry__actor__account", "superseded_entry__actor__account"]


def _reason(entry: Any) -> str:
    details = entry.details.all() if entry is not None else ()
    return next((detail.text for detail in details if detail.name == "because"), "")


def _refuse_unless_current(term: Term) -> None:
    """Raise AlreadyCorrected when the term was replaced meanwhile; the identity is locked until the transaction ends."""
    lock(term)
    if not type(term)._default_manager.filter(pk=term.pk, superseded_at=None).exists():
        raise AlreadyCorrected(f"{term.ref} was changed meanwhile; look at what replaced it.")


def _refuse_unless_new(term: Term, changes: Mapping[str, Any]) -> None:
    if all(getattr(term, name) == value for name, value in changes.items()):
        raise NothingChanged(f"{term.ref} says this already; nothing was changed.")


def _refuse_unless_covered(term: Term) -> None:
    """Raise OutlivesSeat unless every office of the seat lies in days of a member's seat, and every contact in days of the seat."""
    seat = _seat_of(term)
    if seat is None:
        return
    held = list(SeatTerm.objects.current().filter(seat=seat).order_by("valid_from"))
    member = [each for each in held if each.kind == SeatKind.MEMBER]
    offices = OfficeTerm.objects.current().filter(office__seat=seat)
    contacts = ContactTerm.objects.current().filter(contact__seat=seat)
    for each, within in [*((office, member) for office in offices), *((contact, held) for contact in contacts)]:
        if not _covers(_joined(within), each):
            raise OutlivesSeat(f"{each.ref} holds on days on which {seat.ref} would not; end or correct it first.")


def _seat_of(term: Term) -> Seat | None:
    if isinstance(term, SeatTerm):
        return term.seat
    if isinstance(term, OfficeTerm):
        return term.office.seat
    return term.contact.seat if isinstance(term, ContactTerm) else None


def _joined(terms: Iterable[Term]) -> Iterator[tuple[date, date]]:
    """The stretches of days [from, to) that terms in order of their first day cover without a break."""
    start, end = None, None
    for term in terms:
        if end is not None and term.valid_from <= end and start is not None:
            end = max(end, term.valid_to or date.max)
            continue
        if start is not None and end is not None:
            yield start, end
        start, end = term.valid_from, term.valid_to or date.max
    if start is not None and end is not None:
        yield start, end


def _covers(stretches: Iterable[tuple[date, date]], term: Term) -> bool:
    return any(start <= term.valid_from and (term.valid_to or date.max) <= end for start, end in stretches)
