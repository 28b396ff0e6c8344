"""The sign-in link: opening it shows who would be signed in, a button does it, because scanners of mail follow links."""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tansiq.secretariat.pages.policy import public
from tansiq.secretariat.record.domain.sign_in import LinkExpired, follow_token

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show whom the link signs in; sign in on the button."""
    pressed = request.method == "POST"
    try:
        account = follow_token(token=token, at=datetime.now(UTC), sign_in=pressed)
    except LinkExpired:
        return without_referrer(render(request, "record/link_expired.html", status=410))
    if not pressed:
        return without_referrer(render(request, "record/sign_in_link.html", {"account": account}))
    login(request, account, backend=BACKEND)
    return redirect(settings.LOGIN_REDIRECT_URL)


def without_referrer(response: HttpResponse) -> HttpResponse:
    """The response, whose address with its token nothing that is opened from it learns.

    Not `no-referrer`: browsers then send no origin with the form either, and the form is refused.
    """
    response["Referrer-Policy"] = "strict-origin"
    return response
