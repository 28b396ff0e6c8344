"""Files of who sits where and speaks for whom: seats.yaml, contacts.yaml."""

from django.db.models import Q

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.record.interchange import Entry, Kind, Loading
from tansiq.secretariat.record.interchange.kinds import DATE, SLUG, TEXT, record, term
from tansiq.secretariat.register.domain.people import record_person
from tansiq.secretariat.register.enums import ContactRole, OfficeRole, SeatKind
from tansiq.secretariat.register.interchange.settling import settle_all
from tansiq.secretariat.register.models import (
    Contact,
    ContactTerm,
    Group,
    Office,
    OfficeTerm,
    Organization,
    Person,
    Seat,
    SeatTerm,
)

PRECEDENCE = {"type": "integer", "minimum": 1, "description": "a number from 1, the order among those who hold the office"}
SEAT = record(
    ["slug", "group", "organization", "terms"],
    slug=SLUG,
    group=SLUG,
    organization=SLUG,
    terms=term(["kind"], kind={"enum": SeatKind.values}, represented_by=SLUG, continues=SLUG),
    offices={
        "type": "array",
        "items": record(["role", "terms"], role={"enum": OfficeRole.values}, terms=term([], precedence=PRECEDENCE)),
    },
)
PERSON = record(["slug"], slug=SLUG, name=TEXT, title=TEXT, email=TEXT, telephone=TEXT)
CONTACT = record(
    ["slug", "group", "organization", "role", "person", "terms"],
    slug=SLUG,
    group=SLUG,
    organization=SLUG,
    role={"enum": ContactRole.values},
    person=PERSON,
    terms=term([], confirmed_on=DATE),
)


def load_seat(entry: Entry, loading: Loading) -> None:
    """A seat with its terms and offices; its slug is GROUP-ORGANIZATION."""
    group = loading.find(Group, entry.get("group"), entry, "group")
    organization = loading.find(Organization, entry.get("organization"), entry, "organization")
    slug = f"{group.slug}-{organization.slug}"
    if entry.get("slug") != slug:
        raise entry.wrong(f"{entry.get('slug')!r} is found; {slug!r} is expected: the group, a hyphen, the organization", "slug")
    seat = loading.identity(Seat, slug, entry, group=group, organization=organization)
    terms = [
        SeatTerm(
            seat=seat,
            kind=entry.get("terms", index, "kind"),
            represented_by=loading.optional(Organization, entry, "terms", index, "represented_by"),
            continues=loading.optional(Seat, entry, "terms", index, "continues"),
            **loading.period(entry, "terms", index),
        )
        for index, _ in enumerate(entry.get("terms"))
    ]
    settle_all(SeatTerm, terms, loading=loading, entry=entry, field="terms", seat=seat)
    offices = [
        _office_term(seat, entry, loading, index, place)
        for index, office in enumerate(entry.get("offices", default=[]))
        for place, _ in enumerate(office["terms"])
    ]
    settle_all(OfficeTerm, offices, loading=loading, entry=entry, field="offices", office__seat=seat)


def _office_term(seat: Seat, entry: Entry, loading: Loading, index: int, place: int) -> OfficeTerm:
    role = entry.get("offices", index, "role")
    path = ("offices", index, "terms", place)
    office = loading.identity(Office, f"{seat.slug}-{role.replace('_', '-')}", entry, seat=seat, role=role)
    wanted = OfficeTerm(office=office, precedence=entry.get(*path, "precedence"), **loading.period(entry, *path))
    if not _is_member_throughout(seat, wanted.begins, wanted.ends):
        raise entry.wrong(f"{seat.slug} is not a member on all days of this office; give the office the days of the seat", *path)
    return wanted


def _is_member_throughout(seat: Seat, begins: PartialDate | None, ends: PartialDate | None) -> bool:
    """Whether the seat's member terms, joined where one follows another, cover the period."""
    terms = SeatTerm.objects.current().filter(seat=seat, kind=SeatKind.MEMBER)
    reached = terms.filter(begins=None).first() if begins is None else terms.filter(valid_from__lte=begins.counts_from()).filter(
        Q(valid_to=None) | Q(valid_to__gt=begins.counts_from())
    ).first()
    last = ends.ends_after() if ends else None
    while reached is not None and reached.valid_to is not None and (last is None or reached.valid_to < last):
        reached = terms.filter(valid_from=reached.valid_to).first()
    return reached is not None


def load_contact(entry: Entry, loading: Loading) -> None:
    """A contact of a seat with the person and the terms."""
    seat = loading.find(Seat, f"{entry.get('group')}-{entry.get('organization')}", entry, "organization")
    contact = entry.get("person")
    known = Person.objects.filter(slug=contact["slug"]).values("name", "title", "email", "telephone").first()
    try:
        person = record_person(by=loading.by, at=loading.at, **contact)
    except Refused as refused:
        raise entry.wrong(str(refused), "person") from refused
    if known != Person.objects.filter(pk=person.pk).values("name", "title", "email", "telephone").get():
        loading.changed()
    row = loading.identity(Contact, entry.get("slug"), entry, seat=seat, role=entry.get("role"), person=person)
    terms = [
        ContactTerm(
            contact=row,
            confirmed_on=loading.date(entry, "terms", index, "confirmed_on"),
            **loading.period(entry, "terms", index),
        )
        for index, _ in enumerate(entry.get("terms"))
    ]
    settle_all(ContactTerm, terms, loading=loading, entry=entry, field="terms", contact=row)


KINDS = (
    Kind("seat", "seats.yaml", 50, SEAT, load_seat, "Seats of organizations in groups, and the offices that they hold."),
    Kind("contact", "contacts.yaml", 60, CONTACT, load_contact, "Heads, focal points and alternates of organizations in groups."),
)
