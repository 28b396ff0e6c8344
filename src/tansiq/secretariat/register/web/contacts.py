"""Contacts of a seat: named, confirmed, replaced, dismissed."""

from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.register.domain import appointing, contacts, tenures
from tansiq.secretariat.register.enums import ContactRole
from tansiq.secretariat.register.models import Contact
from tansiq.secretariat.register.web import seats_forms
from tansiq.secretariat.register.web.policies import secretariat
from tansiq.secretariat.register.web.refusals import sent
from tansiq.secretariat.register.web.seats import act, by, page_of
from tansiq.secretariat.register.web.seats_showing import SeatPage

form_view = require_http_methods(["GET", "HEAD", "POST"])


@secretariat
@form_view
def appoint(request: HttpRequest, slug: str, seat: str) -> HttpResponse:
    """A person becomes a contact of the seat."""
    page, form = page_of(slug, seat), seats_forms.AppointForm(**sent(request))

    def do(said: dict[str, Any]) -> None:
        appointing.appoint_new(
            seat=page.seen.seat, role=ContactRole(said["role"]), person=form.person(), on=said["on"], because=said["because"],
            **by(request, slug),
        )

    return act(request, page, "appoint", form, do)


@secretariat
@form_view
def confirm(request: HttpRequest, slug: str, contact: str) -> HttpResponse:
    """The organization said that the contact still holds."""
    row, page = _contact(slug, contact)
    today = datetime.now(UTC).date()
    form = seats_forms.ConfirmForm(**sent(request), initial={"on": today.isoformat()})

    def do(said: dict[str, Any]) -> None:
        contacts.confirm(contact=row, on=said["on"], because=said["because"], **by(request, slug))

    return act(request, page, "confirm", form, do, possible=_holds(row, page))


@secretariat
@form_view
def replace(request: HttpRequest, slug: str, contact: str) -> HttpResponse:
    """Another person takes the contact's place."""
    row, page = _contact(slug, contact)
    form = seats_forms.PersonForm(**sent(request))

    def do(said: dict[str, Any]) -> None:
        appointing.replace_by_new(contact=row, person=form.person(), on=said["on"], because=said["because"], **by(request, slug))

    return act(request, page, "replace", form, do, possible=_holds(row, page))


@secretariat
@form_view
def dismiss(request: HttpRequest, slug: str, contact: str) -> HttpResponse:
    """The contact ends with a day."""
    row, page = _contact(slug, contact)
    form = seats_forms.LastDayForm(**sent(request))

    def do(said: dict[str, Any]) -> None:
        contacts.dismiss(contact=row, ends=said["on"], because=said["because"], **by(request, slug))

    return act(request, page, "dismiss", form, do, possible=_holds(row, page))


def _contact(slug: str, contact: str) -> tuple[Contact, SeatPage]:
    try:
        row = tenures.find_contact(group=slug, contact=contact)
    except UnknownReference:
        raise Http404(_("The group has no such contact.")) from None
    return row, page_of(slug, row.seat.slug)


def _holds(row: Contact, page: SeatPage) -> bool:
    """Whether the person is the contact today."""
    return any(term.contact_id == row.pk and holds for term, _role, _period, holds, _stale in page.contacts)
