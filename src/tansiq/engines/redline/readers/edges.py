"""Which header of a copy is which of the base: by its kind, then by its words, as sections may come and go and programs rename parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tansiq.engines.redline.align.atoms import MARK
from tansiq.engines.redline.align.document import Document, edge_references
from tansiq.engines.redline.align.pieces import Flow

_EMPTY = f" \t\n\u00a0{MARK}"


@dataclass(slots=True)
class Edges:
    """Headers and footers of base and copy that belong together, those the copy adds, and those it lacks."""

    pairs: list[tuple[Flow, Flow]] = field(default_factory=list)
    added: list[Flow] = field(default_factory=list)
    removed: list[Flow] = field(default_factory=list)


def match_edges(base: Document, copy: Document) -> Edges:
    """Pair the headers and footers of two documents, each once; those without words are not missed."""
    mine, theirs = _by_kind(base), _by_kind(copy)
    found = Edges()
    for kind in sorted({*mine, *theirs}):
        _match(mine.get(kind, []), theirs.get(kind, []), found)
    said = {_words(flow) for flow, _ in found.pairs}
    found.added = [flow for flow in found.added if flow.text().strip(_EMPTY) not in {*said, ""}]
    found.removed = [flow for flow in found.removed if _words(flow)]
    return found


def _by_kind(document: Document) -> Mapping[str, list[Flow]]:
    """The flows of each kind (`header default`) in the order of sections, each part once."""
    found: dict[str, list[Flow]] = {}
    seen: set[str] = set()
    for name, part in edge_references(document.package, document.package.xml(document.package.main)):
        if part not in seen:
            seen.add(part)
            found.setdefault(name.partition(" ")[2], []).append(document.edges[part])
    return found


def _match(mine: list[Flow], theirs: list[Flow], found: Edges) -> None:
    if len(mine) == len(theirs):
        found.pairs += zip(mine, theirs, strict=True)
        return
    matcher = SequenceMatcher(None, [_words(flow) for flow in mine], [_words(flow) for flow in theirs], autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        size = min(end - start, last - first)
        found.pairs += zip(mine[start:start + size], theirs[first:first + size], strict=True)
        found.removed += mine[start + size:end]
        found.added += theirs[first + size:last]


def _words(flow: Flow) -> str:
    """What a header said before anybody put anything in."""
    return "".join(piece.text for piece in flow.pieces if piece.ins is None).strip(_EMPTY)
