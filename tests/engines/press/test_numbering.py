"""Numbers in the tree, in each scheme and language."""

import pytest

from tansiq.engines.press.numbering import DECIMAL, REPORT, UNITED_NATIONS, heading_number, number_tree
from tansiq.engines.press.tree import Heading, Item, Paragraph, Picture, Table, walk
from tansiq.engines.press.tree_json import from_json
from tests.engines.press.sample import document, heading, inlines_of, paragraph, png


def item(name, *blocks):
    return {"id": name, "inlines": inlines_of("x"), "blocks": list(blocks)}


def ordered(name, *items):
    return {"type": "list", "id": name, "kind": "ordered", "items": list(items)}


def body(language="en"):
    nested = ordered("l2", item("i2", ordered("l3", item("i3", ordered("l4", item("i4"))))), item("i5"))
    table = {"type": "table", "id": "t", "columns": [{}], "header": [], "rows": [{"cells": [{"blocks": [ordered("l5", item("i6"))]}]}]}
    figure = {"type": "picture", "id": "f", "media_type": "image/png", "data": png(), "alternative": "x"}
    return from_json(
        document(
            heading("h1", 1, "One"),
            paragraph("p1", "x"),
            heading("h2", 2, "Two"),
            heading("h3", 2, "Three"),
            ordered("l1", item("i1", nested, paragraph("p2", "x"))),
            paragraph("p3", "x"),
            {**table, "caption": inlines_of("C")},
            {**figure, "caption": []},
            {**figure, "id": "g", "caption": inlines_of("G")},
            heading("h4", 1, "Four"),
            {"type": "quote", "id": "q", "blocks": [paragraph("p4", "x")]},
            paragraph("p5", "x"),
            language=language,
            annexes=[{"id": "a", "title": inlines_of("Annex"), "blocks": [heading("h5", 2, "x"), paragraph("p6", "x")]}],
        )
    )


def numbers(tree, kind, name="number"):
    return {node.id: getattr(node, name) for _, node in walk(tree) if isinstance(node, kind)}


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (REPORT, {"h1": "I.", "h2": None, "h3": None, "h4": "II.", "h5": None}),
        (UNITED_NATIONS, {"h1": "I.", "h2": "A.", "h3": "B.", "h4": "II.", "h5": "A."}),
        (DECIMAL, {"h1": "1.", "h2": "1.1", "h3": "1.2", "h4": "2.", "h5": "1."}),
    ],
)
def test_number_tree_headings_follow_the_scheme(scheme, expected):
    assert numbers(number_tree(body(), scheme), Heading) == expected


def test_number_tree_paragraphs_count_through_and_begin_anew_in_annexes():
    found = numbers(number_tree(body(), UNITED_NATIONS), Paragraph)
    assert found == {"p1": 1, "p2": None, "p3": 2, "p4": None, "p5": 3, "p6": 1}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", {"i1": "(a)", "i2": "(i)", "i5": "(ii)", "i3": "1.", "i4": "a.", "i6": "(a)"}),
        ("fr", {"i1": "a)", "i2": "i)", "i5": "ii)", "i3": "1.", "i4": "a.", "i6": "a)"}),
        ("ar", {"i1": "(أ)", "i2": "(1)", "i5": "(2)", "i3": "1.", "i4": "a.", "i6": "(أ)"}),
    ],
)
def test_number_tree_items_are_labelled_by_language(language, expected):
    assert numbers(number_tree(body(language)), Item, "label") == expected


def test_number_tree_tables_and_figures_with_a_caption_count():
    tree = number_tree(body())
    assert numbers(tree, Table) | numbers(tree, Picture) == {"t": 1, "f": None, "g": 1}


def test_number_tree_twice_changes_nothing():
    once = number_tree(body("ar"), UNITED_NATIONS)
    assert number_tree(once, UNITED_NATIONS) == once
    assert numbers(once, Heading)["h4"] == "ثانياً -"


def test_heading_number_arabic_letters_have_names():
    assert heading_number((1, 2), "letter", "ar") == "باء -"
    assert heading_number((1, 2), "lower_letter", "ar") == "(ب)"
