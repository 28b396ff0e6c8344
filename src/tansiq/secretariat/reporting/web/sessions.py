"""The pages of the sessions a group reports to: the list on a day, and recording one. Changes are made on the pages of their terms."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.register.domain.changing import Kind, add_kind
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.enums import RelationKind
from tansiq.secretariat.register.models import Mechanism, RelationTerm
from tansiq.secretariat.register.web.policies import belongs, secretariat
from tansiq.secretariat.register.web.refusals import perform, sent
from tansiq.secretariat.register.web.standing import acting
from tansiq.secretariat.register.web.terms_showing import Words, word_kind
from tansiq.secretariat.reporting.domain.offered import day_of_report, sessions_of_groups
from tansiq.secretariat.reporting.domain.sessions import fix_session, mechanisms_of_groups
from tansiq.secretariat.reporting.models import SessionTerm
from tansiq.secretariat.reporting.web.parts import session_called
from tansiq.secretariat.reporting.web.sessions_forms import SessionForm


@belongs
@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """The sessions of the mechanisms that the group reports to on the day asked for, the last one first."""
    now, language = datetime.now(UTC), get_language() or "en"
    form = AsOfForm(request.GET, now=now)
    names = Names(form.as_of, form.known_at)
    found = sessions_of_groups([slug], form.as_of, form.known_at).get(slug, [])
    lines = [
        (each, session_called(each.number, language), each.rests_on.rsplit("/", 1)[1], day_of_report(each, now.date()),
         each.place.shown(language))
        for each in reversed(found)
    ]
    page = {
        "form": form, "slug": slug, "lines": lines, "may_change": secretariat.may(request, slug=slug),
        "group": names.name(f"register/group/{slug}", language), "mechanisms": _mechanisms(slug, names, language, form),
    }
    return render(request, "reporting/sessions.html", page)


@secretariat
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Record when and where a session is held."""
    now, language = datetime.now(UTC), get_language() or "en"
    names = Names(now.date(), now)
    known = [(each.mechanism, each.number) for each in sessions_of_groups([slug], now.date(), LATEST).get(slug, [])]
    chosen = [(each, name.long) for each, name in _mechanisms(slug, names, language)]
    form = SessionForm(
        **sent(request), mechanisms=chosen, known=known, initial={"number": max((number for _slug, number in known), default=0) + 1}
    )

    def do(said: dict[str, Any]) -> SessionTerm:
        return fix_session(
            mechanism=Mechanism.objects.get(slug=said["mechanism"]), number=said["number"], dates=said["dates"], place=form.place(),
            symbol=said["symbol"], begins=said["begins"], because=said["because"], by=acting(request, slug), at=now,
        )

    back = reverse("reporting:sessions", args=[slug])
    page = {
        "title": _("Record a session"), "button": _("Record the session"), "slug": slug, "back": back, "trail": _("Sessions"),
        "group": names.name(f"register/group/{slug}", language), "mechanisms": chosen,
    }
    return perform(request, form, do, then=lambda _term: back, page=page, template="reporting/session_add.html")


def _mechanisms(slug: str, names: Names, language: str, form: AsOfForm | None = None) -> list[tuple[str, Any]]:
    """The mechanisms that the group reports to on the day of the form, today without one, each with its name."""
    day, known_at = (form.as_of, form.known_at) if form else (datetime.now(UTC).date(), LATEST)
    found = mechanisms_of_groups(day, known_at).get(slug, [])
    return [(each, names.name(f"register/mechanism/{each}", language)) for each in found]


def _of_group(group: str) -> Q:
    """Which terms of sessions somebody of the group may look at and change: those of mechanisms that it reports to."""
    relations = RelationTerm.objects.current().filter(group__slug=group, kind=RelationKind.REPORTS_TO, mechanism__isnull=False)
    return Q(session__mechanism__in=relations.values("mechanism"))


def _title(words: Words, term: SessionTerm) -> str:
    mechanism = words.names.name(term.session.mechanism.ref, words.language).long
    said = {"session": session_called(term.session.number, words.language), "mechanism": mechanism}
    return _("%(session)s, %(mechanism)s") % said


COLUMNS = {
    "dates": gettext_lazy("When it is held"),
    "place": gettext_lazy("Where"),
    "symbol": gettext_lazy("Symbol of the report"),
}

add_kind("session", Kind(SessionTerm, _of_group, ("session__mechanism",)))
word_kind(SessionTerm, title=_title, columns=COLUMNS)
