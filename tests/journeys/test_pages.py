"""A reader's way through the pages, in a real browser on a real server: keyboard, phone, dark, Arabic, without script."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, StorageState

from tests.conftest import require
from tests.journeys.browsing import TANSIQ, chromium, environment, serving

pytestmark = pytest.mark.needs("chromium")
GROUP = "/groups/wgim/?as-of=15+November+2017"
REPORT = "/groups/wgim/reports/23/?as-of=15+November+2017"
PAGES = {
    "desk": "/",
    "list": "/groups/",
    "members": "/groups/wgim/members/",
    "seats": "/groups/wgim/seats/",
    "requests": "/groups/wgim/requests/",
    "organizations": "/groups/wgim/organizations/",
    "desk in Arabic": "/ar/",
    "group": GROUP,
    "group today": "/groups/wgim/",
    "group of an empty day": "/groups/wgim/?as-of=2010&known-at=2026-01-01",
    "group with a bad day": "/groups/wgim/?as-of=Febuary+31+2018&known-at=never",
    "group in Arabic": "/ar" + GROUP,
    "group in French": "/fr" + GROUP,
    "report": REPORT,
    "report with a fact open": REPORT + "#f-20",
    "report in Arabic": "/ar" + REPORT,
    "report of an unknown day": "/groups/wgim/reports/24/?as-of=15+November+2017",
    "nothing": "/nothing/here/",
}
WIDTHS = (1280, 820, 390, 320)


@dataclass(frozen=True)
class Site:
    """The address of a server, and the link with which the officer of the group signs in, once."""

    address: str
    link: str


@pytest.fixture(scope="module")
def signed_in(browser, site) -> StorageState:
    """What a browser keeps of the officer after she pressed the button behind her link."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(site.link)
    page.locator("main button").click()
    page.wait_for_url(site.address + "/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    """A server on a data folder that holds the example."""
    data = tmp_path_factory.mktemp("office")
    done = subprocess.run(
        [*TANSIQ, "--quiet", "demo", "--no-serve"], env=environment(data), check=True, capture_output=True, text=True
    )
    with serving(data) as address:
        yield Site(address, address + urlsplit(done.stdout.splitlines()[-1]).path)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require("chromium")
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser, site, signed_in) -> Iterator[Page]:
    """A page of a reader with a wide screen; what the browser complains of fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=site.address, storage_state=signed_in)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    # Of an answer that is no success the browser tells whoever looks at its console: what is not there, what somebody else changed.
    assert [each for each in complaints if "404 (Not Found)" not in each and "409 (Conflict)" not in each] == []


