"""The pages of the register: the list of groups, and one group on a day."""

from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.pages.parts import Asked, parts
from tansiq.secretariat.pages.policy import signed_in
from tansiq.secretariat.record.domain.asking import asking_once
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.register.domain import portrait
from tansiq.secretariat.register.rules import may_found_group
from tansiq.secretariat.register.web.policies import belongs
from tansiq.secretariat.register.web.showing import GroupShown, listed


@signed_in
@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """The groups in which the person has a role today, and the reports they make."""
    now, language = datetime.now(UTC), get_language() or "en"
    found, names = portrait.groups(as_of=now.date(), known_at=now, among=request.standing.groups)
    entries = list(parts("groups", Asked(tuple(each.slug for each in found), now.date(), now, language)))
    page = {"groups": listed(found, names, language, entries), "today": now, "may_found": may_found_group(request.standing)}
    return render(request, "register/groups.html", page)


@belongs
@require_safe
@asking_once()
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """One group on the day asked for, today when none is."""
    now, language = datetime.now(UTC), get_language() or "en"
    form = AsOfForm(request.GET, default=now.date(), now=now)
    try:
        seen = portrait.portrait(group=slug, as_of=form.as_of, known_at=form.known_at)
    except UnknownReference:
        raise Http404(_("The record has no group of this name.")) from None
    shown = GroupShown(seen, form, language, tuple(parts("group", Asked((slug,), form.as_of, form.known_at, language))))
    return render(request, "register/group.html", {"shown": shown, "form": form})
