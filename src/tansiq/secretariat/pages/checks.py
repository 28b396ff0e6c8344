"""System checks of the HTTP side: an address whose view declares no policy stops the site from starting."""

from typing import Any

from django.core.checks import CheckMessage, Error
from django.urls import get_resolver

from tansiq.secretariat.pages.policy import policy_of, views_of


def every_view_declares_a_policy(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 (the signature of a check)
    """One error for each route of the site whose view declares no policy."""
    return [
        Error(
            f"The view of /{route} declares no policy.",
            hint="Put a policy of tansiq.secretariat.pages.policy above it, `@public` when everyone may read it.",
            id="pages.E001",
        )
        for route, view in views_of(get_resolver())
        if policy_of(view) is None
    ]
