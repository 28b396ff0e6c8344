"""Frozen reports: what a report said when it was given out, as a tree and as files. Rows are inserted and never changed."""

from django.db import models

from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.models import Actor, Identity, LogEntry
from tansiq.secretariat.register.models import Group
from tansiq.secretariat.reporting.enums import ReportFormat
from tansiq.secretariat.reporting.models.sessions import Session


class FrozenReport(Identity):
    """A report as it stood on `as_of`, as known at `known_at`, kept for good.

    `head` is the hash of the log's last entry before it was frozen: with it the whole log until then is fixed. `number` counts the
    reports that were frozen of the same group, session, day and language. `tree` is the document tree that the files were made of.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="frozen_reports")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="frozen_reports")
    language = models.CharField(max_length=2, choices=Language.choices)
    as_of = models.DateField()
    known_at = models.DateTimeField()
    number = models.PositiveSmallIntegerField()
    head = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    entry = models.OneToOneField(LogEntry, on_delete=models.PROTECT, related_name="+")
    tree = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "session", "as_of", "language", "number"], name="reporting_frozenreport_numbered")
        ]


class FrozenFile(models.Model):
    """One file of a frozen report. Its bytes lie in the evidence folder under their SHA-256."""

    report = models.ForeignKey(FrozenReport, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=4, choices=ReportFormat.choices)
    media_type = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["report", "pk"]
        constraints = [models.UniqueConstraint(fields=["report", "format"], name="reporting_frozenfile_once")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.format} {self.sha256}"
