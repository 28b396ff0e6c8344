"""What a group aims at, period by period, and what it found on the way."""

from django.db import models

from tansiq.secretariat.programme.enums import FindingKind
from tansiq.secretariat.record.models import Identity, PartialDateField, Term, TextsField, term_constraints, term_indexes
from tansiq.secretariat.register.models import Group


class Objective(Identity):
    """An objective of a group, to which meetings and editions point. Not an objective of its terms of reference, which last."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="programme_objectives")
    position = models.PositiveSmallIntegerField()


class ObjectiveTerm(Term):
    """What an objective says, and the period it is for."""

    of = ("objective",)
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="terms")
    text = TextsField()
    period = PartialDateField()

    class Meta:
        constraints = term_constraints("programme_objterm", ("objective",))
        indexes = term_indexes("programme_objterm", ("objective",))


class Finding(Identity):
    """A challenge or a lesson of a group."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=20, choices=FindingKind.choices)


class FindingTerm(Term):
    """What was found, in which period, and what was done about it."""

    of = ("finding",)
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="terms")
    text = TextsField()
    answer = TextsField()
    period = PartialDateField()

    class Meta:
        constraints = term_constraints("programme_findterm", ("finding",))
        indexes = term_indexes("programme_findterm", ("finding",))
