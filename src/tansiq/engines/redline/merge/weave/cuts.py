"""Cut the runs of a flow at offsets, so that no run holds characters of two sides. The text stays what it was."""

from bisect import bisect_right
from collections.abc import Iterable
from copy import deepcopy

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.emptied import emptied
from tansiq.engines.redline.align.pieces import Flow, Piece

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = frozenset({w("t"), w("delText")})


def cut(flow: Flow, offsets: Iterable[int]) -> None:
    """Cut `flow` at each offset in (0, length): its pieces and the runs they stand in. Cutting twice at a place changes nothing."""
    for offset in sorted(set(offsets), reverse=True):
        if 0 < offset < flow.length:
            _cut_at(flow, offset)


def _cut_at(flow: Flow, offset: int) -> None:
    number = bisect_right(flow.pieces, offset, key=lambda piece: piece.at) - 1
    piece = flow.pieces[number]
    if piece.at < offset:
        if piece.element.tag not in _TEXTS:
            return                              # an atom has one character, so this is a text of several signs: never cut
        number += 1
        flow.pieces.insert(number, _divided(piece, offset - piece.at))
        piece = flow.pieces[number]
    before = flow.pieces[number - 1] if number else None
    if before is None or not piece.units or not before.units or before.units[-1] is not piece.units[0]:
        return
    _split_run(flow, number, piece)


def _divided(piece: Piece, at: int) -> Piece:
    """Cut a piece of text and its element; the second half is returned, still in the same run."""
    second = deepcopy(piece.element)
    second.tail = None
    second.text = piece.text[at:]
    second.set(SPACE, "preserve")
    piece.element.text = piece.text[:at]
    piece.element.set(SPACE, "preserve")
    piece.element.addnext(second)
    half = Piece(piece.at + at, piece.text[at:], second, piece.units, piece.ins, piece.dele, piece.volatile, piece.format)
    piece.text = piece.text[:at]
    return half


def _split_run(flow: Flow, number: int, piece: Piece) -> None:
    """Move what begins with `piece` out of its run into a new one behind it."""
    run = piece.units[0]
    second = emptied(run)
    properties = run.find(w("rPr"))
    if properties is not None:
        second.append(deepcopy(properties))
    for child in list(run)[list(run).index(piece.element):]:
        second.append(child)
    second.tail = run.tail
    run.tail = None
    run.addnext(second)
    while number < len(flow.pieces) and (not flow.pieces[number].units or run in flow.pieces[number].units):
        later = flow.pieces[number]
        later.units = tuple(second if unit is run else unit for unit in later.units)
        number += 1
