"""Who changed a row, and when: every recording and correction of the rows behind references (`app/kind/slug`). It only reads."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models

from tansiq.secretariat.record.domain.references import kinds
from tansiq.secretariat.record.models import Actor, Move, Term


@dataclass(frozen=True)
class Changed:
    """One change of the row `ref`: it was recorded, or corrected (superseded, taken back), through `by` at `at`."""

    ref: str
    at: datetime
    by: Actor
    corrected: bool


def changes_of(refs: Iterable[str]) -> dict[str, list[Changed]]:
    """The changes of each row, in the order they were made; identities, which never change, are left out. One query a kind."""
    by_kind: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        kind, _, slug = ref.rpartition("/")
        by_kind[kind].add(slug)
    known = kinds()
    found: dict[str, list[Changed]] = {}
    for kind, slugs in sorted(by_kind.items()):
        model = known.get(kind)
        if model is Move:
            found |= _of_moves(slugs)
        elif model is not None and issubclass(model, Term):
            found |= _of_terms(model, slugs)
    return found


def _of_terms(model: type[Term], slugs: Iterable[str]) -> dict[str, list[Changed]]:
    rows = model.objects.filter(slug__in=list(slugs)).select_related(
        "recorded_entry__actor__account", "superseded_entry__actor__account"
    )
    return {
        row.ref: [
            Changed(row.ref, entry.at, entry.actor, corrected)
            for entry, corrected in ((row.recorded_entry, False), (row.superseded_entry, True))
            if entry is not None
        ]
        for row in rows
    }


def _of_moves(entries: Iterable[str]) -> dict[str, list[Changed]]:
    rows: models.QuerySet[Move] = Move.objects.filter(entry_id__in=[int(entry) for entry in entries if entry.isdigit()])
    found: dict[str, list[Changed]] = {}
    for row in rows.select_related("by__account", "corrected_by__by__account"):
        found[row.ref] = [Changed(row.ref, row.recorded_at, row.by, corrected=False)]
        correction = getattr(row, "corrected_by", None)
        if correction is not None:
            found[row.ref].append(Changed(row.ref, correction.recorded_at, correction.by, corrected=True))
    return found
