"""Editorial only where no word and no figure differs: what is accepted in bulk must not change what the text says."""

import pytest

from tansiq.engines.redline.edits import Kind
from tansiq.engines.redline.report.category import suggested
from tansiq.engines.redline.report.decisions import Category
from tests.engines.redline.report.ledgers import edit, place


def of(before: str, after: str, *kinds: Kind) -> Category | None:
    return suggested(tuple(edit(f"e{n}", "FAO", place(), kind=kind) for n, kind in enumerate(kinds or (Kind.INSERTION,))), before, after)


@pytest.mark.parametrize(("before", "after", "category"), [
    ("the group ,", "The group,", Category.EDITORIAL),
    ("", ",", Category.EDITORIAL),
    ("مُنظَّمة", "منظمة", Category.EDITORIAL),
    ("منـظمة", "منظمة", Category.EDITORIAL),
    ("e\u0301tat", "\u00e9tat", Category.EDITORIAL),
    ("16", "18", Category.FACTUAL),
    ("1.5", "15", Category.FACTUAL),
    ("-5", "5", Category.FACTUAL),
    ("5", "5%", Category.FACTUAL),
    ("١٦", "١٨", Category.FACTUAL),
    ("2016 and 2017", "2016, and 2018", Category.FACTUAL),
    ("", "in 2018", Category.SUBSTANTIVE),
    ("in 2018", "", Category.SUBSTANTIVE),
    ("16 members", "18 observers", Category.SUBSTANTIVE),
    ("now", "not", Category.SUBSTANTIVE),
    ("may", "shall", Category.SUBSTANTIVE),
    ("", "€", Category.SUBSTANTIVE),
    ("a", "a\ufffc\U00100000", Category.SUBSTANTIVE),
])
def test_suggested_of_text_follows_words_and_figures(before: str, after: str, category: Category):
    assert of(before, after) is category


def test_suggested_of_formats_is_editorial_of_structure_is_left_to_people():
    assert of("x", "x: bold", Kind.FORMAT, Kind.PARAGRAPH_FORMAT) is Category.EDITORIAL
    assert of("x", "", Kind.ROW_DELETION) is None
    assert of("x", "x", Kind.MOVE) is None
    assert of("x", "x", Kind.FORMAT, Kind.INSERTION) is None
