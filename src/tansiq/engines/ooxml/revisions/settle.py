"""Take, undo or leave tracked changes, over all stories of a package, as Word does it (ISO/IEC 29500-1, 17.13.5)."""

from collections.abc import Callable, Iterable
from typing import Protocol

from lxml import etree

from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.revisions.content import settle_content
from tansiq.engines.ooxml.revisions.controls import settle_control
from tansiq.engines.ooxml.revisions.formulas import settle_formula
from tansiq.engines.ooxml.revisions.kinds import FORMATS, RANGES, Decision, K, Revision, RevisionKind
from tansiq.engines.ooxml.revisions.listing import revisions_in, word_parts
from tansiq.engines.ooxml.revisions.markers import drop_pairs
from tansiq.engines.ooxml.revisions.marks import settle_mark
from tansiq.engines.ooxml.revisions.moves import ranges_in_use
from tansiq.engines.ooxml.revisions.properties import settle_format, settle_numbering
from tansiq.engines.ooxml.revisions.references import references, remove_unreferred
from tansiq.engines.ooxml.revisions.tables import settle_table

Decide = Callable[[Revision], Decision]


class Step(Protocol):
    """Settles one revision; `undone` as `Revision.undone_by` has it."""

    def __call__(self, revision: Revision, *, undone: bool) -> None:
        """Settle it."""


STEPS: tuple[tuple[frozenset[RevisionKind], Step], ...] = (
    (FORMATS, settle_format),
    (frozenset({K.NUMBERING, K.NUMBERING_INSERTION}), settle_numbering),
    (frozenset({K.INSERTION, K.DELETION, K.MOVE_FROM, K.MOVE_TO}), settle_content),
    (frozenset({K.FORMULA_INSERTION, K.FORMULA_DELETION}), settle_formula),
    (frozenset({K.CONTROL_INSERTION, K.CONTROL_DELETION, K.CONTROL_MOVE_FROM, K.CONTROL_MOVE_TO}), settle_control),
    (frozenset({K.ROW_INSERTION, K.ROW_DELETION, K.CELL_INSERTION, K.CELL_DELETION, K.CELL_MERGE}), settle_table),
    (frozenset({K.PARAGRAPH_INSERTION, K.PARAGRAPH_DELETION, K.PARAGRAPH_MOVE_FROM, K.PARAGRAPH_MOVE_TO}), settle_mark),
)
"""What settles which kinds, in order: properties first, as they may restore what later steps read; tables before the marks of
paragraphs, so that the paragraphs on both sides of a table that went can join."""


def settle(package: Package, decide: Decide) -> None:
    """Settle every revision of `package` in place; `decide` is asked once for each, in document order, before anything changes.

    Something that two revisions mark (inserted by one person, deleted by the next) stays only if both decisions leave it. Notes whose
    last reference goes are removed, and so are pictures and links that nothing uses any more. Comments stay: those on text that went
    away stand at its place. Paragraphs, rows and tables go as `marks` and `tables` say; settling in several rounds leaves the same text,
    perhaps in more paragraphs, as a mark stays that could not go while what follows was undecided. Raises PackageRefused for a part that
    cannot be read.
    """
    parts = word_parts(package)
    decided = {part: _decided(revisions_in(package.peek(part), part), decide) for part in parts}
    touched = [part for part, each in decided.items() if any(decision is not Decision.KEEP for _, decision in each)]
    if not touched:
        return
    before = references(package, parts)
    for part in touched:
        _settle(package.xml(part), decided[part])
    remove_unreferred(package, before)


def settle_root(root: etree._Element, decide: Decide, *, part: str = "") -> None:
    """Settle the revisions below one element, as `settle` does, without looking at other parts."""
    _settle(root, _decided(revisions_in(root, part), decide))


def accept_all(package: Package) -> None:
    """Take every tracked change."""
    settle(package, lambda revision: Decision.ACCEPT)


def reject_all(package: Package) -> None:
    """Undo every tracked change."""
    settle(package, lambda revision: Decision.REJECT)


Decided = list[tuple[Revision, Decision]]


def _decided(found: Iterable[Revision], decide: Decide) -> Decided:
    """Each revision with what becomes of it."""
    return [(revision, decide(revision)) for revision in found]


def _settle(root: etree._Element, decided: Decided) -> None:
    """Settle the revisions of one part, kind after kind; what an earlier step took away asks for nothing more."""
    in_use = set(ranges_in_use(root))
    top = root.getroottree().getroot()
    for kinds, step in STEPS:
        for revision, decision in decided:
            if revision.kind not in kinds or decision is Decision.KEEP or revision.element.getroottree().getroot() is not top:
                continue
            step(revision, undone=revision.undone_by(decision))
    _drop_ranges(root, decided, in_use)


def _drop_ranges(root: etree._Element, decided: Decided, were_in_use: set[etree._Element]) -> None:
    """Drop the borders of moves that hold nothing any more."""
    in_use = set(ranges_in_use(root))
    ranges = [(revision.element, decision) for revision, decision in decided if revision.kind in RANGES]
    empty = [(start, decision) for start, decision in ranges if start not in in_use]
    drop_pairs(root, [start for start, decision in empty if decision is not Decision.KEEP or start in were_in_use])
