"""Who serves in the secretariat of a group, and who for a mechanism's: the ground on which an account may act."""

from django.db import models

from tansiq.secretariat.record.models import Term, term_constraints, term_indexes
from tansiq.secretariat.register.models.contacts import Person
from tansiq.secretariat.register.models.groups import Group, Mechanism
from tansiq.secretariat.register.models.organizations import Organization


class SecretaryTerm(Term):
    """A person who serves in the secretariat of a group for a while, lent by an organization where that is known."""

    of = ("group", "person")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="secretaries")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="secretariats")
    organization = models.ForeignKey(Organization, null=True, blank=True, on_delete=models.PROTECT, related_name="secretaries")

    class Meta:
        constraints = term_constraints("register_secretary", ("group", "person"))
        indexes = term_indexes("register_secretary", ("group", "person"))


class MechanismSecretaryTerm(Term):
    """A person who serves in the secretariat of a mechanism for a while."""

    of = ("mechanism", "person")
    mechanism = models.ForeignKey(Mechanism, on_delete=models.PROTECT, related_name="secretaries")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mechanism_secretariats")

    class Meta:
        constraints = term_constraints("register_mechsecretary", ("mechanism", "person"))
        indexes = term_indexes("register_mechsecr", ("mechanism", "person"))
