"""Footnotes: a real part, in the order they are called."""

from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.docx.manuscript import Manuscript
from tansiq.engines.press.writers.docx.notes import footnotes
from tests.engines.press.sample import document, paragraph, text
from tests.engines.press.writers.docx.opened import R, W, text_in, written


def tree(**more):
    link = {"type": "link", "href": "https://example.org", "inlines": [text("there")]}
    notes = [
        {"id": "late", "blocks": [paragraph("lp", "Later")]},
        {"id": "soon", "blocks": [paragraph("sp", "See ", link), paragraph("sq", "and more")]},
    ]
    calls = [{"type": "footnote", "note": name} for name in ("soon", "late")]
    return document(paragraph("p", "a", calls[0], "b", calls[1]), notes=notes, **more)


def test_footnotes_are_numbered_by_their_calls():
    opened = written(tree())
    calls = [call.get(f"{W}id") for call in opened.xml().iter(f"{W}footnoteReference")]
    notes = {note.get(f"{W}id"): text_in(note) for note in opened.xml("word/footnotes.xml")}
    assert calls == ["1", "2"]
    assert notes == {"-1": "", "0": "", "1": " See thereand more", "2": " Later"}


def test_footnotes_have_separators_and_the_settings_name_them():
    opened = written(tree())
    kinds = [note.get(f"{W}type") for note in opened.xml("word/footnotes.xml")][:2]
    assert kinds == ["separator", "continuationSeparator"]
    assert [note.get(f"{W}id") for note in opened.xml("word/settings.xml").iter(f"{W}footnote")] == ["-1", "0"]


def test_footnote_with_a_link_has_its_own_relationship():
    opened = written(tree())
    link = next(opened.xml("word/footnotes.xml").iter(f"{W}hyperlink"))
    assert link.get(f"{R}id") == "rId1"
    assert b"https://example.org" in opened.parts["word/_rels/footnotes.xml.rels"]


def test_footnotes_part_is_there_without_notes():
    manuscript = Manuscript(from_json(document()), {})
    assert len(footnotes(manuscript)[1]) == 2
