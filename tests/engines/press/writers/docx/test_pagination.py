"""The estimate of pages."""

from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.docx.pagination import LINES, estimate
from tests.engines.press.sample import document, heading, inlines_of, paragraph


def test_estimate_cover_breaks_and_annexes_turn_the_page():
    tree = document(
        paragraph("p", "x"),
        {"type": "page_break", "id": "b"},
        heading("h", 1, "x"),
        cover={"lines": [{"role": "title", "inlines": inlines_of("T")}]},
        annexes=[{"id": "a", "title": inlines_of("A"), "blocks": [paragraph("q", "x")]}],
    )
    assert estimate(from_json(tree)) == {"p": 2, "b": 3, "h": 3, "a": 4, "q": 4}


def test_estimate_long_text_runs_over_pages():
    pages = estimate(from_json(document(*[paragraph(f"p{n}", "word " * 180) for n in range(20)])))
    assert (pages["p0"], pages["p19"]) == (1, 1 + int(19 * 10.6 / LINES))


def test_estimate_names_inner_ids():
    items = [{"id": "i", "inlines": inlines_of("x"), "blocks": [paragraph("p", "x")]}]
    assert estimate(from_json(document({"type": "list", "id": "l", "kind": "bulleted", "items": items}))) == {"l": 1, "i": 1, "p": 1}
