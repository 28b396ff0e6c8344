"""Inlines cut into runs of one script, one language, one set of marks."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.tree import Annex, CrossReference, Emphasis, FootnoteReference, LineBreak, Link, Node, Stated, Strong, Text
from tansiq.engines.press.typography import strip_direction_marks
from tansiq.engines.press.writers.pdf.runs import Setting, plain_runs, runs_of

ARABIC = Setting("rtl", "ar", "rtl", {"an": Annex("an", (Text("المرفق"), FootnoteReference("n")), ())})
ENGLISH = Setting("ltr", "en", "ltr", {})


def cut(text, setting):
    return [(run["text"], run.get("foreign", False)) for run in plain_runs(text, setting)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("قرار A/RES/71/280، 17", [("قرار ", False), ("\u2066A/RES/71/280\u2069", True), ("، 17", False)]),
        ("(UN-Habitat، UNHCR)", [("(", False), ("\u2066UN-Habitat\u2069", True), ("، ", False), ("\u2066UNHCR\u2069", True), (")", False)]),
        ("خطة 3RP لعام 2017", [("خطة ", False), ("\u20663RP\u2069", True), (" لعام 2017", False)]),
        ("1\u00a0939", [("1\u00a0939", False)]),
        ("", []),
    ],
)
def test_text_in_arabic_document_sets_latin_apart(text, runs):
    assert cut(text, ARABIC) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Beirut (بيروت) 17", [("Beirut (", False), ("\u2067بيروت\u2069", True), (") 17", False)]),
        ("جامعة الدول، A", [("\u2067جامعة الدول،\u2069", True), (" A", False)]),
        ("Only Latin, 1,939", [("Only Latin, 1,939", False)]),
    ],
)
def test_text_in_english_document_sets_arabic_apart(text, runs):
    assert cut(text, ENGLISH) == runs


@given(st.text(max_size=30), st.sampled_from([ARABIC, ENGLISH]))
def test_runs_hold_the_whole_text(text, setting):
    joined = "".join(piece for piece, _ in cut(text, setting))
    assert strip_direction_marks(joined) == strip_direction_marks(text)


def test_language_switch_to_the_other_direction_is_one_isolated_piece():
    runs = runs_of((Text("2030 Agenda (SDG 10.7)", language="en-GB"),), ARABIC)
    assert runs == [
        {"kind": "text", "text": "\u2066"},
        {"kind": "text", "text": "2030 Agenda (SDG 10.7)", "language": "en", "region": "GB", "foreign": True},
        {"kind": "text", "text": "\u2069"},
    ]


def test_language_switch_in_one_direction_is_not_isolated():
    assert runs_of((Text("oui", language="fr"),), ENGLISH) == [{"kind": "text", "text": "oui", "language": "fr"}]


def test_language_of_the_document_is_no_switch():
    assert runs_of((Stated("a/b/c", "title", "en", "Title", ()),), ENGLISH) == [{"kind": "text", "text": "Title"}]


def test_marks_add_up_inside_links():
    inlines = (Link("https://example.org/", (Strong((Emphasis((Text("a"),)), Text("b"))),)),)
    inner = [{"kind": "text", "text": "a", "strong": True, "emphasis": True}, {"kind": "text", "text": "b", "strong": True}]
    assert runs_of(inlines, ENGLISH) == [{"kind": "link", "href": "https://example.org/", "runs": inner}]


def test_link_to_a_block_and_line_break_and_note():
    inlines = (Link("#h", (Text("a"),)), LineBreak(), FootnoteReference("n"))
    kinds = [{"kind": "link", "to": "h", "runs": [{"kind": "text", "text": "a"}]}, {"kind": "break"}, {"kind": "note", "note": "n"}]
    assert runs_of(inlines, ENGLISH) == kinds


@pytest.mark.parametrize("form", ["number", "title"])
def test_reference_to_an_annex_prints_its_title_without_its_note(form):
    runs = runs_of((CrossReference("an", form),), ARABIC)
    assert runs == [{"kind": "link", "to": "an", "runs": [{"kind": "text", "text": "المرفق"}]}]


def test_reference_to_a_page_is_left_to_the_template():
    assert runs_of((CrossReference("an", "page"),), ARABIC) == [{"kind": "page", "to": "an"}]


@dataclass(frozen=True)
class Blink(Node):
    type: ClassVar[str] = "blink"
    language: str | None = None


def test_inline_unknown_is_refused():
    with pytest.raises(UnknownNode, match="pdf writer does not know the node 'blink'"):
        runs_of((Blink(),), ENGLISH)
