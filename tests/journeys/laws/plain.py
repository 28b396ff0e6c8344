"""The frozen oracle's memory: terms and moves as plain lists of dicts. It knows nothing of Django or of the code under test."""

from copy import deepcopy
from datetime import date, datetime
from typing import Any

from tests.journeys.laws.partial import ONE, Day

Row = dict[str, Any]


class Plain:
    """What the record should hold now, and a copy of it for every moment at which a verb had been recorded."""

    def __init__(self) -> None:
        self.terms: list[Row] = []
        self.moves: list[Row] = []
        self.rows: list[Row] = []
        self.moments: list[tuple[datetime, list[Row], list[Row]]] = []

    def keep(self, moment: datetime) -> None:
        """Note that all of this was recorded by `moment`."""
        self.moments.append((moment, deepcopy(self.terms), deepcopy(self.moves)))

    def known(self, moment: datetime) -> tuple[list[Row], list[Row]]:
        """Terms and moves as they stood at `moment`."""
        return [(terms, moves) for then, terms, moves in self.moments if then <= moment][-1]

    def add(self, kind: str, slug: str, **fixed: Any) -> str:
        """Note a thing with what never changes of it."""
        self.rows.append({"kind": kind, "slug": slug, **fixed})
        return slug

    def slugs(self, kind: str) -> list[str]:
        return [row["slug"] for row in self.rows if row["kind"] == kind]

    def row(self, kind: str, slug: str) -> Row:
        return next(row for row in self.rows if (row["kind"], row["slug"]) == (kind, slug))

    # Terms --------------------------------------------------------------------------------------------------------------------------

    def of(self, table: str, *key: str) -> list[Row]:
        return [term for term in self.terms if term["table"] == table and term["key"] == key]

    def held(self, day: date, table: str, *key: str) -> Row | None:
        return next((term for term in self.of(table, *key) if holds(term, day)), None)

    def begin(self, table: str, *key: str, first: date, last: date | None = None, **columns: Any) -> None:
        self.terms.append({"table": table, "key": key, "first": first, "last": last, **columns})

    def start(self, table: str, *key: str, first: date, last: date | None = None, **columns: Any) -> None:
        """A version: the one that holds on its first day ends the day before, and it ends before the next one."""
        later = [term["first"] for term in self.of(table, *key) if term["first"] > first]
        if last is None and later:
            last = min(later) - ONE
        held = self.held(first, table, *key)
        if held is not None and held["first"] == first:
            self.terms.remove(held)
        elif held is not None:
            held["last"] = first - ONE
        self.begin(table, *key, first=first, last=last, **columns)

    def end(self, ends: date, table: str, *key: str) -> None:
        """What lies after `ends` goes; what holds beyond it ends with it."""
        for term in self.of(table, *key):
            if term["first"] > ends:
                self.terms.remove(term)
            elif term["last"] is None or term["last"] > ends:
                term["last"] = ends

    # Moves --------------------------------------------------------------------------------------------------------------------------

    def move(self, row: str, name: str, after: str, on: Day) -> None:
        assert on.last is not None
        self.moves.append({"row": row, "name": name, "after": after, "day": on.last, "on": on})

    def standing(self, row: str) -> list[Row]:
        return in_order(self.moves, row)

    def state(self, row: str) -> str:
        made = self.standing(row)
        return made[-1]["after"] if made else ""


def holds(term: Row, day: date) -> bool:
    return bool(term["first"] <= day and (term["last"] is None or day <= term["last"]))


def in_order(moves: list[Row], row: str, by: date = date.max) -> list[Row]:
    """The moves of a row that had happened by a day, in the order they happened, then in the order they were recorded."""
    return sorted((move for move in moves if move["row"] == row and move["day"] <= by), key=lambda move: move["day"])


def over_before(one: Day, other: Day) -> bool:
    """Whether one date is over before the last day of another, from which alone the other is certain."""
    return one.last is not None and other.last is not None and one.last < other.last
