"""The words a document needs besides its own (Contents, Table 1, page 2 of 9), and what a cross-reference prints.

Shared by all writers, so that one tree says the same in every format. No numbers are made here (numbering.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tansiq.engines.press.tree import (
    Annex,
    Contents,
    Document,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Node,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Table,
    walk,
)


@dataclass(frozen=True)
class Words:
    """The fixed words of one language. `page` holds two places: this page and their number."""

    table: str
    figure: str
    source: str
    notes: str
    back: str
    page: tuple[str, str, str]
    to_footnote: str


_WORDS = {
    "en": Words("Table", "Figure", "Source:", "Notes", "Back to the text", ("Page ", " of ", ""), "Note"),
    "fr": Words("Tableau", "Figure", "Source\u00a0:", "Notes", "Retour au texte", ("Page ", " sur ", ""), "Note"),
    "ar": Words("الجدول", "الشكل", "المصدر:", "الحواشي", "عودة إلى النص", ("الصفحة ", " من ", ""), "الحاشية"),
}


def words_of(language: str) -> Words:
    """The words of a language; English for a language that has none here."""
    return _WORDS.get(language.split("-", 1)[0].lower(), _WORDS["en"])


def caption_label(node: Table | Picture, language: str) -> str:
    """`Table 1`, or nothing when the node has no number."""
    if node.number is None:
        return ""
    words = words_of(language)
    return f"{words.table if isinstance(node, Table) else words.figure}\u00a0{node.number}"


_TARGETS = Heading | Paragraph | ListBlock | Item | Table | Picture | Quote | PageBreak | Contents | Annex


def targets(document: Document) -> Mapping[str, Node]:
    """Every node a cross-reference may point to, by id."""
    return {node.id: node for _, node in walk(document) if isinstance(node, _TARGETS)}


def printed_number(node: Node, language: str) -> str:
    """The number of a block as a reference prints it: `I` of the heading `I.`, `3`, `(a)`, `Table 1`; empty when it has none."""
    if isinstance(node, Heading):
        return (node.number or "").removesuffix("-").strip().removesuffix(".")
    if isinstance(node, Paragraph):
        return str(node.number or "")
    if isinstance(node, Item):
        return node.label or ""
    return caption_label(node, language) if isinstance(node, Table | Picture) else ""


def title_inlines(node: Node) -> Inlines:
    """The inlines that name a block: of a heading, a caption or an annex."""
    if isinstance(node, Heading):
        return node.inlines
    if isinstance(node, Annex):
        return node.title
    return node.caption if isinstance(node, Table | Picture) else ()
