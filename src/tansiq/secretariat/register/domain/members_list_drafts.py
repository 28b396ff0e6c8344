"""Keeps a list between its upload and its recording, and records it: all of it or nothing, with the file as evidence."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from tansiq.engines.dates import PartialDate, parse_edtf
from tansiq.secretariat.pages.sheets import Sheet
from tansiq.secretariat.record.domain.errors import Refused, UnknownReference
from tansiq.secretariat.record.domain.evidence import basis_for, keep
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.enums import BasisKind
from tansiq.secretariat.record.models import Account, Actor, Basis
from tansiq.secretariat.register.domain.contacts import appoint
from tansiq.secretariat.register.domain.members_list import ListReading, Reach, Reading, digest, proposed, read
from tansiq.secretariat.register.domain.members_list_matching import Forms, forms_of_register, key
from tansiq.secretariat.register.domain.members_list_plan import NEW, ORGANIZATION, SEAT, SITS, SKIP, Choice, Entry, Plan, choice_of, plan
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.domain.people import record_person
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.domain.slugs import new_slug
from tansiq.secretariat.register.models import (
    Contact,
    ContactTerm,
    Group,
    ListDraft,
    ListMapping,
    Organization,
    OrganizationName,
    Person,
    Seat,
)

VALID = timedelta(days=3)


class DraftGone(Refused):
    """The draft expired or was recorded; upload the list again if it is still needed."""


class DraftRecorded(DraftGone):
    """The list was recorded already, by this officer in another window or by a second press of the button."""


class PlanChanged(Refused):
    """What would be recorded is no longer what the officer saw: somebody changed the record, or she the draft."""


@dataclass(frozen=True)
class Settings:
    """How a draft is read, on which day the list holds, since when those sit for whom it says nothing, and why it is recorded."""

    reading: ListReading
    on: PartialDate | None = None
    since: PartialDate | None = None
    language: str = "en"
    because: str = ""

    def to_json(self) -> dict[str, Any]:
        """A form that a database keeps."""
        days = {"on": self.on.edtf if self.on else "", "since": self.since.edtf if self.since else ""}
        return {**self.reading.to_json(), **days, "language": self.language, "because": self.because}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Settings":
        """The inverse of `to_json`."""
        on, since = (parse_edtf(kept[name]) if kept.get(name) else None for name in ("on", "since"))
        return cls(ListReading.from_json(kept), on, since, kept.get("language", "en"), kept.get("because", ""))


@dataclass(frozen=True)
class Draft:
    """A draft as a page needs it. `ready` tells whether its columns were said."""

    row: ListDraft
    sheet: Sheet
    settings: Settings
    choices: Mapping[str, Choice]

    @property
    def ready(self) -> bool:
        """Whether an officer has said how the columns are read, and for which day."""
        return self.settings.on is not None

    def reading(self, forms: Forms) -> Reading:
        """What the list says."""
        return read(self.sheet, self.settings.reading, forms)


@dataclass(frozen=True)
class Recorded:
    """How much was recorded; `presiding` are the organizations (slugs) that the list calls co-chairs, in its order."""

    seats: int
    organizations: int
    contacts: int
    presiding: tuple[str, ...] = ()


def begin_draft(*, group: Group, owner: Account, filename: str, content: bytes, sheet: Sheet, language: str, at: datetime) -> ListDraft:
    """Keep a list that was read, with the mapping of the last list with the same headings, else one proposed. Atomic.

    Content of drafts that expired is emptied on the way.
    """
    with transaction.atomic():
        ListDraft.objects.filter(expires_at__lt=at, recorded_at=None).update(content=b"", rows={}, mapping={}, choices={})
        mapping = proposed(sheet)
        last = ListMapping.objects.filter(group=group, headings=digest(sheet, mapping.first)).order_by("-recorded_at", "-pk").first()
        known = last is not None and len(last.mapping["columns"]) == sheet.width
        kept = {**mapping.to_json(), "language": language}
        if last is not None and known:
            kept = {**last.mapping, "first": mapping.first, "known": True}
        return ListDraft.objects.create(
            slug=secrets.token_hex(12), group=group, owner=owner, made_at=at, expires_at=at + VALID, filename=filename[:255],
            content=content, rows=sheet.to_json(), mapping=kept, choices=last.choices if last is not None and known else {},
        )


def draft_of(*, slug: str, group: str, owner: Account, at: datetime, lock: bool = False) -> Draft:
    """The draft of an officer. One query. Raises UnknownReference for another's or none, DraftRecorded, DraftGone when it expired."""
    rows = ListDraft.objects.select_for_update(of=("self",)) if lock else ListDraft.objects.all()
    row = rows.select_related("group").filter(slug=slug, group__slug=group, owner=owner).first()
    if row is None:
        raise UnknownReference(f"there is no list {slug!r} of yours for {group}.")
    if row.recorded_at is not None:
        raise DraftRecorded(f"this list was recorded on {row.recorded_at.date().isoformat()}; it is not recorded twice.")
    if row.expires_at <= at or not row.rows:
        raise DraftGone(f"this list was uploaded on {row.made_at.date().isoformat()} and has expired; upload it again.")
    return Draft(row, Sheet.from_json(row.rows), Settings.from_json(row.mapping), row.choices)


def set_columns(*, draft: Draft, settings: Settings) -> None:
    """Say how the list is read. Choices stay: they are bound to names, not to columns."""
    ListDraft.objects.filter(pk=draft.row.pk, recorded_at=None).update(mapping=settings.to_json())


