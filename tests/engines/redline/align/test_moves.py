"""Names of moves while their ranges are open."""

from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.moves import Moves


def seen(*words: str) -> Moves:
    """Moves after the elements named `NAME id name`."""
    moves = Moves()
    for word in words:
        tag, number, *name = word.split()
        moves.see(etree.Element(w(tag), {w("id"): number, **({w("name"): name[0]} if name else {})}))
    return moves


def test_moves_names_are_known_while_ranges_are_open():
    moves = seen("moveFromRangeStart 1 a", "moveToRangeStart 2 b")
    assert (moves.from_, moves.to) == ("a", "b")


def test_moves_range_that_ended_leaves_its_name_as_the_last():
    moves = seen("moveFromRangeStart 1 a", "moveFromRangeEnd 1", "moveToRangeStart 2 b", "moveToRangeEnd 2")
    assert (moves.from_, moves.to, moves.last_from, moves.last_to) == ("", "", "a", "b")


def test_moves_inner_range_counts_until_it_ends():
    assert seen("moveFromRangeStart 1 a", "moveFromRangeStart 2 b").from_ == "b"
    assert seen("moveFromRangeStart 1 a", "moveFromRangeStart 2 b", "moveFromRangeEnd 2").from_ == "a"


def test_moves_ends_without_starts_and_other_elements_pass():
    moves = seen("moveFromRangeEnd 9", "bookmarkStart 1 x")
    assert (moves.from_, moves.to, moves.last_from) == ("", "", "")
