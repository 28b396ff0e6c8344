"""All edits and comments of a ledger woven into one package."""

from collections.abc import Callable, Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import Document, read_document
from tansiq.engines.redline.align.flatten import Flattener
from tansiq.engines.redline.align.pieces import Flow
from tansiq.engines.redline.edits import Comment, Edit, Kind
from tansiq.engines.redline.merge.weave.comments import Comments, spots_of
from tansiq.engines.redline.merge.weave.flows import Contents, weave_flow
from tansiq.engines.redline.merge.weave.imports import Imports
from tansiq.engines.redline.merge.weave.loom import Loom, first_numbers, written_author
from tansiq.engines.redline.merge.weave.strands import Strand, Strands, sort_edits
from tansiq.engines.redline.merge.weave.tables import weave_tables

Groups = Mapping[str, tuple[Edit, ...]]

NOTE_OF = Callable[[Edit, Sequence[Edit]], Comment | None]
"""Makes the visible comment on an edit that others lie under."""


@dataclass(frozen=True, slots=True)
class Woven:
    """The package with all changes in it, and for each revision's number the ids of the edits it shows."""

    package: Package
    marks: dict[int, tuple[str, ...]]
    also: dict[str, tuple[str, ...]]


def weave(
    base: Package, edits: Sequence[Edit], comments: Sequence[Comment], *, first: Collection[str] = (), agency_only: bool = False,
    note: NOTE_OF | None = None,
) -> Woven:
    """Weave `edits` and `comments` into a copy of `base`, in the order they are given.

    Where several take out the same text, or format the same, one is shown: an edit of `first` (ids) before others, the source of a
    move before other deletions, tracked before untracked, then the earliest. `note` makes a comment that names the others.
    """
    package = base.copy()
    document = read_document(package, Atoms())
    loom = Loom(package, lambda item: written_author(item, agency_only=agency_only), _priority(first))
    loom.next_number, loom.next_picture = first_numbers(package, {document.part_of(flow.key) for flow in document.tops()})
    groups = _groups(edits, loom.priority)
    strands = sort_edits(edits, _whole_moves(edits, groups), groups)
    imports = Imports(loom)
    contents = {edit.id: _content(imports, document, edit, groups) for edit in edits if edit.fragment is not None}
    every = [*comments, *_notes(loom, strands, groups, note)]
    written = Comments(loom, imports)
    written.write(every)
    for key, spot in spots_of(document, every, written.number):
        strands.flows[key].spots.append(spot)
    _weave_all(loom, document, strands, contents, groups)
    return Woven(package, dict(loom.marks), {shown: tuple(others) for shown, others in loom.also.items()})


def _content(imports: Imports, document: Document, edit: Edit, groups: Groups) -> list[Element]:
    """The content of an edit's fragment, with what it needs brought along if it is the one that is shown."""
    if edit.fragment is None:
        return []
    if groups[edit.id][0] is not edit:
        return list(fragment.content(fragment.parse(edit.fragment.xml)))
    return imports.content(edit.fragment, document.part_of((edit.moved_to or edit.place).flow), edit)


def _weave_all(loom: Loom, document: Document, strands: Strands, contents: Contents, groups: Groups) -> None:
    for key, flow in document.flows.items():
        strand = strands.flows.get(key)
        if strand is None:
            continue
        mirrors = _mirrors(flow)
        weave_flow(loom, flow, strand, contents)
        for mirror in mirrors:
            again = Strand(strand.takes, strand.puts, strand.formats, strand.paragraphs, strand.sections)
            weave_flow(loom, mirror, again, {**contents, **_doubled(loom, again, contents)})
    weave_tables(loom, document, strands.tables, contents, groups)


def _doubled(loom: Loom, strand: Strand, contents: Contents) -> dict[str, list[Element]]:
    """What is put into a mirror once more, its pictures with numbers of their own."""
    found = {put.edit.id: [deepcopy(element) for element in contents[put.edit.id]] for put in strand.puts}
    for content in found.values():
        for element in content:
            loom.rename_pictures(element)
    return found


def _mirrors(flow: Flow) -> list[Flow]:
    """What older programs show instead of a text box, when it says the same."""
    found = [Flattener(Atoms(), "textbox").flow(element, flow.key) for element in flow.mirrors]
    return [mirror for mirror in found if mirror.text() == flow.text()]


def _priority(first: Collection[str]) -> Callable[[Edit], tuple[object, ...]]:
    chosen = frozenset(first)

    def key(edit: Edit) -> tuple[object, ...]:
        return edit.id not in chosen, not edit.tracked, edit.date or "9", edit.agency, edit.id

    return key


def _groups(edits: Sequence[Edit], priority: Callable[[Edit], tuple[object, ...]]) -> Groups:
    """For each edit, those of `edits` that make the same change, the one to be shown first."""
    by_id = {edit.id: edit for edit in edits}
    found: dict[str, tuple[Edit, ...]] = {}
    for edit in edits:
        if edit.id not in found:
            group = tuple(sorted([edit, *(by_id[other] for other in edit.agrees_with if other in by_id)], key=priority))
            found |= {each.id: group for each in group}
    return found


def _whole_moves(edits: Sequence[Edit], groups: Groups) -> frozenset[str]:
    """Moves whose two ends nobody else touched; the others are text taken out here and put in there."""
    moves = [edit for edit in edits if edit.kind == Kind.MOVE]
    return frozenset(
        edit.id for edit in moves if not any(_touches(edit, other) for other in edits if other not in groups[edit.id])
    )


def _touches(move: Edit, other: Edit) -> bool:
    for place in filter(None, (other.place, other.moved_to)):
        if place.flow == move.place.flow and place.start < move.place.end and max(place.end, place.start + 1) > move.place.start:
            return True
        goal = move.moved_to
        if goal is not None and place.flow == goal.flow and place.start <= goal.start <= place.end:
            return True
    return False


def _notes(loom: Loom, strands: Strands, groups: Groups, note: NOTE_OF | None) -> list[Comment]:
    if note is None:
        return []
    by_id = {edit.id: edit for group in groups.values() for edit in group}
    under = _lying_under(loom, strands)
    for group in groups.values():
        if len(group) > 1 and group[0].id not in under:
            under[group[0].id] = [edit.id for edit in group[1:]]
    made = (note(by_id[shown], [by_id[other] for other in others]) for shown, others in under.items())
    return [comment for comment in made if comment is not None]


def _lying_under(loom: Loom, strands: Strands) -> dict[str, list[str]]:
    """For each edit that is shown, those that take out the same text, format the same characters or the same row."""
    found: dict[str, list[str]] = {}
    for strand in strands.flows.values():
        _under(loom, [take.edit for take in strand.takes], found)
        for alike in (strand.formats, strand.paragraphs, strand.sections):
            _under(loom, alike, found)
    for edits in strands.tables.values():
        _under(loom, [edit for edit in edits if edit.kind in (Kind.ROW_DELETION, Kind.CELL_DELETION)], found)
        for name in {edit.said for edit in edits if edit.kind == Kind.TABLE_FORMAT}:
            _under(loom, [edit for edit in edits if edit.kind == Kind.TABLE_FORMAT and edit.said == name], found)
    return found


def _under(loom: Loom, edits: Sequence[Edit], found: dict[str, list[str]]) -> None:
    for position, edit in enumerate(ordered := sorted(edits, key=loom.priority)):
        for shown in ordered[:position]:
            if shown.place.start < edit.place.end and edit.place.start < shown.place.end:
                found.setdefault(shown.id, []).append(edit.id)
                break
