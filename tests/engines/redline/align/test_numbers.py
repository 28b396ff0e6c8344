"""Numbers of paragraphs and sections as reviewers write them."""

import pytest

from tansiq.engines.redline.align.numbers import in_section, paragraphs_of_number, parts_of


@pytest.mark.parametrize(("said", "parts"), [
    ("45", ("45",)), ("45.", ("45",)), ("٤٥", ("45",)), ("3.2.", ("3.2",)), ("45 (b)", ("45", "b")), ("45(B)", ("45", "b")),
    ("45 bis", ("45", "bis")), ("(iv)", ("iv",)), ("", ()), ("—", ()),
])
def test_parts_of_what_people_write(said, parts):
    assert parts_of(said) == parts


NUMBERS = [(), ("1",), ("a",), ("b",), (), ("2",), ("a",), ("45", "bis"), ("45",)]


@pytest.mark.parametrize(("wanted", "found"), [
    (("1",), [1]), (("1", "b"), [3]), (("2", "a"), [6]), (("2", "b"), []), (("a",), [2, 6]), (("45", "bis"), [7]), (("9",), []), ((), []),
    (("45", "a"), []), (("9", "a"), []),
])
def test_paragraphs_of_number_items_belong_to_the_number_above(wanted, found):
    assert paragraphs_of_number(NUMBERS, wanted) == found


@pytest.mark.parametrize(("heading", "section", "answer"), [
    ("3.2 Labour migration", "3.2", True), ("3.2 Labour migration", "Section 3.2", True),
    ("3.2 Labour migration", "labour migration", True),
    ("3.2 Labour migration", "3", False), ("3.2 Labour migration", "migration", False), ("3.2 Labour migration", "", False),
    ("", "3.2", False), ("Annex", "annex", True), ("ثالثًا: الإنجازات الرئيسية", "الانجازات الرئيسية", True),
    ("Labour migration", "2", False),
])
def test_in_section_by_number_or_words(heading, section, answer):
    assert in_section(heading, section) is answer
