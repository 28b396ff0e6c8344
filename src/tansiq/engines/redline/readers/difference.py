"""One flow of a copy walked beside the base's: what was taken out, put in and formatted, by whom, in offsets of the base."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tansiq.engines.redline.align.atoms import FIELD_CLOSE, MARK, TABLE
from tansiq.engines.redline.align.match import Match
from tansiq.engines.redline.align.pieces import Flow, Format, Mark, Piece
from tansiq.engines.redline.align.wordless import Hunk
from tansiq.engines.redline.edits import Anchor


class Slice(NamedTuple):
    """The characters [start, end) of a piece of the copy."""

    piece: Piece
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.piece.text[self.start:self.end]


@dataclass(slots=True)
class Taken:
    """Base characters [start, end) taken out. `mark` is None where no program marked it."""

    start: int
    end: int
    mark: Mark | None


@dataclass(slots=True)
class Put:
    """Slices put in at the gap before `gap`. `withdrawn`: the same agency took them out again, so nothing of them is shown."""

    gap: int
    slices: list[Slice]
    mark: Mark | None
    withdrawn: Mark | None = None

    @property
    def text(self) -> str:
        """The characters put in."""
        return "".join(each.text for each in self.slices)


class Formatted(NamedTuple):
    """Base characters [start, end) formatted; `piece` is the copy's, which has the new properties."""

    start: int
    end: int
    format: Format
    piece: Piece


@dataclass(slots=True)
class Difference:
    """What one copy did to one flow. `pairs` are the atoms that stand in both, `spots` where the copy's markers stand in the base."""

    taken: list[Taken] = field(default_factory=list)
    put: list[Put] = field(default_factory=list)
    formatted: list[Formatted] = field(default_factory=list)
    pairs: list[tuple[Piece, Piece]] = field(default_factory=list)
    spots: list[tuple[str, str, Anchor]] = field(default_factory=list)


