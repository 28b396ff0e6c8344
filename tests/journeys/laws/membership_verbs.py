"""Random verbs of the register, each done to the record and, once accepted, to the plain lists."""

from datetime import date

from django.db import transaction

from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain import contacts, decisions, membership, names, offices, relations, seats, succession
from tansiq.secretariat.register.enums import Answer, Choice, ContactRole, OfficeRole, RelationKind, SeatKind
from tansiq.secretariat.register.models import (
    Contact,
    Group,
    GroupName,
    JoinRequest,
    Mechanism,
    Organization,
    OrganizationName,
    Person,
    RelationTerm,
    Seat,
)
from tansiq.secretariat.reporting.domain.sessions import fix_session
from tests.journeys.laws.office import GROUPS, ORGANIZATIONS, NothingToDo, Office, real, row
from tests.journeys.laws.partial import ONE, Day, one_day, random_date
from tests.journeys.laws.plain import Plain, holds, over_before

REQUEST = {
    "interest": ("withdrawn",), "received": ("circulated", "circulated", "circulated", "withdrawn"),
    "circulated": ("declined", "deferred", "deferred"), "deferred": ("circulated", "circulated", "declined"),
}
ROLES = (OfficeRole.CO_CHAIR, OfficeRole.CO_CHAIR, OfficeRole.LEAD)


def a_seat(office: Office) -> tuple[Seat, tuple[str, str]]:
    """A seat that was given once."""
    group, organization = office.pick([(row["group"], row["organization"]) for row in office.plain.rows if row["kind"] == "seat"])
    held = Seat.objects.select_related("group", "organization").get(group__slug=group, organization__slug=organization)
    return held, (group, organization)


def note_seat(plain: Plain, key: tuple[str, str], kind: str, first: date) -> None:
    """A seat from a day on; one that changes its capacity ends when the old one would have."""
    slug = "-".join(key)
    if slug not in plain.slugs("seat"):
        plain.add("seat", slug, group=key[0], organization=key[1])
    held = plain.held(first, "seat", *key)
    plain.start("seat", *key, first=first, last=held["last"] if held else None, kind=kind)


def note_end_of_seat(plain: Plain, key: tuple[str, str], ends: date) -> None:
    for term in list(plain.terms):
        if term["table"] in ("seat", "office", "contact") and term["key"][:2] == key:
            plain.end(ends, term["table"], *term["key"])


def seat(office: Office) -> date:
    key = office.pick(GROUPS), office.pick(ORGANIZATIONS)
    kind, on = office.pick((SeatKind.MEMBER, SeatKind.MEMBER, SeatKind.OBSERVER)), office.early_day()
    known = office.rng.random() < 0.9
    seats.seat_organization(
        group=row(Group, key[0]), organization=row(Organization, key[1]), kind=kind, on=real(on) if known else None, **office.act
    )
    first = on.starts if known else date.min
    note_seat(office.plain, key, kind.value, first)
    return first


def opening(office: Office) -> None:
    """Three members of a group since some day of 2015, two of them co-chairs: most of what a group does needs them."""
    for organization in ORGANIZATIONS[:3]:
        on, place = one_day(random_date(office.rng, last=date(2015, 12, 31))), (row(Group, "one"), row(Organization, organization))
        held = seats.seat_organization(group=place[0], organization=place[1], on=real(on), **office.act)
        note_seat(office.plain, ("one", organization), "member", on.starts)
        if organization != ORGANIZATIONS[2]:
            offices.take_office(seat=held, role=OfficeRole.CO_CHAIR, on=real(on), **office.act)
            note_office(office.plain, ("one", organization), "co_chair", on.starts)
    office.plain.keep(office.head())


def end_seat(office: Office) -> date:
    held, key = a_seat(office)
    ends = office.day(closed=True)
    seats.end_seat(seat=held, ends=real(ends), because="it left", **office.act)
    assert ends.last
    note_end_of_seat(office.plain, key, ends.last)
    return ends.last + ONE


