"""Timelines: where bars and marks of a table row stand on an axis of years, in per cent, mirrored in Arabic. It draws nothing itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tansiq.engines.dates import PartialDate

YEARS_BEFORE, YEARS_AFTER = 2, 1


@dataclass(frozen=True)
class Axis:
    """The days from `first` to the day before `end`, with the day asked for; `mirrored` where time runs from the right."""

    first: date
    end: date
    day: date
    mirrored: bool = False

    @classmethod
    def around(cls, day: date, *, mirrored: bool = False) -> "Axis":
        """Four whole years: the two before the one asked for, and the one after."""
        first = max(day.year - YEARS_BEFORE, date.min.year)
        last = min(day.year + YEARS_AFTER, date.max.year - 1)
        return cls(date(first, 1, 1), date(last + 1, 1, 1), day, mirrored)

    def share(self, day: date) -> float:
        """How far along the axis a day stands, 0 to 100; days outside stand at its ends."""
        whole = (self.end - self.first).days
        return min(max((day - self.first).days / whole * 100, 0.0), 100.0)

    def at(self, day: date) -> str:
        """The x of a day, as SVG writes it."""
        return _per_cent(100 - self.share(day) if self.mirrored else self.share(day))

    def shows(self, day: date) -> bool:
        """Whether a day lies on the axis."""
        return self.first <= day < self.end

    @property
    def now(self) -> str:
        """The x of the day asked for."""
        return self.at(self.day)

    @property
    def ticks(self) -> Iterator[tuple[str, int]]:
        """Where each year begins."""
        return ((self.at(date(year, 1, 1)), year) for year in range(self.first.year, self.end.year))


@dataclass(frozen=True)
class Bar:
    """A stretch of days [start, end); None runs to the edge.

    `kind`: "" a member, "key" a co-chair, "watch" an observer, "ask" asked for, "before" begun nobody knows when.
    """

    start: date | None
    end: date | None
    kind: str = ""


@dataclass(frozen=True)
class Mark:
    """A day on which something is: `held` when it was by the day asked for, else it is expected."""

    on: date
    held: bool


@dataclass(frozen=True)
class Row:
    """A row of a timeline: its name, its bars and marks, and in `words` everything they say."""

    name: str
    words: str
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    icon: str = ""
    language: str = field(default="")


def bars_since(since: PartialDate | None, until: date, kind: str = "") -> tuple[Bar, ...]:
    """The bars of something that goes on at `until`: a thin one over the time in which it began, when that is not one certain day."""
    if since is None:
        return (Bar(None, until, "before"),)
    certain = since.counts_from() if since.first_day is None else since.first_day
    if since.first_day is None:
        return (Bar(None, certain, "before"), Bar(certain, until, kind))
    return (Bar(certain, until, kind),)


def boxes(axis: Axis, bars: tuple[Bar, ...]) -> Iterator[tuple[str, str, str]]:
    """x, width and kind of each bar that shows on the axis."""
    for bar in bars:
        start, end = axis.share(bar.start or axis.first), axis.share(bar.end or axis.end)
        if end > start:
            yield _per_cent(100 - end if axis.mirrored else start), _per_cent(end - start), bar.kind


def dots(axis: Axis, marks: tuple[Mark, ...]) -> Iterator[tuple[str, bool]]:
    """x of each mark that shows on the axis, and whether it was held."""
    return ((axis.at(mark.on), mark.held) for mark in marks if axis.shows(mark.on))


def _per_cent(share: float) -> str:
    return f"{share:.2f}".rstrip("0").rstrip(".") + "%"
