"""Mechanisms and the groups that report to them: names, relations, terms of reference, objectives."""

from django.db import models

from tansiq.secretariat.record.models import Identity, PartialDateField, Term, TextsField, term_constraints, term_indexes
from tansiq.secretariat.register.enums import DecisionRule, RelationKind
from tansiq.secretariat.register.models.mandates import Mandate
from tansiq.secretariat.register.models.names import NameTerm
from tansiq.secretariat.register.models.organizations import Organization


class Mechanism(Identity):
    """A coordination mechanism: the body to which groups report."""


class MechanismName(NameTerm):
    """A name of a mechanism in one language."""

    of = ("mechanism", "language")
    mechanism = models.ForeignKey(Mechanism, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = term_constraints("register_mechanismname", ("mechanism", "language"))
        indexes = term_indexes("register_mechname", ("mechanism", "language"))


class MechanismTerm(Term):
    """On what mandate a mechanism rests and which organization is its secretariat."""

    of = ("mechanism",)
    mechanism = models.ForeignKey(Mechanism, on_delete=models.PROTECT, related_name="terms")
    mandate = models.ForeignKey(Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="mechanism_terms")
    secretariat = models.ForeignKey(Organization, null=True, blank=True, on_delete=models.PROTECT, related_name="secretariat_terms")

    class Meta:
        constraints = term_constraints("register_mechanismterm", ("mechanism",))
        indexes = term_indexes("register_mechterm", ("mechanism",))


class Group(Identity):
    """A working group, task force, coalition, sub-group or network."""


class GroupName(NameTerm):
    """A name of a group in one language."""

    of = ("group", "language")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = term_constraints("register_groupname", ("group", "language"))
        indexes = term_indexes("register_groupname", ("group", "language"))


class RelationTerm(Term):
    """How a group stands to a mechanism or to another group: exactly one of the two is set."""

    of = ("group", "kind", "mechanism", "other")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="relations")
    kind = models.CharField(max_length=20, choices=RelationKind.choices)
    mechanism = models.ForeignKey(Mechanism, null=True, blank=True, on_delete=models.PROTECT, related_name="relations")
    other = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="relations_to_it")

    class Meta:
        constraints = [
            *term_constraints("register_relation", ("group", "kind", "mechanism", "other")),
            models.CheckConstraint(
                condition=models.Q(mechanism=None, other__isnull=False) | models.Q(mechanism__isnull=False, other=None),
                name="register_relation_to_one_thing",
            ),
        ]
        indexes = term_indexes("register_relation", ("group", "kind", "mechanism", "other"))


class TermsOfReference(Term):
    """The terms of reference of a group, a version for each time; its objectives stand in rows of their own."""

    of = ("group",)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="terms_of_reference")
    membership_rule = TextsField()
    decision_rule = models.CharField(max_length=20, choices=DecisionRule.choices, blank=True)
    rotation = TextsField()
    meetings = TextsField()
    review_on = PartialDateField(null=True, blank=True)
    languages = models.JSONField(default=list, blank=True)
    mandate = models.ForeignKey(Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="terms_of_reference")

    class Meta:
        verbose_name_plural = "terms of reference"
        constraints = term_constraints("register_tor", ("group",))
        indexes = term_indexes("register_tor", ("group",))


class GroupObjective(Identity):
    """One objective of a group's terms of reference, by its position."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="objectives")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "position"], name="register_groupobjective_once")]


class GroupObjectiveTerm(Term):
    """What an objective says."""

    of = ("objective",)
    objective = models.ForeignKey(GroupObjective, on_delete=models.PROTECT, related_name="terms")
    text = TextsField()

    class Meta:
        constraints = term_constraints("register_objectiveterm", ("objective",))
        indexes = term_indexes("register_objectiveterm", ("objective",))
