"""Makes identities: the one act of a verb that begins something new, logged like every other."""

from datetime import datetime
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from tansiq.secretariat.record.domain.errors import SlugTaken, Unusable
from tansiq.secretariat.record.domain.log import log, take_turn
from tansiq.secretariat.record.models import Actor, Identity

AnyIdentity = TypeVar("AnyIdentity", bound=Identity)


def make(*, identity: AnyIdentity, by: Actor, at: datetime) -> AnyIdentity:
    """Save a new identity and return it. Atomic.

    Raises SlugTaken when another of its kind has its slug, Unusable for what its columns do not allow.
    """
    with transaction.atomic():
        take_turn()
        if type(identity)._default_manager.filter(slug=identity.slug).exists():
            raise SlugTaken(f"{identity.ref} is there already; give the new one a slug of its own.")
        try:
            identity.full_clean(validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            found = "; ".join(f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())
            raise Unusable(f"{identity.ref}: {found}") from error
        identity.save(force_insert=True)
        log(code="identity.made", subject=identity.ref, by=by, at=at)
    return identity