def take_office(office: Office) -> date:
    held, key = a_seat(office)
    role, on = office.pick(ROLES), office.day_in([term for term in office.plain.of("seat", *key) if term["kind"] == "member"])
    offices.take_office(seat=held, role=role, on=real(on), **office.act)
    note_office(office.plain, key, role.value, on.starts)
    return on.starts


def note_office(plain: Plain, key: tuple[str, str], role: str, first: date) -> None:
    term = plain.held(first, "seat", *key)
    assert term is not None
    assert term["kind"] == "member"
    plain.begin("office", *key, role, first=first, last=term["last"])


def leave_office(office: Office) -> date:
    held, key = a_seat(office)
    role, ends = office.pick(ROLES), office.day(closed=True)
    offices.leave_office(seat=held, role=role, ends=real(ends), because="its time was over", **office.act)
    assert ends.last
    office.plain.end(ends.last, "office", *key, role.value)
    return ends.last + ONE


def rotate(office: Office) -> date:
    (leaving, key), (taking, to) = a_seat(office), a_seat(office)
    role, on = office.pick(ROLES), office.day()
    offices.rotate(leaving=leaving, taking=taking, role=role, on=real(on), **office.act)
    office.plain.end(on.starts - ONE, "office", *key, role.value)
    note_office(office.plain, to, role.value, on.starts)
    return on.starts


def succeed(office: Office) -> date:
    held, (group, old) = a_seat(office)
    new, on = office.pick(ORGANIZATIONS), office.day()
    succession.succeed(old=row(Organization, old), new=row(Organization, new), seats=[held], on=real(on), **office.act)
    note_succession(office.plain, group, old, new, on.starts)
    return on.starts


def note_succession(plain: Plain, group: str, old: str, new: str, day: date) -> None:
    """The seat of `old` ends the day before; `new` has it, with the offices and contacts that would have gone on."""
    last = plain.held(day - ONE, "seat", group, old)
    assert last is not None
    kind = last["kind"]
    going_on = [dict(term) for term in plain.terms if term["key"][:2] == (group, old) and holds(term, day)]
    note_end_of_seat(plain, (group, old), day - ONE)
    own = plain.held(day, "seat", group, new)
    if own is None or own["kind"] not in (kind, "member"):
        note_seat(plain, (group, new), kind, day)
    for term in going_on:
        if term["table"] == "office" and plain.held(day, "office", group, new, term["key"][2]) is None:
            note_office(plain, (group, new), term["key"][2], day)
    carried = [term for term in going_on if term["table"] == "contact"]
    for term in carried:
        person = plain.row("contact", term["key"][2])["person"]
        contact = Contact.objects.get(seat__group__slug=group, seat__organization__slug=new, person__slug=person)
        note_contact(plain, (group, new), contact, person, day)


def note_contact(plain: Plain, key: tuple[str, str], contact: Contact, person: str, first: date) -> None:
    """A contact for as long as the seat is held, not confirmed by anyone yet."""
    if contact.slug not in plain.slugs("contact"):
        plain.add("contact", contact.slug, person=person)
    term = plain.held(first, "seat", *key)
    assert term is not None
    plain.begin("contact", *key, contact.slug, first=first, last=term["last"], confirmed=None)


# Requests to join -------------------------------------------------------------------------------------------------------------------


def note_interest(office: Office) -> date:
    return _ask(office, "note_interest", "interest")


def receive_request(office: Office) -> date:
    return _ask(office, "receive", "received")


def _ask(office: Office, move: str, after: str) -> date:
    group, organization, on = office.pick(GROUPS), office.pick(ORGANIZATIONS), office.early_day()
    asked = {"group": row(Group, group), "organization": row(Organization, organization), **office.act}
    if move == "receive":
        request = membership.receive_request(requested_on=real(on), **asked)
    else:
        request = membership.note_interest(noted_on=real(on), **asked)
    if request.slug not in office.plain.slugs("request"):
        office.plain.add("request", request.slug, group=group, organization=organization)
    office.plain.move(request.slug, move, after, on)
    assert on.last
    return on.last


def a_request(office: Office, *states: str) -> JoinRequest:
    """A request, most often one in one of the states."""
    slug = office.pick_in("request", states)
    return JoinRequest.objects.select_related("group", "organization").get(slug=slug)


