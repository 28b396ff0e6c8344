"""The table of contents: entries written, page fields, no question at opening."""

from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.docx.anchors import bookmark_name
from tansiq.engines.press.writers.docx.contents import headings
from tests.engines.press.sample import document, heading, inlines_of
from tests.engines.press.writers.docx.opened import W, written

CONTENTS = {"type": "contents", "id": "toc", "title": inlines_of("Contents"), "levels": 2}


def tree(**more):
    blocks = [CONTENTS, heading("h1", 1, "One", number="I."), heading("h2", 2, "Two"), heading("h3", 3, "Three")]
    return document(*blocks, annexes=[{"id": "a", "title": inlines_of("Annex"), "blocks": []}], **more)


def test_contents_entries_are_written_down_to_their_level():
    found = [entry for entry in written(tree()).paragraphs() if entry[0].startswith("TOC")]
    assert found == [("TOCHeading", "Contents"), ("TOC1", "I.\tOne\t1"), ("TOC2", "Two\t1"), ("TOC1", "Annex\t2")]


def test_contents_field_asks_nothing_when_the_file_is_opened():
    opened = written(tree())
    codes = opened.codes()
    assert codes[0] == 'TOC \\o "1-2" \\h \\z \\u'
    assert codes[1:] == [f"PAGEREF {bookmark_name(name, 'block')} \\h" for name in ("h1", "h2", "a")]
    assert b"dirty" not in opened.parts["word/document.xml"]
    assert b"updateFields" not in opened.parts["word/settings.xml"]


def test_contents_fields_are_closed():
    marks = [mark.get(f"{W}fldCharType") for mark in written(tree()).xml().iter(f"{W}fldChar")]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") == 4


def test_contents_of_a_document_without_headings_is_an_empty_field():
    opened = written(document(CONTENTS))
    assert [entry for entry in opened.paragraphs() if entry[0] == "TOC1"] == [("TOC1", "")]


def test_headings_name_annexes_on_level_one():
    assert [entry[:3] for entry in headings(from_json(tree()))] == [("h1", 1, "I."), ("h2", 2, None), ("h3", 3, None), ("a", 1, None)]
