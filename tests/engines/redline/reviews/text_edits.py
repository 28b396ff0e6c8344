"""What reviewers do to a line of text: insert, delete, replace, format, move a phrase; and put in or take out what stands in it."""

import copy
import random
from dataclasses import replace

from tests.engines.redline.reviews.drafts import SHADES, atom, piece
from tests.engines.redline.reviews.inlines import FORMATS
from tests.engines.redline.reviews.model import Look, Mark, Para, Unit, Wrapper, cut
from tests.engines.redline.reviews.review import Review, delete, insert, operation, words_range
from tests.engines.redline.reviews.words import phrase


def language(para: Para) -> str:
    return "ar" if para.look.bidi else "en"


def new_text(rng: random.Random, para: Para, mark: Mark | None) -> Unit:
    unit = piece(phrase(rng, language(para), rng.randint(1, 4)) + rng.choice(["", " "]))
    return replace(unit, inserted=mark, format=unit.format + rng.choice([(), (), ("bold",)]))


@operation
def insert_text(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng):
        para = spot[2]
        insert(para, rng.randint(0, para.length), [new_text(rng, para, review.mark(rng))])


@operation
def delete_text(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, suits=lambda blocks, index, para: para.length > 1):
        delete(spot[2], *words_range(rng, spot[2]), review.mark(rng))


@operation
def replace_text(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, suits=lambda blocks, index, para: para.length > 1):
        para, mark = spot[2], review.mark(rng)
        start, end = words_range(rng, para)
        length = para.length
        delete(para, start, end, mark)
        insert(para, end - (length - para.length), [new_text(rng, para, mark)])


@operation
def colleague_deletes_insertion(review: Review, rng: random.Random) -> None:
    """A second person takes back part of what the first put in: a deletion inside an insertion."""
    if spot := review.spot(rng):
        para, place = spot[2], rng.randint(0, spot[2].length)
        first = replace(review.mark(rng), person="Desk officer")
        unit = new_text(rng, para, first)
        insert(para, place, [unit])
        second = replace(review.mark(rng), person="Legal adviser")
        start = rng.randrange(unit.length)
        delete(para, place + start, place + rng.randint(start, unit.length), second)


@operation
def format_text(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, suits=lambda blocks, index, para: para.length > 1):
        para, mark = spot[2], review.mark(rng)
        start, end = words_range(rng, para)
        first, last = cut(para, start), cut(para, end)
        name = rng.choice(sorted(FORMATS.keys() - {"rtl"}))
        for unit in para.units[first:last]:
            if unit.atom is None and not (unit.inserted or unit.deleted or unit.reformatted):
                unit.reformatted = (mark, unit.format)
                unit.format = tuple(sorted(set(unit.format) ^ {name}))


@operation
def move_phrase(review: Review, rng: random.Random) -> None:
    """A phrase goes to another paragraph of the same list."""
    spot = review.spot(rng, suits=lambda blocks, index, para: para.length > 10)
    if spot is None:
        return
    blocks, _, source = spot
    targets = [block for block in blocks if isinstance(block, Para) and block is not source and not block.section]
    start, end = words_range(rng, source)
    first, last = cut(source, start), cut(source, end)
    units = source.units[first:last]
    if not targets or not units or any(unit.atom or unit.inserted or unit.deleted or unit.inside or unit.reformatted for unit in units):
        return
    name = review.next_move()
    mark = review.mark(rng, name)
    source.units[first:last] = [*bordered([replace(unit, deleted=mark) for unit in units], "From", mark, review)]
    target = rng.choice(targets)
    moved = bordered([replace(unit, inserted=mark) for unit in copy.deepcopy(units)], "To", mark, review)
    insert(target, rng.randint(0, target.length), moved)


def bordered(units: list[Unit], side: str, mark: Mark, review: Review) -> list[Unit]:
    """Moved units between the start and the end of their range."""
    number = 2 * int(mark.move.removeprefix("move")) + (side == "To")
    value = f"{side}:{review.agency}{mark.move}:{number}"
    held = {"inserted": mark} if side == "To" else {"deleted": mark}
    return [replace(atom("move_start", value), **held), *units, replace(atom("move_end", value), **held)]


