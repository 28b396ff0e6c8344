"""The rules of the tree: each broken once, with the path that is named."""

import pytest

from tansiq.engines.press.errors import InvalidTree
from tansiq.engines.press.tree import Document, Heading, Text
from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.validate import record_behind, validate
from tests.engines.press.sample import document, fact, heading, inlines_of, paragraph, png, text


def call(note):
    return {"type": "footnote", "note": note}


def note(name, *inlines):
    return {"id": name, "blocks": [paragraph(f"{name}-p", *inlines)]}


def table(header, *rows, columns=2):
    return {"type": "table", "id": "t", "columns": [{}] * columns, "header": header, "rows": list(rows), "caption": inlines_of("C")}


def row(*cells):
    return {"cells": [{"inlines": inlines_of("x"), **cell} for cell in cells]}


def picture(**more):
    return {"type": "picture", "id": "c", "media_type": "image/png", "data": png(), "caption": [], "alternative": "A chart", **more}


def nested_list(depth):
    blocks = [nested_list(depth - 1)] if depth > 1 else []
    item = {"id": f"i{depth}", "inlines": inlines_of("x"), "blocks": blocks}
    return {"type": "list", "id": f"l{depth}", "kind": "ordered", "items": [item]}


def findings(source):
    """The refusal of a tree, or None."""
    try:
        validate(from_json(source))
    except InvalidTree as refused:
        return str(refused)
    return None


BROKEN = [
    (document(title=" "), "title", "empty text"),
    (document(language="english!"), "language", "bad language"),
    (document(as_of="15.11.2017"), "as_of", "bad date"),
    (document(paragraph("p"), paragraph("p")), "blocks[1]", "duplicate id"),
    (document(paragraph("p q")), "blocks[0]", "bad id"),
    (document(paragraph("p", fact("f", "1"), fact("f", "1"))), "blocks[0].inlines[1]", "duplicate id"),
    (document(heading("h", 2, "x")), "blocks[0]", "skipped heading level"),
    (document(heading("h", 1, "x"), heading("i", 3, "x")), "blocks[1]", "skipped heading level"),
    (document(heading("h", 0, "x")), "blocks[0]", "wrong type"),
    (document(heading("h", 1, " ")), "blocks[0]", "empty heading"),
    (
        document(annexes=[{"id": "a", "title": inlines_of("A"), "blocks": [heading("h", 1, "x")]}]),
        "annexes[0].blocks[0]",
        "skipped heading level",
    ),
    (document(picture(alternative="")), "blocks[0]", "missing alternative text"),
    (document(picture(data="####")), "blocks[0].data", "unreadable picture"),
    (document(picture(media_type="image/jpeg")), "blocks[0].data", "unreadable picture"),
    (document(paragraph("p", call("n"))), "blocks[0].inlines[0]", "unresolved reference"),
    (document(paragraph("p", call("n"), call("n")), notes=[note("n", "x")]), "blocks[0].inlines[1]", "note called twice"),
    (document(notes=[note("n", "x")]), "notes[0]", "note never called"),
    (
        document(paragraph("p", call("n")), notes=[note("n", call("m")), note("m", "x")]),
        "notes[0].blocks[0].inlines[0]",
        "nested reference",
    ),
    (document(running={"footer": [call("n")]}, notes=[note("n", "x")]), "running.footer[0]", "nested reference"),
    (document(paragraph("p", {"type": "xref", "to": "q", "form": "page"})), "blocks[0].inlines[0]", "unresolved reference"),
    (document(paragraph("p", {"type": "xref", "to": "p", "form": "number"})), "blocks[0].inlines[0]", "unresolved reference"),
    (document(paragraph("p", {"type": "xref", "to": "p", "form": "title"})), "blocks[0].inlines[0]", "unresolved reference"),
    (document(table([], row({}))), "blocks[0].rows[0]", "grid not filled"),
    (document(table([], row({"colspan": 3}))), "blocks[0].rows[0].cells[0]", "grid not filled"),
    (document(table([row({"rowspan": 2}, {})], row({}, {}))), "blocks[0].header[0].cells[0]", "grid not filled"),
    (document(table([], row({}, {"rowspan": 2}), row({"colspan": 2}))), "blocks[0].rows[1].cells[0]", "grid not filled"),
    (document(table([], row({}, {"colspan": 0}))), "blocks[0].rows[0].cells[1]", "grid not filled"),
    (document(table([])), "blocks[0]", "empty block"),
    (document({"type": "quote", "id": "q"}), "blocks[0]", "missing key"),
    (document({"type": "list", "id": "l", "kind": "bulleted", "items": []}), "blocks[0]", "empty block"),
    (document(nested_list(5)), "blocks[0].items[0].blocks[0].items[0].blocks[0].items[0].blocks[0].items[0].blocks[0]", "nested too deep"),
    (document(paragraph("p", "a\tb")), "blocks[0].inlines[0].text", "forbidden character"),
    (document(paragraph("p", fact("f", ""))), "blocks[0].inlines[0].text", "empty text"),
    (document(paragraph("p", number=0)), "blocks[0]", "wrong type"),
]


@pytest.mark.parametrize(("source", "path", "rule"), BROKEN)
def test_validate_broken_rule_refused_with_path(source, path, rule):
    tree = from_json(source)
    with pytest.raises(InvalidTree) as refused:
        validate(tree)
    assert (refused.value.path, refused.value.rule) == (path, rule)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//example.org",
        "http://",
        "mailto:nobody",
        "https://a b",
        "data:text/html,x",
        "http://[",
        "http://a:port/",
        "http://:80/",
        "",
    ],
)
def test_validate_bad_address_refused(href):
    link = {"type": "link", "href": href, "inlines": [text("x")]}
    with pytest.raises(InvalidTree, match="bad address"):
        validate(from_json(document(paragraph("p", link))))


def test_validate_link_in_link_refused():
    inner = {"type": "link", "href": "https://example.org", "inlines": [text("x")]}
    outer = {"type": "link", "href": "https://example.org", "inlines": [text("y"), {"type": "strong", "inlines": [inner]}]}
    with pytest.raises(InvalidTree, match="nested reference"):
        validate(from_json(document(paragraph("p", outer))))


def test_validate_tree_built_with_wrong_types_refused():
    tree = Document(language="en", title="T", blocks=(Heading(id="h", level="1", inlines=(Text("x"),)),))
    with pytest.raises(InvalidTree) as refused:
        validate(tree)
    assert refused.value.path == "blocks[0].level"


def test_validate_spans_that_fill_the_grid_accepted():
    body = (row({"rowspan": 2}, {}, {}), row({"colspan": 2}))
    assert findings(document(table([row({"colspan": 3, "header": True})], *body, columns=3))) is None


def test_validate_references_links_and_notes_accepted():
    tree = document(
        heading("h", 1, "x", number="I."),
        paragraph("p", {"type": "xref", "to": "h", "form": "number"}, call("n"), {"type": "link", "href": "#h", "inlines": [text("up")]}),
        notes=[note("n", {"type": "link", "href": "https://example.org/a?b=c#d", "inlines": [text("there")]})],
    )
    assert findings(tree) is None


def test_record_behind_a_path_is_that_of_the_innermost_node_with_one():
    name = {"type": "name", "of": "register/group/wgim", "form": "long", "text": "Group", "rests_on": ["register/group-name/wgim.1"]}
    tree = from_json(document(paragraph("p", text("a"), {"type": "strong", "inlines": [name]})))
    assert record_behind(tree, "blocks[0].inlines[1].inlines[0].text") == "register/group/wgim"
    assert record_behind(tree, "blocks[0].inlines[0].text") == ""
