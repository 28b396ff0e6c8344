"""A Word package as flows: its body, notes, headers and footers, with the cells and text boxes in them, found by key."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import r, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.atoms import ENDNOTE, FOOTNOTE, Atoms
from tansiq.engines.redline.align.flatten import Flattener
from tansiq.engines.redline.align.pieces import Flow, Row, Table

NOTES = {FOOTNOTE: ("footnotes", "footnote"), ENDNOTE: ("endnotes", "endnote")}
_ORDINARY = frozenset({"", "normal"})


@dataclass(slots=True)
class Document:
    """The flows of a package. `notes` are found by the character of their reference and their id, `edges` are headers and footers."""

    package: Package
    body: Flow
    notes: dict[tuple[str, str], Flow] = field(default_factory=dict)
    edges: dict[str, Flow] = field(default_factory=dict)
    flows: dict[str, Flow] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)

    @property
    def body_length(self) -> int:
        """The characters of the body and of the cells in it."""
        return sum(flow.length for flow in self.flows.values() if flow.story == "body")

    def tops(self) -> Iterator[Flow]:
        """The flows that stand in no other: body first, then notes, headers and footers by part."""
        yield self.body
        yield from self.notes.values()
        yield from self.edges.values()

    def part_of(self, flow_key: str) -> str:
        """The part that holds a flow."""
        return flow_key.partition("#")[0]


def read_document(package: Package, atoms: Atoms) -> Document:
    """Flatten every story of a package; the trees of its parts are read, not changed."""
    root = package.xml(package.main)
    body = root.find(w("body"))
    if body is None:                           # a document without a body is read as an empty one
        body = root
    document = Document(package, Flattener(atoms, "body").flow(body, f"{package.main}#body"))
    for char, (part_kind, tag) in NOTES.items():
        part = package.related(package.main, part_kind)
        for note in package.xml(part).iterchildren(w(tag)) if part else ():
            number = note.get(w("id")) or ""
            if (note.get(w("type")) or "") in _ORDINARY:
                document.notes[(char, number)] = Flattener(atoms, tag).flow(note, f"{part}#{number}")
    for part, kind in _edges(package, root):
        if part not in document.edges:
            document.edges[part] = Flattener(atoms, kind).flow(package.xml(part), f"{part}#{kind}")
    _index(document)
    return document


def edge_references(package: Package, root: Element) -> Iterator[tuple[str, str]]:
    """The headers and footers in the order of sections: what each is (`0 header default`) and its part."""
    relations = package.relationships(package.main)
    sections = [each for each in root.iter(w("sectPr")) if getattr(each.getparent(), "tag", "") != w("sectPrChange")]
    for number, section in enumerate(sections):
        for reference in section:
            kind = {w("headerReference"): "header", w("footerReference"): "footer"}.get(str(reference.tag))
            relation = relations.get(reference.get(r("id")) or "")
            if kind and relation is not None and package.has(relation.target):
                yield f"{number} {kind} {reference.get(w('type')) or 'default'}", relation.target


def _edges(package: Package, root: Element) -> Iterator[tuple[str, str]]:
    for name, part in edge_references(package, root):
        yield part, name.split()[1]


def _index(document: Document) -> None:
    for top in document.tops():
        for flow in top.flows():
            document.flows[flow.key] = flow
            for piece in flow.pieces:
                if piece.table is not None:
                    document.tables[piece.table.key] = piece.table
                    for number, row in enumerate(piece.table.rows):
                        document.rows[f"{piece.table.key}/r{number}"] = row
