"""The edits of one flow of a copy, and of everything in it: tables, notes and text boxes that stand in both."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import NAMESPACES, w
from tansiq.engines.redline.align.atoms import DRAWING, ENDNOTE, FIELD_CLOSE, FOOTNOTE, MARK
from tansiq.engines.redline.align.document import Document
from tansiq.engines.redline.align.marks import mark_of
from tansiq.engines.redline.align.match import match
from tansiq.engines.redline.align.pieces import Flow, Piece
from tansiq.engines.redline.align.settled import settled
from tansiq.engines.redline.edits import Anchor, Kind, Noise
from tansiq.engines.redline.readers import fragments
from tansiq.engines.redline.readers.context import Context, note_id
from tansiq.engines.redline.readers.difference import Difference, Formatted, Put, Slice, Taken, Walk
from tansiq.engines.redline.readers.table_edits import read_table

_NOTES = (FOOTNOTE, ENDNOTE)


def read_flow(context: Context, base: Flow, copy: Flow) -> None:
    """Add the edits of `copy` against `base` to the context, with its comments' anchors and its noise."""
    found = match(base, copy, by_word=context.by_word, everything=context.everything)
    if base.story == "body":
        context.keep(found.kept, base.length)
    difference = Walk(base, copy, found).run()
    for hunk in found.hunks:
        if hunk.noise:
            place = context.places.of(base, hunk.start, hunk.end)
            context.noise.append(Noise(
                context.agency, place, hunk.noise, context.readable_base(base.key, hunk.start, hunk.end),
                context.atoms.readable(copy.original()[hunk.begin:hunk.finish]),
            ))
    _text_edits(context, base, copy, difference)
    for kind, number, anchor in difference.spots:
        context.spots.setdefault((kind, number), anchor)
    for ours, theirs in difference.pairs:
        _read_pair(context, base, ours, theirs)


def _text_edits(context: Context, base: Flow, copy: Flow, difference: Difference) -> None:
    links = frozenset(
        above for piece in copy.pieces if piece.ins is None and piece.units
        for above in piece.units[0].iterancestors(w("hyperlink"))
    )
    part = context.copy.part_of(copy.key)
    events: list[tuple[int, int, Taken | Put | Formatted]] = [(one.start, 1, one) for one in difference.taken]
    events += [(one.gap, 0, one) for one in difference.put]
    ranks = {id(one): number for number, one in enumerate(difference.put)}
    events += [(one.start, 2, one) for one in _joined(difference.formatted)]
    events.sort(key=lambda event: event[:2])
    for _, _, event in events:
        if isinstance(event, Taken):
            text = context.readable_base(base.key, event.start, event.end)
            chars = base.chars(event.start, event.end)
            context.add(_kind(chars, taken=True), context.places.of(base, event.start, event.end), event.mark, before=text,
                        said=f"move:{event.mark.move}" if event.mark and event.mark.move else "")
        elif isinstance(event, Put):
            _put(context, base, event, ranks[id(event)], _Copied(part, links))
        else:
            _formatted(context, base, event)


class _Copied(NamedTuple):
    """The part of the copy that content is taken from, and the hyperlinks in it that the base has."""

    part: str
    links: frozenset[Element]


def _put(context: Context, base: Flow, put: Put, rank: int, copied: _Copied) -> None:
    place = context.places.of(base, put.gap, put.gap)
    said = "withdrawn" if put.withdrawn is not None else f"move:{put.mark.move}" if put.mark and put.mark.move else ""
    context.add(
        _kind(put.text, taken=False), place, put.mark, after=context.readable(put.slices), said=said, rank=rank, undone=put.withdrawn,
        fragment=None if put.withdrawn is not None else fragments.of_slices(put.slices, context.resources, copied.part, copied.links),
    )
    for each in put.slices:
        for inner in _inner_flows(each.piece):
            for spot in inner.spots:
                context.spots.setdefault((spot.kind, spot.id), Anchor(base.key, put.gap))


def _inner_flows(piece: Piece) -> Iterable[Flow]:
    for box in piece.boxes:
        yield from box.flows()
    for row in piece.table.rows if piece.table is not None else ():
        for cell in row.cells:
            yield from cell.flow.flows()


def _kind(chars: str, *, taken: bool) -> Kind:
    if MARK in chars or any(char == "\U00100001" for char in chars):
        return Kind.PARAGRAPH_DELETION if taken else Kind.PARAGRAPH_INSERTION
    bare = chars.strip()
    if bare and all(char in _NOTES for char in bare):
        return Kind.NOTE
    if bare and all(char == DRAWING for char in bare):
        return Kind.IMAGE
    if bare and bare[-1] == FIELD_CLOSE and bare[0] > FIELD_CLOSE:
        return Kind.FIELD
    return Kind.DELETION if taken else Kind.INSERTION


def _joined(formatted: Sequence[Formatted]) -> list[Formatted]:
    """Neighbours that one person formatted alike are one edit."""
    joined: list[Formatted] = []
    for one in formatted:
        last = joined[-1] if joined else None
        if last and last.end == one.start and last.format.mark == one.format.mark and _look(last.piece) == _look(one.piece):
            joined[-1] = Formatted(last.start, one.end, last.format, last.piece)
        else:
            joined.append(one)
    return joined


def _look(piece: Piece) -> tuple[bytes, bytes]:
    assert_format = piece.format
    properties = _run_properties(piece)
    change = etree.tostring(assert_format.change[0], method="c14n") if assert_format is not None and len(assert_format.change) else b""
    return change, etree.tostring(settled(properties), method="c14n") if properties is not None else b""


