"""The rules of a document tree that need more than one node: ids, references, levels, grids, alternatives.

Pure and complete before any writer starts: writers call `validate` first and then trust the tree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlsplit

from tansiq.engines.press.errors import InvalidTree
from tansiq.engines.press.pictures import UnreadablePicture, pixel_size
from tansiq.engines.press.tree import (
    Annex,
    Blocks,
    Cell,
    Contents,
    CrossReference,
    DateText,
    Document,
    Fact,
    FootnoteReference,
    Heading,
    Link,
    ListBlock,
    Name,
    Node,
    Note,
    Paragraph,
    Picture,
    Quote,
    Row,
    Stated,
    Table,
    Text,
    children,
    text_of,
    walk,
)
from tansiq.engines.press.tree_json import from_json, to_json

MAX_LIST_DEPTH = 4
"""Lists stand at most so deep in one another; further levels have no label anyone could read."""

IDENTIFIER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:-]{0,199}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def validate(document: Document) -> None:
    """Refuse a tree that no writer could render faithfully.

    Raises InvalidTree with the path and the rule: everything `from_json` refuses, and: duplicate id, bad id, empty text where one is
    needed, skipped heading level, missing alternative text, unreadable picture, unresolved reference, note called never or twice,
    nested reference, grid not filled, bad address, bad date, bad language, lists nested too deep.
    """
    from_json(to_json(document))
    nodes = list(walk(document))
    targets = _ids(document, nodes)
    _check_document(document)
    for path, node in nodes:
        _check_node(path, node, targets)
    _check_levels(document.blocks, "blocks", 0)
    for index, annex in enumerate(document.annexes):
        _check_levels(annex.blocks, f"annexes[{index}].blocks", 1)
    _check_notes(document, nodes)
    for path, node in children(document):
        _check_inside(path, node, _Around(in_running=path == "running"))


def record_behind(document: Document, path: str) -> str:
    """The reference of the record printed by the innermost node on the way to `path`, "" where none is; for messages to people."""
    found = ""
    for place, node in walk(document):
        if path == place or path.startswith((f"{place}.", f"{place}[")):
            refs = getattr(node, "rests_on", ()) or ()
            found = getattr(node, "of", None) or next(iter(refs), None) or found
    return found


def _ids(document: Document, nodes: list[tuple[str, Node]]) -> dict[str, Node]:
    """Blocks, items, notes and annexes by id. Facts have ids of their own, one an occurrence."""
    found: dict[str, Node] = {}
    facts: set[str] = set()
    for path, node in nodes:
        name = getattr(node, "id", None)
        if name is None:
            continue
        if not IDENTIFIER.fullmatch(name):
            raise InvalidTree(path, "bad id", f"{name!r}; use letters, digits and _ . : - (at most 200)")
        if name in (facts if isinstance(node, Fact) else found):
            raise InvalidTree(path, "duplicate id", f"{name!r} stands twice in the document; every id is given once")
        if isinstance(node, Fact):
            facts.add(name)
        else:
            found[name] = node
    return found


def _check_document(document: Document) -> None:
    if not document.title.strip():
        raise InvalidTree("title", "empty text", "a document needs a title")
    _check_language("language", document.language)
    for name, parse in (("as_of", date.fromisoformat), ("known_at", datetime.fromisoformat)):
        value = getattr(document, name)
        try:
            if value is not None:
                parse(value)
        except ValueError:
            raise InvalidTree(name, "bad date", f"{value!r} is not an ISO 8601 date") from None


def _check_language(path: str, language: str | None) -> None:
    if language is not None and not LANGUAGE.fullmatch(language):
        raise InvalidTree(path, "bad language", f"{language!r} is not a BCP 47 tag such as en, ar or fr-CA")


def _check_node(path: str, node: Node, targets: dict[str, Node]) -> None:
    _check_language(f"{path}.language", getattr(node, "language", None))
    if isinstance(node, Text | Fact | DateText | Name | Stated):
        _check_text(path, node)
    elif isinstance(node, CrossReference):
        _check_reference(path, node, targets)
    elif isinstance(node, Link):
        _check_link(path, node, targets)
    elif isinstance(node, Picture):
        _check_picture(path, node)
    elif isinstance(node, Table):
        _check_table(path, node)
    elif isinstance(node, Cell | Quote):
        _check_content(path, node)
    else:
        _check_filled(path, node)


def _check_text(path: str, node: Text | Fact | DateText | Name | Stated) -> None:
    if re.search(r"[\t\n\r]", node.text):
        raise InvalidTree(f"{path}.text", "forbidden character", "a tab or line end; use a line_break node or another block")
    if not isinstance(node, Text) and not node.text.strip():
        raise InvalidTree(f"{path}.text", "empty text", f"a node {node.type!r} prints something; give the text it is printed with")


def _check_reference(path: str, node: CrossReference, targets: dict[str, Node]) -> None:
    target = targets.get(node.to)
    if target is None or isinstance(target, Note):
        raise InvalidTree(path, "unresolved reference", f"no block has the id {node.to!r}")
    if node.form == "number" and not any(getattr(target, name, None) for name in ("number", "label")):
        raise InvalidTree(path, "unresolved reference", f"{node.to!r} has no number; number the tree first or refer by title")
    if node.form == "title" and not isinstance(target, Heading | Table | Picture | Annex):
        raise InvalidTree(path, "unresolved reference", f"{node.to!r} has no title; refer by number or page")


def _check_link(path: str, node: Link, targets: dict[str, Node]) -> None:
    if not text_of(node.inlines).strip():
        raise InvalidTree(path, "empty text", "a link needs a text that says where it leads")
    if node.href.startswith("#"):
        if isinstance(targets.get(node.href[1:]), Note | None):
            raise InvalidTree(f"{path}.href", "unresolved reference", f"no block has the id {node.href[1:]!r}")
        return
    if not _is_address(node.href):
        raise InvalidTree(f"{path}.href", "bad address", f"{node.href!r}; use http, https, mailto or #id, without spaces or quotes")


def _is_address(href: str) -> bool:
    try:
        parts = urlsplit(href)
        # Reading the port is what finds a bad one.
        complete = bool(parts.hostname) if parts.scheme in ("http", "https") and parts.port != 0 else False
    except ValueError:
        return False
    mail = parts.scheme == "mailto" and "@" in parts.path
    return (complete or mail) and not re.search(r"[\s<>\"\\]", href)


def _check_picture(path: str, node: Picture) -> None:
    if not node.alternative.strip():
        raise InvalidTree(path, "missing alternative text", "say in `alternative` what the picture shows")
    try:
        pixel_size(node.data, node.media_type)
    except UnreadablePicture as error:
        raise InvalidTree(f"{path}.data", "unreadable picture", str(error)) from None


def _check_content(path: str, node: Cell | Quote) -> None:
    if (node.inlines is None) == (node.blocks is None):
        raise InvalidTree(path, "missing key", "give either `inlines` or `blocks`, not both")


def _check_filled(path: str, node: Node) -> None:
    if isinstance(node, Heading) and not 1 <= node.level <= 6 or isinstance(node, Contents) and not 1 <= node.levels <= 6:
        raise InvalidTree(path, "wrong type", "heading levels are 1 to 6")
    titled = {Heading: "inlines", Contents: "title", Annex: "title"}.get(type(node))
    if titled and not text_of(getattr(node, titled)).strip():
        raise InvalidTree(path, "empty heading", "a heading needs a text")
    part = {ListBlock: "items", Note: "blocks"}.get(type(node))
    if part and not getattr(node, part):
        raise InvalidTree(path, "empty block", f"give at least one of `{part}`")
    number = getattr(node, "number", None)
    if isinstance(node, Paragraph) and number is not None and number < 1:
        raise InvalidTree(path, "wrong type", f"paragraphs are numbered from 1, found {number}")


def _check_levels(blocks: Blocks, path: str, level: int) -> None:
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            if block.level > level + 1:
                found = f"level {block.level} after level {level}" if level else f"the first heading has level {block.level}"
                raise InvalidTree(f"{path}[{index}]", "skipped heading level", f"{found}; use level {level + 1}")
            if path.startswith("annexes") and block.level == 1:
                raise InvalidTree(f"{path}[{index}]", "skipped heading level", "the title of the annex has level 1; begin at level 2")
            level = block.level


def _check_notes(document: Document, nodes: list[tuple[str, Node]]) -> None:
    notes = {note.id for note in document.notes}
    called: set[str] = set()
    for path, node in nodes:
        if isinstance(node, FootnoteReference):
            if node.note not in notes:
                raise InvalidTree(path, "unresolved reference", f"no note has the id {node.note!r}")
            if node.note in called:
                raise InvalidTree(path, "note called twice", f"{node.note!r}; write a second note")
            called.add(node.note)
    for index, note in enumerate(document.notes):
        if note.id not in called:
            raise InvalidTree(f"notes[{index}]", "note never called", f"no footnote node calls {note.id!r}; call it or remove it")


def _check_table(path: str, table: Table) -> None:
    if not table.columns or not table.rows:
        raise InvalidTree(path, "empty block", "a table needs columns and rows")
    for index, column in enumerate(table.columns):
        if column.width is not None and not 0 < column.width < 1e6:
            raise InvalidTree(f"{path}.columns[{index}]", "wrong type", f"widths are above zero, found {column.width}")
    for part, rows in (("header", table.header), ("rows", table.rows)):
        _check_grid(f"{path}.{part}", rows, len(table.columns))


def _check_grid(path: str, rows: tuple[Row, ...], width: int) -> None:
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        for x, cell in enumerate(row.cells):
            place = f"{path}[{y}].cells[{x}]"
            if min(cell.colspan or 1, cell.rowspan or 1) < 1 or 0 in (cell.colspan, cell.rowspan):
                raise InvalidTree(place, "grid not filled", "spans are 1 or more")
            taken.update(_fill(place, cell, (y, taken), (width, len(rows))))
        missing = [column for column in range(width) if (y, column) not in taken]
        if missing:
            raise InvalidTree(f"{path}[{y}]", "grid not filled", f"column {missing[0] + 1} of {width} has no cell; add one or a span")


def _fill(place: str, cell: Cell, at: tuple[int, set[tuple[int, int]]], size: tuple[int, int]) -> Iterator[tuple[int, int]]:
    (y, taken), (width, height) = at, size
    start = next((column for column in range(width) if (y, column) not in taken), width)
    for row in range(y, y + (cell.rowspan or 1)):
        for column in range(start, start + (cell.colspan or 1)):
            if column >= width or row >= height:
                raise InvalidTree(place, "grid not filled", f"the cell stands out of the {width} columns and {height} rows of its part")
            if (row, column) in taken:
                raise InvalidTree(place, "grid not filled", f"the cell lies over another one in row {row + 1}, column {column + 1}")
            yield row, column


@dataclass(frozen=True)
class _Around:
    """What a node stands inside of."""

    lists: int = 0
    in_running: bool = False
    in_note: bool = False
    anchor: str | None = field(default=None)


def _check_inside(path: str, node: Node, around: _Around) -> None:
    """Refuse what cannot stand where it stands: notes in notes and running lines, links in links, lists too deep in lists."""
    if isinstance(node, FootnoteReference) and (around.in_running or around.in_note or around.anchor):
        raise InvalidTree(path, "nested reference", "no footnote stands in a note, a link, a running line or the title of the contents")
    if isinstance(node, Link | CrossReference) and around.anchor == "link":
        raise InvalidTree(path, "nested reference", "a link cannot stand inside a link")
    lists = around.lists + isinstance(node, ListBlock)
    if lists > MAX_LIST_DEPTH:
        raise InvalidTree(path, "nested too deep", f"lists stand at most {MAX_LIST_DEPTH} deep; make it paragraphs")
    inside = _Around(
        lists=lists,
        in_running=around.in_running or isinstance(node, Contents),
        in_note=around.in_note or isinstance(node, Note),
        anchor="link" if isinstance(node, Link) else around.anchor,
    )
    for step, child in children(node):
        _check_inside(f"{path}.{step}", child, inside)
