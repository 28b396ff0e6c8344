"""The registry of desk items: what waits for somebody, what is late, what happened this week. Each app brings its own.

An app says which rows it needs as querysets of texts, all of one shape, so that the desk reads those of every app with one query; and it
makes items of the rows that came back.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from tansiq.engines.dates import PartialDate

COLUMNS = ("tag", "group_slug", "one", "two", "three", "four", "five")


class Place(StrEnum):
    """Where on the desk an item stands."""

    WAITING = "waiting"
    LATE = "late"
    SOON = "soon"
    CHANGED = "changed"


@dataclass(frozen=True)
class At:
    """For whom and when the desk is asked: the groups (slugs) of a person, those of them in whose secretariat it serves, and the
    organization that it speaks for in a group; today, now and the language.
    """

    groups: tuple[str, ...]
    served: frozenset[str]
    speaks_for: Mapping[str, str]
    today: date
    now: datetime
    language: str


@dataclass(frozen=True)
class Item:
    """A line of the desk. `words` says what it is, `why` what would change it; `act` is what the one button says and `url` where it leads.

    `state` is an icon with its word ("late", "wait", "half", "stale"); `day` may be None where there is none.
    """

    place: Place
    group: str
    words: str
    url: str
    act: str
    day: PartialDate | None = None
    state: tuple[str, str] = ("", "")
    why: str = ""


class DeskRow(NamedTuple):
    """A row as it came back: the tag of the queryset, the group, and five texts, "" for none."""

    tag: str
    group: str
    one: str
    two: str
    three: str
    four: str
    five: str


Called = Callable[[str], str]
"""What a thing is called (its reference, `app/kind/slug`) in the language of the desk."""
Rows = Callable[[At], Iterable[QuerySet[Any, tuple[str, ...]]]]
Items = Callable[[At, Sequence[DeskRow], Called], Iterable[Item]]


@dataclass(frozen=True)
class Source:
    """What an app brings: the querysets of its rows, made by `texts`, and the items of those rows."""

    tags: tuple[str, ...]
    rows: Rows
    items: Items


_SOURCES: list[Source] = []


def desk_source(*tags: str, rows: Rows) -> Callable[[Items], Items]:
    """Register the decorated function as one that makes items of the rows with these tags. Raises ValueError when a tag is taken."""

    def register(items: Items) -> Items:
        taken = {tag for source in _SOURCES for tag in source.tags} & set(tags)
        if taken or not tags:
            raise ValueError(f"desk: {', '.join(sorted(taken)) or 'no tag'} is taken or missing; give each queryset a tag of its own.")
        _SOURCES.append(Source(tags, rows, items))
        return items

    return register


def texts(rows: QuerySet[Any], tag: str, group: str, *columns: str | Any) -> QuerySet[Any, tuple[str, ...]]:
    """The rows as the desk reads them: the tag, the slug of the group (`group` is its path), up to five columns or expressions as texts."""
    wanted: dict[str, Any] = {"tag": Value(tag), "group_slug": F(group)}
    for name, column in zip(COLUMNS[2:], [*columns, *[""] * (len(COLUMNS) - 2 - len(columns))], strict=True):
        wanted[name] = (F(column) if column else Value("")) if isinstance(column, str) else column
    plain = {name: Cast(value, TextField()) for name, value in wanted.items()}
    named = {f"desk_{name}": value for name, value in plain.items()}
    return rows.order_by().annotate(**named).values_list(*named)


def desk_items(at: At, called: Called) -> list[Item]:
    """Every item of every app for the person, in the order the apps registered. One query, and those of `called`."""
    querysets = [rows for source in _SOURCES for rows in source.rows(at)]
    if not at.groups or not querysets:
        return []
    found: dict[str, list[DeskRow]] = defaultdict(list)
    for row in querysets[0].union(*querysets[1:], all=True):
        made = DeskRow(*("" if value is None else str(value) for value in row))
        found[made.tag].append(made)
    return [
        item for source in _SOURCES
        for item in source.items(at, [row for tag in source.tags for row in sorted(found[tag])], called)
    ]
