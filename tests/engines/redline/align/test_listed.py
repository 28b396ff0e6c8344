"""Numbers of lists as readers see them."""

import pytest

from tansiq.engines.redline.align.listed import FORMS, list_numbers
from tests.engines.redline.written_base import as_document, written_base


def test_list_numbers_count_on_through_headings_and_by_level():
    document = as_document(written_base())
    numbers = list_numbers(document)
    shown = [numbers.get(id(paragraph.element), "") for paragraph in document.body.paragraphs]
    assert shown == ["", "1.", "2.", "(a)", "(b)", "", "3.", ""]


@pytest.mark.parametrize(("form", "count", "shown"), [
    ("decimal", 45, "45"), ("decimalZero", 5, "05"), ("lowerLetter", 1, "a"), ("lowerLetter", 28, "bb"), ("upperLetter", 26, "Z"),
    ("lowerRoman", 4, "iv"), ("upperRoman", 1949, "MCMXLIX"),
])
def test_forms_of_numbers(form, count, shown):
    assert FORMS[form](count) == shown
