"""Edits sorted to their containers: text, moves, formats, rows, and what is only listed."""

from tansiq.engines.redline.edits import Edit, Fragment, Kind, Place
from tansiq.engines.redline.merge.weave.strands import Strands, sort_edits
from tests.engines.redline.documents import BODY, edit

K = Kind
TEXT = Fragment("<x/>")


def sorted_edits(*edits: Edit, moves: tuple[str, ...] = (), groups: tuple[tuple[Edit, ...], ...] = ()) -> Strands:
    alone = {each.id: (each,) for each in edits}
    return sort_edits(edits, frozenset(moves), {**alone, **{each.id: group for group in groups for each in group}})


def test_sort_edits_text_goes_to_takes_and_puts():
    found = sorted_edits(edit(K.DELETION, 2, 5), edit(K.INSERTION, 5, fragment=TEXT), edit(K.IMAGE, 7, 8, fragment=TEXT)).flows[BODY]
    assert [(take.start, take.end, take.move) for take in found.takes] == [(2, 5, ""), (7, 8, "")]
    assert [(put.gap, put.move) for put in found.puts] == [(5, ""), (8, "")]
    assert sorted(set(found.offsets())) == [2, 5, 7, 8]


def test_sort_edits_same_insertion_by_several_is_put_in_once():
    one, other = (edit(K.INSERTION, 5, agency=agency, fragment=TEXT) for agency in ("FAO", "IOM"))
    first, second = sorted_edits(one, other, groups=((one, other),)).flows[BODY].puts
    assert (first.edits, second.edits, second.shown) == ((one, other), (), one.id)


def test_sort_edits_whole_move_is_named_and_a_broken_one_is_text():
    move = edit(K.MOVE, 0, 4, id="m", moved_to=Place("other", 9, 9), fragment=TEXT)
    whole, broken = sorted_edits(move, moves=("m",)), sorted_edits(move)
    assert [(take.start, take.move) for take in whole.flows[BODY].takes] == [(0, "move-m")]
    assert [(put.gap, put.move) for put in whole.flows["other"].puts] == [(9, "move-m")]
    assert [take.move for take in broken.flows[BODY].takes] == [""]


def test_sort_edits_formats_and_rows_have_their_places():
    edits = [
        edit(K.FORMAT, 0, 4), edit(K.PARAGRAPH_FORMAT, 4, 5), edit(K.SECTION, 4, 5), edit(K.ROW_DELETION, 0, 1, flow="t"),
        edit(K.TABLE_FORMAT, 0, 1, flow="t", fragment=TEXT), edit(K.CELL_INSERTION, 0, flow="t/r0", fragment=TEXT),
    ]
    found = sorted_edits(*edits)
    strand = found.flows[BODY]
    assert (strand.formats, strand.paragraphs, strand.sections) == (edits[:1], edits[1:2], edits[2:3])
    assert dict(found.tables) == {"t": edits[3:5], "t/r0": edits[5:]}


def test_sort_edits_row_put_in_by_several_stands_once():
    one, other = (edit(K.ROW_INSERTION, 1, agency=agency, flow="t", fragment=TEXT) for agency in ("FAO", "IOM"))
    assert sorted_edits(one, other, groups=((one, other),)).tables == {"t": [one]}


def test_sort_edits_withdrawn_ones_are_left_out():
    found = sorted_edits(edit(K.INSERTION, 5, said="withdrawn", fragment=TEXT))
    assert (dict(found.flows), dict(found.tables)) == ({}, {})
