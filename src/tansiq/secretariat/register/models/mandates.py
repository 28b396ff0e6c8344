"""Mandates: what a body asked for, by symbol, title and date."""

from django.db import models

from tansiq.secretariat.record.models import Identity, PartialDateField, Term, TextsField, term_constraints, term_indexes
from tansiq.secretariat.register.models.names import NameTerm
from tansiq.secretariat.register.models.organizations import Organization


class Mandate(Identity):
    """A resolution or decision of a body that groups, meetings and processes rest on."""

    body = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="mandates")


class MandateName(NameTerm):
    """A mandate's title (`long`), citation (`short`, "General Assembly resolution A/RES/71/280") and symbol (`acronym`)."""

    of = ("mandate", "language")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = term_constraints("register_mandatename", ("mandate", "language"))
        indexes = term_indexes("register_mandatename", ("mandate", "language"))


class MandateTerm(Term):
    """When a mandate was adopted and what it asks."""

    of = ("mandate",)
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="terms")
    adopted_on = PartialDateField(null=True, blank=True)
    asks = TextsField()

    class Meta:
        constraints = term_constraints("register_mandateterm", ("mandate",))
        indexes = term_indexes("register_mandateterm", ("mandate",))
