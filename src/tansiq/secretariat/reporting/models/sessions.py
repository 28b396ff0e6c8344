"""The sessions of a mechanism, to which its groups report."""

from django.db import models

from tansiq.secretariat.record.models import Identity, PartialDateField, Term, TextsField, term_constraints, term_indexes
from tansiq.secretariat.register.models import Mechanism


class Session(Identity):
    """One session of a mechanism, known by its number."""

    mechanism = models.ForeignKey(Mechanism, on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["mechanism", "number"]
        constraints = [models.UniqueConstraint(fields=["mechanism", "number"], name="reporting_session_number_once")]


class SessionTerm(Term):
    """When and where a session is held, and under which symbol its papers stand, as it was fixed at the time."""

    of = ("session",)

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="terms")
    dates = PartialDateField()
    place = TextsField()
    symbol = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = term_constraints("reporting_session", ["session"])
        indexes = term_indexes("reporting_session", ["session"])
