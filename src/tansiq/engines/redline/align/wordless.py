"""Differences that hold no word: empty paragraphs, frames, tables and pictures, which programs lose, add and put elsewhere on saving."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from tansiq.engines.redline.align.atoms import DRAWING, FIELD_CLOSE, MARK, TABLE
from tansiq.engines.redline.align.pieces import Flow, Piece

PAGE = "\x0c"
BLANK = re.compile("[\\s\u00a0\u200b\ufeff]*\\Z")


class Hunk(NamedTuple):
    """Characters [start, end) of the base that the original view has as its [begin, finish); `noise` is its class, "" for an edit."""

    start: int
    end: int
    begin: int
    finish: int
    noise: str


class Side:
    """The original view of a flow, for many questions about stretches of it."""

    def __init__(self, flow: Flow) -> None:
        self.pieces = [piece for piece in flow.pieces if piece.ins is None]
        self._starts = [0, *accumulate(len(piece.text) for piece in self.pieces)]
        self.text = "".join(piece.text for piece in self.pieces)

    def parts(self, start: int, end: int) -> Iterator[tuple[Piece, str]]:
        """The pieces that have characters in [start, end), with those characters; of a gap inside a piece that piece, with none."""
        for number in range(bisect_right(self._starts, start) - 1, len(self.pieces)):
            at, piece = self._starts[number], self.pieces[number]
            if at >= end:
                return
            yield piece, piece.text[max(0, start - at):end - at]

    @cached_property
    def boxed(self) -> set[str]:
        """The words of each text box that has any."""
        return _boxed(self.pieces)


def nothing_said(ours: Side, theirs: Side, hunk: Hunk) -> bool:
    """Whether neither side of a hunk holds a word. A mark between words parts or joins paragraphs, which is an edit.

    After a page break it does not: some programs begin a paragraph there.
    """
    if not all(wordless(piece, text) for piece, text in _parts(ours, theirs, hunk)):
        return False
    marks = ours.text.count(MARK, hunk.start, hunk.end) - theirs.text.count(MARK, hunk.begin, hunk.finish)
    text, start, end = (ours.text, hunk.start, hunk.end) if marks > 0 else (theirs.text, hunk.begin, hunk.finish)
    return not marks or text[max(0, start - 1):start] in ("", MARK, TABLE, PAGE) or text[end:end + 1] in ("", MARK)


def boxes_differ(ours: Side, theirs: Side, hunk: Hunk) -> bool:
    """Whether the pictures of a hunk have text boxes whose words are in no text box of the other side."""
    gone = _boxed(piece for piece, _ in ours.parts(hunk.start, hunk.end)) - theirs.boxed
    new = _boxed(piece for piece, _ in theirs.parts(hunk.begin, hunk.finish)) - ours.boxed
    return bool(gone or new)


def computed(ours: Side, theirs: Side, hunk: Hunk) -> bool:
    """Whether a program computes all that a hunk holds on both sides."""
    return all(is_computed(piece) for piece, _ in _parts(ours, theirs, hunk))


def wordless(piece: Piece, text: str) -> bool:
    """Whether `text`, what a hunk holds of the piece, has no word: nor have the cells of a table and the boxes of a picture."""
    if is_computed(piece):
        return True
    if piece.table is None and piece.text != DRAWING:
        return text == MARK or BLANK.match(text) is not None
    cells = (cell.flow for row in (piece.table.rows if piece.table is not None else ()) for cell in row.cells)
    return all(wordless(inner, inner.text) for flow in chain(piece.boxes, cells) for inner in flow.pieces)


def is_computed(piece: Piece) -> bool:
    """Whether a program computes the piece: a field and its result."""
    return piece.volatile or piece.text == FIELD_CLOSE or piece.is_field


def _parts(ours: Side, theirs: Side, hunk: Hunk) -> Iterator[tuple[Piece, str]]:
    return chain(ours.parts(hunk.start, hunk.end), theirs.parts(hunk.begin, hunk.finish))


def _boxed(pieces: Iterable[Piece]) -> set[str]:
    boxes = (box for piece in pieces for box in piece.boxes)
    return {"".join(box.original().split()) for box in boxes if not all(wordless(inner, inner.text) for inner in box.pieces)}
