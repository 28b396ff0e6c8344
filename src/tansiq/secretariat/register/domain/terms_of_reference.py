"""Terms of reference and their objectives: each version takes over from the one before."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.models import Actor, Basis, Texts
from tansiq.secretariat.register.domain.versions import found_or_made, start_version
from tansiq.secretariat.register.models import Group, GroupObjective, GroupObjectiveTerm, TermsOfReference


def adopt(*, terms: TermsOfReference, by: Actor, at: datetime, because: str = "") -> TermsOfReference:
    """Record an unsaved version of a group's terms of reference; it takes over on its first day. Atomic.

    Raises OverlappingTerms when `begins` is None and the group has terms of reference already.
    """
    return start_version(term=terms, by=by, at=at, because=because)


def state_objective(
    *,
    group: Group,
    position: int,
    text: Texts,
    on: PartialDate | None,
    by: Actor,
    at: datetime,
    basis: Basis | None = None,
    because: str = "",
) -> GroupObjective:
    """Word the objective at that position (from 1) from the first day of `on`; the wording before keeps its days. Atomic.

    Raises OverlappingTerms when `on` is None and the objective is worded already.
    """
    with transaction.atomic():
        slug = f"{group.slug}-objective-{position}"
        objective = found_or_made(GroupObjective, slug, by=by, at=at, group=group, position=position)
        term = GroupObjectiveTerm(objective=objective, text=text, begins=on, basis=basis)
        start_version(term=term, by=by, at=at, because=because)
    return objective
