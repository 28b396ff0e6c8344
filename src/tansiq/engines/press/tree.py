"""The document tree: what a report says, before anything is known of Word, PDF or HTML.

Frozen nodes, one class a kind; `type` is the name of the kind in JSON (tree_json). No layout and no validation here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal


class Node:
    """Anything that stands in the tree. `type` is empty for parts that JSON tells by their place (rows, items, notes)."""

    type: ClassVar[str] = ""


# Inlines. `language` is a switch: text in another language than what stands around it.


@dataclass(frozen=True)
class Text(Node):
    """Characters, without line breaks."""

    type: ClassVar[str] = "text"
    text: str
    language: str | None = None


@dataclass(frozen=True)
class Strong(Node):
    """Important: bold."""

    type: ClassVar[str] = "strong"
    inlines: tuple["Inline", ...]
    language: str | None = None


@dataclass(frozen=True)
class Emphasis(Node):
    """Stressed, or a title: italic in Latin scripts."""

    type: ClassVar[str] = "emphasis"
    inlines: tuple["Inline", ...]
    language: str | None = None


@dataclass(frozen=True)
class Link(Node):
    """A link to an address (http, https, mailto) or to a block (`#id`)."""

    type: ClassVar[str] = "link"
    href: str
    inlines: tuple["Inline", ...]
    language: str | None = None


@dataclass(frozen=True)
class FootnoteReference(Node):
    """The place where the note `note` of the document is called."""

    type: ClassVar[str] = "footnote"
    note: str
    language: str | None = None


@dataclass(frozen=True)
class CrossReference(Node):
    """Points to another block by its number, its title or its page."""

    type: ClassVar[str] = "xref"
    to: str
    form: Literal["number", "title", "page"]
    language: str | None = None


@dataclass(frozen=True)
class LineBreak(Node):
    """A new line inside a paragraph."""

    type: ClassVar[str] = "line_break"
    language: str | None = None


@dataclass(frozen=True)
class Fact(Node):
    """A value of the record: `text` is how it is printed, `rests_on` the rows (`app/kind/slug`) it was taken from."""

    type: ClassVar[str] = "fact"
    id: str
    key: str
    params: Mapping[str, Any]
    value: Any
    unit: str | None
    as_of: str
    known_at: str
    text: str
    rests_on: tuple[str, ...]
    language: str | None = None


@dataclass(frozen=True)
class DateText(Node):
    """A date of the record, in EDTF (ISO 8601-2) and as printed."""

    type: ClassVar[str] = "date"
    edtf: str
    text: str
    rests_on: tuple[str, ...]
    language: str | None = None


@dataclass(frozen=True)
class Name(Node):
    """The name of a body of the record, in one of its forms."""

    type: ClassVar[str] = "name"
    of: str
    form: Literal["long", "short", "acronym"]
    text: str
    rests_on: tuple[str, ...]
    language: str | None = None


@dataclass(frozen=True)
class Stated(Node):
    """A text a person entered in the record, in the language it was entered in."""

    type: ClassVar[str] = "stated"
    of: str
    field: str
    language: str
    text: str
    rests_on: tuple[str, ...]


RecordNode = Fact | DateText | Name | Stated
Inline = Text | Strong | Emphasis | Link | FootnoteReference | CrossReference | LineBreak | Fact | DateText | Name | Stated
Inlines = tuple[Inline, ...]


# Blocks. `id` is stable and unique in the document; `origin` says which message with which arguments gave the text.


@dataclass(frozen=True)
class Origin(Node):
    """The message a composed block was made from."""

    message: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Heading(Node):
    """A heading; level 1 is the highest below the title. `number` is printed as it stands (`I.`)."""

    type: ClassVar[str] = "heading"
    id: str
    level: int
    inlines: Inlines
    number: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True)
class Paragraph(Node):
    """A paragraph, numbered or not."""

    type: ClassVar[str] = "paragraph"
    id: str
    inlines: Inlines
    number: int | None = None
    origin: Origin | None = None


@dataclass(frozen=True)
class Item(Node):
    """An item of a list: a line of text, then nested blocks. `label` is printed as it stands (`(a)`)."""

    id: str
    inlines: Inlines
    blocks: tuple["Paragraph | ListBlock", ...] = ()
    label: str | None = None


@dataclass(frozen=True)
class ListBlock(Node):
    """A list of items, ordered or bulleted."""

    type: ClassVar[str] = "list"
    id: str
    kind: Literal["ordered", "bulleted"]
    items: tuple[Item, ...]
    origin: Origin | None = None


@dataclass(frozen=True)
class Column(Node):
    """A column of a table: its width relative to the others (1 when not said) and how its text stands."""

    width: float | None = None
    align: Literal["start", "center", "end"] | None = None


@dataclass(frozen=True)
class Picture(Node):
    """An image or chart: PNG or JPEG in base64, with its caption and its text alternative."""

    type: ClassVar[str] = "picture"
    id: str
    media_type: Literal["image/png", "image/jpeg"]
    data: str
    caption: Inlines
    alternative: str
    source: Inlines | None = None
    number: int | None = None
    origin: Origin | None = None


@dataclass(frozen=True)
class Quote(Node):
    """A quotation set apart, of blocks or of one run of inlines, with its source."""

    type: ClassVar[str] = "quote"
    id: str
    inlines: Inlines | None = None
    blocks: tuple[Paragraph | ListBlock, ...] | None = None
    source: Inlines | None = None
    origin: Origin | None = None


@dataclass(frozen=True)
class Cell(Node):
    """A cell: inlines or blocks, never both. `header` marks a row or column head."""

    inlines: Inlines | None = None
    blocks: tuple[Paragraph | ListBlock | Quote | Picture, ...] | None = None
    colspan: int | None = None
    rowspan: int | None = None
    header: bool | None = None


@dataclass(frozen=True)
class Row(Node):
    """A row of a table: the cells that begin in it."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table(Node):
    """A table: columns, caption, header rows, body rows, note on the source."""

    type: ClassVar[str] = "table"
    id: str
    columns: tuple[Column, ...]
    caption: Inlines
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    source: Inlines | None = None
    number: int | None = None
    origin: Origin | None = None


