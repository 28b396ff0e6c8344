"""Where reviewers say it is."""

import pytest

from tansiq.engines.redline.align.index import Locus
from tansiq.engines.redline.readers.locus import line_of, number_of, page_of, read_locus, says_it_all


@pytest.mark.parametrize(("text", "locus", "rest"), [
    ("Page 12, para 3: add a source", Locus(page=12, number="3"), "add a source"),
    ("P. 12-13 – the table", Locus(page=12, last_page=13), "the table"),
    ("pp. 12 to 14: long", Locus(page=12, last_page=14), "long"),
    ("Para 45 - delete", Locus(number="45"), "delete"),
    ("- Para. 45 (b): delete", Locus(number="45 (b)"), "delete"),
    ("§45 bis : à revoir", Locus(number="45 bis"), "à revoir"),
    ("Paragraphe 45, page 12 : à revoir", Locus(page=12, number="45"), "à revoir"),
    ("Para 3 of page 12; why?", Locus(page=12, number="3"), "why?"),
    ("Section 3.2, para 45: why?", Locus(number="45", section="3.2"), "why?"),
    ("Chapter IV: why?", Locus(section="IV"), "why?"),
    ("Page 7, lines 11-12: why?", Locus(page=7, line=11), "why?"),
    ("الصفحة ١٢، الفقرة ٣: يرجى الحذف", Locus(page=12, number="٣"), "يرجى الحذف"),
    ("في الفقرة 45: يرجى الحذف", Locus(number="45"), "يرجى الحذف"),
    ("On page 5: why?", Locus(page=5), "why?"),
    ("2) p. 5: why?", Locus(page=5), "why?"),
    ("Page 5", Locus(page=5), ""),
    ("Para 45 should be deleted.", Locus(number="45"), "Para 45 should be deleted."),
    ("Pages are missing", Locus(), "Pages are missing"),
    ("Paragraphs on migration are good", Locus(), "Paragraphs on migration are good"),
    ("p value of 5", Locus(), "p value of 5"),
    ("Section headings are inconsistent", Locus(), "Section headings are inconsistent"),
    ("صفوف ٥", Locus(), "صفوف ٥"),
    ("Line managers: none", Locus(), "Line managers: none"),
    ("", Locus(), ""),
])
def test_read_locus_gives_place_and_rest(text, locus, rest):
    assert read_locus(text)[::2] == (locus, rest)


def test_read_locus_keeps_the_words_of_the_place():
    assert read_locus("- Page 12, para 3: add")[1] == "Page 12, para 3"


@pytest.mark.parametrize(("cell", "locus"), [
    ("12", Locus(page=12)), ("p. 12-13", Locus(page=12, last_page=13)), ("Page 12", Locus(page=12)), ("all", Locus()), ("n/a", Locus()),
    ("", Locus()), ("١٢", Locus(page=12)),
])
def test_page_of_a_cell(cell, locus):
    assert page_of(cell) == locus


@pytest.mark.parametrize(("cell", "number"), [
    ("45", "45"), ("para 45 (b)", "45 (b)"), ("3.2", "3.2"), ("(a)", "(a)"), ("45, 47", "45"), ("Table 3", ""), ("general", ""), ("", ""),
])
def test_number_of_a_cell(cell, number):
    assert number_of(cell).number == number


def test_line_of_a_cell():
    assert (line_of("7-9").line, line_of("line 7").line, line_of("last").line) == (7, 7, 0)


@pytest.mark.parametrize(("cell", "kind", "answer"), [
    ("45", "paragraph", True), ("para. 45 (b)", "paragraph", True), ("45-47", "paragraph", True), ("45, 47", "paragraph", False),
    ("p. 12", "page", True), ("12 (table)", "page", False), ("general", "page", False), ("7-9", "line", True),
])
def test_says_it_all_or_more(cell, kind, answer):
    assert says_it_all(cell, kind) is answer
