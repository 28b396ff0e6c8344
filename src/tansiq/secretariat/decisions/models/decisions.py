"""Decisions: what is asked, of whom, by which rule. What follows from one points to nothing here: it points there."""

from django.db import models

from tansiq.secretariat.decisions.enums import Asked, DecisionKind, Rule
from tansiq.secretariat.decisions.lifecycle import DECISION
from tansiq.secretariat.record.models import Identity, PartialDateField, Stateful, Term, TextsField, term_constraints, term_indexes
from tansiq.secretariat.register.models import Group, Organization


class Decision(Identity, Stateful):
    """A decision on a matter of a group, asked of the group itself or of the mechanism it works for."""

    lifecycle = DECISION
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=20, choices=DecisionKind.choices)


class DecisionTerm(Term):
    """What is asked: of whom, by which rule (`silent_until` for silence), in which words or whom to inform, in which order."""

    of = ("decision",)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="terms")
    position = models.PositiveSmallIntegerField(default=1)
    text = TextsField()
    asked = models.CharField(max_length=20, choices=Asked.choices)
    rule = models.CharField(max_length=20, choices=Rule.choices, blank=True)
    silent_until = PartialDateField(null=True, blank=True)
    informs = models.ForeignKey(Organization, null=True, blank=True, on_delete=models.PROTECT, related_name="decision_terms")

    class Meta:
        constraints = term_constraints("decisions_term", ("decision",))
        indexes = term_indexes("decisions_term", ("decision",))
