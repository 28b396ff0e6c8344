"""Paragraphs of every kind of block, with their styles."""

import pytest

from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.tree import Node
from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.docx.blocks import BlockWriter
from tansiq.engines.press.writers.docx.manuscript import Manuscript, Story
from tests.engines.press.sample import document, heading, inlines_of, paragraph, png
from tests.engines.press.writers.docx.opened import NS, W, text_in, written


def body(*blocks, **more):
    return written(document(*blocks, **more)).paragraphs()[1:]


def test_heading_with_number_has_a_tab_in_english_and_a_space_in_arabic():
    assert body(heading("h", 1, "Plans", number="II.")) == [("Heading1", "II.\tPlans")]
    assert body(heading("h", 1, "خطط", number="ثانياً -"), language="ar") == [("Heading1", "ثانياً -\u00a0خطط")]


def test_paragraph_with_number_has_its_style():
    assert body(paragraph("p", "One", number=3), paragraph("q", "Two")) == [("NumberedParagraph", "3.\tOne"), ("BodyText", "Two")]


def test_list_levels_have_styles_and_inner_paragraphs_continue():
    inner = {"type": "list", "id": "m", "kind": "bulleted", "items": [{"id": "j", "inlines": inlines_of("b")}]}
    items = [{"id": "i", "inlines": inlines_of("a"), "blocks": [inner, paragraph("p", "c")]}]
    found = body({"type": "list", "id": "l", "kind": "ordered", "items": items})
    assert found == [("ListNumber", "a"), ("ListBullet2", "b"), ("ListContinue", "c")]


def test_picture_has_alternative_text_caption_below_and_source():
    picture = {"type": "picture", "id": "f", "media_type": "image/png", "data": png(), "alternative": 'A "chart" & more', "number": 2}
    opened = written(document({**picture, "caption": inlines_of("C"), "source": inlines_of("S")}))
    assert opened.paragraphs()[1:] == [("Figure", ""), ("FigureCaption", "Figure\u00a02. C"), ("Source", "S")]
    assert opened.xml().find(".//{*}docPr").get("descr") == 'A "chart" & more'
    assert opened.codes() == ["SEQ Figure \\* ARABIC"]


def test_quote_and_its_source():
    quote = {"type": "quote", "id": "q", "inlines": inlines_of("Said"), "source": inlines_of("Someone")}
    assert body(quote) == [("Quote", "Said"), ("QuoteSource", "— Someone")]


@pytest.mark.parametrize(
    ("blocks", "breaks"),
    [
        ([{"type": "page_break", "id": "b"}, paragraph("p", "x")], [True]),
        ([{"type": "page_break", "id": "b"}, {"type": "quote", "id": "q", "blocks": [paragraph("p", "x")]}], [True]),
        ([paragraph("p", "x"), {"type": "page_break", "id": "b"}], [False, True]),
    ],
)
def test_page_break_begins_the_next_paragraph_on_a_new_page(blocks, breaks):
    found = list(written(document(*blocks)).xml().iter(f"{W}p"))[1:]
    assert [part.find("w:pPr/w:pageBreakBefore", NS) is not None for part in found] == breaks


def test_annex_has_a_title_style_that_breaks_the_page():
    annex = {"id": "a", "title": inlines_of("Annex"), "blocks": [heading("h", 2, "Inside")]}
    assert body(annexes=[annex]) == [("AnnexTitle", "Annex"), ("Heading2", "Inside")]


def test_paragraphs_of_arabic_run_from_right_to_left():
    found = list(written(document(paragraph("p", "x"), language="ar")).xml().iter(f"{W}p"))
    assert [part.find("w:pPr/w:bidi", NS) is not None for part in found] == [True, True]


def test_unknown_block_refused():
    class Video(Node):
        type = "video"

    manuscript = Manuscript(from_json(document()), {})
    with pytest.raises(UnknownNode, match="video"):
        BlockWriter(manuscript, Story(manuscript.body)).write([Video()])


def test_text_of_a_paragraph_keeps_its_blanks():
    found = list(written(document(paragraph("p", "  two  blanks "))).xml().iter(f"{W}p"))
    assert text_in(found[-1]) == "  two  blanks "
