"""What a report says of the group itself: who chairs it, what it is for, who asked to join, who its members are."""

from tansiq.secretariat.register.domain.questions import (
    RequestHeld,
    answers,
    co_chairs,
    members,
    objectives,
    requests,
    seat_terms,
)
from tansiq.secretariat.register.enums import SeatKind
from tansiq.secretariat.register.models import SeatTerm
from tansiq.secretariat.reporting.domain.blocks import Section, Sentence
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.period import Period
from tansiq.secretariat.reporting.domain.pieces import Piece, joined

ORGANIZATION, GROUP = "register/organization", "register/group"
WAITING = ("received", "circulated", "deferred")
"""States of a request that has a letter and no decision."""


def group_ref(lens: Lens) -> str:
    """The reference of the group that reports."""
    return f"{GROUP}/{lens.group}"


def group_short(lens: Lens) -> Piece:
    """The group by its short name."""
    return lens.name(group_ref(lens), "short")


def co_chair_refs(lens: Lens) -> list[str]:
    """The co-chairs of the day by precedence, then by acronym."""
    held = co_chairs(lens.group, lens.as_of, lens.known_at)
    ranks = {f"{ORGANIZATION}/{office.organization}": office.precedence or len(held) + 1 for office in held}
    return sorted(lens.sorted_by_name(ranks, "acronym"), key=lambda ref: ranks[ref])


def tell_membership(section: Section, period: Period) -> None:
    """The opening paragraphs: the group, its requests to join in the period, its members in a footnote."""
    lens = section.lens
    sentences = [*established(lens)]
    told = [sentence for request in requests(lens.group, lens.as_of, lens.known_at) for sentence in told_of(lens, request, period)]
    sentences += changed_seats(lens, period)
    if not any(sentence.message == "request-received" for sentence in told):
        told.append(Sentence("group-members", {"members": lens.count("register.member_count")}))
    note = lens.say("members-note", month=lens.month(lens.as_of), group=group_short(lens), members=all_members(lens))
    listed = section.note("members", note)
    sentences += [*told[:-1], Sentence(told[-1].message, told[-1].arguments, note=listed), *interest_noted(lens, period)]
    section.paragraph("group", sentences)


def changed_seats(lens: Lens, period: Period) -> list[Sentence]:
    """Who took a seat in the period, and who gave one up; a seat that only changed its kind or whose beginning is open is not told."""
    held = members(lens.group, lens.as_of, lens.known_at)
    joined_ = [seat for seat in held if seat.since and period.starts_in(seat.since)]
    until = min(lens.as_of, period.end)
    terms = [term for term in seat_terms(lens.group, lens.known_at) if term.kind == SeatKind.MEMBER]
    gone = sorted((term for term in terms if term.valid_to and term.valid_to <= until), key=lambda term: term.valid_to or until)
    sitting = {seat.organization for seat in held}
    left = [term for term in gone if term.seat.organization.slug not in sitting and term.ends and period.covers(term.ends)]
    group = group_short(lens)
    told = []
    changes = [("seat-taken", seat.organization, seat.since, seat.rests_on) for seat in joined_]
    changes += [("seat-given-up", term.seat.organization.slug, term.ends, term.ref) for term in left]
    for message, slug, day, rests_on in changes:
        if day is not None:
            arguments = {"organization": organization(lens, slug), "group": group, "when": lens.when(day, (rests_on,))}
            told.append(Sentence(message, arguments))
    return told


def organization(lens: Lens, slug: str) -> Piece:
    """An organization at its first mention, to begin a sentence with."""
    return lens.names_of([f"{ORGANIZATION}/{slug}"], "organization-first-capital")


def established(lens: Lens) -> list[Sentence]:
    """Who chairs the group and what it was established for."""
    chairs = co_chair_refs(lens)
    if not chairs:
        return []
    arguments = {"group": lens.name(group_ref(lens), "long"), "co_chairs": lens.names_of(chairs, "organization-first")}
    held = objectives(lens.group, lens.as_of, lens.known_at)
    aims = [lens.piece("objective", text=lens.stated(each.ref, "text", each.text, (each.rests_on,))) for each in held if each.text]
    if not aims:
        return [Sentence("group-co-chaired", arguments)]
    return [Sentence("group-established", {**arguments, "objectives": joined(aims, lens.language)})]


def told_of(lens: Lens, request: RequestHeld, period: Period) -> list[Sentence]:
    """What is told of one request: pending whenever it came, decided when that was within the period."""
    who = lens.names_of([f"{ORGANIZATION}/{request.organization}"], "organization-first")
    if request.state_then in WAITING and request.received_on:
        return [
            Sentence(
                "request-received",
                {
                    "when": lens.when(request.received_on, request.rests_on),
                    "organization": who,
                    "members": lens.count("register.member_count"),
                    "members_if_approved": lens.count("register.member_count_if_approved"),
                },
            )
        ]
    if request.state_then in ("approved", "declined") and period.covers(request.moved_on):
        arguments = {"when": lens.when(request.moved_on, request.rests_on), "organization": who}
        seat = seat_given(lens, request) if request.state_then == "approved" else None
        if seat is None or seat.begins is None:
            return [Sentence(f"request-{request.state_then}", arguments)]
        return [Sentence("request-approved-from", {**arguments, "from": lens.dated(seat.begins, (seat.ref,))})]
    return []


def seat_given(lens: Lens, request: RequestHeld) -> SeatTerm | None:
    """The term of the seat that an approved request gave, even when it begins after the day of the report."""
    terms = [term for term in seat_terms(lens.group, lens.known_at) if term.seat.organization.slug == request.organization]
    return next((term for term in terms if term.valid_from >= request.moved_by), None)


def interest_noted(lens: Lens, period: Period) -> list[Sentence]:
    """Who expressed interest in joining without a letter yet."""
    noted = [
        f"{ORGANIZATION}/{request.organization}"
        for request in requests(lens.group, lens.as_of, lens.known_at)
        if request.state_then == "interest" and period.covers(request.moved_on)
    ]
    if not noted:
        return []
    return [Sentence("interest-noted", {"organizations": lens.names_of(lens.sorted_by_name(noted), "organization-first")})]


def all_members(lens: Lens) -> Piece:
    """Every member by name and acronym, in the order of the names in the language shown."""
    refs = [f"{ORGANIZATION}/{seat.organization}" for seat in members(lens.group, lens.as_of, lens.known_at)]
    return lens.names_of(lens.sorted_by_name(refs), "organization-listed")


def waiting_co_chairs(lens: Lens, request: RequestHeld) -> list[str]:
    """The co-chairs who have not answered a request, by reference."""
    asked = answers(lens.group, lens.as_of, lens.known_at).get(request.request, [])
    return [f"{ORGANIZATION}/{each.organization}" for each in asked if not each.answer]
