"""What the record rests on: files kept as they were received, and the basis a row names."""

from django.db import models

from tansiq.secretariat.record.enums import BasisKind
from tansiq.secretariat.record.models.accounts import Actor
from tansiq.secretariat.record.models.fields import PartialDateField
from tansiq.secretariat.record.models.identity import Referable


class Evidence(Referable):
    """A letter, mail or document exactly as received. The bytes lie in the evidence folder under their SHA-256."""

    sha256 = models.CharField(max_length=64, unique=True)
    filename = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120, blank=True)
    size = models.PositiveBigIntegerField()
    received_on = PartialDateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "evidence"


class Basis(Referable):
    """On what a row rests: a decision, letter, resolution, document or page, by symbol or reference, with its date."""

    kind = models.CharField(max_length=20, choices=BasisKind.choices)
    reference = models.CharField(max_length=300)
    dated = PartialDateField(blank=True, default="")
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.PROTECT, related_name="bases")

    class Meta:
        verbose_name_plural = "bases"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "reference", "dated", "evidence"],
                condition=models.Q(evidence__isnull=False),
                name="record_basis_with_evidence_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "reference", "dated"], condition=models.Q(evidence=None), name="record_basis_without_evidence_once"
            ),
        ]
