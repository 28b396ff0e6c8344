"""What one file keeps while it is written."""

from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.docx.manuscript import Manuscript, word_language
from tansiq.engines.press.writers.docx.package import Part
from tests.engines.press.sample import document, heading, inlines_of, paragraph, text


def test_word_language_bare_tags_get_a_region():
    assert [word_language(tag) for tag in ("en", "fr", "ar", "fr-CA", "de")] == ["en-GB", "fr-FR", "ar-LB", "fr-CA", "de"]


def test_manuscript_languages_of_both_directions():
    found = [Manuscript(from_json(document(language=tag)), {}) for tag in ("fr", "ar")]
    assert [manuscript.languages() for manuscript in found] == [("fr-FR", "ar-LB"), ("en-GB", "ar-LB")]
    assert [manuscript.rtl for manuscript in found] == [False, True]


def test_manuscript_knows_what_is_referred_to_and_listed():
    contents = {"type": "contents", "id": "c", "title": inlines_of("C"), "levels": 1}
    link = {"type": "link", "href": "#p", "inlines": [text("x")]}
    manuscript = Manuscript(from_json(document(contents, heading("h", 1, "x"), paragraph("p", link))), {})
    assert (manuscript.referred, manuscript.listed) == ({"p"}, {"h"})
    assert Manuscript(from_json(document(heading("h", 1, "x"))), {}).listed == set()


def test_manuscript_add_keeps_the_part():
    manuscript = Manuscript(from_json(document()), {})
    part = manuscript.add(Part("/x", "y"))
    assert manuscript.parts == [part]
