"""One agency at work on its copy of a draft: where it may change something, by whose hand, and what that leaves in the line."""

import copy
import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.engines.redline.reviews.model import Block, Control, Draft, Mark, Para, Table, Unit, cut

Spot = tuple[list[Block], int, Para]
PERSONS = ("Desk officer", "Legal adviser", "Author", "Focal point")
Operation = Callable[["Review", random.Random], None]
WINDOW = 60
OPERATIONS: dict[str, Operation] = {}


def operation(function: Operation) -> Operation:
    OPERATIONS[function.__name__] = function
    return function


class Review:
    """A copy of the draft in the hands of one agency."""

    def __init__(self, base: Draft, agency: str) -> None:
        self.draft = copy.deepcopy(base)
        self.agency = agency
        self.moves = 0
        self.window = range(len(base.body))

    def mark(self, rng: random.Random, move: str = "") -> Mark:
        """A person of the agency at some time of the review; some programs write local times."""
        day, hour, minute = rng.randint(1, 28), rng.randint(0, 23), rng.randint(0, 59)
        date = f"2024-02-{day:02}T{hour:02}:{minute:02}:00{rng.choice(['Z', 'Z', 'Z', ''])}"
        return Mark(rng.choice(PERSONS), date, move)

    def next_move(self) -> str:
        self.moves += 1
        return f"move{self.moves}"

    def look_at(self, rng: random.Random) -> None:
        """Choose the part of a long body that the next step looks at; a short one is looked at whole."""
        size = len(self.draft.body)
        start = rng.randrange(size - WINDOW) if size > 2 * WINDOW else 0
        self.window = range(start, start + WINDOW if size > 2 * WINDOW else size)

    def indexed(self, blocks: list[Block]) -> Iterator[tuple[int, Block]]:
        """The blocks of a list with their places, those of the body within the window."""
        if blocks is self.draft.body:
            return ((index, blocks[index]) for index in self.window if index < len(blocks))
        return enumerate(blocks)

    def lists(self) -> Iterator[tuple[str, list[Block]]]:
        """The lists of blocks that stand in nothing inserted or deleted, with the name of their story."""
        yield "body", self.draft.body
        for _, block in self.indexed(self.draft.body):
            yield from open_inside("body", block)
        sections = [block.section for block in self.draft.body if isinstance(block, Para) and block.section] + [self.draft.section]
        for section in sections:
            for name, stories in (("header", section.headers), ("footer", section.footers)):
                for blocks in stories.values():
                    yield from open_lists(name, blocks)

    def spots(self, *, stories: tuple[str, ...] = (), suits: Callable[[list[Block], int, Para], bool] | None = None) -> list[Spot]:
        found = []
        for story, blocks in self.lists():
            if not stories or story in stories:
                for index, block in self.indexed(blocks):
                    if isinstance(block, Para) and (suits is None or suits(blocks, index, block)):
                        found.append((story, (blocks, index, block)))
        return found

    def spot(self, rng: random.Random, **which) -> Spot | None:
        """A paragraph, each story as likely as another."""
        found = self.spots(**which)
        if not found:
            return None
        story = rng.choice(["body", *sorted({story for story, _ in found})])
        return rng.choice([spot for name, spot in found if name == story] or [spot for _, spot in found])

    def tables(self) -> list[tuple[list[Block], int, Table]]:
        return [(blocks, index, block) for _, blocks in self.lists() for index, block in self.indexed(blocks)
                if isinstance(block, Table) and not any(row.inserted or row.deleted for row in block.rows)]


def open_lists(story: str, blocks: list[Block]) -> Iterator[tuple[str, list[Block]]]:
    yield story, blocks
    for block in blocks:
        yield from open_inside(story, block)


def open_inside(story: str, block: Block) -> Iterator[tuple[str, list[Block]]]:
    if isinstance(block, Control):
        yield from open_lists(story, block.blocks)
    elif isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                if not (row.inserted or row.deleted or cell.inserted or cell.deleted):
                    yield from open_lists(story, cell.blocks)
    else:
        for unit in block.units:
            if unit.atom is not None and unit.atom.blocks and not unit.inserted and not unit.deleted:
                yield from open_lists(unit.atom.kind, unit.atom.blocks)


def followed(blocks: list[Block], index: int) -> bool:
    """Whether the next block is a paragraph too."""
    return index + 1 < len(blocks) and isinstance(blocks[index + 1], Para)


def quiet(para: Para) -> bool:
    """Whether nothing was done to the mark or the look of a paragraph and it ends no section."""
    return not (para.inserted or para.deleted or para.restyled or para.section)


def fixed(unit: Unit) -> bool:
    """Whether a unit cannot be deleted with tracking: a simple field has no tracked form."""
    return unit.atom is not None and unit.atom.kind == "simple_field"


def insert(para: Para, offset: int, units: list[Unit]) -> None:
    """Put units at an offset; inside a link or a content control they become part of it."""
    index = cut(para, offset)
    before = para.units[index - 1].inside if index else ""
    after = para.units[index].inside if index < len(para.units) else ""
    if before == after:
        units = [replace(unit, inside=unit.inside or before) for unit in units]
    para.units[index:index] = units


def delete(para: Para, start: int, end: int, mark: Mark | None) -> None:
    """Take away [start, end): marked as deleted; without a mark, or where the same person put it in, for good."""
    first = cut(para, start)
    last = cut(para, end)
    kept: list[Unit] = []
    for unit in para.units[first:last]:
        own = unit.inserted is not None and mark is not None and unit.inserted.person == mark.person and not unit.inserted.move
        if unit.zero_width or fixed(unit) or unit.deleted:
            kept.append(unit)
        elif mark is not None and not own:
            kept.append(replace(unit, deleted=mark))
    para.units[first:last] = kept


def words_range(rng: random.Random, para: Para) -> tuple[int, int]:
    """A range that begins and ends at borders of words more often than not."""
    if not para.length:
        return 0, 0
    start = rng.randrange(para.length)
    end = min(para.length, start + rng.choice([1, 3, 8, 15, 40]))
    text = "".join(unit.text if unit.atom is None else "\ufffc" * unit.length for unit in para.units)
    if rng.random() < 0.7:
        start = text.rfind(" ", 0, start) + 1
        found = text.find(" ", end)
        end = para.length if found < 0 else found
    return start, end
