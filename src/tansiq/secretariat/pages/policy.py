"""Who may see a page: every view declares one policy, and the policies stand here.

What an actor may do to a row stands in `rules.py` of its app.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Policy:
    """A rule by its name, what it means in a sentence, and whether a request passes it."""

    name: str
    about: str
    may: Callable[[HttpRequest], bool]

    def __call__(self, view: View) -> View:
        """Declare that `view` is under this policy and enforce it: a request that does not pass gets 403."""

        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not self.may(request):
                raise PermissionDenied(self.about)
            return view(request, *args, **kwargs)

        guarded.policy = self  # type: ignore[attr-defined]
        return guarded


public = Policy("public", "Everyone may read this page, signed in or not.", lambda _request: True)


def policy_of(view: Any) -> Policy | None:
    """The policy a view declares, None when it declares none."""
    found = getattr(view, "policy", None)
    return found if isinstance(found, Policy) else None


def views_of(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every view below `resolver` with its route, in the order of the addresses."""
    for entry in resolver.url_patterns:
        route = f"{prefix}{entry.pattern}"
        if isinstance(entry, URLPattern):
            yield route, entry.callback
        else:
            yield from views_of(entry, route)
