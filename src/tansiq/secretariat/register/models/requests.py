"""Requests of organizations to join a group, and what each co-chair answered."""

from django.db import models

from tansiq.secretariat.record.models import Identity, PartialDateField, Stateful, Term, term_constraints, term_indexes
from tansiq.secretariat.register.enums import Answer
from tansiq.secretariat.register.lifecycle import JOIN_REQUEST
from tansiq.secretariat.register.models.groups import Group
from tansiq.secretariat.register.models.organizations import Organization


class JoinRequest(Identity, Stateful):
    """A request to join. `signatory` is who signed the letter: personal, and emptied when they ask to be forgotten."""

    lifecycle = JOIN_REQUEST

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="requests")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="requests")
    signatory = models.CharField(max_length=200, blank=True)


class CoChairAnswer(Term):
    """What a co-chair answered to a request, from the day of the answer on; its basis is the letter or mail.

    `effective_on` is from when the seat shall be held, where an answer that agrees said so.
    """

    of = ("request", "organization")
    request = models.ForeignKey(JoinRequest, on_delete=models.PROTECT, related_name="answers")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    effective_on = PartialDateField(null=True, blank=True)

    class Meta:
        constraints = term_constraints("register_answer", ("request", "organization"))
        indexes = term_indexes("register_answer", ("request", "organization"))
