"""The pages of organizations: the list, one with its names in every language and where it sits, and giving names."""

from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tansiq.engines.press.collation import sort_key
from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.register.domain import directory
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.enums import OrganizationType
from tansiq.secretariat.register.models import Organization
from tansiq.secretariat.register.web.adding import whence
from tansiq.secretariat.register.web.organizations_forms import DirectoryForm, NameForm, OrganizationForm
from tansiq.secretariat.register.web.policies import belongs, secretariat
from tansiq.secretariat.register.web.refusals import perform, sent
from tansiq.secretariat.register.web.seats import by
from tansiq.secretariat.register.web.terms_showing import Words

form_view = require_http_methods(["GET", "HEAD", "POST"])
ADD, NAME = gettext_lazy("Add an organization"), gettext_lazy("Give it a name")


@belongs
@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """The organizations of the record, one of whose forms has the text in it, as named on the day asked for."""
    form = DirectoryForm(request.GET, now=datetime.now(UTC))
    words = Words(Names(form.as_of, form.known_at), get_language() or "en")
    slugs = directory.matching(names=words.names, text=form.wanted)
    found = [(each, words.names.name(f"{directory.KIND}/{each}", words.language)) for each in slugs]
    page = {"form": form, "text": form.wanted, "lines": sorted(found, key=lambda pair: sort_key(pair[1].long, words.language))}
    return render(request, "register/organizations/list.html", page | _about(request, slug, words))


@belongs
@require_safe
def shown(request: HttpRequest, slug: str, organization: str) -> HttpResponse:
    """One organization on the day asked for; of where it sits, the groups in which the person has a role."""
    form = AsOfForm(request.GET, now=datetime.now(UTC))
    words = Words(Names(form.as_of, form.known_at), get_language() or "en")
    groups = list(request.standing.groups)
    seen = _entered(organization, form, groups)
    page = {
        "form": form, "seen": seen, "name": words.names.name(seen.organization.ref, words.language),
        "names": [words.shown(name) for name in seen.names],
        "missing": [own for code, own in Language.choices if code not in {name.language for name in seen.names}],
        "seats": [(term, words.names.name(term.seat.group.ref, words.language), words.period(term)) for term in seen.seats],
    }
    return render(request, "register/organizations/organization.html", page | _about(request, slug, words))


@secretariat
@form_view
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """A new organization with its first name."""
    form = OrganizationForm(**sent(request), initial={"language": get_language() or "en"})

    def do(said: dict[str, Any]) -> Organization:
        name = form.name()
        name.begins = said["on"]
        return directory.add_organization(
            type=OrganizationType(said["type"]), name=name, because=said["because"], **by(request, slug)
        )

    before = whence(request, slug)

    def then(made: Organization) -> str:
        return f"{before}?organization={made.slug}" if before else reverse("register:organization", args=[slug, made.slug])

    page = _page(request, slug, str(ADD), before or reverse("register:organizations", args=[slug]), _("Organizations"))
    return perform(request, form, do, then=then, page=page)


@secretariat
@form_view
def name(request: HttpRequest, slug: str, organization: str) -> HttpResponse:
    """A name in another language, or from a day on."""
    seen = _entered(organization, AsOfForm(request.GET, now=datetime.now(UTC)), [])
    form = NameForm(**sent(request))
    here = reverse("register:organization", args=[slug, organization])

    def do(said: dict[str, Any]) -> None:
        directory.name_organization(
            organization=seen.organization.slug, name=form.name(), on=said["on"], because=said["because"], **by(request, slug)
        )

    return perform(request, form, do, then=lambda _done: here, page=_page(request, slug, str(NAME), here, organization))


def _entered(organization: str, form: AsOfForm, groups: list[str]) -> directory.Entered:
    try:
        return directory.entered(organization=organization, as_of=form.as_of, known_at=form.known_at, groups=groups)
    except UnknownReference:
        raise Http404(_("The record has no such organization.")) from None


def _page(request: HttpRequest, slug: str, title: str, back: str, trail: str) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {"title": title, "button": title, "back": back, "trail": trail} | _about(
        request, slug, Words(Names(now.date(), now), get_language() or "en")
    )


def _about(request: HttpRequest, slug: str, words: Words) -> dict[str, Any]:
    group = words.names.name(f"register/group/{slug}", words.language)
    return {"slug": slug, "may_change": secretariat.may(request, slug=slug), "group": group}
