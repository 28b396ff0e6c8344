"""States the objectives of a group, and changes what they say from a day on."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.programme.domain.errors import NothingSaid
from tansiq.secretariat.programme.models import Objective, ObjectiveTerm
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.models import Actor, Basis, Texts
from tansiq.secretariat.register.domain.versions import start_version
from tansiq.secretariat.register.models import Group


def state_objective(
    *,
    group: Group,
    slug: str,
    position: int,
    text: Texts,
    period: PartialDate,
    begins: PartialDate | None,
    by: Actor,
    at: datetime,
    basis: Basis | None = None,
    because: str = "",
) -> Objective:
    """State a new objective of the group for `period`, told at `position` among them. Atomic. Raises SlugTaken, NothingSaid."""
    with transaction.atomic():
        objective = make(identity=Objective(slug=slug, group=group, position=position), by=by, at=at)
        restate_objective(
            objective=objective, text=text, period=period, begins=begins, by=by, at=at, basis=basis, because=because
        )
    return objective


def restate_objective(
    *,
    objective: Objective,
    text: Texts,
    period: PartialDate,
    begins: PartialDate | None,
    by: Actor,
    at: datetime,
    basis: Basis | None = None,
    because: str = "",
) -> ObjectiveTerm:
    """Say the objective anew from `begins` on; what it said before stays true of the days before. Raises NothingSaid."""
    if not text:
        raise NothingSaid(f"{objective.ref}: an objective needs a text in one language at least.")
    wanted = ObjectiveTerm(objective=objective, text=text, period=period, begins=begins, basis=basis)
    return start_version(term=wanted, by=by, at=at, because=because)
