"""Walking the tree and reading its text."""

import pytest

from tansiq.engines.press.tree import Emphasis, FootnoteReference, LineBreak, Paragraph, Text, children, text_of, walk
from tansiq.engines.press.tree_json import from_json
from tests.engines.press.sample import document, fact, paragraph, text


def test_walk_paths_lead_to_the_nodes():
    items = [{"id": "i", "inlines": [text("x")], "blocks": [paragraph("p", "y")]}]
    listed = {"type": "list", "id": "l", "kind": "bulleted", "items": items}
    tree = from_json(document(listed, notes=[{"id": "n", "blocks": [paragraph("q", "z")]}]))
    assert [path for path, _ in walk(tree)] == [
        "blocks[0]",
        "blocks[0].items[0]",
        "blocks[0].items[0].inlines[0]",
        "blocks[0].items[0].blocks[0]",
        "blocks[0].items[0].blocks[0].inlines[0]",
        "notes[0]",
        "notes[0].blocks[0]",
        "notes[0].blocks[0].inlines[0]",
    ]


def test_children_of_a_paragraph_are_its_inlines():
    assert list(children(Paragraph(id="p", inlines=(Text("a"), LineBreak())))) == [("inlines[0]", Text("a")), ("inlines[1]", LineBreak())]


def test_text_of_inlines_reads_record_nodes_and_breaks():
    tree = from_json(document(paragraph("p", "One ", fact("f", "16"), {"type": "line_break"}, "two")))
    assert text_of(tree.blocks[0].inlines) == "One 16\ntwo"
    assert text_of((Emphasis((Text("a"),)), FootnoteReference("n"))) == "a"


def test_nodes_are_frozen():
    with pytest.raises(AttributeError):
        Text("a").text = "b"
