"""Inlines to runs: one run a script, styles for emphasis, fields for references, bookmarks around facts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from lxml import etree

from tansiq.engines.press.direction import Direction, Stretch, language_direction, stretches
from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.labels import printed_number, title_inlines
from tansiq.engines.press.tree import (
    CrossReference,
    DateText,
    Emphasis,
    Fact,
    FootnoteReference,
    Inline,
    Inlines,
    Item,
    LineBreak,
    Link,
    Name,
    Stated,
    Strong,
    Text,
    text_of,
)
from tansiq.engines.press.writers.docx.anchors import bookmark_name
from tansiq.engines.press.writers.docx.manuscript import Manuscript, word_language
from tansiq.engines.press.writers.docx.package import Part
from tansiq.engines.press.writers.docx.xml import el, text_element, val

NODE_MARK = "tansiq-node"
"""A passing attribute on runs of record nodes; map.py turns it into ranges and takes it off."""
_NEUTRAL = "\ufffc"


@dataclass(frozen=True)
class Look:
    """How a run looks and in which language it is written (None: that of the document)."""

    strong: bool = False
    emphasis: bool = False
    link: bool = False
    language: str | None = None
    mark: str | None = None


class InlineWriter:
    """Writes inlines of one part."""

    def __init__(self, manuscript: Manuscript, part: Part) -> None:
        self.manuscript = manuscript
        self.part = part

    def runs(self, inlines: Inlines, look: Look | None = None) -> list[etree._Element]:
        """The content of a paragraph."""
        return self._group(inlines, look or Look(), self.manuscript.direction)

    def plain(self, text: str) -> list[etree._Element]:
        """Runs of words that are ours, not of the tree."""
        return self.runs((Text(text),))

    def _group(self, inlines: Inlines, look: Look, base: Direction) -> list[etree._Element]:
        texts = list(self._leaves(inlines, base))
        # Word orders runs by the paragraph: a number in a run of its own would leave the Arabic phrase it belongs to.
        cuts = stretches(texts, base, numbers_apart=self.manuscript.rtl)
        return _Cutting(self, base, iter(cuts)).write(inlines, look)

    def _leaves(self, inlines: Inlines, base: Direction) -> Iterator[str]:
        for inline in inlines:
            if _turns(inline, base) or isinstance(inline, FootnoteReference | LineBreak):
                yield _NEUTRAL
            elif isinstance(inline, Strong | Emphasis | Link):
                yield from self._leaves(inline.inlines, base)
            elif isinstance(inline, CrossReference):
                yield self.reference_text(inline)
            else:
                yield getattr(inline, "text", "")

    def reference_text(self, node: CrossReference) -> str:
        """What a cross-reference prints until Word counts anew."""
        target = self.manuscript.targets[node.to]
        if node.form == "page":
            return str(self.manuscript.pages.get(node.to, 1))
        language = self.manuscript.document.language
        return printed_number(target, language) if node.form == "number" else text_of(title_inlines(target)).replace("\n", " ")

    def reference_code(self, node: CrossReference) -> str:
        """The field of a cross-reference. The label of a list item is no text: `\\n` asks Word for the number of its paragraph."""
        if node.form == "page":
            return f"PAGEREF {bookmark_name(node.to, 'block')} \\h"
        if node.form == "number" and isinstance(self.manuscript.targets[node.to], Item):
            return f"REF {bookmark_name(node.to, 'block')} \\n \\h"
        return f"REF {bookmark_name(node.to, node.form)} \\h"


def _turns(inline: Inline, base: Direction) -> bool:
    """Whether an inline is written in a language of the other direction."""
    return inline.language is not None and language_direction(inline.language) != base


class _Cutting:
    """One group of inlines of one direction, with the stretches of its leaves in order."""

    def __init__(self, writer: InlineWriter, base: Direction, cuts: Iterator[list[Stretch]]) -> None:
        self.writer = writer
        self.base = base
        self.cuts = cuts

    def write(self, inlines: Inlines, look: Look) -> list[etree._Element]:
        found: list[etree._Element] = []
        for inline in inlines:
            found += self._one(inline, look)
        return found

    def _one(self, inline: Inline, look: Look) -> list[etree._Element]:
        if inline.language is not None:
            own = self.writer.manuscript.document.language
            look = replace(look, language=inline.language if inline.language != own else None)
        if _turns(inline, self.base):
            next(self.cuts)
            other: Direction = "ltr" if self.base == "rtl" else "rtl"
            return self.writer._group((_without_language(inline),), look, other)
        write = _KINDS.get(type(inline))
        if write is None:
            raise UnknownNode(inline, "docx")
        return write(self, inline, look)

    def text(self, node: Text, look: Look) -> list[etree._Element]:
        return [run(stretch, look) for stretch in next(self.cuts)]

    def record(self, node: DateText | Name | Stated, look: Look) -> list[etree._Element]:
        return [run(stretch, replace(look, mark=_mark(node))) for stretch in next(self.cuts)]

    def fact(self, node: Fact, look: Look) -> list[etree._Element]:
        runs = [run(stretch, replace(look, mark=_mark(node))) for stretch in next(self.cuts)]
        return self.writer.manuscript.bookmarks.around(bookmark_name(node.id, "fact"), runs)

    def strong(self, node: Strong, look: Look) -> list[etree._Element]:
        return self.write(node.inlines, replace(look, strong=True))

    def emphasis(self, node: Emphasis, look: Look) -> list[etree._Element]:
        return self.write(node.inlines, replace(look, emphasis=True))

    def link(self, node: Link, look: Look) -> list[etree._Element]:
        if node.href.startswith("#"):
            target = {"w:anchor": bookmark_name(node.href[1:], "block")}
        else:
            target = {"r:id": self.writer.part.relate("hyperlink", _uri(node.href), external=True)}
        return [el("w:hyperlink", {**target, "w:history": "1"}, *self.write(node.inlines, replace(look, link=True)))]

    def footnote(self, node: FootnoteReference, look: Look) -> list[etree._Element]:
        next(self.cuts)
        number = str(self.writer.manuscript.note_numbers[node.note])
        style = el("w:rPr", None, val("w:rStyle", "FootnoteReference"))
        return [el("w:r", None, style, el("w:footnoteReference", {"w:id": number}))]

    def reference(self, node: CrossReference, look: Look) -> list[etree._Element]:
        runs = [run(stretch, look) for stretch in next(self.cuts)]
        return complex_field(self.writer.reference_code(node), runs)

    def line_break(self, node: LineBreak, look: Look) -> list[etree._Element]:
        next(self.cuts)
        return [el("w:r", None, el("w:br"))]


_KINDS: dict[type[Any], Callable[[_Cutting, Any, Look], list[etree._Element]]] = {
    Text: _Cutting.text,
    Strong: _Cutting.strong,
    Emphasis: _Cutting.emphasis,
    Link: _Cutting.link,
    FootnoteReference: _Cutting.footnote,
    CrossReference: _Cutting.reference,
    LineBreak: _Cutting.line_break,
    Fact: _Cutting.fact,
    DateText: _Cutting.record,
    Name: _Cutting.record,
    Stated: _Cutting.record,
}


def _uri(href: str) -> str:
    """The address as a URI (RFC 3986, 2): Word calls a file damaged whose relationships hold anything else."""
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(href, safe="!#$%&'()*+,/:;=?@[]~"))


def _without_language(inline: Inline) -> Inline:
    # `stated` must name its language; as text it looks the same and keeps its mark through the look.
    return inline if isinstance(inline, Stated) else replace(inline, language=None)


def _mark(node: Fact | DateText | Name | Stated) -> str:
    name = {Fact: "id", DateText: "edtf"}.get(type(node), "of")
    return f"{node.type} {getattr(node, name)}"


def run(stretch: Stretch, look: Look) -> etree._Element:
    """One run of one script (ISO/IEC 29500-1, 17.3.2.30: `w:rtl` chooses the complex-script properties)."""
    properties = _run_properties(look, rtl=stretch.rtl)
    element = el("w:r", None, properties if len(properties) else None, text_element("w:t", stretch.text))
    if look.mark:
        element.set(NODE_MARK, look.mark)
    return element


def _run_properties(look: Look, *, rtl: bool) -> etree._Element:
    styles = [name for name, on in (("Hyperlink", look.link), ("Strong", look.strong), ("Emphasis", look.emphasis)) if on]
    # A run has one character style; what it cannot say is said on the run.
    direct = styles[1:]
    properties = el("w:rPr", None, val("w:rStyle", styles[0]) if styles else None)
    if "Strong" in direct:
        properties.extend([el("w:b"), el("w:bCs")])
    elif "Emphasis" in direct:
        properties.append(el("w:bCs"))
    if "Emphasis" in direct:
        properties.append(el("w:i"))
    if rtl:
        properties.append(el("w:rtl"))
    if look.language:
        properties.append(el("w:lang", {"w:bidi" if rtl else "w:val": word_language(look.language)}))
    return properties


def complex_field(code: str, result: list[etree._Element]) -> list[etree._Element]:
    """A field with its result as it stands until someone updates it (17.16.18)."""
    return [*field_start(code), *result, field_end()]


def field_start(code: str) -> list[etree._Element]:
    """The runs before the result of a field."""
    return [_field_char("begin"), el("w:r", None, text_element("w:instrText", f" {code} ")), _field_char("separate")]


def field_end() -> etree._Element:
    """The run after the result of a field."""
    return _field_char("end")


def _field_char(kind: str) -> etree._Element:
    return el("w:r", None, el("w:fldChar", {"w:fldCharType": kind}))