def asked_one(office: Office, request: JoinRequest) -> str:
    """Most often one of the co-chairs that were asked, or would be."""
    made = office.plain.standing(request.slug)
    offices = [term for term in office.plain.terms if term["table"] == "office" and made and holds(term, made[-1]["day"])]
    chairs = [term["key"][1] for term in offices if term["key"][::2] == (request.group.slug, "co_chair")]
    return office.pick(chairs if chairs and office.rng.random() < 0.9 else ORGANIZATIONS)


def step_of_request(office: Office) -> date:
    """Circulate, decline, defer, withdraw or approve a request."""
    request = a_request(office, "interest", "received", "circulated", "deferred")
    on, step = office.day_after(request.slug), office.step(request.slug, REQUEST)
    if step == "circulated":
        membership.circulate(request=request, circulated_on=real(on), **office.act)
    elif step == "withdrawn":
        membership.withdraw(request=request, withdrawn_on=real(on), **office.act)
    else:
        verb = decisions.decline if step == "declined" else decisions.defer
        verb(request=request, decided_on=real(on), **office.act)
    name = {"circulated": "circulate", "declined": "decline", "deferred": "defer", "withdrawn": "withdraw"}[step]
    office.plain.move(request.slug, name, step, on)
    assert on.last
    return on.last


def circulate_again(office: Office) -> date:
    """Put a request off and circulate it again: what was answered to it before counts no longer."""
    request = a_request(office, "circulated")
    on, days = office.day_after(request.slug), office.rng.randint(1, 90)
    last = on.last
    if last is None:
        raise NothingToDo
    again = one_day(last + days * ONE)
    with transaction.atomic():
        decisions.defer(request=request, decided_on=real(on), **office.act)
        membership.circulate(request=request, circulated_on=real(again), **office.act)
    office.plain.move(request.slug, "defer", "deferred", on)
    office.plain.move(request.slug, "circulate", "circulated", again)
    return last


def answer_request(office: Office) -> date:
    request = a_request(office, "circulated")
    on, organization = office.day_after(request.slug), asked_one(office, request)
    answer = office.pick((Answer.AGREES, Answer.AGREES, Answer.OBJECTS))
    body = row(Organization, organization)
    decisions.answer_request(request=request, organization=body, answer=answer, answered_on=real(on), **office.act)
    office.plain.start("answer", request.slug, organization, first=on.starts, answer=answer.value, on=on)
    return on.starts


def approve_request(office: Office) -> date:
    request = a_request(office, "circulated")
    on = office.day_after(request.slug)
    effective = office.day() if office.rng.random() < 0.3 else None
    decisions.approve_request(request=request, decided_on=real(on), effective_on=real(effective) if effective else None, **office.act)
    return note_approval(office.plain, request, on, effective)


def note_approval(plain: Plain, request: JoinRequest, on: Day, effective: Day | None) -> date:
    assert on.last
    plain.move(request.slug, "approve", "approved", on)
    key, first = (request.group.slug, request.organization.slug), effective.starts if effective else on.last
    held = plain.held(first, "seat", *key)
    if held is None or held["kind"] != "member" or held["first"] != first:
        note_seat(plain, key, "member", first)
    return on.last


def decide_request(office: Office) -> date:
    """A co-chair's choice with all that follows: circulation before it, decision after it."""
    request, plain = a_request(office, "received", "circulated"), office.plain
    on, organization = office.day_after(request.slug), asked_one(office, request)
    choice = office.pick((Choice.APPROVE, Choice.APPROVE, Choice.DECLINE, Choice.DEFER))
    was = plain.state(request.slug)
    outcome = decisions.decide_request(
        request=request, organization=row(Organization, organization), choice=choice, answered_on=real(on), **office.act
    )
    if was == "received":
        plain.move(request.slug, "circulate", "circulated", on)
    if choice == Choice.DEFER:
        plain.move(request.slug, "defer", "deferred", on)
    else:
        answer = "agrees" if choice == Choice.APPROVE else "objects"
        plain.start("answer", request.slug, organization, first=on.starts, answer=answer, on=on)
    if choice == Choice.DECLINE:
        plain.move(request.slug, "decline", "declined", on)
    if outcome.seat is not None:
        note_approval(plain, request, latest_answer(plain, request), None)
    return on.starts


