"""Bring along what fragments need: parts they point to, notes, styles and lists, each once, under names and numbers of the base."""

import posixpath
from collections.abc import Iterable, Sequence
from copy import deepcopy
from hashlib import sha256

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import NAMESPACES, w
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.edits import Edit, Fragment, Relation
from tansiq.engines.redline.merge.weave.loom import Loom
from tansiq.engines.redline.merge.weave.nodes import mark_runs

_R = f"{{{NAMESPACES['r']}}}"
_NOTES = {"footnote": ("footnotes", w("footnoteReference")), "endnote": ("endnotes", w("endnoteReference"))}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TIES = tuple(w(name) for name in ("nsid", "tmpl", "styleLink", "numStyleLink", "lvlPicBulletId", "pStyle"))
_ABSTRACT_BEFORE = frozenset({w("num"), w("numIdMacAtCleanup")})


class Imports:
    """Puts the resources of fragments into one package."""

    def __init__(self, loom: Loom) -> None:
        self._loom = loom
        self._package = loom.package
        self._parts: dict[str, str] = {}       # digest of a part's bytes -> its name here
        self._lists: dict[tuple[str, str], str] = {}       # agency and list -> its number here
        self._styles: set[str] | None = None

    def content(self, bring: Fragment, part: str, edit: Edit | None = None) -> list[Element]:
        """The content of a fragment, ready to stand in `part`; the runs of notes it brings are marked as put in by `edit`."""
        root = fragment.parse(bring.xml)
        styles = [style[0] for style in fragment.resources(root, fragment.STYLE)]
        new_styles = frozenset(style.get(w("styleId")) or "" for style in styles) - self._known_styles()
        agency = edit.agency if edit is not None else ""
        numbers = {
            each.get("id") or "": self._list(each, agency, new_styles) for each in fragment.resources(root, fragment.NUMBERING)
        }
        for element in root.iter(w("numId")):  # those in the styles it brings along, too
            value = element.get(w("val")) or ""
            element.set(w("val"), numbers.get(value, value))
        for style in styles:
            self._style(style)
        self._loom.rename_pictures(root)
        notes = list(fragment.resources(root, fragment.NOTE))
        content = list(fragment.content(root))
        for note in notes:
            self._note(note, content, bring.relations, edit)
        self._relate(content, bring.relations, part)
        return content

    def part(self, relation: Relation, beside: str) -> str:
        """The name of the part a relation leads to, put in beside the part `beside` unless the same bytes are there."""
        if relation.data is None:
            return relation.target             # it lies in this package already
        known = self._parts.get(digest := sha256(relation.data + relation.content_type.encode()).hexdigest())
        known = known or self._same_part(relation)
        if known is None:
            folder, name = posixpath.split(relation.target)
            stem, extension = posixpath.splitext(name)
            known = f"{folder or posixpath.dirname(beside)}/{stem.rstrip('0123456789')}{digest[:10]}{extension}"
            self._package.add_part(known, relation.data, relation.content_type)
            for inner in relation.relations:
                self._inner(inner, known)
        self._parts[digest] = known
        return known

    def _same_part(self, relation: Relation) -> str | None:
        if relation.relations:
            return None
        has = self._package.has(relation.target) and self._package.data(relation.target) == relation.data
        return relation.target if has else None

    def _inner(self, relation: Relation, owner: str) -> None:
        """What an imported part points to keeps its id there."""
        target = relation.target if relation.external else self.part(relation, owner)
        made = self._package.relate(owner, type=relation.type, target=target, external=relation.external)
        if made != relation.id:
            data = self._package.data(owner).replace(f'"{relation.id}"'.encode(), f'"{made}"'.encode())
            self._package.replace(owner, data)

    def _relate(self, content: Iterable[Element], relations: Sequence[Relation], part: str) -> None:
        new: dict[str, str] = {}
        for relation in relations:
            target = relation.target if relation.external else self.part(relation, part)
            new[relation.id] = self._package.relate(part, type=relation.type, target=target, external=relation.external)
        for top in content:
            for element in top.iter(etree.Element):
                for name, value in element.attrib.items():
                    if str(name).startswith(_R) and str(value) in new:
                        element.set(name, new[str(value)])

    def _note(self, note: Element, content: Iterable[Element], relations: Sequence[Relation], edit: Edit | None) -> None:
        kind = note.get("kind") or "footnote"
        part_kind, reference = _NOTES[kind]
        part = self._package.related(self._package.main, part_kind) or self._notes_part(kind)
        root = self._package.xml(part)
        number = max((int(each.get(w("id")) or 0) for each in root.iterchildren(w(kind))), default=0) + 1
        number = max(number, 1)
        for top in content:
            for element in top.iter(reference):
                if element.get(w("id")) == note.get("id") and element.get("{urn:tansiq:redline:1}done") is None:
                    element.set(w("id"), str(number))
                    element.set("{urn:tansiq:redline:1}done", "1")
        for top in content:
            for element in top.iter(reference):
                element.attrib.pop("{urn:tansiq:redline:1}done", "")
        made = etree.SubElement(root, w(kind))
        made.set(w("id"), str(number))
        made.extend(deepcopy(block) for block in note)
        self._relate([made], relations, part)
        if edit is not None:
            mark_runs(self._loom, [edit], made, "ins")

    def _notes_part(self, kind: str) -> str:
        """A part of notes for a base without any, with the two separators every such part has (17.11.23)."""
        root = etree.Element(w(f"{kind}s"), nsmap={name: NAMESPACES[name] for name in ("w", "r")})
        for number, separator in (("-1", "separator"), ("0", "continuationSeparator")):
            note = etree.SubElement(root, w(kind))
            note.set(w("type"), separator)
            note.set(w("id"), number)
            run = etree.SubElement(etree.SubElement(note, w("p")), w("r"))
            etree.SubElement(run, w(separator))
        name = f"{posixpath.dirname(self._package.main)}/{kind}s.xml"
        return self._new_part(name, root, f"{kind}s")

    def _new_part(self, name: str, root: Element, kind: str) -> str:
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._package.add_part(name, data, f"{_WORD}{kind}+xml")
        self._package.relate(self._package.main, type=kind, target=name)
        return name

    def _known_styles(self) -> set[str]:
        if self._styles is None:
            part = self._package.related(self._package.main, "styles")
            styles = self._package.xml(part).iterchildren(w("style")) if part is not None else ()
            self._styles = {each.get(w("styleId")) or "" for each in styles}
        return self._styles

    def _style(self, style: Element) -> None:
        known = self._known_styles()
        name = style.get(w("styleId")) or ""
        if name in known:
            return
        known.add(name)
        part = self._package.related(self._package.main, "styles")
        if part is None:
            empty = etree.Element(w("styles"), nsmap={"w": NAMESPACES["w"]})
            part = self._new_part(f"{posixpath.dirname(self._package.main)}/styles.xml", empty, "styles")
        made = deepcopy(style)
        made.attrib.pop(w("default"), "")
        self._package.xml(part).append(made)

    def _list(self, numbering: Element, agency: str, new_styles: frozenset[str]) -> str:
        """The number here of a list that `agency` brings; two agencies' lists count each for itself."""
        key = agency, numbering.get("id") or ""
        if key not in self._lists:
            self._lists[key] = self._new_list(numbering, new_styles)
        return self._lists[key]

    def _new_list(self, numbering: Element, new_styles: frozenset[str]) -> str:
        part = self._package.related(self._package.main, "numbering")
        if part is None:
            name = f"{posixpath.dirname(self._package.main)}/numbering.xml"
            part = self._new_part(name, etree.Element(w("numbering"), nsmap={"w": NAMESPACES["w"]}), "numbering")
        root = self._package.xml(part)
        abstract_number = _next(root, "abstractNum", "abstractNumId")
        number = _next(root, "num", "numId")
        abstract, num = deepcopy(numbering.find(w("abstractNum"))), deepcopy(numbering.find(w("num")))
        if num is None:
            return "0"
        if abstract is not None:
            abstract.set(w("abstractNumId"), abstract_number)
            _detach(abstract, new_styles)
            first = next((child for child in root if child.tag in _ABSTRACT_BEFORE), None)
            if first is not None:
                first.addprevious(abstract)
            else:
                root.append(abstract)
            num.find(w("abstractNumId")).set(w("val"), abstract_number)      # type: ignore[union-attr]
        num.set(w("numId"), number)
        last = root.find(w("numIdMacAtCleanup"))
        if last is not None:
            last.addprevious(num)
        else:
            root.append(num)
        return number


def _detach(abstract: Element, new_styles: frozenset[str]) -> None:
    """Take from a list what ties it to the package it comes from: names, bullets that are pictures, styles that the base has itself."""
    for child in list(abstract.iter(*_TIES)):
        if child.tag != w("pStyle") or child.get(w("val")) not in new_styles:
            child.getparent().remove(child)    # type: ignore[union-attr]


def _next(root: Element, tag: str, name: str) -> str:
    used = [int(value) for each in root.iterchildren(w(tag)) if (value := each.get(w(name)) or "").isdigit()]
    return str(max(used, default=0) + 1)
