"""The footnotes part: the two separators Word asks for, then the notes in the order they are called (ISO/IEC 29500-1, 17.11)."""

from lxml import etree

from tansiq.engines.press.writers.docx.blocks import BlockWriter
from tansiq.engines.press.writers.docx.manuscript import Manuscript, Story
from tansiq.engines.press.writers.docx.package import WORD, Part
from tansiq.engines.press.writers.docx.xml import el, val


def footnotes(manuscript: Manuscript) -> tuple[Part, etree._Element]:
    """The part and its root; written also when there is no note, because the settings name its separators."""
    part = manuscript.add(Part("/word/footnotes.xml", f"{WORD}.footnotes+xml"))
    manuscript.body.relate("footnotes", "footnotes.xml")
    root = el("w:footnotes", None, _separator("separator", "-1"), _separator("continuationSeparator", "0"))
    for note in sorted(manuscript.document.notes, key=lambda note: manuscript.note_numbers[note.id]):
        story = Story(part)
        BlockWriter(manuscript, story, styles=("FootnoteText", "FootnoteText")).write(note.blocks)
        style = el("w:rPr", None, val("w:rStyle", "FootnoteReference"))
        mark = [el("w:r", None, style, el("w:footnoteRef")), *BlockWriter(manuscript, story).inlines.plain(" ")]
        first = story.blocks[0]
        for run in reversed(mark):
            first.insert(1, run)
        root.append(el("w:footnote", {"w:id": str(manuscript.note_numbers[note.id])}, *story.blocks))
    return part, root


def _separator(kind: str, number: str) -> etree._Element:
    spacing = el("w:pPr", None, el("w:spacing", {"w:after": "0", "w:line": "240", "w:lineRule": "auto"}))
    return el("w:footnote", {"w:type": kind, "w:id": number}, el("w:p", None, spacing, el("w:r", None, el(f"w:{kind}"))))
