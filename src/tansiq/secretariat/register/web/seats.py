"""The pages of seats: the list on a day, one seat with its offices, and each change of them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.register.domain import offices, questions, seats, tenures
from tansiq.secretariat.register.domain.directory import organization_slugs
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.enums import OfficeRole, SeatKind
from tansiq.secretariat.register.models import Seat
from tansiq.secretariat.register.web import seats_forms
from tansiq.secretariat.register.web.adding import adding
from tansiq.secretariat.register.web.policies import belongs, secretariat
from tansiq.secretariat.register.web.refusals import perform, sent
from tansiq.secretariat.register.web.requests_showing import choices
from tansiq.secretariat.register.web.seats_showing import ACTS, SeatPage, lines
from tansiq.secretariat.register.web.standing import acting
from tansiq.secretariat.register.web.terms_showing import Words

form_view = require_http_methods(["GET", "HEAD", "POST"])


@belongs
@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """The seats held on the day asked for."""
    form = AsOfForm(request.GET, now=datetime.now(UTC))
    day, known_at = form.as_of, form.known_at
    words = Words(Names(day, known_at), get_language() or "en")
    found = lines(questions.seats_with_offices(slug, day, known_at), questions.contacts(slug, day, known_at), words, day)
    page = {"form": form, "lines": found, "slug": slug, "may_change": secretariat.may(request, slug=slug)}
    return render(request, "register/seats/list.html", page | {"group": words.names.name(f"register/group/{slug}", words.language)})


@belongs
@require_safe
def shown(request: HttpRequest, slug: str, seat: str) -> HttpResponse:
    """One seat as the record stands."""
    page = page_of(slug, seat)
    return render(request, "register/seats/seat.html", {"page": page, "slug": slug, "may_change": secretariat.may(request, slug=slug)})


@secretariat
@form_view
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """An organization takes a seat."""
    words = _words()
    named = choices(organization_slugs(), words.names, words.language)
    form = seats_forms.SeatForm(**sent(request), organizations=named, initial={"kind": SeatKind.MEMBER, **request.GET.dict()})

    def do(said: dict[str, Any]) -> Seat:
        return seats.seat_organization(
            group=tenures.find_group(slug), organization=tenures.find_organization(said["organization"]), on=said["on"],
            kind=SeatKind(said["kind"]), represented_by=tenures.find_organization(said["represented_by"]), because=said["because"],
            **by(request, slug),
        )

    page = {
        "title": ACTS["add"], "button": ACTS["add"], "slug": slug, "back": reverse("register:seats", args=[slug]), "trail": _("Seats"),
        "group": words.names.name(f"register/group/{slug}", words.language), "adding": adding(request, slug),
    }
    return perform(request, form, do, then=lambda seat: reverse("register:seat", args=[slug, seat.slug]), page=page)


@secretariat
@form_view
def end(request: HttpRequest, slug: str, seat: str) -> HttpResponse:
    """The seat ends, and its offices and contacts with it."""
    page, form = page_of(slug, seat), seats_forms.LastDayForm(**sent(request))

    def do(said: dict[str, Any]) -> None:
        seats.end_seat(seat=page.seen.seat, ends=said["on"], because=said["because"], **by(request, slug))

    return act(request, page, "end", form, do)


@secretariat
@form_view
def capacity(request: HttpRequest, slug: str, seat: str, kind: str) -> HttpResponse:
    """An observer becomes a member, or a member an observer."""
    page, form = page_of(slug, seat), seats_forms.CapacityForm(**sent(request))

    def do(said: dict[str, Any]) -> None:
        held = page.seen.held
        seats.seat_organization(
            group=page.seen.seat.group, organization=page.seen.seat.organization, on=said["on"], kind=SeatKind(kind),
            represented_by=held.represented_by if held else None, because=said["because"], **by(request, slug),
        )

    return act(request, page, kind, form, do)


@secretariat
@form_view
def take(request: HttpRequest, slug: str, seat: str) -> HttpResponse:
    """The seat takes an office."""
    page = page_of(slug, seat)
    form = seats_forms.OfficeForm(**sent(request), roles=page.roles_free)

    def do(said: dict[str, Any]) -> None:
        offices.take_office(
            seat=page.seen.seat, role=OfficeRole(said["role"]), on=said["on"], because=said["because"], **by(request, slug)
        )

    return act(request, page, "take", form, do)


@secretariat
@form_view
def leave(request: HttpRequest, slug: str, seat: str) -> HttpResponse:
    """The seat leaves an office."""
    page = page_of(slug, seat)
    form = seats_forms.LeaveForm(**sent(request), roles=page.roles_held)

    def do(said: dict[str, Any]) -> None:
        offices.leave_office(
            seat=page.seen.seat, role=OfficeRole(said["role"]), ends=said["on"], because=said["because"], **by(request, slug)
        )

    return act(request, page, "leave", form, do)


@secretariat
@form_view
def rotate(request: HttpRequest, slug: str, seat: str) -> HttpResponse:
    """The seat hands an office to another member."""
    page, now = page_of(slug, seat), datetime.now(UTC)
    others = [each.organization for each in questions.members(slug, now.date(), now) if each.seat != seat]
    form = seats_forms.RotateForm(**sent(request), roles=page.roles_held, seats=choices(others, page.words.names, page.words.language))

    def do(said: dict[str, Any]) -> None:
        taking = Seat.objects.get(group=page.seen.seat.group, organization__slug=said["to"])
        offices.rotate(
            leaving=page.seen.seat, taking=taking, role=OfficeRole(said["role"]), on=said["on"], because=said["because"],
            **by(request, slug),
        )

    return act(request, page, "rotate", form, do)


def act(
    request: HttpRequest, page: SeatPage, name: str, form: forms.Form, do: Callable[[dict[str, Any]], Any], *, possible: bool | None = None
) -> HttpResponse:
    """Show the form of an act and do it; where it is not possible now, show the seat as it stands."""
    slug = page.seen.seat.group.slug
    if not (name in page.seen.acts if possible is None else possible):
        told = {"page": page, "slug": slug, "may_change": True, "refused": _("“%(step)s” is not possible now.") % {"step": ACTS[name]}}
        return render(request, "register/seats/seat.html", told, status=409)
    here = reverse("register:seat", args=[slug, page.seen.seat.slug])
    shown = {"title": ACTS[name], "button": ACTS[name], "group": page.group, "slug": slug, "back": here, "trail": page.label}
    return perform(request, form, do, then=lambda _done: here, page=shown)


def by(request: HttpRequest, slug: str) -> dict[str, Any]:
    """Who acts, now."""
    return {"by": acting(request, slug), "at": datetime.now(UTC)}


def page_of(slug: str, seat: str) -> SeatPage:
    """The page of a seat; 404 when the group has none of this name."""
    try:
        return SeatPage(tenures.tenure(group=slug, seat=seat, day=datetime.now(UTC).date()), _words())
    except UnknownReference:
        raise Http404(_("The group has no such seat.")) from None


def _words() -> Words:
    now = datetime.now(UTC)
    return Words(Names(now.date(), now), get_language() or "en")
