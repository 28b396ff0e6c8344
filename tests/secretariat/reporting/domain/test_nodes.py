"""The lens hands out the record as nodes: values with the references they rest on, worded in the language."""

import pytest

from tansiq.engines.dates import parse
from tansiq.engines.press.tree import DateText, Fact, Name, Stated, Text
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.reporting.domain.nodes import Lens, beginning
from tests.example import DAY, LATER


def lens(language="en"):
    return Lens(group="wgim", as_of=DAY, known_at=LATER, language=language)


@pytest.mark.parametrize(
    ("language", "form", "text"),
    [
        ("en", "long", "Food and Agriculture Organization"),
        ("en", "acronym", "FAO"),
        ("fr", "the", "la FAO"),
        ("fr", "long", "Organisation des Nations Unies pour l’alimentation et l’agriculture"),
        ("ar", "short", "الفاو"),
        ("ar", "to", "للفاو"),
    ],
)
def test_name_in_each_form_rests_on_its_term(example, language, form, text):
    [node] = lens(language).name("register/organization/fao", form).inlines
    assert isinstance(node, Name)
    assert (node.of, node.text) == ("register/organization/fao", text)
    assert node.rests_on == (f"register/organization-name/fao-{language}.1",)
    assert node.form in ("long", "short", "acronym")


def test_name_without_the_language_is_marked_as_being_in_another(example):
    [node] = lens("fr").name("programme/step/gcm-stocktaking", "long").inlines
    assert node.language in (None, "en")


def test_when_gives_the_leading_word_outside_the_node(example):
    leading, node = lens().when(parse("4-6 December 2017"), ("x/y/z",)).inlines
    assert leading == Text(text="on\u00a0")
    assert node == DateText(edtf="2017-12-04/2017-12-06", text="4–6\u00a0December\u00a02017", rests_on=("x/y/z",))
    assert len(lens().when(parse("before the end of 2017"), ()).inlines) == 1


def test_dated_open_period_ahead_of_the_day_begins_from_it(example):
    assert lens().dated(parse("from February 2018"), ()).text == "from\u00a0February\u00a02018"
    assert lens().dated(parse("from February 2016"), ()).text == "since\u00a0February\u00a02016"


def test_fact_carries_value_day_and_rows(example):
    piece = lens().fact("register.member_count")
    [node] = piece.inlines
    assert isinstance(node, Fact)
    assert (node.key, node.value, node.text, node.as_of, piece.number) == ("register.member_count", 16, "16", "2017-11-15", 16)
    assert len(node.rests_on) == 16


def test_fact_ids_are_told_apart(example):
    seen = lens()
    assert [seen.fact("register.member_count").inlines[0].id for _ in range(2)] == ["f1", "f2"]


def test_count_below_ten_is_in_words_and_from_ten_in_figures(example):
    assert lens().count("publications.brief_count", meeting="consultation-2017").text == "five"
    assert lens().count("register.member_count").text == "16"


def test_ordinal_and_figures_word_the_same_number(example):
    assert lens().ordinal("reporting.session_number", session="rcm-23", capital=True).text == "Twenty-third"
    assert lens().figures("reporting.session_number", session="rcm-23").text == "23"


def test_stated_text_falls_back_and_says_in_which_language_it_is(example):
    [node] = lens("fr").stated("a/b/c", "text", Texts({"en": "only English"}), ("a/b/c.1",)).inlines
    assert node == Stated(of="a/b/c", field="text", language="en", text="only English", rests_on=("a/b/c.1",))


def test_sorted_by_name_follows_the_language_shown(example):
    refs = [f"register/organization/{slug}" for slug in ("who", "fao", "escwa", "iom")]
    english, french = lens().sorted_by_name(refs), lens("fr").sorted_by_name(refs)
    assert [ref.rsplit("/", 1)[1] for ref in english] == ["fao", "iom", "escwa", "who"]
    assert [ref.rsplit("/", 1)[1] for ref in french] == ["escwa", "fao", "iom", "who"]


@pytest.mark.parametrize(("text", "kind"), [("issue", "vowel"), ("Éducation", "vowel"), ("workshop", "other"), ("", "other")])
def test_beginning_tells_vowels(text, kind):
    assert beginning(text) == kind
