"""The sign-in link: opening it shows who would be signed in, a button does it, because scanners of mail follow links."""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tansiq.secretariat.pages.policy import public
from tansiq.secretariat.record.domain.actors import actor_for
from tansiq.secretariat.record.domain.sign_in import LinkExpired, account_of_token, note_sign_in, use_token
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Account

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show whom the link signs in; sign in on the button."""
    try:
        if request.method == "POST":
            return _signed_in(request, use_token(token=token, at=datetime.now(UTC)))
        response = render(request, "record/sign_in_link.html", {"account": account_of_token(token)})
    except LinkExpired:
        response = render(request, "record/link_expired.html", status=410)
    response["Referrer-Policy"] = "no-referrer"
    return response


def _signed_in(request: HttpRequest, account: Account) -> HttpResponse:
    login(request, account, backend=BACKEND)
    note_sign_in(account=account, by=actor_for(kind=ActorKind.ACCOUNT, account=account), at=datetime.now(UTC), through="link")
    return redirect(settings.LOGIN_REDIRECT_URL)
