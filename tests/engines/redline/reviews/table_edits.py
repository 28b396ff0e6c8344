"""What reviewers do to tables: rows, cells and whole tables in and out, and the looks of tables, rows and cells."""

import copy
import random

from tests.engines.redline.reviews.block_edits import inserted
from tests.engines.redline.reviews.drafts import cell, table
from tests.engines.redline.reviews.model import Cell, Mark, Para, Row, Table, within
from tests.engines.redline.reviews.review import Review, delete, fixed, followed, operation


def even(one: Table) -> bool:
    """Whether every row has the same simple cells, so that a column can be put in or taken out."""
    return len({len(row.cells) for row in one.rows}) == 1 and not any(
        each.span > 1 or each.merge or each.inserted or each.deleted for row in one.rows for each in row.cells
    )


def merged(row: Row) -> bool:
    return any(each.merge for each in row.cells)


def cell_paragraphs(row: Row) -> list[Para]:
    return [block for each in row.cells for _, blocks in within("body", each.blocks) for block in blocks if isinstance(block, Para)]


def delete_row_of(row: Row, mark: Mark) -> None:
    """As Word writes it: the row, the text in it and the marks of its paragraphs; rows of tables inside too."""
    row.deleted = mark
    for para in cell_paragraphs(row):
        delete(para, 0, para.length, mark)
        if not para.inserted and not para.deleted:
            para.deleted = mark
    for each in row.cells:
        for block in each.blocks:
            for inner in block.rows if isinstance(block, Table) else []:
                inner.deleted = inner.deleted or mark


def deletable(row: Row) -> bool:
    return not any(unit.atom and (fixed(unit) or unit.atom.blocks) for para in cell_paragraphs(row) for unit in para.units)


def new_row(rng: random.Random, like: Row, mark: Mark | None) -> Row:
    row = Row([cell(rng, "en", span=each.span, merge="continue" if each.merge == "continue" else "") for each in like.cells], inserted=mark)
    for para in cell_paragraphs(row):
        inserted(para, mark)
    return row


@operation
def insert_row(review: Review, rng: random.Random) -> None:
    if tables := review.tables():
        rows = rng.choice(tables)[2].rows
        place, mark = rng.randrange(len(rows)), review.mark(rng)
        rows[place + 1:place + 1] = [new_row(rng, rows[place], mark) for _ in range(rng.randint(1, 2))]


@operation
def delete_row(review: Review, rng: random.Random) -> None:
    rows = [row for _, _, one in review.tables() for row in one.rows if deletable(row)]
    if rows:
        delete_row_of(rng.choice(rows), review.mark(rng))


@operation
def insert_column(review: Review, rng: random.Random) -> None:
    tables = [one for _, _, one in review.tables() if even(one)]
    if tables:
        one, mark = rng.choice(tables), review.mark(rng)
        place = rng.randint(0, len(one.rows[0].cells))
        for row in one.rows:
            new = cell(rng, "en", inserted=mark)
            for para in new.blocks:
                for unit in para.units:
                    unit.inserted = mark
            row.cells.insert(place, new)


@operation
def delete_column(review: Review, rng: random.Random) -> None:
    tables = [one for _, _, one in review.tables() if even(one) and len(one.rows[0].cells) > 1 and all(map(deletable, one.rows))]
    if tables:
        one, mark = rng.choice(tables), review.mark(rng)
        place = rng.randrange(len(one.rows[0].cells))
        for row in one.rows:
            row.cells[place].deleted = mark
            for para in cell_paragraphs(Row([row.cells[place]])):
                delete(para, 0, para.length, mark)


@operation
def insert_table(review: Review, rng: random.Random) -> None:
    spot = review.spot(rng, stories=("body",), suits=lambda blocks, index, para: followed(blocks, index) and not para.deleted)
    if spot:
        mark = review.mark(rng)
        new = table(rng, review.draft)[0]
        for row in new.rows:
            row.inserted = mark
            for para in cell_paragraphs(row):
                inserted(para, mark)
        spot[0].insert(spot[1] + 1, new)


@operation
def delete_table(review: Review, rng: random.Random) -> None:
    tables = [(blocks, index, one) for blocks, index, one in review.tables()
              if all(map(deletable, one.rows)) and index and isinstance(blocks[index - 1], Para)]
    if tables:
        mark = review.mark(rng)
        for row in rng.choice(tables)[2].rows:
            delete_row_of(row, mark)


@operation
def realign_table(review: Review, rng: random.Random) -> None:
    tables = [one for _, _, one in review.tables() if one.changed is None]
    if tables:
        one = rng.choice(tables)
        one.changed, one.align = (review.mark(rng), one.align), "center" if not one.align else ""


@operation
def change_row(review: Review, rng: random.Random) -> None:
    rows = [row for _, _, one in review.tables() for row in one.rows if row.changed is None]
    if rows:
        row = rng.choice(rows)
        row.changed, row.heading = (review.mark(rng), row.heading), not row.heading


@operation
def shade_cell(review: Review, rng: random.Random) -> None:
    cells: list[Cell] = [each for _, _, one in review.tables() for row in one.rows for each in row.cells
                         if not (each.changed or each.inserted or each.deleted)]
    if cells:
        each = rng.choice(cells)
        each.changed, each.shade = (review.mark(rng), each.shade), rng.choice(["FFFF00", "D9E2F3"])


@operation
def untracked_insert_row(review: Review, rng: random.Random) -> None:
    if tables := review.tables():
        rows = rng.choice(tables)[2].rows
        place = rng.randrange(len(rows))
        rows.insert(place + 1, new_row(rng, rows[place], None))


@operation
def untracked_delete_row(review: Review, rng: random.Random) -> None:
    def plain_row(row: Row) -> bool:
        texts = all(unit.atom is None and not unit.inserted for para in cell_paragraphs(row) for unit in para.units)
        return texts and not merged(row) and not any(isinstance(block, Table) for each in row.cells for block in each.blocks)

    tables = [one for _, _, one in review.tables() if len(one.rows) > 2 and any(map(plain_row, one.rows))]
    if tables:
        rows = rng.choice(tables).rows
        rows.remove(rng.choice([row for row in rows if plain_row(row)]))


@operation
def edit_in_row_and_delete_it(review: Review, rng: random.Random) -> None:
    """A colleague adds words to a row that another then deletes."""
    rows = [row for _, _, one in review.tables() for row in one.rows if deletable(row)]
    if rows:
        row, mark = rng.choice(rows), review.mark(rng)
        para = cell_paragraphs(row)[0]
        if not para.inserted and not para.deleted:
            para.units.append(copy.deepcopy(cell(rng, "en").blocks[0].units[0]))
            para.units[-1].inserted = mark
            delete_row_of(row, review.mark(rng))