def _run_properties(piece: Piece) -> Element | None:
    if piece.text == MARK:
        properties = piece.element.find(w("pPr"))
        return properties.find(w("rPr")) if properties is not None else None
    return piece.units[0].find(w("rPr")) if piece.units else None


def _formatted(context: Context, base: Flow, event: Formatted) -> None:
    properties = _run_properties(event.piece)
    if properties is None:
        return
    text = context.readable_base(base.key, event.start, event.end)
    context.add(
        Kind.FORMAT, context.places.of(base, event.start, event.end), event.format.mark, before=text, after=text,
        said=changed(event.format.change, properties),
        fragment=fragments.of_element(_without_marks(properties), context.resources, context.copy.part_of(base.key)),
    )


def _without_marks(properties: Element) -> Element:
    copied = settled(properties)
    for child in [child for child in copied if child.tag in (w("ins"), w("moveTo"))]:
        copied.remove(child)
    return copied


def changed(change: Element, now: Element) -> str:
    """The names of the properties that a change element and the properties now say differently, in the order of the schema."""
    old = {child.tag: _plain(child) for child in (change[0] if len(change) else ())}
    new = {child.tag: _plain(child) for child in now if child is not change and not str(child.tag).endswith("Change")}
    names = [tag for tag in [*new, *(tag for tag in old if tag not in new)] if old.get(tag) != new.get(tag)]
    return ", ".join(str(name).rpartition("}")[2] for name in names)


def _plain(element: Element) -> bytes:
    return etree.tostring(element, method="c14n", with_tail=False)


def _read_pair(context: Context, base: Flow, ours: Piece, theirs: Piece) -> None:
    """What stands in both and is more than a character: a paragraph's properties, a table, a note, a picture."""
    if ours.text == MARK:
        _paragraph_format(context, base, ours, theirs)
    elif ours.table is not None and theirs.table is not None:
        read_table(context, ours.table, theirs.table, read_flow)
    elif ours.text in _NOTES:
        _note(context, ours, theirs)
    elif ours.text == DRAWING:
        _picture(context, base, ours, theirs)


def _note(context: Context, ours: Piece, theirs: Piece) -> None:
    mine = context.base.notes.get((ours.text, note_id(ours)))
    other = context.copy.notes.get((theirs.text, note_id(theirs)))
    if mine is not None and other is not None and mine.key not in context.seen_notes:
        context.seen_notes.add(mine.key)
        read_flow(context, mine, other)


def _picture(context: Context, base: Flow, ours: Piece, theirs: Piece) -> None:
    for mine, other in zip(ours.boxes, theirs.boxes, strict=False):
        read_flow(context, mine, other)
    before, after = media(context.base, base.key, ours.element), media(context.copy, base.key, theirs.element)
    if theirs.dele is not None or before == after or not before or not after:
        return
    place = context.places.of(base, ours.at, ours.end)
    if not context.by_word:
        context.noise.append(Noise(context.agency, place, "drawing", "", ""))
        return
    shown = context.readable([Slice(theirs, 0, 1)])
    context.add(
        Kind.IMAGE, place, None, before=context.readable_base(base.key, ours.at, ours.end), after=shown, said="replaced",
        fragment=fragments.of_slices([Slice(theirs, 0, 1)], context.resources, context.copy.part_of(base.key), frozenset()),
    )


def media(document: Document, flow_key: str, element: Element) -> tuple[str, ...]:
    """Digests of the pictures an element shows, in their order; what is linked and not embedded does not count."""
    relations = document.package.relationships(document.part_of(flow_key))
    found = []
    for inner in element.iter():
        for name, value in inner.attrib.items():
            relation = relations.get(str(value)) if str(name).startswith(f"{{{NAMESPACES['r']}}}") else None
            if relation is not None and relation.kind == "image" and document.package.has(relation.target):
                found.append(sha256(document.package.data(relation.target)).hexdigest())
    return tuple(dict.fromkeys(found))


def _paragraph_format(context: Context, base: Flow, ours: Piece, theirs: Piece) -> None:
    properties = theirs.element.find(w("pPr"))
    if properties is None:
        return
    place = context.places.of(base, ours.at, ours.end)
    change = properties.find(w("pPrChange"))
    part = context.copy.part_of(base.key)
    if change is not None:
        paragraph = next(each for each in base.paragraphs if each.element is ours.element)
        text = context.readable_base(base.key, paragraph.start, paragraph.end - 1)
        context.add(
            Kind.PARAGRAPH_FORMAT, place, mark_of(change), before=text, after=text, said=changed(change, properties),
            fragment=fragments.of_element(_paragraph_properties(properties), context.resources, part),
        )
    section = properties.find(w("sectPr"))
    if section is not None:
        read_section(context, base, ours, section)


def read_section(context: Context, base: Flow, mark: Piece, section: Element) -> None:
    """Add the tracked change of a section's properties, whose section ends with the paragraph mark `mark`."""
    change = section.find(w("sectPrChange"))
    if change is not None:
        context.add(
            Kind.SECTION, context.places.of(base, mark.at, mark.end), mark_of(change), said=changed(change, _without_edges(section)),
            fragment=fragments.of_element(_without_edges(section), context.resources, context.copy.part_of(base.key)),
        )


def _paragraph_properties(properties: Element) -> Element:
    copied = settled(properties)
    for name in ("rPr", "sectPr"):
        child = copied.find(w(name))
        if child is not None:
            copied.remove(child)
    return copied


def _without_edges(section: Element) -> Element:
    copied = settled(section)
    for child in [child for child in copied if child.tag in (w("headerReference"), w("footerReference"))]:
        copied.remove(child)
    return copied
