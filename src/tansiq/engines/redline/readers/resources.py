"""What a fragment needs beside its text: parts it points to, styles and lists the base lacks, notes it refers to."""

import hashlib
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import NAMESPACES, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.align.settled import settled
from tansiq.engines.redline.edits import Relation

_R = f"{{{NAMESPACES['r']}}}"
_STYLED = (w("pStyle"), w("rStyle"), w("tblStyle"))
_DEEPEST = 4                                   # parts that point to parts: a chart, its workbook
_NOTES = {w("footnoteReference"): ("footnotes", "footnote"), w("endnoteReference"): ("endnotes", "endnote")}


class Resources:
    """Finds what fragments of one copy need; `base` is what they are to stand in."""

    def __init__(self, copy: Package, base: Package) -> None:
        self._copy = copy
        self._styles = _styles(copy)
        self._known_styles = frozenset(_styles(base))
        self._lists = Lists(copy)
        self._known_lists = Lists(base)

    def complete(self, root: Element, part: str) -> tuple[Relation, ...]:
        """Add to the fragment `root`, made of content of `part`, its notes, styles and lists; return what it points to by id."""
        self._add_notes(root)
        for style in self._missing_styles(root):
            etree.SubElement(root, fragment.STYLE).append(style)
        self._add_lists(root)
        return tuple(self._relations(root, part, set()))

    def _add_notes(self, root: Element) -> None:
        for reference in list(root.iter(*_NOTES)):
            part_kind, tag = _NOTES[str(reference.tag)]
            part = self._copy.related(self._copy.main, part_kind)
            number = reference.get(w("id")) or ""
            found = [note for note in (self._copy.xml(part).iterchildren(w(tag)) if part else ()) if note.get(w("id")) == number]
            holder = etree.SubElement(root, fragment.NOTE, kind=tag, id=number)
            if found:
                holder.extend(list(settled(found[0])))

    def _missing_styles(self, root: Element) -> Iterator[Element]:
        wanted = [element.get(w("val")) or "" for element in root.iter(*_STYLED)]
        seen: set[str] = set()
        while wanted:
            name = wanted.pop()
            if name in seen or name in self._known_styles or name not in self._styles:
                continue
            seen.add(name)
            style = self._styles[name]
            wanted += [child.get(w("val")) or "" for child in style if child.tag in (w("basedOn"), w("link"), w("next"))]
        return (deepcopy(self._styles[name]) for name in sorted(seen))

    def _add_lists(self, root: Element) -> None:
        added: set[str] = set()
        for element in list(root.iter(w("numId"))):
            number = element.get(w("val")) or ""
            look = self._lists.look(number)
            if look is None or self._known_lists.look(number) == look:
                continue
            known = self._known_lists.find(look)
            if known is not None and self._lists.look(known) != look:
                element.set(w("val"), known)   # the same list, numbered anew by the program that saved the copy
                continue
            name = self._lists.name(number, look, self._known_lists)
            element.set(w("val"), name)
            if name not in added:
                added.add(name)
                etree.SubElement(root, fragment.NUMBERING, id=name).extend(self._lists.definition(number))

    def _relations(self, root: Element, part: str, seen: set[str], depth: int = 0) -> Iterator[Relation]:
        known = self._copy.relationships(part)
        for element in root.iter():
            for name, value in sorted((str(name), str(value)) for name, value in element.attrib.items()):
                if name.startswith(_R) and value in known and value not in seen:
                    seen.add(value)
                    yield self._relation(value, part, depth)

    def _relation(self, identifier: str, part: str, depth: int) -> Relation:
        relation = self._copy.relationships(part)[identifier]
        if relation.external or not self._copy.has(relation.target):
            return Relation(identifier, relation.type, relation.target, True)
        inner = self._copy.relationships(relation.target) if depth < _DEEPEST else {}
        return Relation(
            identifier, relation.type, relation.target, False, self._copy.content_type(relation.target),
            self._copy.data(relation.target), tuple(self._relation(name, relation.target, depth + 1) for name in sorted(inner)),
        )


class Lists:
    """The lists of a package by number: how each looks, and its definition (ISO/IEC 29500-1, 17.9)."""

    def __init__(self, package: Package) -> None:
        part = package.related(package.main, "numbering")
        root = package.xml(part) if part else None
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        for element in root.iterchildren(w("abstractNum"), w("num")) if root is not None else ():
            known, name = (self._numbers, "numId") if element.tag == w("num") else (self._abstract, "abstractNumId")
            known[element.get(w(name)) or ""] = element
        self._by_style = {
            link: element for element in self._abstract.values() if (link := _value(element, "styleLink")) is not None
        }
        self._looks: dict[str, str | None] = {}

    def look(self, number: str) -> str | None:
        """A digest of what the list looks like: formats, texts and starts of its levels; None for a number without a list."""
        if number not in self._looks:
            self._looks[number] = self._digest(number)
        return self._looks[number]

    def find(self, look: str) -> str | None:
        """The first number whose list looks so."""
        return next((number for number in self._numbers if self.look(number) == look), None)

    def name(self, number: str, look: str, base: "Lists") -> str:
        """What a list that the base lacks is called in a fragment: the look, and which it is of those alike."""
        alike = [each for each in self._numbers if self.look(each) == look and base.look(each) != look]
        position = alike.index(number)
        return f"{look}.{position}" if position else look

    def definition(self, number: str) -> tuple[Element, ...]:
        """Copies of the abstract list and of the number."""
        num = self._numbers[number]
        abstract = self._abstract_of(num)
        return tuple(deepcopy(element) for element in (abstract, num) if element is not None)

    def _abstract_of(self, num: Element) -> Element | None:
        """The abstract list with the levels: one that only names a style of lists leads to that style's (17.9.21, 17.9.27)."""
        abstract = self._abstract.get(_value(num, "abstractNumId") or "")
        link = _value(abstract, "numStyleLink") if abstract is not None else None
        return self._by_style.get(link, abstract) if link is not None else abstract

    def _digest(self, number: str) -> str | None:
        num = self._numbers.get(number)
        if num is None:
            return None
        abstract = self._abstract_of(num)
        levels = [] if abstract is None else [
            (level.get(w("ilvl")), _value(level, "numFmt"), _value(level, "lvlText"), _value(level, "start"))
            for level in abstract.iterchildren(w("lvl"))
        ]
        overrides = [etree.tostring(element, method="c14n") for element in num.iterchildren(w("lvlOverride"))]
        return "l" + hashlib.sha256(repr((levels, overrides)).encode()).hexdigest()[:16]


def _value(element: Element, name: str) -> str | None:
    child = element.find(w(name))
    return child.get(w("val")) if child is not None else None


def _styles(package: Package) -> dict[str, Element]:
    part = package.related(package.main, "styles")
    if part is None:
        return {}
    return {style.get(w("styleId")) or "": style for style in package.xml(part).iterchildren(w("style"))}
