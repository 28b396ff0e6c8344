"""Who changed a row, and when: every recording and correction of the rows behind references (`app/kind/slug`). It only reads."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from tansiq.secretariat.record.domain.references import kinds
from tansiq.secretariat.record.domain.together import together
from tansiq.secretariat.record.models import Actor, Move, Term, kind_of


@dataclass(frozen=True)
class Changed:
    """One change of the row `ref`: it was recorded, or corrected (superseded, taken back), through `by` at `at`."""

    ref: str
    at: datetime
    by: Actor
    corrected: bool


def changes_of(refs: Iterable[str]) -> dict[str, list[Changed]]:
    """The changes of each row, in the order they were made; identities, which never change, are left out. One query."""
    slugs: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        kind, _, slug = ref.rpartition("/")
        slugs[kind].add(slug)
    entries = [int(entry) for entry in slugs.pop(kind_of(Move), ()) if entry.isdigit()]
    moves: models.QuerySet[Move] = Move.objects.filter(Q(entry_id__in=entries) | Q(corrects__entry_id__in=entries))
    terms = [_terms(model, slugs[kind]) for kind, model in sorted(kinds().items()) if kind in slugs and issubclass(model, Term)]
    found_moves, *tables = together(moves.select_related("by__account").order_by("pk"), *terms)
    found = _of_moves(found_moves, set(entries))
    for row in (row for rows in tables for row in rows):
        found[row.ref] = [
            Changed(row.ref, entry.at, entry.actor, corrected)
            for entry, corrected in ((row.recorded_entry, False), (row.superseded_entry, True))
            if entry is not None
        ]
    return found


def _terms(model: type[Term], slugs: Iterable[str]) -> models.QuerySet[Any]:
    return model.objects.filter(slug__in=sorted(slugs)).select_related("recorded_entry__actor__account", "superseded_entry__actor__account")


def _of_moves(rows: Iterable[Move], entries: set[int]) -> dict[str, list[Changed]]:
    """The moves made by these entries of the log, with the moves among `rows` that correct them."""
    corrections = {row.corrects_id: row for row in rows if row.corrects_id is not None}
    found: dict[str, list[Changed]] = {}
    for row in rows:
        if row.entry_id not in entries:
            continue
        found[row.ref] = [Changed(row.ref, row.recorded_at, row.by, corrected=False)]
        correction = corrections.get(row.pk)
        if correction is not None:
            found[row.ref].append(Changed(row.ref, correction.recorded_at, correction.by, corrected=True))
    return found
