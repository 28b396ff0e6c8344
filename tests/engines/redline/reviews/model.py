"""A Word document as plain data with its tracked changes, and what a reader sees of it: the truth of the generated reviews.

Not the engine's model: nothing here is read from a file and nothing of `tansiq` is used.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.engines.redline.reviews.pictures import picture_name, png


@dataclass(frozen=True)
class Mark:
    """Who changed something and when; `move` names the move it is one half of."""

    person: str
    date: str
    move: str = ""


@dataclass
class Atom:
    """What stands in a line of text without being text; `blocks` are those of a note or a text box."""

    kind: str
    value: str = ""
    blocks: list["Block"] = field(default_factory=list)


ZERO_WIDTH = frozenset({"comment_start", "comment_end", "bookmark_start", "bookmark_end", "move_start", "move_end"})
VOLATILE = ("TOC", "PAGE", "NUMPAGES", "PAGEREF", "DATE")


@dataclass
class Unit:
    """A piece of text of one format, or one atom (`text` is then empty). `inside` is the link or content control around it."""

    text: str = ""
    atom: Atom | None = None
    format: tuple[str, ...] = ()
    inside: str = ""
    inserted: Mark | None = None
    deleted: Mark | None = None
    reformatted: tuple[Mark, tuple[str, ...]] | None = None

    @property
    def zero_width(self) -> bool:
        return self.atom is not None and self.atom.kind in ZERO_WIDTH

    @property
    def length(self) -> int:
        return len(self.text) if self.atom is None else 0 if self.zero_width else 1

    def seen(self, accepted: bool) -> bool:
        return not (self.deleted if accepted else self.inserted)


@dataclass(frozen=True)
class Look:
    """Properties of a paragraph."""

    style: str = ""
    number: str = ""
    level: int = 0
    align: str = ""
    bidi: bool = False
    indent: int = 0


@dataclass
class Section:
    """Properties of a section; headers and footers by type (default, first, even)."""

    landscape: bool = False
    columns: int = 1
    headers: dict[str, list["Block"]] = field(default_factory=dict)
    footers: dict[str, list["Block"]] = field(default_factory=dict)
    changed: tuple[Mark, bool, int] | None = None


@dataclass
class Para:
    units: list[Unit] = field(default_factory=list)
    look: Look = Look()
    inserted: Mark | None = None
    deleted: Mark | None = None
    restyled: tuple[Mark, Look] | None = None
    section: Section | None = None

    @property
    def length(self) -> int:
        return sum(unit.length for unit in self.units)

    def mark_seen(self, accepted: bool) -> bool:
        return not (self.deleted if accepted else self.inserted)


@dataclass
class Cell:
    blocks: list["Block"]
    span: int = 1
    merge: str = ""
    shade: str = ""
    inserted: Mark | None = None
    deleted: Mark | None = None
    changed: tuple[Mark, str] | None = None


@dataclass
class Row:
    cells: list[Cell]
    heading: bool = False
    inserted: Mark | None = None
    deleted: Mark | None = None
    changed: tuple[Mark, bool] | None = None


@dataclass
class Table:
    rows: list[Row]
    align: str = ""
    changed: tuple[Mark, str] | None = None


@dataclass
class Control:
    """A content control around blocks."""

    name: str
    blocks: list["Block"]


Block = Para | Table | Control


@dataclass
class Remark:
    """A comment or a reply; its anchors are the units comment_start and comment_end whose value is `key`."""

    key: str
    person: str
    date: str
    initials: str
    paragraphs: list[str]
    parent: str = ""
    resolved: bool = False


@dataclass
class Wrapper:
    """A link (to `target`) or a content control in a line."""

    kind: str
    target: str


@dataclass
class Draft:
    body: list[Block]
    section: Section
    remarks: list[Remark] = field(default_factory=list)
    wrappers: dict[str, Wrapper] = field(default_factory=dict)
    saved: str = "2024-01-01T00:00:00Z"
    program: str = "Microsoft Office Word"
    wave: int = 0                                  # results of page fields differ from save to save


def cut(para: Para, offset: int) -> int:
    """The index of the unit that begins at `offset`, cutting a piece of text in two where needed; zero-width units stay before it."""
    place = 0
    for index, unit in enumerate(para.units):
        if place == offset and not unit.zero_width:
            return index
        if place < offset < place + unit.length:
            at = offset - place
            para.units[index:index + 1] = [replace(unit, text=unit.text[:at]), replace(unit, text=unit.text[at:])]
            return index + 1
        place += unit.length
    return len(para.units)


def lists_of_blocks(draft: Draft) -> Iterator[tuple[str, list[Block]]]:
    """Every list of blocks with the name of its story, outermost first."""
    yield from within("body", draft.body)
    sections = [block.section for block in draft.body if isinstance(block, Para) and block.section] + [draft.section]
    for section in sections:
        for blocks in section.headers.values():
            yield from within("header", blocks)
        for blocks in section.footers.values():
            yield from within("footer", blocks)


def within(story: str, blocks: list[Block]) -> Iterator[tuple[str, list[Block]]]:
    yield story, blocks
    for block in blocks:
        if isinstance(block, Control):
            yield from within(story, block.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from within(story, cell.blocks)
        else:
            for unit in block.units:
                if unit.atom is not None and unit.atom.kind in {"footnote", "endnote", "box"}:
                    yield from within(unit.atom.kind, unit.atom.blocks)


def view(draft: Draft, accepted: bool) -> list[str]:
    """The lines a reader sees with everything accepted, or with everything rejected."""
    lines = lines_of(draft.body, accepted)
    sections = [block.section for block in draft.body if isinstance(block, Para) and block.section] + [draft.section]
    for section in sections:
        for name, stories in (("header", section.headers), ("footer", section.footers)):
            for kind in sorted(stories):
                lines += [f"[{name} {kind}]", *lines_of(stories[kind], accepted)]
    return lines


def lines_of(blocks: list[Block], accepted: bool) -> list[str]:
    lines: list[str] = []
    carried = ""
    blocks = [block for block in blocks if not isinstance(block, Table) or table_lines(block, accepted)]
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            lines += table_lines(block, accepted)
        elif isinstance(block, Control):
            lines += lines_of(block.blocks, accepted)
        else:
            carried += "".join(said(unit, accepted) for unit in block.units if unit.seen(accepted))
            if block.mark_seen(accepted) or (not isinstance(next(iter(blocks[place + 1:]), None), Para) and carried):
                lines.append(carried)
                carried = ""
    return lines


def table_lines(table: Table, accepted: bool) -> list[str]:
    lines: list[str] = []
    for row in table.rows:
        if row.deleted if accepted else row.inserted:
            continue
        cells = [cell for cell in row.cells if not (cell.deleted if accepted else cell.inserted)]
        if cells:
            lines.append("[row]")
        for cell in cells:
            lines += ["[cell]", *(lines_of(cell.blocks, accepted) or [""])]
    return ["[table]", *lines, "[end]"] if lines else []


def said(unit: Unit, accepted: bool) -> str:
    """How a unit reads."""
    atom = unit.atom
    if atom is None:
        return unit.text
    if unit.zero_width:
        return ""
    if atom.kind in {"footnote", "endnote", "box"}:
        return f"[{atom.kind}: {' | '.join(lines_of(atom.blocks, accepted))}]"
    if atom.kind in {"field", "simple_field"}:
        code, _, result = atom.value.partition("|")
        return f"[field {code}{'' if code.split()[0] in VOLATILE else '=' + result}]"
    if atom.kind == "picture":
        return f"[picture {picture_name(png(atom.value))}]"
    plain = {"tab": "\t", "break": "\n", "page": "[page]"}
    return plain.get(atom.kind) or f"[{atom.kind} {atom.value}]"
