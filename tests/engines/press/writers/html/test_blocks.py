"""Blocks as markup."""

import pytest
from lxml import html

from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.tree import Node
from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.html.blocks import BlockWriter
from tansiq.engines.press.writers.html.inlines import InlineWriter
from tests.engines.press.sample import document, heading, inlines_of, paragraph, png


def writer(tree, level=1):
    return BlockWriter(InlineWriter(from_json(tree)), level)


def written(*blocks, level=1, **more):
    found = writer(document(*blocks, **more), level)
    return found.write(found.document.blocks)


def test_heading_stands_below_the_title_and_goes_on_after_h6():
    heads = [heading(f"h{level}", level, "x", number="I." if level == 1 else None) for level in range(1, 7)]
    assert written(*heads).splitlines() == [
        '<h2 id="h1"><span class="number">I.</span> x</h2>',
        *[f'<h{level + 1} id="h{level}">x</h{level + 1}>' for level in range(2, 6)],
        '<p id="h6" role="heading" aria-level="7">x</p>',
    ]
    assert written(heading("h", 1, "x"), level=2) == '<h3 id="h">x</h3>'


def test_paragraph_with_number():
    assert written(paragraph("p", "x", number=2)) == '<p id="p" class="numbered"><span class="number">2.</span> x</p>'


def test_list_labels_are_those_of_the_tree():
    inner = {"type": "list", "id": "m", "kind": "bulleted", "items": [{"id": "j", "inlines": inlines_of("b")}]}
    items = [{"id": "i", "inlines": inlines_of("a"), "label": "(c)", "blocks": [inner]}, {"id": "k", "inlines": inlines_of("d")}]
    assert written({"type": "list", "id": "l", "kind": "ordered", "items": items}) == (
        '<ol id="l" class="labelled" role="list"><li id="i"><span class="label">(c)</span> a<ul id="m"><li id="j">b</li></ul></li>'
        '<li id="k"><span class="label">(b)</span> d</li></ol>'
    )


def test_table_heads_have_scope_and_spans():
    rows = [
        {"cells": [{"inlines": inlines_of("a"), "header": True, "rowspan": 2}, {"inlines": inlines_of("b")}]},
        {"cells": [{"blocks": [paragraph("q", "c")]}]},
    ]
    header = [{"cells": [{"inlines": []}, {"inlines": inlines_of("H")}]}]
    columns = [{"width": 3}, {"align": "end"}]
    table = {"type": "table", "id": "t", "columns": columns, "header": header, "rows": rows, "caption": inlines_of("C"), "number": 1}
    assert written({**table, "source": inlines_of("S")}) == (
        '<div class="table" id="t"><div class="scroll" role="region" tabindex="0" aria-label="C"><table>'
        '<caption><span class="label">Table\u00a01.</span> C</caption><colgroup><col class="w15"><col class="w5"></colgroup>'
        '<thead><tr><td></td><th scope="col" class="align-end">H</th></tr></thead>'
        '<tbody><tr><th scope="row" rowspan="2">a</th><td class="align-end">b</td></tr>'
        '<tr><td class="align-end"><p id="q">c</p></td></tr></tbody>'
        '</table></div><p class="source">S</p></div>'
    )


def test_picture_is_a_figure_with_its_alternative():
    picture = {"type": "picture", "id": "f", "media_type": "image/png", "data": png(), "alternative": 'A "chart"'}
    found = html.fromstring(written({**picture, "caption": inlines_of("C")}))
    assert (found.tag, found.find("img").get("alt"), found.find("img").get("width"), found.find("figcaption").text) == (
        "figure",
        'A "chart"',
        "8",
        "C",
    )


def test_quote_with_source():
    quote = {"type": "quote", "id": "q", "inlines": inlines_of("Said"), "source": inlines_of("Someone")}
    assert written(quote) == (
        '<figure class="quote" id="q"><blockquote><p>Said</p></blockquote><p class="quote-source">— Someone</p></figure>'
    )


def test_contents_nests_its_entries_and_names_annexes():
    contents = {"type": "contents", "id": "c", "title": inlines_of("Contents"), "levels": 2}
    blocks = [contents, heading("h1", 1, "A"), heading("h2", 2, "B"), heading("h3", 3, "C"), heading("h4", 1, "D")]
    annex = {"id": "x", "title": inlines_of("Annex"), "blocks": [heading("h5", 2, "E")]}
    nav = written(*blocks, annexes=[annex]).splitlines()[0]
    assert nav == (
        '<nav class="contents" role="doc-toc" id="c" aria-labelledby="-c"><h2 id="-c">Contents</h2><ol role="list">'
        '<li><a href="#h1">A</a><ol role="list"><li><a href="#h2">B</a></li></ol></li><li><a href="#h4">D</a></li>'
        '<li><a href="#x">Annex</a><ol role="list"><li><a href="#h5">E</a></li></ol></li></ol></nav>'
    )


def test_notes_stand_in_the_order_of_their_calls_with_links_back():
    calls = [{"type": "footnote", "note": name} for name in ("b", "a")]
    notes = [{"id": name, "blocks": [paragraph(f"{name}p", name)]} for name in ("a", "b")]
    found = html.fromstring(writer(document(paragraph("p", *calls), notes=notes)).notes())
    assert [item.get("id") for item in found.iter("li")] == ["b", "a"]
    assert [(link.get("href"), link.get("aria-label")) for link in found.iter("a")] == [
        ("#-ref-b", "Back to the text (1)"),
        ("#-ref-a", "Back to the text (2)"),
    ]


def test_annex_is_a_section_named_by_its_title():
    found = writer(document(annexes=[{"id": "a", "title": inlines_of("Annex"), "blocks": [paragraph("p", "x")]}]))
    assert found.annex(found.document.annexes[0]) == (
        '<section class="annex" role="doc-appendix" aria-labelledby="a"><h2 id="a">Annex</h2>\n<p id="p">x</p></section>'
    )


def test_page_break_is_a_place_to_break():
    assert written({"type": "page_break", "id": "b"}) == '<div class="page-break" id="b"></div>'


def test_unknown_block_refused():
    class Video(Node):
        type = "video"

    with pytest.raises(UnknownNode, match="video"):
        writer(document()).write([Video()])
