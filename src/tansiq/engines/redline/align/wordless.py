"""Differences that hold no word: empty paragraphs, frames, tables and pictures, which programs lose, add and put elsewhere on saving."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
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


def nothing_said(base: Flow, copy: Flow, hunk: Hunk) -> bool:
    """Whether neither side of a hunk holds a word. A mark between words parts or joins paragraphs, which is an edit.

    After a page break it does not: some programs begin a paragraph there.
    """
    if not all(wordless(piece, text) for piece, text in chain(parts(base, hunk.start, hunk.end), parts(copy, hunk.begin, hunk.finish))):
        return False
    ours, theirs = base.text(), copy.original()
    marks = ours.count(MARK, hunk.start, hunk.end) - theirs.count(MARK, hunk.begin, hunk.finish)
    text, start, end = (ours, hunk.start, hunk.end) if marks > 0 else (theirs, hunk.begin, hunk.finish)
    return not marks or text[max(0, start - 1):start] in ("", MARK, TABLE, PAGE) or text[end:end + 1] in ("", MARK)


def boxes_differ(base: Flow, copy: Flow, hunk: Hunk) -> bool:
    """Whether the pictures of a hunk have text boxes whose words are in no text box of the other side."""
    ours, theirs = _boxed(base.pieces), _boxed(copy.pieces)
    gone = _boxed(piece for piece, _ in parts(base, hunk.start, hunk.end)) - theirs
    new = _boxed(piece for piece, _ in parts(copy, hunk.begin, hunk.finish)) - ours
    return bool(gone or new)


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


def parts(flow: Flow, start: int, end: int) -> Iterator[tuple[Piece, str]]:
    """The pieces of the original view of a flow that have characters in its [start, end), with those characters."""
    at = 0
    for piece in flow.pieces:
        if piece.ins is not None:
            continue
        if at < end and at + len(piece.text) > start:
            yield piece, piece.text[max(0, start - at):end - at]
        at += len(piece.text)


def _boxed(pieces: Iterable[Piece]) -> set[str]:
    boxes = (box for piece in pieces for box in piece.boxes)
    return {"".join(box.original().split()) for box in boxes if not all(wordless(inner, inner.text) for inner in box.pieces)}
