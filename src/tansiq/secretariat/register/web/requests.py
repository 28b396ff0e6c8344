"""The pages of requests to join: the list, one request, its files, and each step it can take."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.pages.forms import ActForm
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.domain.evidence import read
from tansiq.secretariat.register.domain import dossiers, filing, questions
from tansiq.secretariat.register.domain.directory import organization_slugs
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.enums import Answer
from tansiq.secretariat.register.web import requests_forms as forms
from tansiq.secretariat.register.web.adding import adding
from tansiq.secretariat.register.web.policies import belongs, secretariat
from tansiq.secretariat.register.web.refusals import filed, perform, sent
from tansiq.secretariat.register.web.requests_showing import STEPS, RequestPage, choices, lines

form_view = require_http_methods(["GET", "HEAD", "POST"])


@belongs
@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """The requests that had begun by the day asked for."""
    now, language = datetime.now(UTC), get_language() or "en"
    form = AsOfForm(request.GET, default=now.date(), now=now)
    names = Names(form.as_of, form.known_at)
    found = lines(questions.requests(slug, form.as_of, form.known_at), names, language)
    page = {"form": form, "lines": found, "group": names.name(f"register/group/{slug}", language)}
    return render(request, "register/requests/list.html", page | _may(request, slug))


@belongs
@require_safe
def shown(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One request as the record stands."""
    return render(request, "register/requests/request.html", {"page": page_of(slug, name)} | _may(request, slug))


@belongs
@require_safe
def evidence(request: HttpRequest, slug: str, name: str, file: str) -> HttpResponse:  # noqa: ARG001 (the policy reads it)
    """A letter or mail exactly as received: for saving, never for showing."""
    try:
        found = dossiers.evidence_of(group=slug, request=name, evidence=file)
        content = read(found)
    except (UnknownReference, FileNotFoundError):
        raise Http404(_("The record has no such file.")) from None
    answer = HttpResponse(content, content_type="application/octet-stream")
    safe = "".join(sign for sign in found.filename if sign.isprintable())
    answer["Content-Disposition"] = content_disposition_header(True, safe or found.slug)
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer


@secretariat
@form_view
def interest(request: HttpRequest, slug: str) -> HttpResponse:
    """Note that an organization would like to join."""
    return _begin(request, slug, forms.InterestForm, "note_interest")


@secretariat
@form_view
def letter(request: HttpRequest, slug: str) -> HttpResponse:
    """Record the letter of an organization that asks to join."""
    return _begin(request, slug, forms.LetterForm, "receive")


@secretariat
@form_view
def answer(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """File what a co-chair answered."""
    page = page_of(slug, name)
    form = forms.AnswerForm(**sent(request), organizations=page.co_chairs, initial=request.GET.dict())

    def do(said: dict[str, Any]) -> None:
        filing.file_answer(
            request=page.seen.request, organization=said["organization"], answer=Answer(said["answer"]), filed=filed(request, slug, said)
        )

    return _take(request, page, "answer", form, do)


@secretariat
@form_view
def receive(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Record the letter after interest was noted."""
    page = page_of(slug, name)
    organization = page.seen.request.organization.slug
    form = forms.LetterForm(**sent(request), organizations=[(organization, page.name.long)], initial={
        "organization": organization,
    })

    def do(said: dict[str, Any]) -> None:
        filing.file_letter(group=slug, organization=organization, filed=filed(request, slug, said), signatory=said["signatory"])

    return _take(request, page, "receive", form, do)


@secretariat
@form_view
def step(request: HttpRequest, slug: str, name: str, step: str) -> HttpResponse:
    """Send to the co-chairs, approve, decline, defer or withdraw."""
    page = page_of(slug, name)
    form = (forms.ApprovalForm if step == "approve" else forms.StepForm)(**sent(request), step=step)

    def do(said: dict[str, Any]) -> None:
        filing.file_step(
            request=page.seen.request, step=step, filed=filed(request, slug, said), effective_on=said.get("effective_on")
        )

    return _take(request, page, step, form, do)


def _begin(request: HttpRequest, slug: str, form_class: type[forms.InterestForm], step: str) -> HttpResponse:
    now, language = datetime.now(UTC), get_language() or "en"
    names = Names(now.date(), now)
    form = form_class(**sent(request), organizations=choices(organization_slugs(), names, language), initial=request.GET.dict())

    def do(said: dict[str, Any]) -> Any:
        if step == "note_interest":
            return filing.file_interest(group=slug, organization=said["organization"], filed=filed(request, slug, said))
        return filing.file_letter(
            group=slug, organization=said["organization"], filed=filed(request, slug, said), signatory=said["signatory"]
        )

    page = {
        "title": STEPS[step], "button": STEPS[step], "slug": slug, "group": names.name(f"register/group/{slug}", language),
        "back": reverse("register:requests", args=[slug]), "trail": _("Requests to join"), "adding": adding(request, slug),
    }
    return perform(request, form, do, then=lambda made: reverse("register:request", args=[slug, made.slug]), page=page)


def _take(
    request: HttpRequest, page: RequestPage, step: str, form: ActForm, do: Callable[[dict[str, Any]], None]
) -> HttpResponse:
    """Show the form of a step, or, where it is not possible now, the page of the request, which says what would open it."""
    slug, name = page.seen.request.group.slug, page.seen.request.slug
    found = page.seen.step(step)
    if found is None or found.closed:
        return show_refused(request, page, _("“%(step)s” is not possible now.") % {"step": STEPS[step]})
    here = reverse("register:request", args=[slug, name])
    shown = {"title": STEPS[step], "button": STEPS[step], "group": page.group, "slug": slug, "back": here, "trail": page.label}
    return perform(request, form, do, then=lambda _done: here, page=shown)


def show_refused(request: HttpRequest, page: RequestPage, said: str) -> HttpResponse:
    """The page of a request with the sentence that says why what was asked for was not done."""
    told = {"page": page, "refused": said} | _may(request, page.seen.request.group.slug)
    return render(request, "register/requests/request.html", told, status=409)


def page_of(slug: str, name: str) -> RequestPage:
    """The page of a request as the record stands now. Raises Http404 where the group has no such request."""
    now = datetime.now(UTC)
    try:
        return RequestPage(dossiers.dossier(group=slug, request=name), Names(now.date(), now), get_language() or "en")
    except UnknownReference:
        raise Http404(_("The group has no such request.")) from None


def _may(request: HttpRequest, slug: str) -> dict[str, Any]:
    return {"slug": slug, "may_change": secretariat.may(request, slug=slug)}