def latest_answer(plain: Plain, request: JoinRequest) -> Day:
    """The answer, of those of the last circulation, whose date ends last; the first by organization of several."""
    circulated = [move["on"] for move in plain.standing(request.slug) if move["name"] == "circulate"][-1]
    standing: dict[str, Day] = {}
    for term in sorted((term for term in plain.terms if term["table"] == "answer"), key=lambda each: each["first"]):
        slug, organization = term["key"]
        asked = plain.held(circulated.last, "office", request.group.slug, organization, "co_chair")
        if slug == request.slug and asked and not over_before(term["on"], circulated):
            standing[organization] = term["on"]
    return max((standing[slug] for slug in sorted(standing)), key=lambda day: day.last or date.max)


# Names, relations, sessions, contacts -----------------------------------------------------------------------------------------------


def rename(office: Office) -> date:
    on, language = office.day(), office.pick(("en", "ar", "fr"))
    text = f"{language} {office.rng.randint(1, 999)}"
    if office.rng.random() < 0.7:
        organization = row(Organization, office.pick(ORGANIZATIONS))
        name = OrganizationName(organization=organization, language=language, long=f"Body {text}", short=text, begins=real(on))
    else:
        name = GroupName(group=row(Group, office.pick(GROUPS)), language=language, long=f"Group {text}", begins=real(on))
    names.give_name(name=name, **office.act)
    return on.starts


def relate(office: Office) -> date:
    group, mechanism, on = office.pick(GROUPS), office.pick(("mechanism-one", "mechanism-two")), office.early_day()
    relations.relate(group=row(Group, group), kind=RelationKind.REPORTS_TO, to=row(Mechanism, mechanism), on=real(on), **office.act)
    office.plain.begin("relation", group, mechanism, first=on.starts)
    return on.starts


def end_relation(office: Office) -> date:
    held = office.pick(list(RelationTerm.objects.filter(superseded_at=None).select_related("group", "mechanism").order_by("pk")))
    ends = office.day(closed=True)
    relations.end_relation(relation=held, ends=real(ends), because="it ended", **office.act)
    assert ends.last
    term = next(each for each in office.plain.of("relation", held.group.slug, held.mechanism.slug) if each["first"] == held.valid_from)
    if term["last"] is None or term["last"] > ends.last:
        term["last"] = ends.last
        if term["first"] > ends.last:
            office.plain.terms.remove(term)
    return ends.last + ONE


def fix(office: Office) -> date:
    mechanism, number, dates, on = office.pick(("mechanism-one", "mechanism-two")), office.rng.randint(1, 3), office.day(), office.day()
    fix_session(mechanism=row(Mechanism, mechanism), number=number, dates=real(dates), place=Texts(), begins=real(on), **office.act)
    slug = f"{mechanism}-{number}"
    if slug not in office.plain.slugs("session"):
        office.plain.add("session", slug, mechanism=mechanism, number=number)
    office.plain.start("session", slug, first=on.starts, dates=dates.edtf)
    return on.starts


def appoint(office: Office) -> date:
    held, key = a_seat(office)
    on, person = office.day(), office.pick(("person-one", "person-two"))
    contact = contacts.appoint(seat=held, role=ContactRole.FOCAL_POINT, person=row(Person, person), on=real(on), **office.act)
    note_contact(office.plain, key, contact, person, on.starts)
    return on.starts


def confirm(office: Office) -> date:
    contact = office.pick(list(Contact.objects.select_related("seat__group", "seat__organization").order_by("pk")))
    key, on = (contact.seat.group.slug, contact.seat.organization.slug, contact.slug), office.day(closed=True)
    contacts.confirm(contact=contact, on=real(on), **office.act)
    assert on.last
    held = office.plain.held(on.last, "contact", *key)
    assert held is not None
    office.plain.start("contact", *key, first=on.last, last=held["last"], confirmed=on)
    return on.last