def set_choices(*, draft: Draft, choices: Mapping[str, Choice]) -> None:
    """Add what unknown names are said to be. Atomic, so that two windows lose nothing of each other."""
    with transaction.atomic():
        row = ListDraft.objects.select_for_update().get(pk=draft.row.pk)
        ListDraft.objects.filter(pk=row.pk, recorded_at=None).update(choices={**row.choices, **choices})


def plan_of(draft: Draft, forms: Forms | None = None) -> Plan:
    """What recording the draft would do, as the record stands. Two queries. The draft must be ready."""
    if draft.settings.on is None:
        raise PlanChanged("the columns of the list are not said yet; say them first.")
    reading = draft.reading(forms or forms_of_register())
    return plan(group=draft.row.group, reading=reading, choices=draft.choices, on=draft.settings.on, since=draft.settings.since)


def record_list(*, slug: str, group: str, owner: Account, seen: str, by: Actor, at: datetime) -> Recorded:
    """Record the list that an officer saw as `seen` (the digest of a plan): every seat, organization and contact or none. Atomic.

    The file is kept as evidence and every seat rests on it. Raises PlanChanged when the plan is no longer that one or names are
    undecided, DraftRecorded and DraftGone as `draft_of`, and what the verbs raise.
    """
    with transaction.atomic():
        Group.objects.select_for_update().get(slug=group)
        draft = draft_of(slug=slug, group=group, owner=owner, at=at, lock=True)
        planned = plan_of(draft)
        if planned.digest != seen or planned.undecided or not planned.records:
            raise PlanChanged("what would be recorded has changed since it was shown; look at it again.")
        on = draft.settings.on
        evidence = keep(content=bytes(draft.row.content), filename=draft.row.filename, received_on=on, by=by, at=at)
        basis = basis_for(kind=BasisKind.DOCUMENT, reference=evidence.filename, dated=on, evidence=evidence)
        made = {entry.named.key: _organization(entry, draft.settings, by, at) for entry in planned.entries}
        contacts = sum(_seat(entry, made[entry.named.key], draft, basis, by=by, at=at) for entry in planned.entries)
        _remember(draft, {name: row.slug for name, row in made.items()}, by, at)
        ListDraft.objects.filter(pk=draft.row.pk).update(recorded_at=at, content=b"", rows={}, mapping={}, choices={})
    presiding = tuple(made[entry.named.key].slug for entry in planned.entries if entry.named.presides)
    return Recorded(len(planned.seats), sum(bool(entry.new) for entry in planned.entries), contacts, presiding)


def _organization(entry: Entry, settings: Settings, by: Actor, at: datetime) -> Organization:
    if entry.organization:
        return Organization.objects.get(slug=entry.organization)
    new = entry.new
    slug = new_slug(Organization, new["acronym"], new["name"])
    row = make(identity=Organization(slug=slug, type=new["type"]), by=by, at=at)
    name = OrganizationName(organization=row, language=settings.language, long=new["name"], acronym=new["acronym"])
    give_name(name=name, by=by, at=at, because=settings.because)
    return row


def _seat(entry: Entry, organization: Organization, draft: Draft, basis: Basis, *, by: Actor, at: datetime) -> int:
    """Seat one organization unless it sits, and name its contacts; returns how many were named."""
    if entry.status == SEAT:
        seat = seat_organization(
            group=draft.row.group, organization=organization, on=entry.since, kind=entry.kind, basis=basis,
            because=draft.settings.because, by=by, at=at,
        )
    elif entry.status == SITS:
        seat = Seat.objects.get(group=draft.row.group, organization=organization)
    else:
        return 0
    on = PartialDate.on((draft.settings.on or PartialDate.on(at.date())).happened_by() or at.date())
    if entry.since is not None and entry.since.counts_from() > on.counts_from():
        on = entry.since
    return sum(_reach(seat, reach, on, basis, by=by, at=at) for reach in entry.named.reaches)


def _reach(seat: Seat, reach: Reach, on: PartialDate, basis: Basis, *, by: Actor, at: datetime) -> bool:
    """Name a contact, unless the seat has that person in that role. A person is known again by the address, never by the name."""
    held = ContactTerm.objects.current().filter(contact__seat=seat, contact__role=reach.role, valid_to=None)
    for person in Person.objects.filter(pk__in=held.values("contact__person")):
        if (reach.email and person.email.casefold() == reach.email.casefold()) or (not reach.email and key(person.name) == key(reach.name)):
            return False
    known = Person.objects.filter(email__iexact=reach.email, erased_at=None).first() if reach.email else None
    person = known or record_person(name=reach.name, email=reach.email, by=by, at=at)
    contact = Contact.objects.filter(seat=seat, role=reach.role, person=person).first()
    if contact is not None and ContactTerm.objects.current().filter(contact=contact, valid_to__gt=on.counts_from()).exists():
        return False
    appoint(seat=seat, role=reach.role, person=person, on=on, basis=basis, by=by, at=at)
    return True


def _remember(draft: Draft, made: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Keep how this list was read, for the next one with the same headings; the day and the reason were of this one."""
    choices: dict[str, Choice] = {}
    for named in draft.reading(Forms()).named:
        choice = choice_of(named, draft.choices)
        if choice and choice["what"] in (ORGANIZATION, SKIP):
            choices[named.key] = choice
        elif choice and choice["what"] == NEW and named.key in made:
            choices[named.key] = {"what": ORGANIZATION, "slug": made[named.key]}
    mapping = {**draft.settings.reading.to_json(), "language": draft.settings.language}
    ListMapping.objects.create(
        group=draft.row.group, headings=digest(draft.sheet, draft.settings.reading.first), mapping=mapping, choices=choices, by=by,
        recorded_at=at,
    )
