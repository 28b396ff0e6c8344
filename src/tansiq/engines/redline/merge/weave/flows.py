"""Weave a strand into a flow: formats first, then what is put in, gap by gap from the end, then what is taken out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.align.atoms import MARK
from tansiq.engines.redline.align.pieces import Flow, Piece
from tansiq.engines.redline.edits import Edit
from tansiq.engines.redline.merge.weave.cuts import cut
from tansiq.engines.redline.merge.weave.formats import weave_formats
from tansiq.engines.redline.merge.weave.loom import Loom
from tansiq.engines.redline.merge.weave.nodes import Node, Placed, length, mark_paragraph, mark_row, move_limits, nodes_of, wrap
from tansiq.engines.redline.merge.weave.points import Point, part_paragraph, point
from tansiq.engines.redline.merge.weave.strands import Put, Spot, Strand, Take

Contents = Mapping[str, Sequence[Element]]
"""For each edit that puts something in, the content of its fragment, ready for this package."""


def weave_flow(loom: Loom, flow: Flow, strand: Strand, contents: Contents) -> None:
    """Weave everything of `strand` into the tree of `flow`; the pieces of the flow are cut and stay in step."""
    cut(flow, strand.offsets())
    weave_formats(loom, flow, strand, contents)
    before = {piece.end: piece for piece in flow.pieces}
    after = {piece.at: piece for piece in flow.pieces}
    puts: dict[int, list[Put]] = defaultdict(list)
    spots: dict[int, list[Spot]] = defaultdict(list)
    for put in strand.puts:
        puts[put.gap].append(put)
    for spot in strand.spots:
        spots[spot.gap].append(spot)
    for gap in sorted({*puts, *spots}, reverse=True):
        nodes = _gap(loom, puts[gap], spots[gap], contents)
        _place(loom, point(flow, gap, before.get(gap), after.get(gap)), nodes, puts[gap])
    _take_out(loom, flow, strand.takes)


# What is put in

def _gap(loom: Loom, puts: Sequence[Put], spots: Sequence[Spot], contents: Contents) -> list[Node]:
    """The nodes of a gap: ends of comments, each agency's own content with its comments in it, starts of the others' comments."""
    mine: dict[str, list[Put]] = defaultdict(list)
    for put in sorted(puts, key=lambda each: each.edit.rank):
        mine[put.edit.agency].append(put)
    front: list[Node] = []
    back: list[Node] = []
    inside: dict[str, list[Placed]] = defaultdict(list)
    empty = _empty_here(spots, frozenset(mine))
    begun = {spot.comment for spot in spots if spot.side == "start"}
    for spot in sorted(spots, key=_order_of_spot):
        if spot.agency in mine and (spot.inserted or spot.comment in begun):
            put, after = _where(mine[spot.agency], spot.inserted, contents)
            inside[put.shown].append(Placed(after, spot.element))
        elif spot.side == "start" and spot.comment not in empty:
            back.append(Node("inline", spot.element))
        else:
            front.append(Node("inline", spot.element))
    nodes = list(front)
    shown = {put.edit.id: put for put in puts if put.edits}
    for edit in _merged([[put.shown for put in mine[agency]] for agency in sorted(mine)]):
        put = shown[edit]
        nodes += nodes_of(loom, put.edits, contents[put.edit.id], inside[put.shown], moved=put.move)
    return nodes + back


def _merged(orders: Sequence[Sequence[str]]) -> list[str]:
    """All edits of several agencies at a gap, each once, so that each agency finds its own in its own order where that is possible."""
    left = [list(order) for order in orders if order]
    merged: list[str] = []
    while left:
        heads = [order[0] for order in left]
        free = [head for head in heads if not any(head in order[1:] for order in left)]
        taken = (free or heads)[0]             # without one that is free, two agencies put in the same things in other orders
        merged.append(taken)
        left = [rest for order in left if (rest := [edit for edit in order if edit != taken])]
    return merged


def _where(puts: Sequence[Put], inserted: int, contents: Contents) -> tuple[Put, int]:
    """In which of an agency's insertions at a gap its `inserted`-th character is, and after how many of that one's."""
    for put in puts[:-1]:
        size = sum(map(length, contents[put.edit.id]))
        if inserted < size:
            return put, inserted
        inserted -= size
    return puts[-1], min(inserted, sum(map(length, contents[puts[-1].edit.id])))


def _order_of_spot(spot: Spot) -> tuple[int, str, int]:
    return spot.inserted, spot.comment, ("start", "end", "reference").index(spot.side)


def _empty_here(spots: Sequence[Spot], agencies: frozenset[str]) -> frozenset[str]:
    """Comments on no text at all, whose limits both stand at this gap."""
    starts = {spot.comment for spot in spots if spot.side == "start"}
    return frozenset(spot.comment for spot in spots if spot.side == "end" and spot.comment in starts and spot.agency not in agencies)


def _place(loom: Loom, where: Point, nodes: Sequence[Node], puts: Sequence[Put]) -> None:
    if all(node.kind == "inline" for node in nodes) and where.paragraph is not None:
        for offset, node in enumerate(nodes):
            where.parent.insert(where.at + offset, node.element)
        return
    parting = _Parting(loom, where, puts)
    for node in nodes:
        parting.add(node)
    parting.finish()


class _Parting:
    """A gap where paragraphs begin or end: the paragraphs put in stand before the one that keeps the base's mark.

    Limits of comments with nothing else around them make no paragraph of their own: they are `carried` into the next block.
    """

    def __init__(self, loom: Loom, where: Point, puts: Sequence[Put]) -> None:
        self.loom = loom
        self.carried: list[Element] = []
        self.puts = puts
        self.paragraph = where.paragraph
        if self.paragraph is not None:
            self.current: Element | None = part_paragraph(where)
            self.parent = self.paragraph.getparent()
            self.behind: Element | None = self.paragraph
        else:
            self.current = None
            self.parent = where.parent
            self.behind = where.parent[where.at] if where.at < len(where.parent) else None

    def add(self, node: Node) -> None:
        """Take the next node."""
        if node.kind == "inline":
            self._open().append(node.element)
        elif node.kind == "mark":
            self._open().insert(0, node.element)
            self.current = None
        else:
            self._close()
            self._before(node.element)
            _enter(node.element, self.carried)

    def finish(self) -> None:
        """What follows the last mark stands at the beginning of the paragraph that keeps the base's mark."""
        if self.current is None:
            return
        if self.paragraph is None:
            self._close()
            if self.behind is not None:
                _enter(self.behind, self.carried)
            return
        at = 1 if self.paragraph.find(w("pPr")) is not None else 0
        for child in reversed(list(self.current)):
            self.paragraph.insert(at, child)
        self.current.getparent().remove(self.current)     # type: ignore[union-attr]

    def _open(self) -> Element:
        if self.current is None:
            self.current = etree.Element(w("p"))
            self._before(self.current)
        return self.current

    def _close(self) -> None:
        """A table cannot stand in a paragraph: what was begun is ended with a mark that is put in too."""
        if self.current is None:
            return
        if all(map(_is_limit, self.current)):
            self.carried += list(self.current)
            self.current.getparent().remove(self.current)     # type: ignore[union-attr]
        elif self.puts:
            properties = etree.Element(w("pPr"))
            mark_paragraph(properties, self.loom.mark("ins", [self.puts[0].edit]))
            self.current.insert(0, properties)
        self.current = None

    def _before(self, element: Element) -> None:
        if self.behind is not None:
            self.behind.addprevious(element)
        elif self.parent is not None:
            self.parent.append(element)