@operation
def insert_note(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, stories=("body",)):
        para, mark = spot[2], review.mark(rng)
        note = atom(rng.choice(["footnote", "endnote"]), "", [Para([new_text(rng, para, mark)], Look(style="FootnoteText"))])
        insert(para, rng.randint(0, para.length), [replace(note, inserted=mark)])


@operation
def delete_atom(review: Review, rng: random.Random) -> None:
    """A note, a picture, a field, a formula, a box or a break is taken out."""
    kinds = {"footnote", "endnote", "picture", "field", "formula", "tab", "break", "page", "box"}

    def open_atoms(para: Para) -> list[Unit]:
        return [unit for unit in para.units if unit.atom and unit.atom.kind in kinds and not unit.inserted and not unit.deleted]

    if spot := review.spot(rng, suits=lambda blocks, index, para: bool(open_atoms(para))):
        unit, mark = rng.choice(open_atoms(spot[2])), review.mark(rng)
        unit.deleted = mark
        if unit.atom.kind in {"footnote", "endnote"} and rng.random() < 0.5:
            for block in unit.atom.blocks:
                delete(block, 0, block.length, mark)


@operation
def insert_atom(review: Review, rng: random.Random) -> None:
    kind, value = rng.choice([
        ("picture", rng.choice(SHADES)), ("field", "REF table9|Table 9"), ("field", "PAGEREF _Toc9|3"), ("formula", "p-q"), ("tab", ""),
        ("break", ""),
    ])
    if spot := review.spot(rng, suits=lambda blocks, index, para: not any(unit.inside for unit in para.units)):
        insert(spot[2], rng.randint(0, spot[2].length), [replace(atom(kind, value), inserted=review.mark(rng))])


@operation
def replace_picture(review: Review, rng: random.Random) -> None:
    def shown(para: Para) -> list[int]:
        return [place for place, unit in enumerate(para.units)
                if unit.atom and unit.atom.kind == "picture" and not unit.inserted and not unit.deleted]

    if spot := review.spot(rng, suits=lambda blocks, index, para: bool(shown(para))):
        place, mark = rng.choice(shown(spot[2])), review.mark(rng)
        spot[2].units[place].deleted = mark
        spot[2].units.insert(place + 1, replace(atom("picture", rng.choice(SHADES)), inserted=mark))


@operation
def insert_link(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, suits=lambda blocks, index, para: not any(unit.inside for unit in para.units)):
        key = f"{review.agency}{len(review.draft.wrappers)}"
        review.draft.wrappers[key] = Wrapper("link", f"https://example.org/{key}")
        insert(spot[2], rng.randint(0, spot[2].length), [replace(new_text(rng, spot[2], review.mark(rng)), inside=key)])


@operation
def untracked_insert(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng):
        insert(spot[2], rng.randint(0, spot[2].length), [new_text(rng, spot[2], None)])


@operation
def untracked_delete(review: Review, rng: random.Random) -> None:
    """Words go without a trace; what stands between them stays, for a picture lost on saving is noise."""
    if spot := review.spot(rng, suits=lambda blocks, index, para: para.length > 10):
        start, end = words_range(rng, spot[2])
        first, last = cut(spot[2], start), cut(spot[2], end)
        units = spot[2].units[first:last]
        if not any(unit.atom or unit.deleted for unit in units) and "".join(unit.text for unit in units).strip():
            delete(spot[2], start, end, None)


@operation
def untracked_replace(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, suits=lambda blocks, index, para: para.length > 10):
        para = spot[2]
        start, end = words_range(rng, para)
        first, last = cut(para, start), cut(para, end)
        if not any(unit.atom or unit.deleted or unit.inserted for unit in para.units[first:last]):
            delete(para, start, end, None)
            insert(para, start, [new_text(rng, para, None)])
