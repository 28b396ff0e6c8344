"""The Word files: valid, the same bytes every time, each stretch of text in its own direction."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.report.matrix import writable
from tansiq.engines.redline.report.word_file import Line, Table, is_right_to_left, stretches, word_file
from tansiq.engines.redline.report.words import words_of
from tests.engines.ooxml.schemas import schema_errors


def package(*content: Line | Table, language: str = "en", landscape: bool = True) -> Package:
    return read_package(word_file(content, words=words_of(language), title="T", landscape=landscape), name="f.docx")


def document(*content: Line | Table, **how) -> etree._Element:
    made = package(*content, **how)
    return made.peek(made.main)


def texts(root: etree._Element) -> list[str]:
    return ["".join("\n" if each.tag == w("br") else "\t" if each.tag == w("tab") else each.text or ""
                    for each in paragraph.iter(w("t"), w("br"), w("tab"))) for paragraph in root.iter(w("p"))]


def table(rows: Iterable[list[list[Line]]] = ()) -> Table:
    return Table(["One", "Two"], (1, 3), list(rows))


@given(st.lists(st.text(max_size=30), max_size=4), st.sampled_from(["en", "ar"]))
def test_word_file_holds_every_text_as_it_was(lines: list[str], language: str):
    assert texts(document(*(Line(line, quoted=True) for line in lines), language=language)) == [writable(line) for line in lines]


def test_word_file_table_repeats_its_head_and_runs_as_the_language_does():
    for language, expected in (("en", 0), ("fr", 0), ("ar", 1)):
        root = document(table([[[Line("a"), Line("b")], []]]), language=language)
        assert len(root.findall(f".//{w('tblPr')}/{w('bidiVisual')}")) == expected
        assert len(root.findall(f".//{w('trPr')}/{w('tblHeader')}")) == 1
        assert texts(root)[:5] == ["One", "Two", "a", "b", ""]
    widths = [int(each.get(w("w")) or 0) for each in root.iter(w("gridCol"))]
    assert round(widths[1] / widths[0], 2) == 3


def test_word_file_every_cell_ends_with_a_paragraph_and_no_table_ends_the_body():
    root = document(table([[[], []]]))
    assert all(cell[-1].tag == w("p") for cell in root.iter(w("tc")))
    assert [child.tag for child in root[0]][-2:] == [w("p"), w("sectPr")]


@pytest.mark.parametrize(("landscape", "size"), [(True, ("16838", "11906", "landscape")), (False, ("11906", "16838", None))])
def test_word_file_pages_are_a4_and_numbered(landscape: bool, size: tuple[str, str, str | None]):
    made = package(Line("x"), landscape=landscape)
    page = made.peek(made.main).find(f".//{w('pgSz')}")
    assert page is not None
    assert (page.get(w("w")), page.get(w("h")), page.get(w("orient"))) == size
    footer = made.peek(made.related(made.main, "footer") or "")
    assert [each.get(w("instr")) for each in footer.iter(w("fldSimple"))] == [" PAGE ", " NUMPAGES "]


def test_word_file_is_the_same_every_time_and_names_its_title_only():
    made = [word_file([Line("x"), table()], words=words_of("ar"), title="T & <T>", landscape=True) for _ in range(2)]
    assert made[0] == made[1]
    properties = read_package(made[0], name="f").parts["docProps/core.xml"]
    assert b"T &amp; &lt;T&gt;" in properties
    assert b"dcterms" not in properties
    assert b"creator" not in properties


@pytest.mark.parametrize(("text", "rtl", "expected"), [
    ("plain", False, [("plain", False)]),
    ("فقرة", True, [("فقرة", True)]),
    ("see فقرة أولى now", False, [("see ", False), ("فقرة أولى", True), (" now", False)]),
    ("الوثيقة A/71/280 وغيرها", True, [("الوثيقة ", True), ("A/71/280", False), (" وغيرها", True)]),
    ("بين 16 و18%", True, [("بين ", True), ("16", False), (" و", True), ("18%", False)]),
    ("(x)", True, [("(", True), ("x", False), (")", True)]),
    ("", True, []),
])
def test_stretches_are_of_one_direction_each(text: str, rtl: bool, expected: list[tuple[str, bool]]):
    assert stretches(text, rtl=rtl) == expected


@given(st.text(alphabet="aZ1 .%/\u0627\u0644\n(", max_size=30), st.booleans())
def test_stretches_lose_nothing(text: str, rtl: bool):
    assert "".join(piece for piece, _ in stretches(text, rtl=rtl)) == text


@pytest.mark.parametrize(("text", "otherwise", "expected"), [
    ("12 فقرة A", False, True), ("12 A فقرة", True, False), ("12", True, True), ("", False, False),
])
def test_is_right_to_left_as_the_first_letter_is(text: str, otherwise: bool, expected: bool):
    assert is_right_to_left(text, otherwise=otherwise) is expected


@pytest.mark.needs("shared")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_word_file_keeps_to_the_schemas(language: str, shared: Path):
    made = package(Line("a\tb", style="Title"), table([[[Line("x", bold=True), Line("نص", quoted=True)], []]]), language=language)
    assert schema_errors(made, shared / "corpus" / "xsd") == set()


def test_word_file_what_is_quoted_runs_its_own_way_all_else_as_the_language_does():
    root = document(Line("Name"), Line("Quoted", quoted=True), Line("نص", quoted=True), language="ar")
    assert [each.get(w("val")) for each in root.iter(w("bidi")) if each.getparent().tag == w("pPr")] == [None, "0", None]
