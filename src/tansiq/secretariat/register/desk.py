"""What the register brings to the desk: requests that wait for somebody, contacts nobody confirmed, seats taken and left this week."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.engines.dates import PartialDate, parse_edtf
from tansiq.engines.press.typography import format_number, join_list
from tansiq.secretariat.record.desk import At, Called, DeskRow, Item, Place, desk_source, texts
from tansiq.secretariat.record.models import Move, kind_of
from tansiq.secretariat.register.enums import OfficeRole, RequestState
from tansiq.secretariat.register.facts import CONFIRMED_FOR
from tansiq.secretariat.register.lifecycle import UNDECIDED
from tansiq.secretariat.register.models import CoChairAnswer, ContactTerm, JoinRequest, OfficeTerm, SeatTerm

WEEK = timedelta(days=7)
ORGANIZATION = "register/organization/"


def _request_rows(at: At) -> list[QuerySet[Any, Any]]:
    """The undecided requests, with the days of the letter and of the last circulation; the answers to them; the terms of co-chairs."""
    undecided = JoinRequest.objects.filter(group__slug__in=at.groups, state__in=UNDECIDED)
    answers = CoChairAnswer.objects.current().filter(request__group__slug__in=at.groups, request__state__in=UNDECIDED)
    chairs = OfficeTerm.objects.current().filter(office__seat__group__slug__in=at.groups, office__role=OfficeRole.CO_CHAIR)
    return [
        texts(undecided, "register.request", "group__slug", "slug", "organization__slug", "state", _moved("receive"), _moved("circulate")),
        texts(answers, "register.answer", "request__group__slug", "request__slug", "organization__slug", "begins"),
        texts(chairs, "register.chair", "office__seat__group__slug", "office__seat__organization__slug", "valid_from", "valid_to"),
    ]


def _moved(name: str) -> Subquery:
    subject = Concat(Value(f"{kind_of(JoinRequest)}/"), OuterRef("slug"))
    moves = Move.objects.filter(subject=subject, name=name, withdrawn=False, corrected_by=None)
    return Subquery(moves.order_by("-happened_by", "-recorded_at").values("occurred_on")[:1])


@desk_source("register.request", "register.answer", "register.chair", rows=_request_rows)
def requests_waiting(at: At, rows: Sequence[DeskRow], called: Called) -> Iterator[Item]:
    """Requests that wait for the secretariat, or for the answer of the co-chair for whom the person speaks."""
    tagged = _by_tag(rows)
    for row in tagged["register.request"]:
        slug, organization, state, received, circulated = row.one, row.two, row.three, row.four, row.five
        asked = _asked(row.group, circulated, tagged["register.chair"]) if state == RequestState.CIRCULATED else []
        answered = {each.two for each in tagged["register.answer"] if each.one == slug and _after(each.three, circulated)}
        missing = [each for each in asked if each not in answered]
        speaker = at.speaks_for.get(row.group, "")
        if row.group not in at.served and speaker not in missing:
            continue
        yield Item(
            Place.WAITING, row.group, _("%(name)s asks to join") % {"name": called(ORGANIZATION + organization)},
            reverse("register:request", args=[row.group, slug]), _("Open the request"),
            day=parse_edtf(received) if received else None, state=_state(state, asked, missing, at),
            why=_why(state, missing, called, at.language),
        )


def _asked(group: str, circulated: str, chairs: Sequence[DeskRow]) -> list[str]:
    """The co-chairs of the day of the circulation."""
    day = parse_edtf(circulated).happened_by() if circulated else None
    return [
        chair.one for chair in chairs
        if day and chair.group == group and chair.two <= day.isoformat() and (not chair.three or chair.three > day.isoformat())
    ]


def _after(answered: str, circulated: str) -> bool:
    """Whether an answer was not certainly given before the last circulation, to which alone it counts."""
    return bool(answered and circulated) and not parse_edtf(answered).precedes(parse_edtf(circulated))


def _state(state: str, asked: Sequence[str], missing: Sequence[str], at: At) -> tuple[str, str]:
    if state == RequestState.CIRCULATED and missing:
        given, of = format_number(len(asked) - len(missing), at.language), format_number(len(asked), at.language)
        return "half", _("%(given)s of %(of)s answers") % {"given": given, "of": of}
    return "wait", _("Your turn")


def _why(state: str, missing: Sequence[str], called: Called, language: str) -> str:
    if state == RequestState.RECEIVED:
        return _("The letter has come; it has not gone to the co-chairs yet.")
    if state == RequestState.DEFERRED:
        return _("The co-chairs put the decision off; it can go to them again.")
    if missing:
        names = join_list([called(ORGANIZATION + each) for each in missing], language)
        return _("No answer yet from: %(names)s.") % {"names": names}
    return _("Every co-chair has answered; the decision can be recorded.")


def _contact_rows(at: At) -> list[QuerySet[Any, Any]]:
    terms = ContactTerm.objects.as_of(at.today, at.now).filter(contact__seat__group__slug__in=at.served)
    return [texts(terms, "register.contact", "contact__seat__group__slug", "contact__seat__organization__slug", "confirmed_on")]


@desk_source("register.contact", rows=_contact_rows)
def contacts_to_confirm(at: At, rows: Sequence[DeskRow], called: Called) -> Iterator[Item]:
    """The contacts of today that their organization has not confirmed, or not for a year, one line a group."""
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if not row.two or not parse_edtf(row.two).overlaps(at.today - CONFIRMED_FOR, None):
            groups[row.group].append(row.one)
    for group, organizations in groups.items():
        count = format_number(len(organizations), at.language)
        words = ngettext("%(count)s contact not confirmed", "%(count)s contacts not confirmed", len(organizations)) % {"count": count}
        names = join_list([called(ORGANIZATION + each) for each in sorted(set(organizations))], at.language)
        url = reverse("register:seats", args=[group])
        yield Item(Place.LATE, group, words, url, _("Open the seats"), state=("late", _("Not confirmed")), why=names)


def _seat_rows(at: At) -> list[QuerySet[Any, Any]]:
    terms = SeatTerm.objects.current().filter(seat__group__slug__in=at.groups)
    first, last = at.today - WEEK, at.today
    taken, left = terms.filter(valid_from__gt=first, valid_from__lte=last), terms.filter(valid_to__gt=first, valid_to__lte=last)
    return [
        texts(taken, "register.seat-taken", "seat__group__slug", "seat__organization__slug", "valid_from"),
        texts(left, "register.seat-left", "seat__group__slug", "seat__organization__slug", "valid_to"),
    ]


@desk_source("register.seat-taken", "register.seat-left", rows=_seat_rows)
def seats_changed(_at: At, rows: Sequence[DeskRow], called: Called) -> Iterator[Item]:
    """Seats taken and given up within the last seven days; one that only goes on in another capacity is neither."""
    both = {(row.group, row.one, row.two) for row in rows if row.tag == "register.seat-left"}
    both &= {(row.group, row.one, row.two) for row in rows if row.tag == "register.seat-taken"}
    for row in rows:
        if (row.group, row.one, row.two) in both:
            continue
        said = _("%(name)s took its seat") if row.tag == "register.seat-taken" else _("%(name)s gave up its seat")
        day = PartialDate.on(date.fromisoformat(row.two))
        url = reverse("register:group", args=[row.group])
        yield Item(Place.CHANGED, row.group, said % {"name": called(ORGANIZATION + row.one)}, url, _("Open the group"), day=day)


def _by_tag(rows: Sequence[DeskRow]) -> Mapping[str, list[DeskRow]]:
    found: dict[str, list[DeskRow]] = defaultdict(list)
    for row in rows:
        found[row.tag].append(row)
    return found
