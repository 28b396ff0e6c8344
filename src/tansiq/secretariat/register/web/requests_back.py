"""The page on which the last step of a request is taken back because it was recorded wrongly; it says what follows."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tansiq.secretariat.record.domain.errors import AlreadyCorrected, Refused, UnknownReference
from tansiq.secretariat.register.domain.dossiers import find_request
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.taking_back import LastStep, last_step, take_back_step
from tansiq.secretariat.register.enums import RequestState
from tansiq.secretariat.register.models import JoinRequest
from tansiq.secretariat.register.web.policies import secretariat
from tansiq.secretariat.register.web.refusals import refuse, sent
from tansiq.secretariat.register.web.requests import page_of, show_refused
from tansiq.secretariat.register.web.requests_showing import TAKEN, who
from tansiq.secretariat.register.web.standing import acting
from tansiq.secretariat.register.web.terms_forms import WhyForm
from tansiq.secretariat.register.web.terms_showing import Words


class BackForm(WhyForm):
    """Why the step is taken back; `step` is the one that the person saw."""

    step = forms.IntegerField(widget=forms.HiddenInput())


@secretariat
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Take the last step back, with the seat it gave; show what somebody else did meanwhile instead."""
    row = _request(slug, name)
    step = last_step(row)
    if step is None:
        return show_refused(request, page_of(slug, name), _("The request has no step that could be taken back but the one that began it."))
    form = BackForm(**sent(request), initial={"step": step.move.entry_id})
    if request.method == "POST" and form.is_valid():
        said, by = form.cleaned_data, acting(request, slug)
        try:
            take_back_step(request=row, entry=said["step"], by=by, at=datetime.now(UTC), because=said["because"])
        except AlreadyCorrected:
            meanwhile = _("Somebody changed the request meanwhile. What you entered was not recorded.")
            return show_refused(request, page_of(slug, name), meanwhile)
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect("register:request", slug, name)
    now = datetime.now(UTC)
    page = _page(row, step, Words(Names(now.date(), now), get_language() or "en"))
    return render(request, "register/requests/take_back.html", page | {"form": form, "slug": slug}, status=422 if form.errors else 200)


def _request(slug: str, name: str) -> JoinRequest:
    try:
        return find_request(group=slug, request=name)
    except UnknownReference:
        raise Http404(_("The group has no such request.")) from None


def _page(row: JoinRequest, step: LastStep, words: Words) -> dict[str, Any]:
    """What the page shows: the step, and what follows when it is taken back."""
    label = words.said(row.organization.slug)
    follows = [_("The request is then “%(state)s” again.") % {"state": RequestState(step.move.before).label}]
    if step.seat is not None and step.seat.superseded_at is None:
        seat = {"seat": label, "period": words.period(step.seat)}
        follows.append(_("The seat that the step gave is taken out: %(seat)s, %(period)s.") % seat)
    follows.append(_("Facts and reports as known from now on no longer count it; frozen reports list what no longer holds."))
    return {
        "title": _("It was recorded wrongly"), "button": _("Take it back"), "group": words.names.name(row.group.ref, words.language),
        "trail": label, "back": reverse("register:request", args=[row.group.slug, row.slug]), "follows": follows, "move": step.move,
        "taken": TAKEN.get(step.move.name, step.move.name), "who": who(step.move.by, words.said),
    }
