"""Matches two texts of one report: for each thing printed from the record in the one, the place where the other prints the same thing.

The same thing is the same fact, name, text or date of the same rows of the record, whatever is printed for it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tansiq.engines.press.tree import Document, Fact, FootnoteReference, Heading, Name, Paragraph, RecordNode, Stated, walk
from tansiq.secretariat.record.models import Move, kind_of
from tansiq.secretariat.reporting.domain.telling import record_nodes, references

NUMBERED = re.compile(r"\.\d+$")
MOVE = kind_of(Move)

Key = tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where something is printed: in which block ("" on the cover), and under the number of which paragraph, None where there is none."""

    node: RecordNode
    block: str
    paragraph: int | None
    key: Key


@dataclass(frozen=True)
class Matched:
    """`twins` gives for each place of the old text its place in the new one, None where it is gone; `added` is what is only in the new."""

    twins: tuple[Place | None, ...]
    added: tuple[Place, ...]


def places(document: Document) -> list[Place]:
    """Everything printed from the record, in the order of the text. One query, for the moves that dates rest on."""
    [found] = places_of([document])
    return found


def places_of(documents: Sequence[Document]) -> list[list[Place]]:
    """The places of each document. One query for all."""
    moves = _subjects_of_moves(ref for document in documents for ref in references(document))
    return [
        [Place(node, block, numbers.get(block), _key(node, moves)) for node, block in record_nodes(document)]
        for document in documents
        for numbers in [dict(_paragraphs(document))]
    ]


def matched(old: Sequence[Place], new: Sequence[Place]) -> Matched:
    """Pair the places that print the same thing: first within a block, in order, then wherever it is printed.

    A name that is printed in another form because it is now mentioned earlier or later is still that name.
    """
    twins: list[Place | None] = [None] * len(old)
    taken: set[int] = set()
    for same in (lambda place: (place.key, place.block), lambda place: place.key, _named):
        waiting: dict[object, list[int]] = defaultdict(list)
        for index, place in enumerate(new):
            if index not in taken:
                waiting[same(place)].append(index)
        for index, place in enumerate(old):
            if twins[index] is None and waiting[same(place)]:
                found = waiting[same(place)].pop(0)
                twins[index] = new[found]
                taken.add(found)
    return Matched(tuple(twins), tuple(place for index, place in enumerate(new) if index not in taken))


def says(node: RecordNode) -> str:
    """What a place tells, value and text: two that tell the same are equal here, whatever rows they rest on."""
    if isinstance(node, Fact):
        return json.dumps([node.value, node.text], ensure_ascii=False)
    if isinstance(node, Name | Stated):
        return json.dumps([node.language, node.text], ensure_ascii=False)
    return json.dumps([node.edtf, node.text], ensure_ascii=False)


def holds(old: Place, new: Place) -> bool:
    """Whether the new place tells what the old one does. A name in another form is only told elsewhere, not otherwise."""
    return says(old.node) == says(new.node) or old.key != new.key


def _named(place: Place) -> object:
    return place.node.of if isinstance(place.node, Name) else (place.key, place.block, id(place))


def _key(node: RecordNode, moves: Mapping[str, str]) -> Key:
    if isinstance(node, Fact):
        return ("fact", node.key, *(f"{name}={value}" for name, value in sorted(node.params.items())))
    if isinstance(node, Name):
        return ("name", node.of, node.form)
    if isinstance(node, Stated):
        return ("stated", node.of, node.field)
    return ("date", *sorted({moves.get(ref) or NUMBERED.sub("", ref) for ref in node.rests_on}))


def _paragraphs(document: Document) -> Iterator[tuple[str, int | None]]:
    """The ids of blocks and of what stands in them, with the number of the paragraph they belong to; a heading belongs to none.

    A footnote belongs to the paragraph that calls it.
    """
    number: int | None = None
    calls: dict[str, int | None] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.number is not None:
            number = block.number
        here = None if isinstance(block, Heading) else number
        yield block.id, here
        for _path, inner in walk(block):
            if hasattr(inner, "id"):
                yield inner.id, here
            elif isinstance(inner, FootnoteReference):
                calls[inner.note] = here
    for note in document.notes:
        yield from ((block.id, calls.get(note.id)) for block in note.blocks)


def _subjects_of_moves(refs: Iterator[str]) -> dict[str, str]:
    entries = {int(ref.rpartition("/")[2]) for ref in refs if ref.rpartition("/")[0] == MOVE}
    rows = Move.objects.filter(entry_id__in=entries).values_list("entry_id", "subject", "name")
    return {f"{MOVE}/{entry}": f"{subject} {name}" for entry, subject, name in rows}
