"""Finds or makes the actor through whom something is done."""

from django.db import transaction

from tansiq.secretariat.record.domain.log import take_turn
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Account, Actor


def actor_for(*, kind: ActorKind, name: str = "", account: Account | None = None, on_behalf_of: str = "") -> Actor:
    """The actor of that kind, name, account and organization spoken for (a slug); made at its first act."""
    with transaction.atomic():
        take_turn()
        found = Actor.objects.filter(kind=kind, name=name, account=account, on_behalf_of=on_behalf_of).first()
        if found:
            return found
        number = Actor.objects.filter(kind=kind).count() + 1
        return Actor.objects.create(slug=f"{kind}-{number}", kind=kind, name=name, account=account, on_behalf_of=on_behalf_of)


def import_actor(name: str = "", on_behalf_of: str = "") -> Actor:
    """The actor of an import; `name` says what was imported."""
    return actor_for(kind=ActorKind.IMPORT, name=name, on_behalf_of=on_behalf_of)


def worker_actor(name: str = "", on_behalf_of: str = "") -> Actor:
    """The actor of the command line and of background work, optionally on behalf of an organization."""
    return actor_for(kind=ActorKind.WORKER, name=name, on_behalf_of=on_behalf_of)
