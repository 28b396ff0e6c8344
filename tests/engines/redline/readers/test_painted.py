"""Where letters come to stand, on pages of several programs; another program's answer is the oracle."""

from io import BytesIO

import pymupdf
import pytest
import typst
from pypdf import PdfReader

from tansiq.engines.redline.readers.glyphs import lines_of, text_of_line
from tansiq.engines.redline.readers.painted import page_glyphs
from tests.engines.redline.readers.reviewed_pdfs import Reviewed

ARABIC = "أُنشئ الفريق العامل المعني بالهجرة الدولية في عام 2013 ويضم ستة عشر عضوًا."


def glyphs(data, page=0):
    return page_glyphs(PdfReader(BytesIO(data)).pages[page])


def lines(data):
    return [text_of_line(line) for line in lines_of(glyphs(data))]


def content(stream, resources="<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"):
    """A page with this content stream."""
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((0, 0), " ")
    document.update_stream(page.get_contents()[0], stream)
    document.xref_set_key(page.xref, "Resources", resources)
    return document.tobytes()


def test_letters_stand_where_another_program_finds_them():
    data = Reviewed(["The Situation Report, second of its series"]).save()
    ours = [glyph for glyph in glyphs(data) if not glyph.text.isspace()]
    with pymupdf.open(stream=data) as document:
        blocks = document[0].get_text("rawdict")["blocks"]
    theirs = [char for block in blocks for line in block["lines"] for span in line["spans"] for char in span["chars"] if char["c"] != " "]
    assert [glyph.text for glyph in ours] == [char["c"] for char in theirs]
    assert max(abs(glyph.left - char["bbox"][0]) for glyph, char in zip(ours, theirs, strict=True)) < 0.5
    assert max(abs(glyph.right - char["bbox"][2]) for glyph, char in zip(ours, theirs, strict=True)) < 0.5


@pytest.mark.parametrize(("operators", "expected"), [
    (b"BT /F 10 Tf 50 700 Td (one) Tj 0 -20 Td (two) Tj ET", ["one", "two"]),
    (b"BT /F 10 Tf 20 TL 50 700 Td (one) Tj T* (two) Tj (three) ' ET", ["one", "two", "three"]),
    (b"BT /F 10 Tf 50 700 TD [(o) -20 (ne) -600 (two)] TJ ET", ["one two"]),
    (b"BT /F 10 Tf 1 0 0 1 50 700 Tm (one) Tj 5 0 0 5 70 700 Tm /F 2 Tf (two) Tj ET", ["one two"]),
    (b"q 2 0 0 2 0 0 cm BT /F 5 Tf 20 300 Td (one) Tj ET Q BT /F 10 Tf 40 500 Td (two) Tj ET", ["one", "two"]),
    (b"BT /F 10 Tf 15 TL 50 700 Td 0 0 (one) \" (two) ' ET", ["one", "two"]),
    (b"BT /F 10 Tf 50 700 Td (a) Tj 4 Ts (2) Tj ET", ["a2"]),
    (b"/Span << /ActualText (fi) >> BDC BT /F 10 Tf 50 700 Td (x) Tj ET EMC", ["fi"]),
    (b"/P BMC BT /F 10 Tf 50 700 Td (plain) Tj ET EMC EMC", ["plain"]),
    (b"BT /F (x) Tf 50 Td (lost) Tj /G 10 Tf (lost) Tj ET", []),
    (b"", []),
])
def test_operators_place_letters(operators, expected):
    assert lines(content(operators)) == expected


def test_letters_of_forms_inside_forms_stand_in_the_page():
    inner = pymupdf.open(stream=Reviewed(["inside"]).save())
    outer = pymupdf.open()
    page = outer.new_page()
    page.show_pdf_page(pymupdf.Rect(100, 100, 400, 520), inner, 0)
    data = outer.tobytes()
    assert lines(data) == ["inside"]
    with pymupdf.open(stream=data) as document:
        box = document[0].search_for("inside")[0]
        height = document[0].rect.height
    first = glyphs(data)[0]
    assert abs(first.left - box.x0) < 0.5
    assert box.y0 < height - first.y < box.y1


def test_form_that_paints_itself_comes_to_an_end():
    document = pymupdf.open(stream=content(b"/X Do"))
    form = document.get_new_xref()
    document.update_object(form, "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>")
    document.update_stream(form, b"BT /F 10 Tf 50 700 Td (x) Tj ET /X Do")
    document.xref_set_key(document[0].xref, "Resources", f"<< /XObject << /X {form} 0 R >> /Font << /F << /Type /Font /Subtype /Type1 "
                          "/BaseFont /Helvetica >> >> >>")
    assert 1 <= len(glyphs(document.tobytes())) <= 9


def test_embedded_fonts_and_arabic_are_read_in_order():
    english = "The official “figure” of 2015–2017."
    source = f'#set page(width: 600pt)\n#set text(size: 12pt)\n{english}\n\n#text(lang: "ar", dir: rtl)[{ARABIC}]\n'
    assert lines(typst.compile(source.encode())) == [english, ARABIC]