def _is_limit(element: Element) -> bool:
    """Whether it is the start or end of a comment's range, or the run of its reference."""
    if element.tag == w("r"):
        return all(child.tag == w("commentReference") for child in element)
    return element.tag in (w("commentRangeStart"), w("commentRangeEnd"))


def _enter(block: Element, limits: list[Element]) -> None:
    """Put limits of comments at the beginning of the first paragraph of a block."""
    paragraph = next(block.iter(w("p")), None)
    if paragraph is not None:
        at = 1 if paragraph.find(w("pPr")) is not None else 0
        for offset, element in enumerate(limits):
            paragraph.insert(at + offset, element)
        limits.clear()


# What is taken out

def _take_out(loom: Loom, flow: Flow, takes: Sequence[Take]) -> None:
    wrapped: set[int] = set()
    for start, end, here in segments(loom, takes):
        for piece in flow.between(start, end):
            _take_piece(loom, piece, here, wrapped)
    for take in {take.move: take for take in reversed(takes) if take.move}.values():     # one range for all who moved alike
        _limit_move(loom, flow, take)


def segments(loom: Loom, takes: Sequence[Take]) -> Iterable[tuple[int, int, list[Take]]]:
    """Stretches of the base with those who take them out, the one that is shown first."""
    edges = sorted({edge for take in takes for edge in (take.start, take.end)})
    starting: dict[int, list[Take]] = defaultdict(list)
    for take in takes:
        starting[take.start].append(take)
    active: list[Take] = []
    for start, end in zip(edges, edges[1:], strict=False):
        active = [take for take in active if take.end > start] + starting[start]
        if active:
            yield start, end, sorted(active, key=lambda take: (not take.move, *loom.priority(take.edit)))