class Walk:
    """The walk along one flow. `at` is the gap of the base it has reached, `kept` counts what was put in at that gap and is shown."""

    def __init__(self, base: Flow, copy: Flow, match: Match) -> None:
        self.base = base
        self.copy = copy
        self.blocks = match.blocks
        self.hunks = {hunk.begin: hunk for hunk in match.hunks if hunk.finish > hunk.begin}
        self.silent = {hunk.start: hunk for hunk in match.hunks if hunk.noise and hunk.end > hunk.start}
        self.atoms = {piece.at: piece for piece in base.pieces}
        self.found = Difference()
        self.at = 0
        self.kept = 0
        self._spots = sorted(copy.spots, key=lambda spot: spot.at)
        self._next_spot = 0
        self._block = 0
        self._original_text = copy.original() if self.hunks else ""

    def run(self) -> Difference:
        """Walk the whole flow."""
        original = 0
        for piece in self.copy.pieces:
            if self._passed(piece, original):
                original += len(piece.text)
                continue
            if piece.ins is not None:
                self._spots_before(piece.at)
                self._insert(Slice(piece, 0, len(piece.text)), piece.ins, piece.dele)
                continue
            for part in self._cut(piece, original):
                self._spots_before(piece.at + part.start)
                self._original(part, original + part.start)
            original += len(piece.text)
        self._spots_before(self.copy.length)
        self._advance(self.base.length)
        _balance(self.base, self.found)
        self.found.taken = _joined(self.found.taken)
        return self.found

    def _passed(self, piece: Piece, original: int) -> bool:
        """Go past a piece that stands as it stood, with nothing to tell of it: most of a copy, and most of the time."""
        if piece.ins is not None or piece.dele is not None or piece.format is not None:
            return False
        if self._next_spot < len(self._spots) and self._spots[self._next_spot].at < piece.end:
            return False
        while self._block < len(self.blocks) and self.blocks[self._block].other + self.blocks[self._block].size <= original:
            self._block += 1
        block = self.blocks[self._block] if self._block < len(self.blocks) else None
        if block is None or block.other > original or original + len(piece.text) > block.other + block.size:
            return False
        start = block.base + original - block.other
        if start != self.at:
            return False
        if len(piece.text) == 1 and start in self.atoms:
            self.found.pairs.append((self.atoms[start], piece))
        self._to(start + len(piece.text))
        return True

    def _cut(self, piece: Piece, original: int) -> Iterator[Slice]:
        """The piece cut where the match begins and ends, and at spots of the copy that stand in it."""
        cuts = {0, len(piece.text)}
        number = max(bisect_right(self.blocks, original, key=lambda one: one.other) - 1, 0)
        while number < len(self.blocks) and self.blocks[number].other < original + len(piece.text):
            block = self.blocks[number]
            cuts.update(edge - original for edge in (block.other, block.other + block.size) if 0 < edge - original < len(piece.text))
            number += 1
        edges = sorted(cuts)
        return (Slice(piece, start, end) for start, end in zip(edges, edges[1:], strict=False))

    def _original(self, part: Slice, original: int) -> None:
        number = bisect_right(self.blocks, original, key=lambda one: one.other) - 1
        block = self.blocks[number] if number >= 0 else None
        if block is not None and original < block.other + block.size:
            self._matched(part, block.base + original - block.other)
            return
        hunk = next(one for one in self.hunks.values() if one.begin <= original < one.finish)
        if hunk.noise:
            if part.piece.dele is not None and self.at < hunk.end:
                self.found.taken.append(Taken(max(self.at, hunk.start), hunk.end, part.piece.dele))
                self.silent.pop(hunk.start, None)
                self._to(hunk.end)
            elif original + len(part.text) >= hunk.finish and self.at < hunk.end:
                self._advance(hunk.end)        # what is put in behind a changed space stands behind the base's
            return
        if not set(self.base_text(hunk) + self._original_text[hunk.begin:hunk.finish]) & {MARK, TABLE}:
            self._advance(hunk.end)            # words follow those they replace; paragraphs and tables stand before
        self._insert(part, None, part.piece.dele)

    def base_text(self, hunk: Hunk) -> str:
        """The base's characters of a hunk."""
        return self.base.chars(hunk.start, hunk.end)

    def _matched(self, part: Slice, start: int) -> None:
        self._advance(start)
        end = start + len(part.text)
        piece = part.piece
        if piece.dele is not None:
            self.found.taken.append(Taken(start, end, piece.dele))
        if piece.format is not None:
            self.found.formatted.append(Formatted(start, end, piece.format, piece))
        if part.start == 0 and start in self.atoms and len(part.text) == 1:
            self.found.pairs.append((self.atoms[start], piece))
        self._pass_spots(part, start)
        self._to(end)

    def _pass_spots(self, part: Slice, start: int) -> None:
        begin = part.piece.at + part.start
        while self._next_spot < len(self._spots) and self._spots[self._next_spot].at < begin + len(part.text):
            spot = self._spots[self._next_spot]
            if spot.at > begin:
                self._to(start + spot.at - begin)
            self._spot()

    def _insert(self, part: Slice, mark: Mark | None, withdrawn: Mark | None) -> None:
        last = self.found.put[-1] if self.found.put else None
        if last is not None and last.gap == self.at and last.mark == mark and last.withdrawn == withdrawn:
            last.slices.append(part)
        else:
            self.found.put.append(Put(self.at, [part], mark, withdrawn))
        if withdrawn is None:
            self.kept += len(part.text)

    def _advance(self, to: int) -> None:
        """Go to a later gap; what lies between was taken out without a mark, unless only a program changed it."""
        while self.at < to:
            hunk = self.silent.get(self.at)
            if hunk is not None:
                self._to(hunk.end)
                continue
            stop = min([start for start in self.silent if self.at < start < to], default=to)
            self.found.taken.append(Taken(self.at, stop, None))
            self._to(stop)

    def _to(self, gap: int) -> None:
        if gap != self.at:
            self.at = gap
            self.kept = 0

    def _spots_before(self, offset: int) -> None:
        while self._next_spot < len(self._spots) and self._spots[self._next_spot].at <= offset:
            self._spot()

    def _spot(self) -> None:
        spot = self._spots[self._next_spot]
        self._next_spot += 1
        self.found.spots.append((spot.kind, spot.id, Anchor(self.base.key, self.at, self.kept)))


def _joined(taken: list[Taken]) -> list[Taken]:
    joined: list[Taken] = []
    for one in sorted(taken, key=lambda each: each.start):
        if joined and joined[-1].end == one.start and joined[-1].mark == one.mark:
            joined[-1] = replace(joined[-1], end=one.end)
        else:
            joined.append(one)
    return joined


def _balance(base: Flow, found: Difference) -> None:
    """Take a field out whole or leave its code and its end: half a field is a broken file (ISO/IEC 29500-1, 17.16.18)."""
    gone = {offset for one in found.taken for offset in range(one.start, one.end)} if _has_fields(base) else set()
    opened: list[Piece] = []
    keep: list[int] = []
    for piece in base.pieces:
        if piece.is_field:
            opened.append(piece)
        elif piece.text == FIELD_CLOSE and opened:
            start = opened.pop()
            if (start.at in gone) != (piece.at in gone):
                keep.append(start.at if start.at in gone else piece.at)
    for offset in keep:
        found.taken = [part for one in found.taken for part in _without(one, offset)]


def _has_fields(base: Flow) -> bool:
    return any(piece.is_field for piece in base.pieces)


def _without(one: Taken, offset: int) -> Iterator[Taken]:
    if not one.start <= offset < one.end:
        yield one
        return
    if one.start < offset:
        yield replace(one, end=offset)
    if offset + 1 < one.end:
        yield replace(one, start=offset + 1)
