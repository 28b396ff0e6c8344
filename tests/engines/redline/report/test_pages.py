"""Pages of the paragraphs of the base: all of them, in order; None wherever LibreOffice is not there or does not do its work."""

import stat
import sys
import time
from pathlib import Path

import pytest

from tansiq.engines.ooxml.content_types import ContentTypes
from tansiq.engines.ooxml.names import WORD_MAIN, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.report.pages import found_soffice, marked_copy, pages, pages_of_marks

BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def base(body: str) -> Package:
    package = Package(name="base.docx", blobs={}, types=ContentTypes(), relations={})
    package.relate("", type="officeDocument", target="word/document.xml")
    document = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    package.add_part("word/document.xml", document.encode(), WORD_MAIN)
    return package


def paragraph(text: str) -> str:
    return f'<w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


TABLE = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    f"<w:tr><w:tc><w:tcPr/>{paragraph('cell')}<w:p/></w:tc></w:tr></w:tbl>"
)


@pytest.mark.needs("soffice")
def test_pages_of_paragraphs_cells_and_empty_paragraphs():
    body = f"{paragraph('one')}<w:p/>{BREAK}{paragraph('two')}{TABLE}{BREAK}{paragraph('three')}"
    # The empty paragraphs that carry the breaks begin on the page before them.
    assert pages(base(body)) == {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2, 8: 3}


@pytest.mark.needs("soffice", "shared")
def test_pages_of_a_real_file_are_known_for_every_paragraph_in_order(shared: Path):
    source = read_package(shared / "corpus" / "docx" / "28-HC031-Complicated-Document.docx", name="28")
    before = source.write()
    found = pages(source)
    assert found is not None
    assert list(found) == list(range(1, 142))
    assert list(found.values()) == sorted(found.values())
    assert max(found.values()) > 5
    assert source.write() == before


def test_pages_without_a_program_that_runs_are_none(tmp_path: Path):
    assert pages(base(paragraph("x")), soffice=str(tmp_path / "gone")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a script that plays the program needs a shell")
@pytest.mark.parametrize(("script", "seconds"), [
    ("exit 3", 20), ("exit 0", 20), ("sleep 60 & sleep 60", 1), ('echo "%PDF-1.4 broken" > "$(dirname "$0")/x"; exit 0', 20),
])
def test_pages_of_a_program_that_fails_or_hangs_are_none(script: str, seconds: float, tmp_path: Path):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    start = time.monotonic()
    assert pages(base(paragraph("x")), seconds=seconds, soffice=str(program)) is None
    assert time.monotonic() - start < 15


def test_marked_copy_has_a_mark_of_its_own_in_every_paragraph_and_leaves_the_base_alone():
    source = base(f"{paragraph('one')}<w:p/>{TABLE}")
    before = source.write()
    marks = [each.get(w("name")) for each in marked_copy(source).xml("word/document.xml").iter(w("bookmarkStart"))]
    assert sorted(marks) == ["tansiqpage1", "tansiqpage2", "tansiqpage3", "tansiqpage4"]
    assert source.write() == before
    first = next(marked_copy(source).xml("word/document.xml").iter(w("p")))
    assert [child.tag for child in first][:3] == [w("pPr"), w("bookmarkStart"), w("bookmarkEnd")]


@pytest.mark.parametrize("pdf", [
    b"", b"%PDF-1.4\n%%EOF", b"not a pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>",
])
def test_pages_of_marks_of_a_broken_pdf_are_none_or_nothing(pdf: bytes):
    assert not pages_of_marks(pdf)


def test_found_soffice_is_a_file_or_nothing():
    found = found_soffice()
    assert found is None or Path(found).exists()
