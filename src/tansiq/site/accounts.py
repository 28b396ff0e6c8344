"""How allauth behaves here: nobody signs up, nobody has a password, and what is not offered is closed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.contrib.messages import WARNING
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from django.utils.http import url_has_allowed_host_and_scheme

from tansiq.secretariat.pages.policy import Policy, closed, each_under, public, signed_in
from tansiq.secretariat.record.domain.actors import actor_for
from tansiq.secretariat.record.domain.sign_in import note_sign_in
from tansiq.secretariat.record.enums import ActorKind

OFFERED = {
    "account_login": public,
    "account_request_login_code": public,
    "account_confirm_login_code": public,
    "account_logout": public,
    "account_inactive": public,
    "mfa_authenticate": public,
    "mfa_login_webauthn": public,
    "account_reauthenticate": signed_in,
    "mfa_index": signed_in,
    "mfa_reauthenticate": signed_in,
    "mfa_activate_totp": signed_in,
    "mfa_deactivate_totp": signed_in,
    "mfa_view_recovery_codes": signed_in,
    "mfa_generate_recovery_codes": signed_in,
    "mfa_download_recovery_codes": signed_in,
    "mfa_list_webauthn": signed_in,
    "mfa_add_webauthn": signed_in,
    "mfa_edit_webauthn": signed_in,
    "mfa_remove_webauthn": signed_in,
    "mfa_reauthenticate_webauthn": signed_in,
}
"""The pages of allauth that are open, and to whom. Signing out is public because a sign-in half done is left by it too."""

SHOWN = "account_authentication_methods"
"""Where allauth keeps in the session by what the person signed in, and when."""


class Adapter(DefaultAccountAdapter):
    """Accounts are made by the secretariat, never by the person who wants one."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (the signature of allauth)
        """Never."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Accounts have no user name."""

    def is_safe_url(self, url: str | None) -> bool:
        """Whether somebody who signed in may be led there: to the host that was asked, and to no other that the site answers to."""
        request = context.request
        return url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}, require_https=request.is_secure())

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Only what went wrong: where something was done, the page shows it."""
        if level >= WARNING:
            super().add_message(request, level, *args, **kwargs)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> Any:
        """Log the sign-in; whoever has just signed in need not show again that it is they before they change how."""
        shown = request.session.get(SHOWN, [])
        request.session[SHOWN] = [{**each, "reauthenticated": True} for each in shown]
        by = actor_for(kind=ActorKind.ACCOUNT, account=user)
        note_sign_in(account=user, by=by, at=datetime.now(UTC), through=_through(request))
        return super().post_login(request, user, **kwargs)


def _through(request: HttpRequest) -> str:
    """By what the person signed in: the last thing shown in this session."""
    shown = request.session.get(SHOWN) or [{}]
    return "passkey" if shown[-1].get("passwordless") else str(shown[-1].get("type") or shown[-1].get("method") or "code")


def offered(name: str | None) -> Policy:
    """The policy of a page of allauth; one that a later version brings is closed until it is offered."""
    return OFFERED.get(name or "", closed)


def addresses() -> Iterator[URLPattern | URLResolver]:
    """The addresses of allauth, each under its policy."""
    yield from each_under(offered, import_module("allauth.urls").urlpatterns)
