"""Reads the rows of several querysets with one query, so that what is made of many small tables asks the database once.

What is read, and what the rows say, stands with the questions of each app (asking.py); this module knows neither.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import F, QuerySet, Value, Window
from django.db.models.functions import JSONArray, RowNumber

PART, PLACE, ROW = "together_part", "together_place", "together_row"
Made = Callable[[Iterator[Any]], Any]
"""Makes a row of the values of its columns, which come one after the other."""


def together(*wanted: QuerySet[Any, Any]) -> list[list[Any]]:
    """The rows of each queryset, in its order: instances with the rows that `select_related` names, or the tuples of `values_list`.

    One query, none for no queryset. A queryset may filter, by subqueries too, order, and name related rows; it may not be sliced,
    annotated, deferred or distinct.
    """
    if len(wanted) == 1:
        return [list(wanted[0])]
    shapes = [_shape(rows) for rows in wanted]
    parts = [_part(number, rows, paths) for number, (rows, (paths, _made)) in enumerate(zip(wanted, shapes, strict=True))]
    found: list[list[tuple[int, list[Any]]]] = [[] for _rows in wanted]
    for number, place, values in parts[0].union(*parts[1:], all=True) if parts else ():
        found[number].append((place, values))
    return [
        [made(iter(values)) for _place, values in sorted(rows, key=itemgetter(0))]
        for rows, (_paths, made) in zip(found, shapes, strict=True)
    ]


def _part(number: int, rows: QuerySet[Any, Any], paths: list[str]) -> QuerySet[Any, Any]:
    """The queryset as one part of the union: its number, the place of each row in its order, and the row as one JSON array."""
    order: list[Any] = list(rows.query.order_by)
    place = Window(RowNumber(), order_by=order) if order else Value(0)
    plain: QuerySet[Any, Any] = rows.order_by().annotate(**{PART: Value(number), PLACE: place, ROW: JSONArray(*map(F, paths))})
    return plain.values_list(PART, PLACE, ROW)


def _shape(rows: QuerySet[Any, Any]) -> tuple[list[str], Made]:
    """The paths of the columns of a queryset, and what makes a row of their values."""
    model, named = rows.model, rows.query.values_select
    if named:
        fields = [_field(model, path) for path in named]
        return list(named), lambda values: tuple(_read(field, value) for field, value in zip(fields, values, strict=True))
    related = rows.query.select_related
    return _instances(model, related if isinstance(related, dict) else {}, "")


def _instances(model: type[models.Model], related: Mapping[str, Any], prefix: str) -> tuple[list[str], Made]:
    fields = model._meta.concrete_fields
    names = [field.attname for field in fields]
    paths = [f"{prefix}{name}" for name in names]
    below: dict[str, Made] = {}
    for name, under in related.items():
        target: Any = model._meta.get_field(name).related_model
        more, below[name] = _instances(target, under, f"{prefix}{name}__")
        paths += more

    def made(values: Iterator[Any]) -> Any:
        own = [_read(field, next(values)) for field in fields]
        others = {name: make(values) for name, make in below.items()}
        row = model.from_db(DEFAULT_DB_ALIAS, names, own)
        for name, other in others.items():
            setattr(row, name, other)
        # Where a foreign key is empty, the columns of the row it would lead to are.
        return row if row.pk is not None else None

    return paths, made


def _field(model: type[models.Model], path: str) -> Any:
    first, _dots, rest = path.partition("__")
    field: Any = model._meta.get_field(first)
    return _field(field.related_model, rest) if rest else field


def _read(field: Any, value: Any) -> Any:
    """A value of a JSON array as the column holds it. SQLite gives JSON columns as text, PostgreSQL as what they hold."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    if isinstance(field, models.JSONField):
        return field.to_python(json.loads(value) if isinstance(value, str) else value)
    read = field.to_python(value) if value is not None else None
    # SQLite keeps moments in UTC without saying so.
    return read.replace(tzinfo=UTC) if isinstance(read, datetime) and read.tzinfo is None else read
