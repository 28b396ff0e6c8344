"""Moves: every change of state, with the day it happened and the moment it was recorded."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Value
from django.db.models.functions import Concat

from tansiq.secretariat.record.models.accounts import Actor
from tansiq.secretariat.record.models.evidence import Evidence
from tansiq.secretariat.record.models.fields import PartialDateField
from tansiq.secretariat.record.models.identity import kind_of
from tansiq.secretariat.record.models.log import LogEntry


class MoveQuerySet(models.QuerySet["Move"]):
    """How to ask what happened."""

    def as_of(self, day: date, known_at: datetime) -> "MoveQuerySet":
        """Moves certain to have happened by `day`, recorded by `known_at` and not corrected by then, in order."""
        correction = Move.objects.filter(corrects=OuterRef("pk"), recorded_at__lte=known_at)
        return (
            self.filter(happened_by__lte=day, recorded_at__lte=known_at)
            .exclude(Exists(correction))
            .exclude(withdrawn=True)
            .order_by("happened_by", "recorded_at", "pk")
        )

    def of(self, rows: "models.QuerySet[Any]") -> "MoveQuerySet":
        """Moves of the rows of a queryset, which is not read for that."""
        ref = Concat(Value(f"{kind_of(rows.model)}/"), F("slug"), output_field=models.CharField())
        return self.filter(subject__in=rows.order_by().values_list(ref))

    def states(self, refs: Iterable[str], day: date, known_at: datetime) -> dict[str, str]:
        """The state of each row on `day` as known at `known_at`, by reference; a row without a move by then is left out."""
        return {ref: move.after for ref, move in self.last_moves(refs, day, known_at).items()}

    def last_moves(self, refs: Iterable[str], day: date, known_at: datetime) -> dict[str, "Move"]:
        """The move that gave each row its state on `day`, by reference; otherwise as `states`."""
        return {move.subject: move for move in self.as_of(day, known_at).filter(subject__in=list(refs))}


class Move(models.Model):
    """One step of one row through its lifecycle. `happened_by` is the last day of `occurred_on`, from which it is certain."""

    subject = models.CharField(max_length=300)
    lifecycle = models.CharField(max_length=120)
    name = models.CharField(max_length=40)
    before = models.CharField(max_length=40, blank=True)
    after = models.CharField(max_length=40)
    occurred_on = PartialDateField()
    happened_by = models.DateField()
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="moves")
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.PROTECT, related_name="moves")
    corrects = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by")
    withdrawn = models.BooleanField(default=False, help_text="This row only takes back the move it corrects.")
    entry = models.OneToOneField(LogEntry, on_delete=models.PROTECT, related_name="move")

    objects = MoveQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["subject", "happened_by", "recorded_at"], name="record_move_of_subject")]

    def __str__(self) -> str:
        return f"{self.subject}: {self.before or '-'} -> {self.after}"

    @property
    def ref(self) -> str:
        """`record/move/SUBJECT.n`, n the entry of the log that made it."""
        return f"record/move/{self.entry_id}"


def by_subject(moves: Iterable[Move]) -> dict[str, list[Move]]:
    """The moves of each row, by its reference, in the order given."""
    found: dict[str, list[Move]] = {}
    for move in moves:
        found.setdefault(move.subject, []).append(move)
    return found
