"""The history of a group, a seat, a request or an organization: who did what, on behalf of whom, why, valid when, recorded when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tansiq.engines.dates import format_date
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.register.domain.chronicle import Told, chronicle
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.models import CoChairAnswer
from tansiq.secretariat.register.web.policies import belongs
from tansiq.secretariat.register.web.requests_showing import TAKEN, who
from tansiq.secretariat.register.web.terms_showing import Words

CODES: Mapping[str, Any] = {
    "identity.made": gettext_lazy("Entered in the record"),
    "detail.erased": gettext_lazy("What was written about it was erased"),
    "signatory.erased": gettext_lazy("Who signed was erased"),
}


@dataclass(frozen=True)
class Line:
    """An entry in words: what was done, and what the record says since then and said until then."""

    told: Told
    what: str
    who: str
    now: tuple[tuple[str, str], ...]
    before: tuple[tuple[str, str], ...]


@belongs
@require_safe
def shown(request: HttpRequest, slug: str, kind: str, thing: str) -> HttpResponse:
    """The history of a thing, newest first."""
    before = request.GET.get("before", "")
    try:
        found = chronicle(group=slug, kind=kind, thing=thing, before=int(before) if before.isascii() and before.isdigit() else None)
    except UnknownReference:
        raise Http404(_("The record has no history of such a thing.")) from None
    now = datetime.now(UTC)
    words = Words(Names(now.date(), now), get_language() or "en")
    page = {
        "lines": [_line(told, words) for told in found.told], "older": found.older, "slug": slug, "kind": kind, "thing": thing,
        "title": _title(kind, found.thing, words), "group": words.names.name(f"register/group/{slug}", words.language),
    }
    return render(request, "register/history/history.html", page)


def _line(told: Told, words: Words) -> Line:
    return Line(
        told, _what(told, words), who(told.entry.actor, words.said),
        tuple(_says(term, words) for term in told.recorded), tuple(_says(term, words) for term in told.replaced),
    )


def _what(told: Told, words: Words) -> str:
    if told.move is not None:
        said = {"step": TAKEN.get(told.move.name, told.move.name), "day": format_date(told.move.occurred_on, words.language)}
        return (_("Taken back: %(step)s, %(day)s") if told.move.withdrawn else _("%(step)s, %(day)s")) % said
    if told.entry.code in CODES:
        return str(CODES[told.entry.code])
    terms = told.recorded or told.replaced
    if not terms:
        return told.entry.code
    title = _answered(terms[0], words) if isinstance(terms[0], CoChairAnswer) else words.title(terms[0])
    if not told.replaced:
        return _("Recorded: %(what)s") % {"what": title}
    return (_("Changed: %(what)s") if told.recorded else _("Taken out: %(what)s")) % {"what": title}


def _answered(term: CoChairAnswer, words: Words) -> str:
    return _("answer of %(name)s") % {"name": words.said(term.organization.slug)}


def _says(term: Any, words: Words) -> tuple[str, str]:
    """For when a term holds, and what it says."""
    if isinstance(term, CoChairAnswer):
        return words.period(term), term.get_answer_display()
    return words.period(term), _("; ").join(f"{name}: {text}" for name, text in words.says(term))


def _title(kind: str, thing: Any, words: Words) -> str:
    if kind in ("seat", "request"):
        return words.said(thing.organization.slug)
    return words.names.name(thing.ref, words.language).long
