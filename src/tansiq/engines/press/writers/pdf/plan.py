"""The document tree to the plan that template.typ draws: plain data, every number, word and size settled.

Pictures leave the plan as files beside it. Layout itself is the template's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias, cast

from tansiq.engines.press.direction import document_direction
from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.labels import caption_label, targets, words_of
from tansiq.engines.press.numbering import item_label
from tansiq.engines.press.pictures import picture_bytes, pixel_size
from tansiq.engines.press.tree import (
    Annex,
    Block,
    Cell,
    Contents,
    Cover,
    CrossReference,
    Document,
    FootnoteReference,
    Heading,
    Inlines,
    Item,
    Link,
    ListBlock,
    Node,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
    text_of,
    walk,
)
from tansiq.engines.press.typography import NBSP
from tansiq.engines.press.writers.pdf.runs import Run, Setting, language_and_region, plain_runs, runs_of

Drawn: TypeAlias = dict[str, Any]

_TAGGED = (CrossReference, FootnoteReference, Link)

POINTS_A_PIXEL = 0.75
"""CSS Values 4, 5.2: 96 pixels an inch, 72 points an inch."""
TALLEST = 560.0
"""Points: what a picture may take of the 697 between the margins, so that its caption and source stay on its page."""


@dataclass(frozen=True)
class Plan:
    """What Typst is given: the data, and the files it names."""

    data: Drawn
    files: Mapping[str, bytes]


def plan_of(document: Document) -> Plan:
    """Return the plan of a valid document. Raises UnknownNode."""
    draft = _Draft(document)
    language, region = language_and_region(document.language)
    cover = document.cover.lines if document.cover else ()
    symbol_to_place = document.cover is not None and all(line.role != "symbol" for line in cover)
    running = document.running
    data = {
        "title": document.title,
        "authors": [text_of(line.inlines) for line in cover if line.role == "authors"],
        "description": document.subtitle,
        "date": _day(document.known_at or document.as_of),
        "language": language,
        "region": region,
        "direction": draft.setting.home,
        "symbol-in-header": draft.plain(document.symbol) if document.symbol and symbol_to_place else None,
        "page-words": list(words_of(document.language).page),
        "header": draft.runs(running.header) if running and running.header else None,
        "footer": draft.runs(running.footer) if running and running.footer else None,
        "cover": draft.cover(document.cover) if document.cover else None,
        "title-lines": draft.title_lines(),
        "blocks": draft.body(),
        "notes": {note.id: draft.blocks(note.blocks) for note in document.notes},
    }
    return Plan(data, draft.files)


def _day(moment: str | None) -> list[int] | None:
    if moment is None:
        return None
    day = datetime.fromisoformat(moment) if "T" in moment or " " in moment else date.fromisoformat(moment)
    return [day.year, day.month, day.day]


@dataclass
class _Draft:
    """The plan while it grows."""

    document: Document
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        home = document_direction(self.document)
        self.setting = Setting(home, self.document.language, home, targets(self.document))

    def runs(self, inlines: Inlines) -> list[Run]:
        return runs_of(inlines, self.setting)

    def plain(self, text: str) -> list[Run]:
        return plain_runs(text, self.setting)

    def title_lines(self, *said: str) -> list[Drawn]:
        """Symbol, title and subtitle, without the roles `said` elsewhere."""
        lines = (("symbol", self.document.symbol), ("title", self.document.title), ("subtitle", self.document.subtitle))
        return [{"role": role, "runs": self.plain(text)} for role, text in lines if text and role not in said]

    def cover(self, cover: Cover) -> list[Drawn]:
        said = [line.role for line in cover.lines]
        return [*self.title_lines("symbol", *said), *({"role": line.role, "runs": self.runs(line.inlines)} for line in cover.lines)]

    def body(self) -> list[Drawn]:
        drawn = self.blocks(self.document.blocks)
        for annex in self.document.annexes:
            drawn += [{"kind": "page_break", "id": f"{annex.id} begins"}, self.annex_title(annex), *self.blocks(annex.blocks)]
        return drawn

    def annex_title(self, annex: Annex) -> Drawn:
        return {"kind": "heading", "id": annex.id, "level": 1, "number": None, "runs": self.runs(annex.title), "outlined": True}

    def blocks(self, blocks: tuple[Block, ...]) -> list[Drawn]:
        return [self.block(block) for block in blocks]

    def block(self, block: Block) -> Drawn:
        draw = _DRAWN.get(type(block))
        if draw is None:
            raise UnknownNode(block, "pdf")
        return {"kind": block.type, "id": block.id, **draw(self, block)}

    def heading(self, block: Heading) -> Drawn:
        return {"level": block.level, "number": block.number, "runs": self.runs(block.inlines), "outlined": True}

    def paragraph(self, block: Paragraph) -> Drawn:
        number = None if block.number is None else f"{block.number}{' -' if self.setting.home == 'rtl' else '.'}"
        return {"number": number, "runs": self.runs(block.inlines)}

    def list_block(self, block: ListBlock, depth: int = 0, nested: bool = False) -> Drawn:
        labels = None
        if block.kind == "ordered" or any(item.label for item in block.items):
            labels = [item.label or self.missing_label(block, count, depth) for count, item in enumerate(block.items, start=1)]
        inside = depth + (block.kind == "ordered")
        return {"nested": nested, "labels": labels, "items": [self.item(item, inside) for item in block.items]}

    def missing_label(self, block: ListBlock, count: int, depth: int) -> str:
        return item_label(count, depth, self.document.language) if block.kind == "ordered" else "•"

    def item(self, item: Item, depth: int) -> Drawn:
        return {"id": item.id, "runs": self.runs(item.inlines), "blocks": [self.inside_item(block, depth) for block in item.blocks]}

    def inside_item(self, block: Paragraph | ListBlock, depth: int) -> Drawn:
        if isinstance(block, ListBlock):
            return {"kind": block.type, "id": block.id, **self.list_block(block, depth, nested=True)}
        return self.block(block)

    def table(self, block: Table) -> Drawn:
        return {
            "columns": [{"width": column.width or 1.0, "align": column.align or "start"} for column in block.columns],
            "header": [self.row(row) for row in block.header],
            # A header repeated on the next page is an artifact there, and PDF/UA takes no note or link in one.
            "repeats": not any(isinstance(node, _TAGGED) for row in block.header for _, node in walk(row)),
            "rows": [self.row(row) for row in block.rows],
            **self.captions(block),
        }

    def row(self, row: Row) -> list[Drawn]:
        return [self.cell(cell) for cell in row.cells]

    def cell(self, cell: Cell) -> Drawn:
        content = {"blocks": self.blocks(cell.blocks)} if cell.blocks is not None else {"runs": self.runs(cell.inlines or ())}
        return {"colspan": cell.colspan or 1, "rowspan": cell.rowspan or 1, "header": bool(cell.header), **content}

    def picture(self, block: Picture) -> Drawn:
        name = f"picture-{len(self.files)}.{block.media_type.rpartition('/')[2]}"
        self.files[name] = picture_bytes(block.data)
        width, height = (side * POINTS_A_PIXEL for side in pixel_size(block.data, block.media_type))
        return {"file": name, "width": width * min(1.0, TALLEST / height), "alternative": block.alternative, **self.captions(block)}

    def captions(self, block: Table | Picture) -> Drawn:
        label = caption_label(block, self.document.language)
        between = f".{NBSP}" if label and block.caption else ""
        caption = [*self.plain(label + between), *self.runs(block.caption)]
        return {"caption": caption, "source": self.source(block.source)}

    def source(self, source: Inlines | None) -> list[Run] | None:
        if not source:
            return None
        return [*self.plain(f"{words_of(self.document.language).source}{NBSP}"), *self.runs(source)]

    def quote(self, block: Quote) -> Drawn:
        content = {"blocks": self.blocks(block.blocks)} if block.blocks is not None else {"runs": self.runs(block.inlines or ())}
        return {"source": self.runs(block.source) if block.source else None, **content}

    def page_break(self, block: PageBreak) -> Drawn:
        return {}

    def contents(self, block: Contents) -> Drawn:
        return {"runs": self.runs(block.title), "levels": block.levels}


_DRAWN = cast(
    dict[type[Node], Callable[[_Draft, Node], Drawn]],
    {
        Heading: _Draft.heading,
        Paragraph: _Draft.paragraph,
        ListBlock: _Draft.list_block,
        Table: _Draft.table,
        Picture: _Draft.picture,
        Quote: _Draft.quote,
        PageBreak: _Draft.page_break,
        Contents: _Draft.contents,
    },
)