@pytest.fixture
def without_script(browser, site, signed_in) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, base_url=site.address, storage_state=signed_in, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def shown(page: Page) -> str:
    return " ".join(page.locator("main").inner_text().split())


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_page_has_no_violation_in_light_in_dark_and_on_a_phone(page, address):
    found = []
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        result = Axe().run(page)
        found += [f"{width} {scheme}: {each['id']}: {each['nodes'][0]['html']}" for each in result.response["violations"]]
        assert len(result.response["passes"]) > 10
    assert found == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_page_never_scrolls_sideways(page, address):
    page.goto(address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_keyboard_reaches_the_content_by_the_skip_link_and_shows_the_focus(page):
    page.goto(GROUP)
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "To the content"
    assert link.bounding_box()["y"] >= 0
    assert link.evaluate("each => getComputedStyle(each).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    reached = []
    while "as-of" not in reached and len(reached) < 8:
        page.keyboard.press("Tab")
        reached.append(page.locator(":focus").get_attribute("name"))
    assert reached[-1] == "as-of"
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Show"


def test_reader_goes_from_the_list_to_the_group_on_a_day_and_to_its_report(page):
    page.goto("/groups/")
    page.get_by_role("link", name="Working Group on International Migration in the Arab Region").click()
    page.get_by_label("As of", exact=True).fill("15 November 2017")
    page.get_by_role("button", name="Show").click()
    assert "16 organizations, 3 of them co-chairs. 17 if UNICEF’s request is approved." in shown(page)
    page.get_by_role("link", name="Progress report to the twenty-third session").click()
    assert page.locator("[name='as-of']").input_value() == "15 November 2017"
    assert "2017 Progress Report" in shown(page)
    page.get_by_role("link", name="The group on this day").click()
    assert page.locator("[name='as-of']").input_value() == "15 November 2017"


def test_reader_asks_what_was_known_before_the_example_was_recorded(page):
    page.goto(GROUP)
    page.get_by_role("link", name="as known on another day").click()
    page.get_by_label("as known on").fill("1 January 2020")
    page.get_by_role("button", name="Show").click()
    assert "No organization holds a member’s seat on this day." in shown(page)
    page.get_by_role("link", name="as known today").click()
    assert "16 organizations" in shown(page)


def test_bad_day_has_a_thick_edge_its_text_and_words_beside_it(page):
    page.goto("/groups/wgim/?as-of=Febuary+31+2018")
    field = page.get_by_label("As of", exact=True)
    assert field.input_value() == "Febuary 31 2018"
    assert field.evaluate("each => [getComputedStyle(each).borderTopWidth, getComputedStyle(each).borderTopColor]") == [
        "2px", "rgb(154, 52, 18)",
    ]
    words = page.locator(f"[id='{field.get_attribute('aria-describedby')}']").inner_text()
    assert "“Febuary 31 2018” cannot be read as a day" in words


def test_fact_in_the_text_opens_where_it_comes_from_without_losing_the_place(page):
    page.goto(REPORT)
    fact = page.locator(".doc .fact", has_text=re.compile("^16$")).first
    fact.scroll_into_view_if_needed()
    fact.click()
    entry = page.locator("#fact")
    assert "Number of members" in entry.inner_text()
    assert "Rests on 16 rows" in entry.inner_text()
    chosen = page.locator(".doc .fact", has_text=re.compile("^16$")).first
    assert 0 <= chosen.evaluate("each => each.getBoundingClientRect().top") < 900
    assert "register/seat-term/wgim-fao.1" in entry.inner_text()
    assert entry.evaluate("each => each.getBoundingClientRect().top") < 900
    entry.get_by_role("link", name="Close").click()
    assert page.locator(":target .fact", has_text=re.compile("^16$")).count() == 1


def test_language_switch_mirrors_the_page_and_keeps_the_day(page):
    page.goto(GROUP)
    mark = page.locator(".brand svg").bounding_box()["x"]
    page.get_by_role("link", name="العربية").click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("[name='as-of']").input_value() == "15 تشرين الثاني/نوفمبر 2017"
    assert page.locator(".brand svg").bounding_box()["x"] > mark
    page.locator(".asof form button").click()
    assert "16 منظمة، منها 3 جهات مشاركة في الرئاسة." in shown(page)
    page.get_by_role("link", name="Français").click()
    assert page.locator("[name='as-of']").input_value() == "15 novembre 2017"
    assert "17 si la demande de l’UNICEF est approuvée." in shown(page)


def test_bar_ends_at_the_day_asked_for_in_both_directions(page):
    for address, end in ((GROUP, "right"), ("/ar" + GROUP, "left")):
        page.goto(address)
        bar = page.locator(".tl tbody tr", has_text="2016").first.locator(".b.key")
        line = page.locator(".tl tbody .now-line").first
        edges = [each.evaluate(f"each => each.getBoundingClientRect().{end}") for each in (bar, line)]
        assert abs(edges[0] - edges[1]) < 2


def test_pages_work_without_script(without_script):
    page = without_script
    page.goto(GROUP)
    page.locator("[name='as-of']").fill("1 January 2018")
    page.locator(".asof form button").click()
    assert "16 organizations" in page.locator(".asof").inner_text()
    page.goto(REPORT)
    assert page.locator("#fact .origin").count() == 0
    page.locator(".doc .fact").first.click()
    assert page.locator("#fact .origin").is_visible()
    assert page.locator("#fact .rows li, #fact .hint").first.is_visible()


def test_files_of_the_report_can_be_downloaded(page, tmp_path):
    page.goto(REPORT)
    for name, form in (("Word", "docx"), ("PDF", "pdf"), ("Web page", "html")):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name).click()
        assert waiting.value.suggested_filename == f"progress-report-wgim-23-as-of-2017-11-15.en.{form}"
        path = tmp_path / f"report.{form}"
        waiting.value.save_as(path)
        assert path.stat().st_size > 10_000


def test_typefaces_come_from_the_site_and_the_stylesheet_is_small(page):
    page.goto("/ar" + GROUP)
    loaded = page.evaluate("document.fonts.ready.then(all => [...all].filter(face => face.status === 'loaded').map(face => face.family))")
    assert {"IBM Plex Sans", "IBM Plex Sans Arabic"} <= {family.strip('"') for family in loaded}
    sheet = Path(__file__).resolve().parents[2] / "src" / "tansiq" / "site" / "static" / "tansiq.css"
    assert sheet.stat().st_size < 25_000


def test_print_leaves_out_what_does_nothing_on_paper(page):
    page.goto(REPORT)
    page.emulate_media(media="print")
    for gone in (".langs", ".acts", ".asof button", ".toc", ".skip"):
        assert page.locator(gone).first.is_hidden(), gone
    assert page.locator(".asof input").is_visible()
    assert page.locator(".fact").first.evaluate("each => getComputedStyle(each).textDecorationLine") == "none"


def test_two_windows_change_one_term_at_once_and_the_second_sees_what_the_first_did(page):
    page.goto("/groups/wgim/organizations/fao/")
    where = page.get_by_role("link", name="Change or correct").first.get_attribute("href")
    windows = [page, page.context.new_page()]
    for number, window in enumerate(windows):
        window.goto(where)
        window.get_by_role("link", name="It was recorded wrongly").click()
        window.get_by_label("Note").fill(f"as window {number} says")
        window.get_by_label("Because").fill("It was read again.")
    for window in windows:
        window.get_by_role("button", name="Record it").click(no_wait_after=True)
    for window in windows:
        window.wait_for_function("!document.querySelector('main form.act')")
    told = [shown(window) for window in windows]
    [lost] = [text for text in told if "What you entered was not recorded." in text]
    [kept] = [number for number, text in enumerate(told) if text != lost]
    assert "officer@example.org changed this on" in lost
    assert f"as window {kept} says" in lost.split("What the record says now")[1].split("What it said before")[0]
    assert f"as window {1 - kept} says" not in lost
