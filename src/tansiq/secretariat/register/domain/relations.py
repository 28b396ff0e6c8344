"""Relations of a group: the mechanism it reports to, the group it is a part of or succeeds."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.record.models import Actor, Basis
from tansiq.secretariat.register.domain.errors import NotAnotherThing
from tansiq.secretariat.register.domain.versions import end_all
from tansiq.secretariat.register.enums import RelationKind
from tansiq.secretariat.register.models import Group, Mechanism, RelationTerm


def relate(
    *,
    group: Group,
    kind: RelationKind,
    to: Mechanism | Group,
    on: PartialDate | None,
    by: Actor,
    at: datetime,
    basis: Basis | None = None,
    because: str = "",
) -> RelationTerm:
    """Relate the group to a mechanism or another group from the first day of `on` (None: since nobody knows when). Atomic.

    Raises NotAnotherThing when the group is related to itself or succeeds a mechanism, OverlappingTerms when the relation
    holds already.
    """
    if to == group or (kind == RelationKind.SUCCEEDS and isinstance(to, Mechanism)):
        raise NotAnotherThing(f"{group.ref} cannot stand in the relation {kind.value} to {to.ref}; name another group.")
    term = RelationTerm(
        group=group,
        kind=kind,
        mechanism=to if isinstance(to, Mechanism) else None,
        other=to if isinstance(to, Group) else None,
        begins=on,
        basis=basis,
    )
    return begin(term=term, by=by, at=at, because=because)


def end_relation(*, relation: RelationTerm, ends: PartialDate, by: Actor, at: datetime, because: str) -> None:
    """End a relation with the last day of `ends`. Atomic. Raises Refused when `ends` has no last day."""
    with transaction.atomic():
        end_all(terms=[relation], ends=ends, by=by, at=at, because=because)
