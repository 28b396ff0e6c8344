"""Gives every request the standing of who sent it, and the actor through whom that person acts."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from tansiq.secretariat.record.domain.actors import actor_for
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Actor
from tansiq.secretariat.register.domain.standing import NOBODY, SECRETARIAT, Standing, standing_of


class StandingMiddleware:
    """Sets `request.standing`, read from the record once a request and only when it is asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.standing = SimpleLazyObject(lambda: standing(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def standing(request: HttpRequest) -> Standing:
    """The standing of today, as the record knows it now."""
    if not request.user.is_authenticated:
        return NOBODY
    now = datetime.now(UTC)
    return standing_of(request.user, now.date(), now)


def acting(request: HttpRequest, group: str) -> Actor:
    """Through whom the person acts towards a group: for the secretariat itself where it serves in it, else for its organization."""
    stands: Standing = request.standing  # type: ignore[attr-defined]
    speaks = "" if stands.has(SECRETARIAT, group) or not group else stands.speaks_for.get(group, "")
    return actor_for(kind=ActorKind.ACCOUNT, account=request.user, on_behalf_of=speaks)
