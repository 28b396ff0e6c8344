"""The pages of reporting: a report, where each of its facts comes from, and the same report as a file."""

import re
from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tansiq.engines.press.errors import PressError
from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.pages.views import cannot_be_shown
from tansiq.secretariat.record.domain.asking import asking_once
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.register.rules import may_change_group
from tansiq.secretariat.register.web.policies import belongs
from tansiq.secretariat.reporting.domain.rendering import WRITERS, file_name
from tansiq.secretariat.reporting.domain.telling import Told, tell
from tansiq.secretariat.reporting.web.forms import FreezeForm
from tansiq.secretariat.reporting.web.showing import ReportShown
from tansiq.secretariat.reporting.web.unprintable import sentence


@belongs
@require_safe
def report(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The report to a session on the day asked for, else on the day before the session; with where the chosen fact comes from."""
    return _page(request, slug, number, "reporting/report.html")


@belongs
@require_safe
def facts(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Where each fact of the report comes from, page by page."""
    return _page(request, slug, number, "reporting/facts.html")


# What the report was composed of is not read again for the words in which its sources are told.
@asking_once()
def _page(request: HttpRequest, slug: str, number: int, template: str) -> HttpResponse:
    try:
        form, told = _told(request, slug, number)
        asked = {"fact": _number(request, "fact", 0), "page": _number(request, "page", 1)}
        shown = ReportShown(told, form, get_language() or "en", **asked)
        page: dict[str, Any] = {"shown": shown, "form": form, "slug": slug, "number": number}
        if told.document and may_change_group(request.standing, slug):
            page["freeze"] = FreezeForm(day=min(told.day, form.now.date()), language=told.language)
        return render(request, template, page, status=200 if told.document else 404)
    except PressError as error:
        return _unprintable(request, error)


def _number(request: HttpRequest, name: str, default: int) -> int:
    """A whole number of the address; the default where it is none."""
    asked = request.GET.get(name, "")
    return int(asked) if re.fullmatch(r"[1-9][0-9]{0,5}", asked) else default


@belongs
@require_safe
def download(request: HttpRequest, slug: str, number: int, form: str) -> HttpResponse:
    """The report as a Word, PDF or HTML file."""
    try:
        return _file(request, slug, number, form)
    except PressError as error:
        return _unprintable(request, error)


def _file(request: HttpRequest, slug: str, number: int, form: str) -> HttpResponse:
    if form not in WRITERS:
        raise Http404(_("The report can be had as docx, pdf or html."))
    asked, told = _told(request, slug, number)
    if asked.errors:
        raise Http404(_("The day in the address cannot be read."))
    if told.language != get_language():
        raise Http404(_("The report is not available in this language yet."))
    if told.document is None:
        raise Http404(_("No report can be composed for this day."))
    writer = WRITERS[form]
    response = HttpResponse(writer.write(told.document), content_type=writer.media_type)
    name = file_name(group=slug, session=number, as_of=told.day.isoformat(), language=told.language, form=form)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _unprintable(request: HttpRequest, error: PressError) -> HttpResponse:
    """422: the record holds something that no document can show."""
    return cannot_be_shown(request, _("No report can be composed for this day."), sentence(error))


def _told(request: HttpRequest, slug: str, number: int) -> tuple[AsOfForm, Told]:
    now = datetime.now(UTC)
    form = AsOfForm(request.GET, now=now)
    try:
        told = tell(
            group=slug, number=number, as_of=form.asked, known_at=form.known_at, today=now.date(), language=get_language() or "en"
        )
    except UnknownReference:
        raise Http404(_("The record has no such session of a mechanism that the group reports to.")) from None
    form.show(told.usual_day)
    return form, told
