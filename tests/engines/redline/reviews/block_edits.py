"""What reviewers do to paragraphs and sections: split, join, put in, take out, move, restyle; tracked and not."""

import copy
import random
from dataclasses import replace

from tests.engines.redline.reviews.drafts import plain
from tests.engines.redline.reviews.model import Block, Look, Mark, Para, Unit, cut
from tests.engines.redline.reviews.review import Review, delete, fixed, followed, insert, operation, quiet
from tests.engines.redline.reviews.text_edits import bordered, language, new_text


def inserted(para: Para, mark: Mark | None) -> Para:
    para.inserted = mark
    for unit in para.units:
        unit.inserted = mark
    return para


@operation
def split_paragraph(review: Review, rng: random.Random) -> None:
    def whole(blocks: list[Block], index: int, para: Para) -> bool:
        return quiet(para) and para.length > 1 and not any(unit.inside for unit in para.units)

    if spot := review.spot(rng, suits=whole):
        blocks, index, para = spot
        at = cut(para, rng.randint(1, para.length - 1))
        head = Para(para.units[:at], para.look, inserted=review.mark(rng))
        para.units = para.units[at:]
        blocks.insert(index, head)


@operation
def join_paragraphs(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, suits=lambda blocks, index, para: quiet(para) and followed(blocks, index)):
        spot[2].deleted = review.mark(rng)


@operation
def insert_paragraph(review: Review, rng: random.Random) -> None:
    """Typed before a paragraph, or at its end: then the old mark goes to the new text."""
    if spot := review.spot(rng, suits=lambda blocks, index, para: quiet(para)):
        blocks, index, para = spot
        mark = review.mark(rng)
        new = [inserted(plain(rng, language(para), 1), mark) for _ in range(rng.randint(1, 2))]
        if rng.random() < 0.5:
            blocks[index:index] = new
        else:
            para.inserted = mark
            new[-1].inserted = None
            new[-1].look = para.look
            blocks[index + 1:index + 1] = new


@operation
def delete_paragraph(review: Review, rng: random.Random) -> None:
    def movable(blocks: list[Block], index: int, para: Para) -> bool:
        return quiet(para) and followed(blocks, index) and not any(fixed(unit) for unit in para.units)

    if spot := review.spot(rng, suits=movable):
        mark = review.mark(rng)
        delete(spot[2], 0, spot[2].length, mark)
        spot[2].deleted = mark


@operation
def delete_across(review: Review, rng: random.Random) -> None:
    """From the middle of one paragraph into the next."""
    def joined(blocks: list[Block], index: int, para: Para) -> bool:
        return quiet(para) and followed(blocks, index)

    if spot := review.spot(rng, suits=joined):
        blocks, index, para = spot
        mark, after = review.mark(rng), blocks[index + 1]
        delete(para, rng.randint(0, para.length), para.length, mark)
        delete(after, 0, rng.randint(0, after.length), mark)
        para.deleted = mark


@operation
def move_paragraphs(review: Review, rng: random.Random) -> None:
    move(review, rng)


@operation
def move_and_edit(review: Review, rng: random.Random) -> None:
    """A colleague changes what was moved, where it went."""
    if moved := move(review, rng):
        mark = replace(review.mark(rng), person="Legal adviser")
        if rng.random() < 0.5:
            insert(moved, rng.randint(0, moved.length), [new_text(rng, moved, mark)])
        else:
            delete(moved, 0, rng.randint(0, moved.length), mark)


def plain_unit(unit: Unit) -> bool:
    kind = unit.atom.kind if unit.atom else ""
    return not (unit.inserted or unit.deleted or unit.inside or unit.reformatted) and kind in {"", "tab", "footnote", "picture", "formula"}


def move(review: Review, rng: random.Random) -> Para | None:
    """One or two paragraphs go before another of the same list; the first of them where they went."""
    def movable(blocks: list[Block], index: int, para: Para) -> bool:
        return quiet(para) and followed(blocks, index) and bool(para.units) and all(map(plain_unit, para.units))

    spot = review.spot(rng, suits=movable)
    if spot is None:
        return None
    blocks, index, para = spot
    gone = [para]
    if rng.random() < 0.4 and movable(blocks, index + 1, blocks[index + 1]):
        gone.append(blocks[index + 1])
    places = [place for place, block in enumerate(blocks)
              if isinstance(block, Para) and quiet(block) and not index <= place <= index + len(gone)]
    if not places:
        return None
    mark = review.mark(rng, review.next_move())
    come = [inserted(copy.deepcopy(one), mark) for one in gone]
    for one in gone:
        one.deleted = mark
        one.units = [replace(unit, deleted=mark) for unit in one.units]
    for side, paras in (("From", gone), ("To", come)):
        start, end = bordered([], side, mark, review)
        paras[0].units.insert(0, start)
        paras[-1].units.append(end)
    place = rng.choice(places)
    blocks[place:place] = come
    return come[0]


@operation
def restyle_paragraph(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, suits=lambda blocks, index, para: quiet(para)):
        para = spot[2]
        new = rng.choice([
            replace(para.look, style=rng.choice(["Heading2", "Quote"])), replace(para.look, align=rng.choice(["center", "right"])),
            replace(para.look, indent=720), replace(para.look, bidi=not para.look.bidi),
        ])
        if new != para.look:
            para.restyled, para.look = (review.mark(rng), para.look), new


@operation
def renumber_paragraph(review: Review, rng: random.Random) -> None:
    """A paragraph joins a list, leaves it, or goes to another level."""
    if spot := review.spot(rng, suits=lambda blocks, index, para: quiet(para)):
        para = spot[2]
        new: Look = replace(para.look, number=rng.choice(["", "decimal", "letters"]), level=rng.choice([0, 1]))
        if new != para.look:
            para.restyled, para.look = (review.mark(rng), para.look), new


@operation
def change_section(review: Review, rng: random.Random) -> None:
    sections = [block.section for block in review.draft.body if isinstance(block, Para) and block.section] + [review.draft.section]
    section = rng.choice(sections)
    if section.changed is None:
        section.changed = (review.mark(rng), section.landscape, section.columns)
        section.landscape = not section.landscape
        section.columns = rng.choice([1, 2])


@operation
def untracked_insert_paragraph(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, suits=lambda blocks, index, para: quiet(para)):
        spot[0].insert(spot[1], plain(rng, language(spot[2]), 1))


@operation
def untracked_delete_paragraph(review: Review, rng: random.Random) -> None:
    def whole(blocks: list[Block], index: int, para: Para) -> bool:
        texts = all(unit.atom is None and not unit.inserted and not unit.deleted for unit in para.units)
        return quiet(para) and followed(blocks, index) and para.length > 0 and texts

    if spot := review.spot(rng, suits=whole):
        del spot[0][spot[1]]
