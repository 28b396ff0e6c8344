"""Runs: scripts apart, styles of emphasis, fields, links, notes."""

import pytest

from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.tree import Node
from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.docx.anchors import bookmark_name
from tansiq.engines.press.writers.docx.inlines import InlineWriter
from tansiq.engines.press.writers.docx.manuscript import Manuscript
from tests.engines.press.sample import document, fact, heading, inlines_of, paragraph, text
from tests.engines.press.writers.docx.opened import NS, Opened, R, W, runs_of, written


def first(tree) -> tuple[Opened, object]:
    opened = written(tree)
    return opened, next(found for found in opened.xml().iter(f"{W}p") if found.find("w:pPr/w:pStyle", NS).get(f"{W}val") == "BodyText")


def arabic(*inlines):
    return runs_of(first(document(paragraph("p", *inlines), language="ar"))[1])


def test_run_number_with_no_break_space_is_one_left_to_right_run():
    assert arabic("حضرها 1\u00a0939 مشاركاً") == [("حضرها ", True), ("1\u00a0939", False), (" مشاركاً", True)]


def test_run_symbol_in_arabic_is_one_left_to_right_run():
    assert arabic("القرار ", {"type": "link", "href": "https://undocs.org/A/RES/71/280", "inlines": [text("A/71/280")]}, "، ") == [
        ("القرار ", True),
        ("A/71/280", False),
        ("، ", True),
    ]


def test_run_brackets_around_latin_name_go_with_the_arabic():
    name = {"type": "name", "of": "register/organization/unicef", "form": "acronym", "text": "UNICEF", "rests_on": []}
    assert arabic("اليونيسف (", name, ")") == [("اليونيسف (", True), ("UNICEF", False), (")", True)]


def test_run_of_other_language_is_tagged_and_keeps_its_numbers():
    _, found = first(document(paragraph("p", "called ", text("تقرير عام 2017", language="ar"), " in Arabic")))
    assert runs_of(found) == [("called ", False), ("تقرير عام 2017", True), (" in Arabic", False)]
    assert [lang.get(f"{W}bidi") for lang in found.iter(f"{W}lang")] == ["ar-LB"]


def test_run_strong_emphasis_and_link_have_styles():
    inner = {"type": "strong", "inlines": [{"type": "emphasis", "inlines": [text("both")]}]}
    link = {"type": "link", "href": "https://example.org", "inlines": [{"type": "strong", "inlines": [text("link")]}]}
    _, found = first(document(paragraph("p", {"type": "emphasis", "inlines": [text("one")]}, inner, link)))
    assert [style.get(f"{W}val") for style in found.iter(f"{W}rStyle")] == ["Emphasis", "Strong", "Hyperlink"]
    direct = [[child.tag.removeprefix(W) for child in properties] for properties in found.iter(f"{W}rPr")]
    assert direct == [["rStyle"], ["rStyle", "bCs", "i"], ["rStyle", "b", "bCs"]]


def test_link_outside_is_a_relationship_and_inside_an_anchor():
    links = [{"type": "link", "href": href, "inlines": [text("x")]} for href in ("https://example.org/?a=1&b=2", "#h")]
    opened, found = first(document(heading("h", 1, "Title"), paragraph("p", *links)))
    outside, inside = found.iter(f"{W}hyperlink")
    assert b'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"' in opened.parts["word/_rels/document.xml.rels"]
    assert outside.get(f"{R}id") and inside.get(f"{W}anchor") == bookmark_name("h", "block")
    assert bookmark_name("h", "block") in {mark.get(f"{W}name") for mark in opened.xml().iter(f"{W}bookmarkStart")}


def test_link_address_is_written_as_a_uri():
    link = {"type": "link", "href": "https://example.org/تقرير?a=100%|{b}", "inlines": [text("x")]}
    opened, _ = first(document(paragraph("p", link)))
    assert b"https://example.org/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1?a=100%25%7C%7Bb%7D" in opened.parts["word/_rels/document.xml.rels"]


def test_reference_is_a_field_with_its_result_and_a_bookmark():
    references = [{"type": "xref", "to": "h", "form": form} for form in ("number", "title", "page")]
    opened, found = first(document(heading("h", 1, "Title", number="I."), paragraph("p", *references)))
    assert runs_of(found) == [("I", False), ("Title", False), ("1", False)]
    names = [bookmark_name("h", role) for role in ("number", "title", "block")]
    assert opened.codes() == [f"REF {names[0]} \\h", f"REF {names[1]} \\h", f"PAGEREF {names[2]} \\h"]
    assert set(names) <= {mark.get(f"{W}name") for mark in opened.xml().iter(f"{W}bookmarkStart")}


def test_reference_to_an_item_asks_word_for_the_number_of_its_paragraph():
    items = [{"id": "i", "inlines": inlines_of("x"), "label": "(a)"}]
    listed = {"type": "list", "id": "l", "kind": "ordered", "items": items}
    opened, found = first(document(listed, paragraph("p", {"type": "xref", "to": "i", "form": "number"})))
    assert runs_of(found) == [("(a)", False)]
    assert opened.codes() == [f"REF {bookmark_name('i', 'block')} \\n \\h"]


def test_fact_stands_between_a_bookmark():
    _, found = first(document(paragraph("p", "has ", fact("f", "16"), " members")))
    start = found.find("w:bookmarkStart", NS)
    assert start.get(f"{W}name") == bookmark_name("f", "fact")
    assert start.getnext().getnext().tag == f"{W}bookmarkEnd"


def test_markup_like_text_is_printed_as_it_stands():
    injection = '<script>alert(1)</script> #read("/etc/passwd") & </w:t> $x$ *b*'
    _, found = first(document(paragraph("p", injection)))
    assert runs_of(found) == [(injection, False)]


def test_unknown_inline_refused():
    class Video(Node):
        type = "video"
        language = None

    manuscript = Manuscript(from_json(document(paragraph("p", "x"))), {})
    with pytest.raises(UnknownNode, match="video"):
        InlineWriter(manuscript, manuscript.body).runs((Video(),))


def test_line_break_is_a_break_in_the_paragraph():
    _, found = first(document(paragraph("p", *inlines_of("a", {"type": "line_break"}, "b"))))
    assert runs_of(found) == [("a", False), ("\n", False), ("b", False)]
