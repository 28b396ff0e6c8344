"""The whole page and its body: the reports, safety, generated trees."""

import json
import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from lxml import html
from playwright.sync_api import sync_playwright

from tansiq.engines.press import InvalidTree, PressError, from_json, html_body, write_html
from tansiq.engines.press.writers.html.page import default_stylesheet
from tests.engines.press.generated import body_words, note_words, stand_in_order, trees
from tests.engines.press.sample import document, heading, inlines_of, linked_to_everything, paragraph

TREES = Path(__file__).parents[2] / "trees"
LANGUAGES = ("en", "ar", "fr")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def report(language):
    return from_json((TREES / f"report.{language}.json").read_text(encoding="utf-8"))


def features(page):
    headings = list(page.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    return {
        "language": [page.get("lang"), page.get("dir"), page.findtext("head/title")],
        "headings": [[element.tag, element.text_content()] for element in headings],
        "contents": [[link.get("href"), link.text_content()] for link in page.xpath("//nav//a")],
        "paragraphs": [element.text_content() for element in page.xpath("//article/p")],
        "items": [element.xpath("string(span[@class='label'])") for element in page.xpath("//ol[contains(@class, 'labelled')]/li")],
        "scopes": [[cell.get("scope"), cell.text_content()] for cell in page.iter("th")],
        "switches": [[element.get("lang"), element.get("dir"), element.text_content()] for element in page.xpath("//main//*[@lang]")[1:]],
        "records": [[element.get("class"), element.text_content()] for element in page.xpath("//*[@data-rests-on]")],
        "notes": [element.text_content() for element in page.xpath("//section[@class='notes']//li")],
        "times": [element.get("datetime") for element in page.iter("time")],
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_write_html_report_has_the_features_of_its_case(language):
    expected = json.loads((TREES / f"report.{language}.html.json").read_text(encoding="utf-8"))
    assert features(html.document_fromstring(write_html(report(language)))) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_write_html_needs_nothing_from_outside_and_runs_nothing(language):
    page = html.document_fromstring(write_html(report(language)))
    assert page.xpath("//script | //link | //*[@style] | //iframe | //*[@onclick]") == []
    assert [image.get("src")[:15] for image in page.iter("img")] == ["data:image/png;"]
    assert "url(" not in default_stylesheet()


@pytest.mark.parametrize("language", LANGUAGES)
def test_write_html_ids_are_unique_and_every_inner_link_leads_somewhere(language):
    page = html.document_fromstring(write_html(report(language)))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {address[1:] for address in page.xpath("//a/@href") if address.startswith("#")} <= set(ids)


@pytest.mark.needs("chromium")
def test_write_html_is_accessible_and_never_scrolls_sideways():
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for language in LANGUAGES:
            for width in (1280, 390, 320):
                page = browser.new_page(viewport={"width": width, "height": 900})
                page.set_content(write_html(report(language)))
                found = Axe().run(page).response["violations"]
                assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], (language, width)
                assert page.evaluate("document.documentElement.scrollWidth") == width, language
                page.close()
        browser.close()


def test_write_html_every_block_can_be_pointed_to():
    page = html.document_fromstring(write_html(from_json(linked_to_everything())))
    addresses = [address[1:] for address in page.xpath("//article/p/a/@href")]
    assert len(addresses) == 15
    assert set(addresses) <= set(page.xpath("//@id"))


def test_write_html_same_tree_gives_the_same_text():
    assert write_html(report("en")) == write_html(report("en"))


def test_default_stylesheet_has_logical_properties_only():
    # The width of the window has no logical name.
    rules = re.sub(r"@media \(max-width[^)]*\)|/\*.*?\*/", "", default_stylesheet(), flags=re.DOTALL)
    assert re.findall(r"\b(?:left|right|top|bottom)\b|(?<![-\w])(?:min-|max-)?(?:width|height)\s*:", rules) == []


def test_write_html_own_stylesheet_stands_in_and_cannot_break_out():
    assert "<style>\np{}\n</style>" in write_html(report("en"), stylesheet="p{}")
    with pytest.raises(PressError, match="</style"):
        write_html(report("en"), stylesheet="p{} </STYLE><script>")


def test_html_body_markup_like_text_is_escaped():
    body = html_body(from_json(document(paragraph("p", '<script>alert("1")</script> &amp; {{ x }}'), title="<b>")))
    assert "&lt;script&gt;alert(\"1\")&lt;/script&gt; &amp;amp; {{ x }}" in body
    assert "<h1>&lt;b&gt;</h1>" in body


def test_html_body_title_level_moves_all_headings():
    body = html.fromstring(html_body(from_json(document(heading("h", 1, "x"))), title_level=2))
    assert [element.tag for element in body.iter("h1", "h2", "h3")] == ["h2", "h3"]


def test_html_body_running_lines_and_front():
    tree = document(running={"header": inlines_of("H"), "footer": inlines_of("F")}, subtitle="Sub", symbol="A/1")
    body = html.fromstring(html_body(from_json(tree)))
    assert [element.text_content().strip() for element in body] == ["H", "A/1\nReport\nSub", "F"]


def test_html_body_cover_without_title_prints_it():
    body = html.fromstring(html_body(from_json(document(cover={"lines": [{"role": "date", "inlines": inlines_of("2017")}]}))))
    assert [(element.tag, element.text) for element in body.find("header")] == [("p", "2017"), ("h1", "Report")]


def test_html_body_invalid_tree_refused():
    with pytest.raises(InvalidTree, match="duplicate id"):
        html_body(from_json(document(paragraph("p", "x"), paragraph("p", "x"))))


@settings(suppress_health_check=SLOW)
@given(trees())
def test_html_body_every_word_of_the_tree_is_read_back_in_order(source):
    tree = from_json(source)
    body = html.fromstring(html_body(tree))
    assert stand_in_order(body_words(tree), body.text_content())
    notes = "".join(section.text_content() for section in body.xpath("//section[@class='notes']"))
    assert stand_in_order(note_words(tree), notes)
