"""What a reference (`app/kind/slug`) stands for: the row read from whichever model has that kind, as particulars that pages put in words.

Names of things are not known here: whoever shows a `Thing` asks the register what it is called.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Union

from django.apps import apps
from django.db import models

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.together import together
from tansiq.secretariat.record.models import Actor, Basis, Identity, Move, Referable, Term, Texts, kind_of
from tansiq.secretariat.record.models.terms import BOOKKEEPING

DEPTH = 3
APART = BOOKKEEPING | {"begins", "ends", "basis"}
"""Columns of a term that say when, since when and on what it rests; they have attributes of their own."""

Value = Union[str, int, bool, PartialDate, Texts, "Thing", tuple[str, ...]]


@dataclass(frozen=True)
class Particular:
    """One thing a row says: the column and its value. `choice` marks a word of a closed list, in the language that is active."""

    column: str
    value: Value
    choice: bool = False


@dataclass(frozen=True)
class Thing:
    """An identity that a row points to, with its fixed particulars and the identities it belongs to."""

    ref: str
    kind: str
    particulars: tuple[Particular, ...] = ()


@dataclass(frozen=True)
class Source:
    """A row that something printed rests on: what it says, for which time, since when the record holds it and through whom.

    `begins` is None where nobody knows since when; `by` is None for identities, which say nothing but that they are.
    """

    ref: str
    kind: str
    particulars: tuple[Particular, ...]
    begins: PartialDate | None = None
    ends: PartialDate | None = None
    dated: bool = False
    recorded_at: datetime | None = None
    superseded_at: datetime | None = None
    by: Actor | None = None
    basis: Basis | None = None


def resolve(refs: Iterable[str]) -> dict[str, Source]:
    """The sources behind references; one that no row has is left out. Two queries: one for all rows, one for the subjects of moves.

    Texts of identities are never read: what is written on them is personal.
    """
    slugs = _by_kind(refs)
    models_ = {kind: model for kind, model in sorted(kinds().items()) if kind in slugs and issubclass(model, Referable)}
    entries = [int(entry) for entry in slugs.get(kind_of(Move), ()) if entry.isdigit()]
    moves, *tables = together(
        Move.objects.filter(entry_id__in=entries).select_related("by__account"),
        *(_rows(model, slugs[kind]) for kind, model in models_.items()),
    )
    return _moves(moves) | {row.ref: _source(row) for rows in tables for row in rows}


def _by_kind(refs: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        kind, _, slug = ref.rpartition("/")
        found[kind].add(slug)
    return found


def kinds() -> dict[str, type[models.Model]]:
    """Every kind of row that can be referred to, with its model."""
    referable: Iterator[type[models.Model]] = (model for model in apps.get_models() if issubclass(model, Referable) or model is Move)
    return {kind_of(model): model for model in referable}


def _moves(rows: Iterable[Move]) -> dict[str, Source]:
    subjects = _things({move.subject for move in rows})
    return {
        move.ref: Source(
            ref=move.ref,
            kind=kind_of(Move),
            particulars=(
                Particular("subject", subjects.get(move.subject) or Thing(move.subject, move.subject.rpartition("/")[0])),
                Particular("after", move.after),
            ),
            begins=move.occurred_on,
            dated=True,
            recorded_at=move.recorded_at,
            by=move.by,
        )
        for move in rows
    }


def _things(refs: Iterable[str]) -> dict[str, Thing]:
    slugs = _by_kind(refs)
    identities = [(model, slugs[kind]) for kind, model in sorted(kinds().items()) if kind in slugs and issubclass(model, Identity)]
    return {row.ref: _thing(row, DEPTH) for rows in together(*(_rows(*each) for each in identities)) for row in rows}


def _rows(model: type[Referable], slugs: Iterable[str]) -> models.QuerySet[Any]:
    joined = list(_joins(model, DEPTH))
    if issubclass(model, Term):
        joined += ["recorded_entry__actor", "basis"]
    return model._default_manager.filter(slug__in=sorted(slugs)).select_related(*joined)


def _joins(model: type[models.Model], depth: int, prefix: str = "") -> Iterator[str]:
    """The paths to the identities that rows of `model` point to, and to those that these point to."""
    for column in _columns(model):
        target = column.related_model
        if isinstance(target, type) and issubclass(target, Identity):
            yield f"{prefix}{column.name}"
            if depth > 1:
                yield from _joins(target, depth - 1, f"{prefix}{column.name}__")


def _source(row: Any) -> Source:
    if not isinstance(row, Term):
        return Source(row.ref, kind_of(type(row)), _thing(row, DEPTH).particulars if isinstance(row, Identity) else ())
    return Source(
        ref=row.ref,
        kind=kind_of(type(row)),
        particulars=tuple(_particulars(row, DEPTH)),
        begins=row.begins,
        ends=row.ends,
        dated=True,
        recorded_at=row.recorded_at,
        superseded_at=row.superseded_at,
        by=row.recorded_entry.actor,
        basis=row.basis,
    )


def _thing(row: Identity, depth: int) -> Thing:
    fixed = (each for each in _particulars(row, depth) if each.choice or isinstance(each.value, int | Thing))
    return Thing(row.ref, kind_of(type(row)), tuple(fixed))


def _particulars(row: models.Model, depth: int) -> Iterator[Particular]:
    """What the columns of a row say, empty ones left out."""
    for column in _columns(type(row)):
        if column.is_relation and not (depth and issubclass(column.related_model, Identity)):
            continue
        value = getattr(row, column.name)
        if value is None or value == "" or (isinstance(value, Texts | list) and not value):
            continue
        if column.choices:
            yield Particular(column.name, str(getattr(row, f"get_{column.name}_display")()), choice=True)
        elif isinstance(value, Identity):
            yield Particular(column.name, _thing(value, depth - 1))
        elif isinstance(value, list):
            yield Particular(column.name, tuple(str(each) for each in value))
        else:
            yield Particular(column.name, value)


def _columns(model: type[models.Model]) -> list[Any]:
    apart = APART if issubclass(model, Term) else {"id", "slug", "state"}
    return [column for column in model._meta.concrete_fields if column.name not in apart]
