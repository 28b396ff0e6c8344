"""Gives every request the standing of who sent it, how the top bar names that person, and the actor through whom it acts."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, pgettext

from tansiq.secretariat.pages.tabs import group_meant
from tansiq.secretariat.record.domain.actors import actor_for
from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Account, Actor
from tansiq.secretariat.register.domain.standing import CO_CHAIR, CONTACT, MECHANISM, NOBODY, SECRETARIAT, Standing, standing_of


class StandingMiddleware:
    """Sets `request.standing` and `request.role`, read from the record once a request and only when they are asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.standing = SimpleLazyObject(lambda: standing(request))
        request.role = SimpleLazyObject(lambda: role(request))
        return self.get_response(request)


def standing(request: HttpRequest) -> Standing:
    """The standing of today, as the record knows it now."""
    if not request.user.is_authenticated:
        return NOBODY
    now = datetime.now(UTC)
    return standing_of(request.user, now.date(), now)


def acting(request: HttpRequest, group: str) -> Actor:
    """Through whom the person acts towards a group (a slug, "" for one that is still to be founded).

    For the secretariat itself where it serves in it, else for its organization, else for the mechanism whose secretariat it serves.
    Raises Refused for a person with no role towards the group: an actor who speaks for nobody would pass for its secretariat.
    """
    stands: Standing = request.standing
    if not isinstance(request.user, Account) or (group and not stands.belongs(group)):
        raise Refused(f"You have no role in {group or 'this office'}; ask its secretariat for one.")
    speaks = stands.speaks_for.get(group) or min(stands.mechanisms, default="")
    if not group or stands.has(SECRETARIAT, group):
        speaks = ""
    return actor_for(kind=ActorKind.ACCOUNT, account=request.user, on_behalf_of=speaks)


def role(request: HttpRequest) -> str:
    """What the person is to the group that the page is about, in the page's language, with the organization: "Officer, ESCWA".

    "" where no group is meant or the person has no role in it.
    """
    stands: Standing = request.standing
    group = group_meant(request)
    word = next((word for held, word in _words() if stands.has(held, group)), "")
    organization = (stands.lent_by if stands.has(SECRETARIAT, group) else stands.speaks_for).get(group, "")
    if not word or not organization:
        return word
    short = stands.short(organization, get_language() or "en")
    return pgettext("a role and its organization", "%(role)s, %(organization)s") % {"role": word, "organization": short}


def _words() -> tuple[tuple[str, str], ...]:
    return (
        (SECRETARIAT, pgettext("role of a person", "Officer")),
        (CO_CHAIR, pgettext("role of a person", "Co-chair")),
        (CONTACT, pgettext("role of a person", "Contact")),
        (MECHANISM, pgettext("role of a person", "Secretariat of the mechanism")),
    )
