"""What the template is given."""

from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.tree import Node
from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.pdf.plan import plan_of
from tests.engines.press.sample import document, heading, paragraph, png, text


def planned(*blocks, **more):
    return plan_of(from_json(document(*blocks, **more))).data


def words(runs):
    return "".join(run["text"] for run in runs)


def listed(kind, *labels, blocks=()):
    items = [{"id": f"i{n}", "inlines": [text("x")], **({"label": label} if label else {})} for n, label in enumerate(labels)]
    items[-1]["blocks"] = list(blocks)
    return {"type": "list", "id": "l", "kind": kind, "items": items}


@pytest.mark.parametrize(
    ("kind", "given", "labels"),
    [
        ("ordered", ("(a)", "(b)"), ["(a)", "(b)"]),
        ("ordered", (None, None), ["(a)", "(b)"]),
        ("bulleted", (None, None), None),
        ("bulleted", ("–", None), ["–", "•"]),
    ],
)
def test_list_keeps_its_labels_and_makes_missing_ones(kind, given, labels):
    assert planned(listed(kind, *given))["blocks"][0]["labels"] == labels


def test_list_in_a_list_is_nested_and_labelled_by_its_depth():
    inner = {**listed("ordered", None), "id": "m", "items": [{"id": "m0", "inlines": [text("y")]}]}
    outer = planned(listed("ordered", None, blocks=[inner]))["blocks"][0]
    assert (outer["nested"], outer["labels"]) == (False, ["(a)"])
    nested = outer["items"][0]["blocks"][0]
    assert (nested["nested"], nested["labels"]) == (True, ["(i)"])


@pytest.mark.parametrize(("language", "number"), [("en", "3."), ("fr", "3."), ("ar", "3 -")])
def test_paragraph_number_is_printed_as_its_language_does(language, number):
    assert planned(paragraph("p", "x", number=3), language=language)["blocks"][0]["number"] == number


@pytest.mark.parametrize(
    ("language", "caption", "source"),
    [("en", "Table 2. C", "Source: S"), ("fr", "Tableau 2. C", "Source : S"), ("ar", "الجدول 2. ج", "المصدر: م")],
)
def test_table_tells_its_label_and_source(language, caption, source):
    letters = (caption[-1], source[-1])
    cell = {"cells": [{"inlines": [text("1")]}]}
    table = {"type": "table", "id": "t", "columns": [{}], "header": [cell], "rows": [cell], "number": 2}
    drawn = planned({**table, "caption": [text(letters[0])], "source": [text(letters[1])]}, language=language)["blocks"][0]
    assert words(drawn["caption"]).replace("\u00a0", " ") == caption
    assert words(drawn["source"]).replace("\u00a0", " ") == source
    assert drawn["repeats"] is True


@pytest.mark.parametrize(("pixels", "points"), [((80, 40), 60.0), ((400, 2000), 112.0)])
def test_picture_keeps_its_size_and_fits_the_page(pixels, points):
    picture = {"type": "picture", "id": "g", "media_type": "image/png", "data": png(*pixels), "caption": [], "alternative": "Grey."}
    plan = plan_of(from_json(document(picture)))
    assert round(plan.data["blocks"][0]["width"], 2) == points
    assert list(plan.files) == [plan.data["blocks"][0]["file"]] == ["picture-0.png"]


def test_annex_begins_on_a_new_page_with_its_title():
    annex = {"id": "an", "title": [text("Annex")], "blocks": [heading("ah", 2, "Inside")]}
    kinds = [(block["kind"], block.get("level")) for block in planned(paragraph("p", "x"), annexes=[annex])["blocks"]]
    assert kinds == [("paragraph", None), ("page_break", None), ("heading", 1), ("heading", 2)]


def test_document_without_cover_prints_symbol_title_and_subtitle():
    plan = planned(paragraph("p", "x"), subtitle="Sub", symbol="A/71/280")
    assert [(line["role"], words(line["runs"])) for line in plan["title-lines"]] == [
        ("symbol", "A/71/280"),
        ("title", "Report"),
        ("subtitle", "Sub"),
    ]
    assert plan["symbol-in-header"] is None


def test_cover_prints_what_its_lines_leave_out():
    lines = [{"role": "authors", "inlines": [text("Two bodies")]}]
    plan = planned(paragraph("p", "x"), subtitle="Sub", symbol="A/71/280", cover={"lines": lines})
    assert [line["role"] for line in plan["cover"]] == ["title", "subtitle", "authors"]
    assert words(plan["symbol-in-header"]) == "A/71/280"
    assert plan["authors"] == ["Two bodies"]


@pytest.mark.parametrize(
    ("times", "day"),
    [
        ({}, None),
        ({"as_of": "2017-11-15"}, [2017, 11, 15]),
        ({"as_of": "2017-11-15", "known_at": "2017-12-01T10:00:00+00:00"}, [2017, 12, 1]),
    ],
)
def test_date_of_the_file_is_that_of_the_record(times, day):
    assert planned(paragraph("p", "x"), **times)["date"] == day


@dataclass(frozen=True)
class Marquee(Node):
    type: ClassVar[str] = "marquee"
    id: str = "m"


def test_block_unknown_is_refused():
    tree = from_json(document(paragraph("p", "x")))
    with pytest.raises(UnknownNode, match="pdf writer does not know the node 'marquee'"):
        plan_of(replace(tree, blocks=(Marquee(),)))
