"""Which file goes to which reader."""

import zipfile
from io import BytesIO

import pytest

from tansiq.engines.redline.edits import Source
from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.sources import OLE, read_answer, source_of
from tests.engines.redline.readers.reviewed_pdfs import Reviewed
from tests.engines.redline.readers.workbooks import workbook
from tests.engines.redline.small_base import small_base


def zipped(*names):
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")
    return kept.getvalue()


BOOK = workbook({"S": [["Para", "Comment"], ["3", "From Excel"]]})
MAIL = b"From: A <a@example.org>\r\nMIME-Version: 1.0\r\n\r\nPara 3: From a mail\r\n"


def reviewed():
    made = Reviewed(["covers 22 countries."])
    made.mark(1, "highlight", "22 countries", text="From a PDF")
    return made.save()


@pytest.mark.parametrize(("file", "data", "source"), [
    ("a.xlsx", BOOK, Source.EXCEL), ("a.docx", BOOK, Source.EXCEL), ("a.docx", zipped("word/document.xml"), Source.WORD),
    ("a.pdf", b"%PDF-1.7\n", Source.PDF), ("a", b"\n%PDF-1.7\n", Source.PDF), ("a.eml", MAIL, Source.MAIL), ("a.bin", MAIL, Source.MAIL),
    ("a.TXT", b"Para 3: why?", Source.MAIL), ("", b"Para 3: why?", Source.MAIL),
])
def test_source_is_told_from_the_content(file, data, source):
    assert source_of(file, data, name="FAO") is source


@pytest.mark.parametrize(("file", "data", "why"), [
    ("a.doc", OLE, "old .doc"), ("a.xls", OLE, "old .xls"), ("a.msg", OLE, "Outlook message"), ("a.docx", OLE, "protected by a password"),
    ("a.zip", zipped("x.txt"), "zip archive of something else"), ("a.xlsx", b"PK\x03\x04", "damaged"),
    ("a.csv", b"a,b", ".csv is not read"),
    ("a.rtf", b"{\\rtf1", ".rtf is not read"), ("a.txt", b"{\\rtf1", ".rtf is not read"), ("a.htm", b"<p>", ".html file is not read"),
    ("a.docx", b"not a zip", "neither of what its name says"), ("a.jpg", b"\xff\xd8\xff", "neither of what its name says"),
])
def test_source_of_anything_else_is_refused_in_one_line(file, data, why):
    with pytest.raises(CopyRefused, match="^FAO: ") as refusal:
        source_of(file, data, name="FAO")
    assert why in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(("file", "data", "source", "text"), [
    ("a.xlsx", BOOK, Source.EXCEL, "From Excel"), ("a.eml", MAIL, Source.MAIL, "From a mail"), ("a.pdf", None, Source.PDF, "From a PDF"),
])
def test_read_answer_by_its_reader(file, data, source, text):
    answer = read_answer(file, data or reviewed(), agency="FAO", index=small_base(), received="2018-03-15T00:00:00Z")
    comment, = answer.comments
    assert (answer.source, comment.source, comment.text, comment.place.paragraph) == (source, source, text, 6)


def test_read_answer_of_a_word_file_is_refused():
    with pytest.raises(CopyRefused, match="give it as a reviewed copy"):
        read_answer("a.docx", zipped("word/document.xml"), agency="FAO", index=small_base(), received="")
