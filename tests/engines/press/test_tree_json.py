"""The tree and JSON: exact both ways, and bad input refused with its path."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from tansiq.engines.press.errors import InvalidTree
from tansiq.engines.press.tree import Paragraph, Text
from tansiq.engines.press.tree_json import from_json, to_json
from tests.engines.press.generated import trees
from tests.engines.press.sample import document, fact, heading, paragraph, text


def test_from_json_read_and_written_gives_the_same_json():
    source = document(heading("h", 1, "Title"), paragraph("p", "One ", fact("f1", "16"), "."))
    assert to_json(from_json(json.dumps(source))) == source


def test_to_json_written_and_read_gives_the_same_tree():
    tree = from_json(document(paragraph("p", "One")))
    assert from_json(json.dumps(to_json(tree))) == tree
    assert tree.blocks == (Paragraph(id="p", inlines=(Text("One"),)),)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(trees())
def test_to_json_of_any_tree_is_read_back_the_same(source):
    tree = from_json(source)
    assert from_json(json.dumps(to_json(tree))) == tree
    assert to_json(from_json(to_json(tree))) == to_json(tree)


@pytest.mark.parametrize(
    ("source", "path", "rule"),
    [
        ("{", "document", "not JSON"),
        ("[" * 100_000, "document", "nested too deep"),
        ([], "document", "wrong type"),
        ({"type": "book"}, "document", "unknown node"),
        ({"type": "document", "language": "en", "title": "T"}, "document", "missing key"),
        (document(color="red"), "document", "unknown key"),
        (document({"type": "video", "id": "v"}), "blocks[0]", "unknown node"),
        (document({"id": "v"}), "blocks[0]", "missing key"),
        (document("words"), "blocks[0]", "wrong type"),
        (document(paragraph("p", text("a"), {"type": "text", "text": 3})), "blocks[0].inlines[1].text", "wrong type"),
        (document({"type": "heading", "id": "h", "level": True, "inlines": []}), "blocks[0].level", "wrong type"),
        (document(paragraph("p", "a\x00b")), "blocks[0].inlines[0].text", "forbidden character"),
        (document(paragraph("p", "a\ud800b")), "blocks[0].inlines[0].text", "forbidden character"),
        (document(paragraph("p", fact("f", "1", params={"a": "\x01"}))), "blocks[0].inlines[0].params.a", "forbidden character"),
        (document(paragraph("p", fact("f", "1", value=float("nan")))), "blocks[0].inlines[0].value", "wrong type"),
        (document({"type": "list", "id": "l", "kind": "dotted", "items": []}), "blocks[0].kind", "wrong type"),
        (
            document(
                {"type": "list", "id": "l", "kind": "bulleted", "items": [{"id": "i", "inlines": [], "blocks": [heading("h", 1, "x")]}]}
            ),
            "blocks[0].items[0].blocks[0]",
            "unknown node",
        ),
    ],
)
def test_from_json_bad_input_refused_with_its_path(source, path, rule):
    with pytest.raises(InvalidTree) as refused:
        from_json(source)
    assert (refused.value.path, refused.value.rule) == (path, rule)


def test_from_json_nodes_too_deep_refused():
    inline = text("x")
    for _ in range(100):
        inline = {"type": "strong", "inlines": [inline]}
    with pytest.raises(InvalidTree, match="nested too deep"):
        from_json(document(paragraph("p", inline)))
