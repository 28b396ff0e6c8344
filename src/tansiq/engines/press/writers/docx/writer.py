"""One document tree to one Word file."""

from collections.abc import Mapping
from typing import Any

from tansiq.engines.press.tree import Document
from tansiq.engines.press.validate import validate
from tansiq.engines.press.writers.docx import properties
from tansiq.engines.press.writers.docx.blocks import BlockWriter
from tansiq.engines.press.writers.docx.contents import headings
from tansiq.engines.press.writers.docx.manuscript import Manuscript, Story
from tansiq.engines.press.writers.docx.map import map_part
from tansiq.engines.press.writers.docx.notes import footnotes
from tansiq.engines.press.writers.docx.package import WORD, Part, zipped
from tansiq.engines.press.writers.docx.pages import cover_drop, section, write_front
from tansiq.engines.press.writers.docx.pagination import estimate
from tansiq.engines.press.writers.docx.styles import CENTERED_LABEL, NUMBER_WIDTH, STYLES, styles_part
from tansiq.engines.press.writers.docx.xml import el, serialized


def write_docx(document: Document, *, pages: Mapping[str, int] | None = None) -> bytes:
    """The document as a Word file (ISO/IEC 29500-1, Transitional). The same tree gives the same bytes.

    `pages` says on which page blocks stand, by id; it fills page fields until someone updates them. Without it they hold an estimate.
    Raises InvalidTree, and UnknownNode for a kind of node this writer does not know.
    """
    validate(document)
    manuscript = Manuscript(document, {**estimate(document), **(pages or {})})
    story = Story(manuscript.body)
    writer = BlockWriter(manuscript, story)
    write_front(writer)
    writer.write(document.blocks)
    for annex in document.annexes:
        writer.annex(annex)
    writer.finish()
    notes_part, notes = footnotes(manuscript)
    body = el("w:document", None, el("w:body", None, *story.blocks, section(manuscript)))
    _relate(manuscript, "customXml", Part("/customXml/item1.xml", "application/xml", map_part({"document": body, "footnotes": notes})))
    notes_part.blob = serialized(notes)
    manuscript.body.blob = serialized(body)
    _settings(manuscript)
    return zipped(*_package(manuscript))


def _settings(manuscript: Manuscript) -> None:
    roots = {
        "styles": styles_part(manuscript.languages(), _fitted(manuscript), rtl=manuscript.rtl),
        "numbering": manuscript.lists.part(),
        "settings": properties.settings(manuscript),
        "fontTable": properties.fonts(),
    }
    for kind, root in roots.items():
        _relate(manuscript, kind, Part(f"/word/{kind}.xml", f"{WORD}.{kind}+xml", serialized(root)))


def _fitted(manuscript: Manuscript) -> dict[str, dict[str, Any]]:
    """What this document changes in the styles, so that no paragraph carries formatting of its own."""
    return {**cover_drop(manuscript), **(_arabic() if manuscript.rtl else _hanging(manuscript.document))}


def _hanging(document: Document) -> dict[str, dict[str, Any]]:
    """Headings of a level that all have a number hang their text; Arabic numbers of headings are words and do not."""
    annexes = {annex.id for annex in document.annexes}
    numbers: dict[int, list[str | None]] = {}
    for identifier, level, number, _ in headings(document):
        if identifier not in annexes:
            numbers.setdefault(level, []).append(number)
    hang = {"start": NUMBER_WIDTH, "hanging": NUMBER_WIDTH, "tabs": (("left", NUMBER_WIDTH, "none"),)}
    return {f"Heading{level}": hang for level, found in numbers.items() if all(found)}


def _arabic() -> dict[str, dict[str, Any]]:
    """Arabic letters stand taller and deeper than Latin ones: their lines need more room (240 is single). Labels: see lists.py."""
    numbers = {style.id: {"line": 288, "hanging": CENTERED_LABEL} for style in STYLES if style.hanging and style.id.startswith("List")}
    return {"BodyText": {"line": 312}, "FootnoteText": {"line": 276}, **numbers}


def _relate(manuscript: Manuscript, kind: str, part: Part) -> None:
    inside = part.name.startswith("/word/")
    manuscript.body.relate(kind, part.name.removeprefix("/word/") if inside else f"..{part.name}")
    manuscript.add(part)


def _package(manuscript: Manuscript) -> tuple[Part, list[Part]]:
    root = Part("/", "")
    root.relate("officeDocument", "word/document.xml")
    root.relate("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
    root.relate("extended-properties", "docProps/app.xml")
    office = "application/vnd.openxmlformats"
    own = [
        Part("/docProps/core.xml", f"{office}-package.core-properties+xml", properties.core(manuscript.document)),
        Part("/docProps/app.xml", f"{office}-officedocument.extended-properties+xml", properties.app()),
    ]
    return root, [manuscript.body, *manuscript.parts, *own]
