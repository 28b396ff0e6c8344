"""Inlines to markup. Record nodes keep what they rest on in data attributes; a switch of language carries `lang` and `dir`."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from tansiq.engines.press.direction import language_direction
from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.labels import printed_number, targets, title_inlines
from tansiq.engines.press.tree import (
    CrossReference,
    DateText,
    Document,
    Emphasis,
    Fact,
    FootnoteReference,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Name,
    RecordNode,
    Stated,
    Strong,
    Text,
    text_of,
    walk,
)
from tansiq.engines.press.writers.html.markup import checked, classes, tag, text

Decorate: TypeAlias = Callable[[RecordNode], Mapping[str, str] | None]
"""Extra attributes for the element of a record node; `href` makes it a link."""

_ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class InlineWriter:
    """Writes the inlines of one document."""

    def __init__(
        self, document: Document, decorate: Decorate | None = None, pages: Mapping[str, int] | None = None, *, data: bool = True
    ) -> None:
        self.document = document
        self.pages = pages or {}
        self.decorate = decorate
        self.data = data
        self.targets = targets(document)
        self.note_numbers: dict[str, int] = {}
        self.headings: dict[str, Heading | None] = {}
        self._read(document)

    def _read(self, document: Document) -> None:
        heading = None
        for _, node in walk(document):
            if isinstance(node, Heading):
                heading = node
            if isinstance(node, FootnoteReference):
                self.note_numbers[node.note] = len(self.note_numbers) + 1
            name = getattr(node, "id", None)
            if name is not None and not isinstance(node, Fact):
                self.headings[name] = heading

    def write(self, inlines: Inlines, *, linked: bool = False) -> str:
        """The markup; `linked` says that it stands inside a link already."""
        return "".join(self._one(inline, linked) for inline in inlines)

    def _one(self, inline: Inline, linked: bool) -> str:
        write = _KINDS.get(type(inline))
        if write is None:
            raise UnknownNode(inline, "html")
        return write(self, inline, linked)

    def switch(self, inline: Inline) -> dict[str, str | None]:
        """`lang` and `dir` of an inline in another language than the document."""
        if inline.language in (None, self.document.language):
            return {}
        return {"lang": inline.language, "dir": language_direction(str(inline.language))}

    def _text(self, node: Text, linked: bool) -> str:
        switch = self.switch(node)
        return tag("span", switch, text(node.text)) if switch else text(node.text)

    def _strong(self, node: Strong, linked: bool) -> str:
        return tag("strong", self.switch(node), self.write(node.inlines, linked=linked))

    def _emphasis(self, node: Emphasis, linked: bool) -> str:
        return tag("em", self.switch(node), self.write(node.inlines, linked=linked))

    def _link(self, node: Link, linked: bool) -> str:
        return tag("a", {"href": node.href, **self.switch(node)}, self.write(node.inlines, linked=True))

    def _footnote(self, node: FootnoteReference, linked: bool) -> str:
        attributes = {"id": f"-ref-{node.note}", "href": f"#{node.note}", "role": "doc-noteref"}
        return tag("sup", None, tag("a", attributes, str(self.note_numbers[node.note])))

    def _reference(self, node: CrossReference, linked: bool) -> str:
        return tag("a", {"class": "xref", "href": f"#{node.to}", **self.switch(node)}, text(self.reference_text(node)))

    def reference_text(self, node: CrossReference) -> str:
        """What a cross-reference prints.

        HTML has no pages: a page is that of the printed edition where it is known, else the number, title or section of the block stands.
        """
        if node.form == "page" and node.to in self.pages:
            return str(self.pages[node.to])
        target = self.targets[node.to]
        number = printed_number(target, self.document.language)
        title = text_of(title_inlines(target)).replace("\n", " ")
        if node.form == "number" or node.form == "page" and number:
            return number
        heading = self.headings.get(node.to)
        return title or (text_of(heading.inlines) if heading else self.document.title)

    def _line_break(self, node: LineBreak, linked: bool) -> str:
        return tag("br")

    def _fact(self, node: Fact, linked: bool) -> str:
        data = {
            "data-id": node.id,
            "data-key": node.key,
            "data-params": _json(node.params),
            "data-value": _json(node.value),
            "data-unit": node.unit,
            "data-as-of": node.as_of,
            "data-known-at": node.known_at,
        }
        return self._record(node, data, linked)

    def _date(self, node: DateText, linked: bool) -> str:
        return self._record(node, {"data-edtf": node.edtf}, linked)

    def _name(self, node: Name, linked: bool) -> str:
        return self._record(node, {"data-of": node.of, "data-form": node.form}, linked)

    def _stated(self, node: Stated, linked: bool) -> str:
        return self._record(node, {"data-of": node.of, "data-field": node.field}, linked)

    def _record(self, node: RecordNode, data: Mapping[str, str | None], linked: bool) -> str:
        extra = dict(checked((self.decorate(node) if self.decorate else None) or {}))
        if linked:
            extra.pop("href", None)
        bound = {**data, "data-rests-on": " ".join(node.rests_on)} if self.data else {}
        own = {"class": classes(node.type, extra.pop("class", None)), **bound}
        attributes = {**own, **extra, **self.switch(node)}
        moment = node.edtf if isinstance(node, DateText) and is_plain_date(node.edtf) else None
        if "href" in extra:
            return tag("a", attributes, tag("time", {"datetime": moment}, text(node.text)) if moment else text(node.text))
        return tag("time" if moment else "span", {**attributes, "datetime": moment}, text(node.text))


_KINDS: dict[type[Any], Callable[[InlineWriter, Any, bool], str]] = {
    Text: InlineWriter._text,
    Strong: InlineWriter._strong,
    Emphasis: InlineWriter._emphasis,
    Link: InlineWriter._link,
    FootnoteReference: InlineWriter._footnote,
    CrossReference: InlineWriter._reference,
    LineBreak: InlineWriter._line_break,
    Fact: InlineWriter._fact,
    DateText: InlineWriter._date,
    Name: InlineWriter._name,
    Stated: InlineWriter._stated,
}


def is_plain_date(edtf: str) -> bool:
    """Whether an EDTF text is a year, a month or a day as `datetime` takes them (HTML, 2.3.5)."""
    if not _ISO_DATE.fullmatch(edtf):
        return False
    try:
        date.fromisoformat((edtf + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
