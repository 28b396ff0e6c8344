"""The pages of frozen reports: freezing one, the list, one with what no longer holds, and its files as they were frozen."""

from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tansiq.engines.press.errors import PressError
from tansiq.secretariat.pages.lists import Listing
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.register.domain.naming import NameForm, Names
from tansiq.secretariat.register.rules import may_change_group
from tansiq.secretariat.register.web.policies import belongs, secretariat
from tansiq.secretariat.register.web.standing import acting
from tansiq.secretariat.reporting.domain import freezing
from tansiq.secretariat.reporting.domain.errors import ChangedMeanwhile, FileLost, FreezeRefused, NotComposable, ReasonMissing
from tansiq.secretariat.reporting.domain.rendering import file_name
from tansiq.secretariat.reporting.domain.staleness import stale_facts
from tansiq.secretariat.reporting.models import FrozenReport
from tansiq.secretariat.reporting.web.forms import FreezeForm
from tansiq.secretariat.reporting.web.frozen_showing import FrozenShown, columns
from tansiq.secretariat.reporting.web.parts import report_to
from tansiq.secretariat.reporting.web.unprintable import sentence


@secretariat
@require_http_methods(["GET", "HEAD", "POST"])
def freeze(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Freeze the report to a session, and go to what was frozen."""
    if not number:
        raise Http404(_("There is no session of this number."))
    now, language = datetime.now(UTC), get_language() or "en"
    form = FreezeForm(request.POST if request.method == "POST" else None, day=now.date(), language=language)
    if request.method == "POST" and form.is_valid():
        try:
            made = freezing.freeze(group=slug, session=number, known_at=None, by=acting(request, slug), at=now, **form.cleaned_data)
        except (NotComposable, FreezeRefused) as refused:
            form.add_error(*_refusal(refused))
        except PressError as error:
            form.add_error(None, sentence(error))
        else:
            return redirect("reporting:frozen", slug, made.slug)
    page = {"form": form, "group": _group(slug, now), "title": report_to(number, language), "number": number, "slug": slug}
    page["back"] = reverse("reporting:report", args=[slug, number])
    return render(request, "reporting/freeze.html", page, status=422 if form.errors else 200)


@belongs
@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """The frozen reports of a group, newest first."""
    now, language = datetime.now(UTC), get_language() or "en"
    found = freezing.frozen_reports([slug])
    listing: Listing[Any] = Listing(found, columns(found, language), request.GET, language=language)
    file = listing.file(title=_("Frozen reports"), name=f"frozen-reports-{slug}-{now.date().isoformat()}")
    if file is not None:
        return file
    page = {"list": listing, "group": _group(slug, now), "slug": slug, "may_change": may_change_group(request.standing, slug)}
    return render(request, "reporting/frozen_list.html", page)


@belongs
@require_safe
def shown(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One frozen report: its own text, and what of it no longer holds."""
    report, now = _found(slug, name), datetime.now(UTC)
    page = FrozenShown(report, _group(slug, now), stale_facts(report, now), freezing.reason_of(report), get_language() or "en")
    return render(request, "reporting/frozen.html", {"page": page, "slug": slug, "now": now})


@belongs
@require_safe
def file(request: HttpRequest, slug: str, name: str, form: str) -> HttpResponse:
    """A file of a frozen report, byte for byte as it was frozen."""
    report = _found(slug, name)
    kept = next((each for each in report.files.all() if each.format == form), None)
    if kept is None:
        raise Http404(_("The report was not frozen in this format."))
    tag = quote_etag(kept.sha256)
    unchanged = get_conditional_response(request, etag=tag)
    if isinstance(unchanged, HttpResponseNotModified):
        return unchanged
    try:
        content = freezing.content_of(kept)
    except FileLost:
        raise Http404(_("The file is no longer as it was frozen, so it is not given out. It has to come back from a backup.")) from None
    response = HttpResponse(content, content_type=kept.media_type, headers={"ETag": tag, "Cache-Control": "private, no-cache"})
    day, language = report.as_of.isoformat(), report.language
    named = file_name(group=slug, session=report.session.number, as_of=day, language=language, form=form)
    response["Content-Disposition"] = f'attachment; filename="{named}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _found(slug: str, name: str) -> FrozenReport:
    try:
        return freezing.frozen_report(group=slug, slug=name)
    except UnknownReference:
        raise Http404(_("The group has no frozen report of this name.")) from None


def _group(slug: str, now: datetime) -> NameForm:
    return Names(now.date(), now).name(f"register/group/{slug}", get_language() or "en")


def _refusal(refused: Exception) -> tuple[str | None, str]:
    """The field that a refusal is about, None for the whole form, and what it says in the language of the page."""
    if isinstance(refused, ReasonMissing):
        return "because", _("This report was frozen for this day before. Say why another is needed.")
    if isinstance(refused, ChangedMeanwhile):
        return None, _("Something was recorded while the report was made. Look at the report again, then freeze it.")
    if isinstance(refused, NotComposable):
        return "as_of", _("On this day the record knows of no such session that the group reports to. Give a later day.")
    return "as_of", _("This day is still to come. A report is frozen as of a day that has come.")
