"""The history of a thing: every entry of the log about it and what hangs on it, with the terms and moves each entry wrote, newest first."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.domain.terms import subject_of
from tansiq.secretariat.record.models import LogEntry, Move, Term
from tansiq.secretariat.register.domain.tenures import find_group, find_organization, find_seat
from tansiq.secretariat.register.models import (
    CoChairAnswer,
    ContactTerm,
    GroupName,
    GroupObjectiveTerm,
    JoinRequest,
    OfficeTerm,
    OrganizationName,
    RelationTerm,
    SeatTerm,
    TermsOfReference,
)

AT_ONCE = 50
"""The most entries of one page."""


@dataclass(frozen=True)
class Told:
    """An entry of the log: the reason given ("" for none, or when it was erased), the move or the terms it wrote and replaced."""

    entry: LogEntry
    because: str
    erased: bool
    move: Move | None
    recorded: tuple[Any, ...]
    replaced: tuple[Any, ...]


@dataclass(frozen=True)
class Chronicle:
    """The history of a thing; `older` is the number of the entry before which more can be asked for, None when that is all."""

    thing: Any
    told: tuple[Told, ...]
    older: int | None


Terms = list[Any]


def chronicle(*, group: str, kind: str, thing: str, before: int | None = None) -> Chronicle:
    """The history of a `group`, `seat` or `request` of the group, or of an `organization` (slugs), before an entry where one is given.

    Raises UnknownReference when there is no such thing.
    """
    if kind not in GATHERED:
        raise UnknownReference(f"there is no history of a {kind!r}.")
    found, terms = GATHERED[kind](group, thing)
    subjects = {found.ref, *_owners(terms), *map(subject_of, terms)}
    entries = LogEntry.objects.filter(subject__in=subjects).select_related("actor__account").prefetch_related("details").order_by("-seq")
    if before is not None:
        entries = entries.filter(seq__lt=before)
    rows = list(entries[: AT_ONCE + 1])
    moves = {move.entry_id: move for move in Move.objects.filter(subject=found.ref)} if kind == "request" else {}
    told = tuple(_told(entry, terms, moves.get(entry.seq)) for entry in rows[:AT_ONCE])
    return Chronicle(found, told, rows[AT_ONCE - 1].seq if len(rows) > AT_ONCE else None)


def _told(entry: LogEntry, terms: Iterable[Term], move: Move | None) -> Told:
    details = [detail for detail in entry.details.all() if detail.name == "because"]
    return Told(
        entry=entry,
        because=details[0].text if details else "",
        erased=any(detail.erased_at is not None for detail in details),
        move=move,
        recorded=tuple(term for term in terms if term.recorded_entry_id == entry.seq),
        replaced=tuple(term for term in terms if term.superseded_entry_id == entry.seq),
    )


def _owners(terms: Iterable[Term]) -> set[str]:
    """The identities that terms speak of: an office, a contact, an objective."""
    return {getattr(term, term.of[0]).ref for term in terms if type(term) in (OfficeTerm, ContactTerm, GroupObjectiveTerm)}


def _group(group: str, thing: str) -> tuple[Any, Terms]:
    if group != thing:
        raise UnknownReference(f"{thing!r} is another group than {group!r}.")
    row = find_group(group)
    terms: Terms = list(GroupName.objects.filter(group=row).select_related("group"))
    terms += RelationTerm.objects.filter(group=row).select_related("group", "mechanism", "other")
    terms += TermsOfReference.objects.filter(group=row).select_related("group", "mandate")
    terms += GroupObjectiveTerm.objects.filter(objective__group=row).select_related("objective")
    return row, terms


def _seat(group: str, thing: str) -> tuple[Any, Terms]:
    row = find_seat(group=group, seat=thing)
    terms: Terms = list(SeatTerm.objects.filter(seat=row).select_related("seat__organization", "represented_by", "continues"))
    terms += OfficeTerm.objects.filter(office__seat=row).select_related("office__seat__organization")
    terms += ContactTerm.objects.filter(contact__seat=row).select_related("contact__seat__organization", "contact__person")
    return row, terms


def _request(group: str, thing: str) -> tuple[Any, Terms]:
    row = JoinRequest.objects.filter(group__slug=group, slug=thing).select_related("organization").first()
    if row is None:
        raise UnknownReference(f"the group {group!r} has no request {thing!r}.")
    return row, list(CoChairAnswer.objects.filter(request=row).select_related("request", "organization"))


def _organization(group: str, thing: str) -> tuple[Any, Terms]:  # noqa: ARG001 (organizations belong to no group)
    row = find_organization(thing)
    if row is None:
        raise UnknownReference("name an organization.")
    return row, list(OrganizationName.objects.filter(organization=row).select_related("organization"))


GATHERED: Mapping[str, Callable[[str, str], tuple[Any, Terms]]] = {
    "group": _group, "seat": _seat, "request": _request, "organization": _organization,
}
"""How the terms of each kind of thing are gathered, replaced ones too."""
