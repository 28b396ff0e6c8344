"""Inlines as markup: record nodes, switches of language, references."""

import pytest

from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.tree import Node
from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.html.inlines import InlineWriter, is_plain_date
from tests.engines.press.sample import document, fact, heading, paragraph, text


def written(*inlines, decorate=None, pages=None, language="en", before=()):
    tree = from_json(document(*before, paragraph("p", *inlines), language=language, notes=[{"id": "n", "blocks": [paragraph("q", "x")]}]))
    return InlineWriter(tree, decorate, pages).write(tree.blocks[-1].inlines)


def date(edtf):
    return {"type": "date", "edtf": edtf, "text": "then", "rests_on": ["a/b/c", "a/b/d"]}


def test_fact_keeps_key_value_and_what_it_rests_on():
    assert written(fact("f", "16")) == (
        '<span class="fact" data-id="f" data-key="register.member_count" data-params="{&quot;group&quot;: &quot;wgim&quot;}" '
        'data-value="16" data-unit="organizations" data-as-of="2017-11-15" data-known-at="2017-11-15T12:00:00+00:00" '
        'data-rests-on="register/seat/wgim-fao">16</span>'
    )


def test_date_that_is_a_plain_date_is_a_time():
    assert written(date("2017-09")) == '<time class="date" data-edtf="2017-09" data-rests-on="a/b/c a/b/d" datetime="2017-09">then</time>'
    assert written(date("2018~")) == '<span class="date" data-edtf="2018~" data-rests-on="a/b/c a/b/d">then</span>'


@pytest.mark.parametrize(
    ("edtf", "plain"),
    [
        ("2017", True),
        ("2017-09", True),
        ("2017-09-26", True),
        ("2017-13", False),
        ("2017-02-30", False),
        ("2017-21", False),
        ("2017/2018", False),
    ],
)
def test_is_plain_date_of_edtf(edtf, plain):
    assert is_plain_date(edtf) == plain


def test_name_and_stated_keep_their_record_and_language():
    name = {"type": "name", "of": "register/organization/iom", "form": "acronym", "text": "IOM", "rests_on": []}
    stated = {"type": "stated", "of": "a/b/c", "field": "title", "language": "ar", "text": "تقرير", "rests_on": ["a/b/c"]}
    assert written(name) == '<span class="name" data-of="register/organization/iom" data-form="acronym" data-rests-on="">IOM</span>'
    assert written(stated) == (
        '<span class="stated" data-of="a/b/c" data-field="title" data-rests-on="a/b/c" lang="ar" dir="rtl">تقرير</span>'
    )


def test_language_switch_carries_lang_and_dir_and_own_language_none():
    assert written(text("a", language="fr")) == '<span lang="fr" dir="ltr">a</span>'
    assert written(text("a", language="en")) == "a"
    assert written({"type": "emphasis", "inlines": [text("a")], "language": "fr"}, language="ar") == '<em lang="fr" dir="ltr">a</em>'


def test_decorate_adds_attributes_and_makes_a_link():
    def decorate(node):
        return {"href": f"#f-{node.type}", "class": "stale", "title": 'as of "15"'}

    found = written(date("2017"), decorate=decorate)
    assert found == (
        '<a class="date stale" data-edtf="2017" data-rests-on="a/b/c a/b/d" href="#f-date" title="as of &quot;15&quot;">'
        '<time datetime="2017">then</time></a>'
    )


def test_decorate_inside_a_link_gives_no_second_link():
    link = {"type": "link", "href": "https://example.org", "inlines": [date("2017")]}
    found = written(link, decorate=lambda node: {"href": "/x"})
    assert found.count("<a ") == 1


def test_footnote_is_a_link_to_its_note():
    assert written({"type": "footnote", "note": "n"}) == '<sup><a id="-ref-n" href="#n" role="doc-noteref">1</a></sup>'


def test_reference_prints_number_title_or_known_page():
    before = [heading("h", 1, "Plans", number="II.")]
    found = [written({"type": "xref", "to": "h", "form": form}, before=before, pages={"h": 4}) for form in ("number", "title", "page")]
    assert found == [f'<a class="xref" href="#h">{words}</a>' for words in ("II", "Plans", "4")]


def test_reference_to_an_unknown_page_prints_what_the_block_is_called():
    reference = {"type": "xref", "to": "p", "form": "page"}
    assert written(reference, before=[heading("h", 1, "Plans")]) == '<a class="xref" href="#p">Plans</a>'
    assert written(reference) == '<a class="xref" href="#p">Report</a>'


def test_unknown_inline_refused():
    class Video(Node):
        type = "video"

    with pytest.raises(UnknownNode, match="the html writer does not know the node 'video'"):
        InlineWriter(from_json(document())).write((Video(),))
