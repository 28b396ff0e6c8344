"""Organizations, what they are called, and which of them succeeded which."""

from django.db import models

from tansiq.secretariat.record.models import Identity, Term, term_constraints, term_indexes
from tansiq.secretariat.register.enums import OrganizationType
from tansiq.secretariat.register.models.names import NameTerm


class Organization(Identity):
    """A body that can hold a seat, adopt a mandate or be spoken for."""

    type = models.CharField(max_length=20, choices=OrganizationType.choices)


class OrganizationName(NameTerm):
    """A name of an organization in one language."""

    of = ("organization", "language")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = term_constraints("register_orgname", ("organization", "language"))
        indexes = term_indexes("register_orgname", ("organization", "language"))


class SuccessionTerm(Term):
    """From `begins` on, `organization` stands in the place of `predecessor`."""

    of = ("organization", "predecessor")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="predecessors")
    predecessor = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="successors")

    class Meta:
        constraints = [
            *term_constraints("register_succession", ("organization", "predecessor")),
            models.CheckConstraint(condition=~models.Q(organization=models.F("predecessor")), name="register_succession_of_another"),
        ]
        indexes = term_indexes("register_succession", ("organization", "predecessor"))