def _take_piece(loom: Loom, piece: Piece, here: Sequence[Take], wrapped: set[int]) -> None:
    edits = [take.edit for take in here]
    name = "moveFrom" if here[0].move else "del"
    _note_others(loom, edits)
    if piece.text == MARK:
        properties = piece.element.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            piece.element.insert(0, properties)
        mark_paragraph(properties, loom.mark(name, edits))
    elif piece.table is not None:
        for row in piece.table.rows:
            mark_row(loom, edits, row.element, "del")
    for unit in piece.units:
        if id(unit) not in wrapped:
            wrapped.add(id(unit))
            _wrap_unit(loom, unit, name, edits)


def _wrap_unit(loom: Loom, unit: Element, name: str, edits: list[Edit]) -> None:
    before = unit.getprevious()
    number = before.get(w("id")) if before is not None and before.tag == w(name) else None
    if number is not None and before is not None and loom.marks.get(int(number)) == tuple(edit.id for edit in edits):
        holder = etree.Element(w(name))
        wrap(unit, holder)
        before.append(unit)
        holder.getparent().remove(holder)     # type: ignore[union-attr]
        return
    wrap(unit, loom.mark(name, edits))


def _note_others(loom: Loom, edits: Sequence[Edit]) -> None:
    for other in edits[1:]:
        known = loom.also.setdefault(edits[0].id, [])
        if other.id not in known:
            known.append(other.id)


def _limit_move(loom: Loom, flow: Flow, take: Take) -> None:
    """Put the limits of a move's source around it (17.13.5.24)."""
    pieces = [piece for piece in flow.between(take.start, take.end) if piece.units]
    if not pieces:
        return
    start, end = move_limits(loom, take.edit, "moveFrom", take.move)
    first, last = _marked(pieces[0].units[0]), _marked(pieces[-1].units[-1])
    first.addprevious(start)
    end.tail, last.tail = last.tail, None
    last.addnext(end)


def _marked(unit: Element) -> Element:
    """The mark of change around a unit."""
    parent = unit.getparent()
    return parent if parent is not None and parent.tag in (w("moveFrom"), w("del")) else unit


def content_of(edit: Edit) -> list[Element]:
    """The content of an edit's fragment, as a copy to be changed."""
    return [deepcopy(element) for element in fragment.content(fragment.parse(edit.fragment.xml))] if edit.fragment else []
