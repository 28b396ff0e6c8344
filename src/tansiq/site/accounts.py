"""How allauth behaves here: nobody signs up, and mail speaks of Tansiq."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Accounts are made by the secretariat, never by the person who wants one."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (the signature of allauth)
        """Never."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Accounts have no user name."""