@dataclass(frozen=True)
class PageBreak(Node):
    """What follows begins on a new page."""

    type: ClassVar[str] = "page_break"
    id: str
    origin: Origin | None = None


@dataclass(frozen=True)
class Contents(Node):
    """The table of contents, down to heading level `levels`."""

    type: ClassVar[str] = "contents"
    id: str
    title: Inlines
    levels: int
    origin: Origin | None = None


Block = Heading | Paragraph | ListBlock | Table | Picture | Quote | PageBreak | Contents
Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class CoverLine(Node):
    """One line of the cover."""

    role: Literal["title", "subtitle", "addressed_to", "body", "authors", "date", "symbol"]
    inlines: Inlines


@dataclass(frozen=True)
class Cover(Node):
    """What stands on the cover, in the order it is printed."""

    lines: tuple[CoverLine, ...]


@dataclass(frozen=True)
class Running(Node):
    """What runs along the top and the foot of every page but the cover."""

    header: Inlines | None = None
    footer: Inlines | None = None


@dataclass(frozen=True)
class Note(Node):
    """The text of a footnote."""

    id: str
    blocks: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Annex(Node):
    """An annex: its title stands as a heading of level 1, its own headings begin at level 2."""

    id: str
    title: Inlines
    blocks: Blocks


@dataclass(frozen=True, kw_only=True)
class Document(Node):
    """The whole: `language` is a BCP 47 tag; `direction` follows from it when absent (direction.document_direction)."""

    type: ClassVar[str] = "document"
    language: str
    direction: Literal["ltr", "rtl"] | None = None
    title: str
    subtitle: str | None = None
    symbol: str | None = None
    as_of: str | None = None
    known_at: str | None = None
    cover: Cover | None = None
    running: Running | None = None
    blocks: Blocks
    notes: tuple[Note, ...] = ()
    annexes: tuple[Annex, ...] = ()


def children(node: Node) -> Iterator[tuple[str, Node]]:
    """The nodes directly inside `node` with their steps (`items[1]`), in the order of its fields."""
    for name, value in vars(node).items():
        if isinstance(value, Node):
            yield name, value
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                if isinstance(part, Node):
                    yield f"{name}[{index}]", part


def walk(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Every node below `node` as it is read, parents first, with its path from it (`blocks[3].items[1].inlines[0]`)."""
    for step, child in children(node):
        place = f"{path}.{step}" if path else step
        yield place, child
        yield from walk(child, place)


def text_of(inlines: Inlines) -> str:
    """The characters of inlines; a line break is `\\n`. Footnote marks and cross-references carry none of their own."""
    parts = []
    for inline in inlines:
        if isinstance(inline, LineBreak):
            parts.append("\n")
        elif isinstance(inline, Strong | Emphasis | Link):
            parts.append(text_of(inline.inlines))
        elif isinstance(inline, Text | Fact | DateText | Name | Stated):
            parts.append(inline.text)
    return "".join(parts)
