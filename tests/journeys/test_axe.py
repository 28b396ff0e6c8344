"""axe on every page of the site, in three languages, in light and dark and on a phone; what the pages need is furnished first.

The sample looks at each page once, in one of the seven ways in turn; the campaign "axe" looks at each page in all of them.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.conftest import require
from tests.house.access import OPEN, PARAMETER, matrix
from tests.journeys.browsing import TANSIQ, chromium, environment, serving
from tests.journeys.furnished import FOUNDER, GROUP, KEEPER, OFFICER, Furnished, furnished

pytestmark = pytest.mark.needs("chromium")

FILES = {
    "/account/2fa/recovery-codes/download/",
    "/groups/<slug:slug>/reports/<int:number>/progress-report.<str:form>",
    "/groups/<slug:slug>/reports/frozen/<str:name>/progress-report.<str:form>",
    "/groups/<slug:slug>/requests/<str:name>/files/<str:file>/",
}
"""Addresses of files, which are no pages."""

YOUNG = (
    "/groups/<slug:slug>/", "/groups/<slug:slug>/members/", "/groups/<slug:slug>/seats/", "/groups/<slug:slug>/requests/",
    "/groups/<slug:slug>/terms/", "/groups/<slug:slug>/organizations/", "/groups/<slug:slug>/reports/frozen/",
)
"""Pages that have an empty state: they are looked at for a group of which little is known too."""

FOR_KEEPERS = ("recovery-codes", "deactivate", "reauthenticate")
"""Pages for those who have an app with codes."""


@dataclass(frozen=True)
class Way:
    """One way to look at a page."""

    language: str
    scheme: str
    width: int = 1280


WAYS = (
    Way("en", "light"), Way("ar", "dark"), Way("fr", "light"), Way("en", "dark"), Way("ar", "light"), Way("fr", "dark"),
    Way("ar", "light", 390),
)


@dataclass(frozen=True)
class Place:
    """A page to look at: its route, its address, and who looks ("" for a stranger)."""

    route: str
    address: str
    person: str


def places(office: Furnished) -> Iterator[Place]:
    """Every page of the table of addresses that somebody can open."""
    for route, policy, gets in matrix():
        if OPEN in gets.values() and route not in FILES:
            yield Place(route, address(route, office), person(route, policy))
    for route in YOUNG:
        yield Place(f"young {route}", address(route, office).replace(f"/{GROUP}/", f"/{office.empty}/"), OFFICER)


def person(route: str, policy: str) -> str:
    if policy == "public":
        return ""
    if "/keys/" in route:
        return FOUNDER
    return KEEPER if any(each in route for each in FOR_KEEPERS) else OFFICER


def address(route: str, office: Furnished) -> str:
    said = {**office.samples}
    for part, more in office.special.items():
        said |= more if part in route else {}
    return PARAMETER.sub(lambda match: said[match[1]], re.sub(r"[\^$]", "", route))


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Iterator[tuple[str, Furnished]]:
    require("chromium")
    data = tmp_path_factory.mktemp("furnished")
    subprocess.run([*TANSIQ, "--quiet", "demo", "--no-serve"], env=environment(data), check=True, capture_output=True)
    found = furnished(data)
    with serving(data) as site:
        yield site, found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require("chromium")
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def windows(browser, office) -> dict[str, Page]:
    """A window for each person."""
    site, found = office
    opened = {}
    for who in ("", *found.sessions):
        context = browser.new_context(base_url=site)
        if who:
            context.add_cookies([{"name": "sessionid", "value": found.sessions[who], "url": site}])
        opened[who] = context.new_page()
    return opened


def looked_at(page: Page, where: str, way: Way) -> list[str]:
    """What is wrong with a page, seen in one way: its violations, and whether it scrolls sideways."""
    page.set_viewport_size({"width": way.width, "height": 900})
    page.emulate_media(color_scheme=way.scheme)
    prefix = "" if way.language == "en" else f"/{way.language}"
    response = page.goto(prefix + where)
    assert response is not None
    assert response.status in (200, 409, 410), (where, response.status)
    assert page.locator("html").get_attribute("lang") == way.language, where
    return found_on(page, f"{way.language} {way.scheme} {way.width} {where}")


def found_on(page: Page, where: str) -> list[str]:
    result = Axe().run(page).response
    assert len(result["passes"]) > 10, where
    wrong = [f"{where}: {each['id']}: {each['nodes'][0]['html'][:200]}" for each in result["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        wrong.append(f"{where}: scrolls sideways")
    return wrong


@pytest.mark.campaign("axe", sample=1, full=len(WAYS))
def test_no_page_has_a_violation_whoever_looks_at_it_and_how(office, windows, campaign):
    every, wrong = list(places(office[1])), []
    assert len(every) > 70
    for number, place in enumerate(every):
        for more in range(campaign):
            wrong += looked_at(windows[place.person], place.address, WAYS[(number + more) % len(WAYS)])
    assert wrong == [], wrong


FORMS = (
    "/found/", f"/groups/{GROUP}/seats/new/add/", f"/groups/{GROUP}/terms/terms-of-reference/{GROUP}.2/wrong/",
    f"/groups/{GROUP}/requests/new/letter/", f"/groups/{GROUP}/members/list/", f"/groups/{GROUP}/reports/23/freeze/",
)


@pytest.mark.campaign("axe", sample=1, full=len(WAYS))
def test_form_sent_empty_has_no_violation_beside_its_errors(windows, campaign):
    wrong = []
    for number, where in enumerate(FORMS):
        for more in range(campaign):
            way = WAYS[(number + more) % len(WAYS)]
            page = windows[OFFICER]
            wrong += looked_at(page, where, way)
            for field in page.locator("main form.act :is(input[type=text],textarea)").all():
                field.fill("")
            page.locator("main form.act button.main").click()
            assert page.locator(".error").count(), where
            wrong += found_on(page, f"{way} {where} sent empty")
    assert wrong == [], wrong


def test_every_file_left_out_is_no_page(office, windows):
    pages = {}
    for route in FILES:
        response = windows[person(route, "")].context.request.get(address(route, office[1]))
        pages[route] = "attachment" in response.headers.get("content-disposition", "")
    assert pages == dict.fromkeys(FILES, True)
