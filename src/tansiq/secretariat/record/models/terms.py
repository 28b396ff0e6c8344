"""Terms: what is true for a while, kept in two times. Only `record.domain.terms` writes them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from tansiq.secretariat.record.models.evidence import Basis
from tansiq.secretariat.record.models.fields import PartialDateField
from tansiq.secretariat.record.models.identity import Referable
from tansiq.secretariat.record.models.log import LogEntry

BOOKKEEPING = frozenset(
    {"id", "slug", "valid_from", "valid_to", "recorded_at", "superseded_at", "recorded_entry", "superseded_entry"}
)
"""Columns that say when and by whom a term was kept, not what it says."""


class TermQuerySet(models.QuerySet[Any]):
    """How to ask for terms: on a day, as the record knew it at a moment."""

    def as_of(self, day: date, known_at: datetime) -> "TermQuerySet":
        """Terms valid on `day` (valid_from <= day < valid_to) among those the record held at `known_at`."""
        return self.known(known_at).filter(valid_from__lte=day).filter(Q(valid_to=None) | Q(valid_to__gt=day))

    def known(self, known_at: datetime) -> "TermQuerySet":
        """Terms the record held at `known_at`: recorded_at <= known_at < superseded_at."""
        return self.filter(recorded_at__lte=known_at).filter(Q(superseded_at=None) | Q(superseded_at__gt=known_at))

    def current(self) -> "TermQuerySet":
        """Terms the record holds now."""
        return self.filter(superseded_at=None)


class Term(Referable):
    """What is said of an identity for a while: `begins` and `ends` as people wrote them, [valid_from, valid_to) as days.

    `begins` is None where nobody knows since when: such a term holds on every day until it ends.
    `of` names the columns that identify what the term speaks of; of one identity no two current terms overlap.
    """

    of: ClassVar[tuple[str, ...]]

    begins = PartialDateField(null=True, blank=True)
    ends = PartialDateField(null=True, blank=True)
    valid_from = models.DateField(editable=False)
    valid_to = models.DateField(null=True, blank=True, editable=False)
    basis = models.ForeignKey(Basis, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(editable=False)
    superseded_at = models.DateTimeField(null=True, blank=True, editable=False)
    recorded_entry = models.ForeignKey(LogEntry, on_delete=models.PROTECT, related_name="+", editable=False)
    superseded_entry = models.ForeignKey(LogEntry, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        abstract = True

    def identity(self) -> dict[str, Any]:
        """The columns of `of` with their values: what identifies the thing this term speaks of."""
        return {name: getattr(self, name) for name in self.of}

    def says(self) -> dict[str, Any]:
        """What the term states, bookkeeping apart: two terms that say the same are equal here."""
        return {field.attname: getattr(self, field.attname) for field in self._meta.concrete_fields if field.name not in BOOKKEEPING}


def term_constraints(prefix: str, of: Iterable[str]) -> list[models.BaseConstraint]:
    """The constraints every table of terms carries: both periods run forward, and one open current term an identity."""
    return [
        models.CheckConstraint(condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name=f"{prefix}_ends_after_it_begins"),
        models.CheckConstraint(
            condition=Q(superseded_at=None) | Q(superseded_at__gt=F("recorded_at")), name=f"{prefix}_superseded_after_recorded"
        ),
        models.UniqueConstraint(fields=list(of), condition=Q(superseded_at=None, valid_to=None), name=f"{prefix}_one_open_term"),
    ]


def term_indexes(prefix: str, of: Iterable[str]) -> list[models.Index]:
    """The index that answers "terms of this identity on a day"."""
    return [models.Index(fields=[*of, "valid_from", "recorded_at"], name=f"{prefix}_by_time")]
