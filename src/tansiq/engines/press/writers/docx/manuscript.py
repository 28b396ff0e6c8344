"""What one Word file keeps while it is written: its parts, its numbers, and where each node of the tree came to stand."""

from dataclasses import dataclass, field

from lxml import etree

from tansiq.engines.press.direction import Direction, document_direction
from tansiq.engines.press.labels import targets
from tansiq.engines.press.tree import Annex, Contents, CrossReference, Document, FootnoteReference, Heading, Link, walk
from tansiq.engines.press.writers.docx.anchors import Bookmarks
from tansiq.engines.press.writers.docx.lists import Lists
from tansiq.engines.press.writers.docx.package import WORD, Part

_REGIONS = {"en": "en-GB", "fr": "fr-FR", "ar": "ar-LB"}


def word_language(tag: str) -> str:
    """The tag Word proofs in: a bare language gets the region whose spelling the United Nations uses."""
    return _REGIONS.get(tag, tag)


@dataclass
class Story:
    """One part that holds paragraphs: the body, the notes, a running line."""

    part: Part
    blocks: list[etree._Element] = field(default_factory=list)


class Manuscript:
    """The state of one file. `add` puts parts in; the body is written last."""

    def __init__(self, document: Document, pages: dict[str, int]) -> None:
        self.document = document
        self.direction: Direction = document_direction(document)
        self.targets = targets(document)
        self.pages = pages
        self.bookmarks = Bookmarks()
        self.lists = Lists(document.language, rtl=self.direction == "rtl")
        self.parts: list[Part] = []
        self.body = Part("/word/document.xml", f"{WORD}.document.main+xml")
        self.pictures: dict[str, Part] = {}
        self.drawings = 0
        nodes = [node for _, node in walk(document)]
        self.note_numbers = {
            node.note: number for number, node in enumerate((n for n in nodes if isinstance(n, FootnoteReference)), start=1)
        }
        self.referred = {node.to for node in nodes if isinstance(node, CrossReference)} | {
            node.href[1:] for node in nodes if isinstance(node, Link) and node.href.startswith("#")
        }
        listed = any(isinstance(node, Contents) for node in nodes)
        self.listed = {node.id for node in nodes if isinstance(node, Heading | Annex)} if listed else set()

    @property
    def rtl(self) -> bool:
        """Whether the document runs from right to left."""
        return self.direction == "rtl"

    def languages(self) -> tuple[str, str]:
        """The language of Latin text and that of right-to-left text, as Word tags."""
        own = word_language(self.document.language)
        return ("en-GB", own) if self.rtl else (own, "ar-LB")

    def add(self, part: Part) -> Part:
        """Put a part into the package."""
        self.parts.append(part)
        return part
