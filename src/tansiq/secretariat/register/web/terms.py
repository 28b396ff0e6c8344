"""The pages of the two questions: it changed on a day (or ended), or it was recorded wrongly; and what somebody else did meanwhile."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.record.domain.errors import AlreadyCorrected, Refused, UnknownReference
from tansiq.secretariat.register.domain import changing
from tansiq.secretariat.register.domain.directory import organization_slugs
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.web import terms_forms
from tansiq.secretariat.register.web.policies import belongs, secretariat
from tansiq.secretariat.register.web.refusals import refuse, sent
from tansiq.secretariat.register.web.requests_showing import choices
from tansiq.secretariat.register.web.standing import acting
from tansiq.secretariat.register.web.terms_showing import Words

form_view = require_http_methods(["GET", "HEAD", "POST"])

QUESTIONS = {
    "changed": gettext_lazy("It changed on a day"), "ended": gettext_lazy("It ended"), "wrong": gettext_lazy("It was recorded wrongly"),
}


@belongs
@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """The names, relations and terms of reference of the group, as the record stands on the day asked for."""
    form = AsOfForm(request.GET, now=datetime.now(UTC))
    words = Words(Names(form.as_of, form.known_at), get_language() or "en")
    found = changing.terms_of_group(group=slug, as_of=form.as_of, known_at=form.known_at)
    page = {
        "form": form, "slug": slug, "lines": [(changing.kind_word(term), words.title(term), words.shown(term)) for term in found],
        "group": words.names.name(f"register/group/{slug}", words.language),
    }
    return render(request, "register/terms/list.html", page)


@belongs
@require_safe
def shown(request: HttpRequest, slug: str, kind: str, term: str) -> HttpResponse:
    """What the record says, what it said before, and the two questions."""
    return _show(request, slug, kind, _term(slug, kind, term))


@secretariat
@form_view
def changed(request: HttpRequest, slug: str, kind: str, term: str) -> HttpResponse:
    """It changed on a day: the days before keep what was said."""
    row, form = _with_columns(request, slug, kind, term, terms_forms.ChangedForm)

    def do(said: dict[str, Any], by: dict[str, Any]) -> None:
        changing.change_term(term=row, on=said["on"], because=said["because"], changes=form.changes(), **by)

    return _ask(request, slug, row, "changed", form, do=do)


@secretariat
@form_view
def ended(request: HttpRequest, slug: str, kind: str, term: str) -> HttpResponse:
    """It ended with a day."""
    row, form = _term(slug, kind, term), terms_forms.EndedForm(**sent(request))

    def do(said: dict[str, Any], by: dict[str, Any]) -> None:
        changing.end_term(term=row, ends=said["on"], because=said["because"], **by)

    return _ask(request, slug, row, "ended", form, do=do)


@secretariat
@form_view
def wrong(request: HttpRequest, slug: str, kind: str, term: str) -> HttpResponse:
    """It was recorded wrongly: all its days say something else, or nothing."""
    row, form = _with_columns(request, slug, kind, term, terms_forms.WrongForm)

    def do(said: dict[str, Any], by: dict[str, Any]) -> None:
        if said["never"]:
            changing.withdraw_term(term=row, because=said["because"], **by)
        else:
            changing.correct_term(
                term=row, begins=said["begins"], ends=said["ends"], because=said["because"], changes=form.changes(), **by
            )

    return _ask(request, slug, row, "wrong", form, do=do)


def _ask(
    request: HttpRequest, slug: str, row: Any, question: str, form: forms.Form, *, do: Callable[[dict[str, Any], dict[str, Any]], None]
) -> HttpResponse:
    """Show the question; do what was answered, or show what somebody else did meanwhile."""
    kind = changing.kind_word(row)
    here = reverse("register:term", args=[slug, kind, row.slug])
    if row.superseded_at is not None:
        return _show(request, slug, kind, row, status=409)
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data, {"by": acting(request, slug), "at": datetime.now(UTC)})
        except AlreadyCorrected:
            return _show(request, slug, kind, _term(slug, kind, row.slug), status=409)
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect(_after(slug, kind, row.slug))
    words = _words()
    page = {
        "form": form, "title": QUESTIONS[question], "button": _("Record it"), "back": here, "trail": words.title(row), "slug": slug,
        "group": words.names.name(f"register/group/{slug}", words.language), "told": words.shown(row),
    }
    return render(request, "register/terms/question.html", page, status=422 if form.errors else 200)


def _after(slug: str, kind: str, term: str) -> str:
    """Where the person goes who changed a term: to what the record says now, to the term itself where it says nothing any more."""
    made = changing.version(_term(slug, kind, term)).replaced_by
    return reverse("register:term", args=[slug, kind, made[-1].slug if made else term])


def _show(request: HttpRequest, slug: str, kind: str, row: Any, status: int = 200) -> HttpResponse:
    words = _words()
    page = {
        "page": words.page(changing.version(row)), "slug": slug, "kind": kind, "may_change": secretariat.may(request, slug=slug),
        "group": words.names.name(f"register/group/{slug}", words.language), "questions": QUESTIONS.items(), "meanwhile": status != 200,
    }
    return render(request, "register/terms/term.html", page, status=status)


def _with_columns(request: HttpRequest, slug: str, kind: str, term: str, form: type[terms_forms.ColumnsForm]) -> tuple[Any, Any]:
    row, words = _term(slug, kind, term), _words()
    return row, form(**sent(request), term=row, organizations=choices(organization_slugs(), words.names, words.language))


def _term(slug: str, kind: str, term: str) -> Any:
    try:
        return changing.find_term(group=slug, kind=kind, term=term)
    except UnknownReference:
        raise Http404(_("The record says no such thing.")) from None


def _words() -> Words:
    now = datetime.now(UTC)
    return Words(Names(now.date(), now), get_language() or "en")
