"""Who may see a page: every view declares one policy, and nothing is shown without one.

What an actor may do to a row stands in `rules.py` of its app; policies of an app stand in its `web/policies.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, reverse
from django.utils.http import urlencode

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Policy:
    """A rule by its name, what it means in a sentence, and whether a request for an address with these parameters passes it.

    Who does not pass learns nothing: somebody not signed in is asked to sign in whether the thing exists or not, everybody else
    is told that there is nothing at the address.
    """

    name: str
    about: str
    may: Callable[..., bool]

    def __call__(self, view: View) -> View:
        """Declare that `view` is under this policy and enforce it."""

        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if self.may(request, **kwargs):
                if any("\0" in str(value) for value in kwargs.values()):
                    raise Http404  # no name holds it, and PostgreSQL cannot even be asked for one
                return view(request, *args, **kwargs)
            if not request.user.is_authenticated:
                return HttpResponseRedirect(f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}")
            raise Http404

        guarded.policy = self  # type: ignore[attr-defined]
        return guarded


public = Policy("public", "Everyone, signed in or not.", lambda _request, **_kwargs: True)
signed_in = Policy("signed_in", "Everyone who is signed in.", lambda request, **_kwargs: bool(request.user.is_authenticated))
closed = Policy("closed", "Nobody: a library has the page, and it is not offered.", lambda _request, **_kwargs: False)


def each_under(policy_for: Callable[[str | None], Policy], patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """The addresses of a library, whose own views declare no policy: each view under the one for its name."""
    found: list[URLPattern | URLResolver] = []
    for entry in patterns:
        if isinstance(entry, URLPattern):
            found.append(URLPattern(entry.pattern, policy_for(entry.name)(entry.callback), entry.default_args, entry.name))
        else:
            inner = each_under(policy_for, entry.url_patterns)
            found.append(URLResolver(entry.pattern, inner, entry.default_kwargs, entry.app_name, entry.namespace))
    return found


def under(policy: Policy, patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """The addresses of a library, all under one policy."""
    return each_under(lambda _name: policy, patterns)


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
