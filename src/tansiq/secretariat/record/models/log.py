"""The log: append-only entries chained by hash, their erasable details beside them."""

from typing import Any

from django.db import models

from tansiq.secretariat.record.models.accounts import Actor


class LogEntry(models.Model):
    """One thing done. It keeps ids and codes only; what a person wrote stands in its details, of which it hashes the digests."""

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(unique=True)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="entries")
    code = models.CharField(max_length=80)
    subject = models.CharField(max_length=300, db_index=True)
    parameters = models.JSONField(default=dict, blank=True)
    digests = models.JSONField(default=dict, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["seq"]
        verbose_name_plural = "log entries"

    def __str__(self) -> str:
        return f"{self.seq} {self.code} {self.subject}"

    def content(self) -> dict[str, Any]:
        """What the hash covers, in a form that is the same on every database."""
        return {
            "seq": self.seq,
            "at": self.at.isoformat(timespec="microseconds"),
            "actor": self.actor.slug,
            "on_behalf_of": self.actor.on_behalf_of,
            "code": self.code,
            "subject": self.subject,
            "parameters": self.parameters,
            "details": self.digests,
            "previous": self.previous,
        }


class EntryDetail(models.Model):
    """A text that belongs to an entry and may be erased: its salt and text go, its digest stays in the entry."""

    entry = models.ForeignKey(LogEntry, on_delete=models.PROTECT, related_name="details")
    name = models.CharField(max_length=60)
    salt = models.CharField(max_length=64, blank=True)
    text = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "name"], name="record_entrydetail_once")]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.name}"


class ChainHead(models.Model):
    """The one row that says where the chain stands; locking it puts writers in line."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField(null=True, blank=True)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="record_chainhead_single")]

    def __str__(self) -> str:
        return f"{self.seq} {self.hash}"
