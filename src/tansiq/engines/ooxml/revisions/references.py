"""What a package refers to, and what nothing refers to any more after revisions were settled: notes, pictures, their parts.

Only what lost its last reference between two looks goes; what was unused before stays as it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tansiq.engines.ooxml.names import NAMESPACES, o, w
from tansiq.engines.ooxml.package import Package

NOTES = {"footnotes": w("footnoteReference"), "endnotes": w("endnoteReference")}
_NOTE = {"footnotes": w("footnote"), "endnotes": w("endnote")}
_RELATION = f"{{{NAMESPACES['r']}}}"


@dataclass(frozen=True, slots=True)
class References:
    """Ids in use: notes by kind ("footnotes", "endnotes"), relationships by part."""

    notes: dict[str, frozenset[str]]
    relations: dict[str, frozenset[str]]


def references(package: Package, parts: Iterable[str]) -> References:
    """What the trees of `parts` refer to now."""
    roots = {part: package.peek(part) for part in parts}
    notes = {
        kind: frozenset(each.get(w("id"), "") for root in roots.values() for each in root.iter(reference))
        for kind, reference in NOTES.items()
    }
    relations = {
        part: frozenset(
            str(value) for element in root.iter() for name, value in element.attrib.items()
            if str(name).startswith(_RELATION) or name == o("relid")
        )
        for part, root in roots.items()
    }
    return References(notes, relations)


def remove_unreferred(package: Package, before: References) -> None:
    """Remove the notes that nothing refers to since `before`, then relationships, then the parts that only these led to."""
    parts = list(before.relations)
    now = references(package, parts)
    for kind, ids in before.notes.items():
        _remove_notes(package, kind, ids - now.notes[kind])
    now = references(package, parts)
    for part in parts:
        for relation in sorted(before.relations[part] - now.relations[part]):
            remove_relation(package, part, relation)


def remove_relation(package: Package, part: str, relation: str) -> None:
    """Remove one relationship of `part`, and the part it led to when no other part leads there."""
    found = package.relationships(part).get(relation)
    if found is None:
        return
    package.unrelate(part, relation)
    if not found.external:
        _remove_if_alone(package, found.target)


def _remove_notes(package: Package, kind: str, ids: frozenset[str]) -> None:
    """Remove the definitions of notes `ids`; separators are no notes of the text."""
    part = package.related(package.main, kind)
    if part is None or not ids:
        return
    lost = [
        note for note in package.peek(part).iterchildren(_NOTE[kind])
        if note.get(w("id")) in ids and note.get(w("type"), "normal") == "normal"
    ]
    if lost:
        root = package.xml(part)
        for note in lost:
            root.remove(note)


def _remove_if_alone(package: Package, part: str) -> None:
    """Remove `part` when nothing leads to it, and what it alone led to."""
    if not package.has(part) or part == package.main:
        return
    if any(each.target == part and not each.external for source in package.sources() for each in package.relationships(source).values()):
        return
    targets = [each.target for each in package.relationships(part).values() if not each.external]
    package.remove_part(part)
    for target in targets:
        _remove_if_alone(package, target)
