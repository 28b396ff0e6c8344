"""Cover, running lines, section."""

from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.docx.manuscript import Manuscript
from tansiq.engines.press.writers.docx.pages import cover_drop, section
from tests.engines.press.sample import document, inlines_of, paragraph
from tests.engines.press.writers.docx.opened import NS, W, written

ROLES = ("symbol", "title", "subtitle", "addressed_to", "body", "authors", "date")


def cover(*roles):
    return {"lines": [{"role": role, "inlines": inlines_of(role)} for role in roles]}


def test_front_cover_stands_on_a_page_of_its_own():
    opened = written(document(paragraph("p", "x"), cover=cover(*ROLES), running={"header": inlines_of("H"), "footer": inlines_of("F")}))
    assert opened.paragraphs() == [
        ("CoverSymbol", "symbol"), ("Title", "title"), ("Subtitle", "subtitle"), ("CoverAddressedTo", "addressed_to"),
        ("CoverBody", "body"), ("CoverAuthors", "authors"), ("CoverDate", "date"), ("BodyText", "x"),
    ]
    assert opened.xml().find(".//w:titlePg", NS) is not None
    assert opened.paragraphs("word/header_first.xml") == [("Normal", "")]


def test_front_without_cover_prints_title_subtitle_and_symbol():
    opened = written(document(subtitle="Sub", symbol="A/1"))
    assert opened.paragraphs() == [("CoverSymbol", "A/1"), ("Title", "Report"), ("Subtitle", "Sub")]
    assert opened.xml().find(".//w:titlePg", NS) is None


def test_front_cover_without_title_prints_it_after():
    assert written(document(cover=cover("date"))).paragraphs() == [("CoverDate", "date"), ("Title", "Report")]


def test_section_footer_says_page_of_pages_in_each_language():
    for language, expected in (("en", "F\tPage 1 of 1"), ("fr", "F\tPage 1 sur 1"), ("ar", "F\tالصفحة 1 من 1")):
        opened = written(document(language=language, running={"footer": inlines_of("F")}))
        assert opened.paragraphs("word/footer_default.xml") == [("Footer", expected)]
        codes = [code.text.strip() for code in opened.xml("word/footer_default.xml").iter(f"{W}instrText")]
        assert codes == ["PAGE", "NUMPAGES"]


def test_section_of_arabic_runs_from_right_to_left():
    found = section(Manuscript(from_json(document(language="ar")), {}))
    assert [child.tag.removeprefix(W) for child in found] == ["footerReference", "pgSz", "pgMar", "bidi", "docGrid"]


def test_cover_drop_goes_to_the_first_line_after_the_symbol():
    assert list(cover_drop(Manuscript(from_json(document(cover=cover("symbol", "title"))), {}))) == ["Title"]
    assert cover_drop(Manuscript(from_json(document()), {})) == {}
