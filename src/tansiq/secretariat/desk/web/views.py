"""The page of the desk."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tansiq.secretariat.desk.domain.questions import desk
from tansiq.secretariat.desk.web.showing import DeskShown
from tansiq.secretariat.pages.policy import signed_in
from tansiq.secretariat.register.rules import may_found_group


@signed_in
@require_safe
def shown(request: HttpRequest) -> HttpResponse:
    """What waits for the person who is signed in, what is late, what comes and what happened, today."""
    language = get_language() or "en"
    found = desk(standing=request.standing, now=datetime.now(UTC), language=language)
    founds = may_found_group(request.standing)
    return render(request, "desk/desk.html", {"desk": DeskShown(found, language), "may_found": founds})
