"""What is to be woven into each container, sorted from the list of edits: once for flows, tables and rows alike."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from tansiq.engines.redline.edits import Edit, Kind

_TEXT = frozenset({Kind.INSERTION, Kind.DELETION, Kind.PARAGRAPH_INSERTION, Kind.PARAGRAPH_DELETION, Kind.NOTE, Kind.FIELD, Kind.IMAGE})
WITHDRAWN = "withdrawn"
"""`Edit.said` of text that an agency put in and took out again: listed, not shown."""


@dataclass(frozen=True, slots=True)
class Take:
    """Base characters [start, end) that `edit` takes out; `move` names the move they leave by."""

    start: int
    end: int
    edit: Edit
    move: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """What `edit` puts in at the gap before `gap`; `move` names the move it comes by.

    `edits` are all that put in the same there; the first of them is shown for all. It is empty for those shown by another one.
    """

    gap: int
    edit: Edit
    edits: tuple[Edit, ...]
    shown: str
    move: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A limit of a comment (`start`, `end` or `reference`) at a gap, after `inserted` characters its agency put in there."""

    gap: int
    inserted: int
    side: str
    agency: str
    comment: str
    element: Element


@dataclass(slots=True)
class Strand:
    """Everything for one flow."""

    takes: list[Take] = field(default_factory=list)
    puts: list[Put] = field(default_factory=list)
    formats: list[Edit] = field(default_factory=list)
    paragraphs: list[Edit] = field(default_factory=list)
    sections: list[Edit] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def offsets(self) -> Iterable[int]:
        """Where the runs of the flow are to be cut."""
        for take in self.takes:
            yield from (take.start, take.end)
        for put in self.puts:
            yield put.gap
        for edit in self.formats:
            yield from (edit.place.start, edit.place.end)
        for spot in self.spots:
            yield spot.gap


@dataclass(slots=True)
class Strands:
    """Strands of flows, and edits of rows and cells, by the key of their container."""

    flows: dict[str, Strand] = field(default_factory=lambda: defaultdict(Strand))
    tables: dict[str, list[Edit]] = field(default_factory=lambda: defaultdict(list))


def sort_edits(edits: Sequence[Edit], whole_moves: frozenset[str], groups: Mapping[str, tuple[Edit, ...]]) -> Strands:
    """Give each edit to its container. Moves in `whole_moves` (ids) stay moves, others are text taken out and put in.

    `groups` has, for each edit, all that make the same change, the one to be shown first.
    """
    found = Strands()
    for edit in edits:
        flow = edit.place.flow
        if edit.said == WITHDRAWN:
            continue
        if edit.kind in _TEXT:
            _text(found, edit, groups)
        elif edit.kind == Kind.MOVE:
            name = f"move-{groups[edit.id][0].id}" if edit.id in whole_moves else ""
            found.flows[flow].takes.append(Take(edit.place.start, edit.place.end, edit, name))
            goal = edit.moved_to or edit.place
            found.flows[goal.flow].puts.append(_put(goal.start, edit, groups, name))
        elif edit.kind == Kind.FORMAT:
            found.flows[flow].formats.append(edit)
        elif edit.kind == Kind.PARAGRAPH_FORMAT:
            found.flows[flow].paragraphs.append(edit)
        elif edit.kind == Kind.SECTION:
            found.flows[flow].sections.append(edit)
        elif groups[edit.id][0] is edit or edit.fragment is None or edit.kind == Kind.TABLE_FORMAT:
            found.tables[flow].append(edit)
    return found


def _put(gap: int, edit: Edit, groups: Mapping[str, tuple[Edit, ...]], move: str = "") -> Put:
    group = groups[edit.id]
    return Put(gap, edit, group if group[0] is edit else (), group[0].id, move)


def _text(found: Strands, edit: Edit, groups: Mapping[str, tuple[Edit, ...]]) -> None:
    place = edit.place
    if place.end > place.start:
        found.flows[place.flow].takes.append(Take(place.start, place.end, edit))
    if edit.fragment is not None:
        found.flows[place.flow].puts.append(_put(place.end, edit, groups))
