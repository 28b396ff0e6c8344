"""Requests every address of the site as everybody, by GET and by POST, and compares with the matrix of docs/reference/policy.md."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from types import ModuleType

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse  # noqa: TID251 (the HTTP side is under test)
from django.test import Client
from django.urls import path
from django.utils.translation import override

from tansiq.secretariat.pages.policy import Policy, public
from tansiq.secretariat.record.domain.sign_in import sign_in_token
from tansiq.secretariat.register.models import Group
from tests.clients import account_of, client_of, contact, mechanism_secretary, officer
from tests.house.access import NOTHING, OPEN, PARAMETER, SIGN_IN, VISITORS, addresses, matrix

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "policy.md"
SAMPLES = {
    "slug": "wgim", "number": "23", "form": "html", "pk": "1", "name": "wgim-unicef", "seat": "wgim-fao", "contact": "none", "file": "none",
    "kind": "seat", "term": "wgim-fao.1", "thing": "wgim-fao", "draft": "none", "organization": "fao", "uidb36": "1", "key": "a-b",
}
"""For each parameter of an address, a value that stands in the example where there is one."""

OF_THE_PERSON = {
    "/account/2fa/recovery-codes/", "/account/2fa/recovery-codes/download/", "/account/2fa/totp/deactivate/",
    "/account/2fa/webauthn/keys/<int:pk>/edit/", "/account/2fa/webauthn/keys/<int:pk>/remove/",
}
"""Open, but to what the person has: nobody who walks has an app or a key."""


@dataclass(frozen=True)
class Row:
    """A line of the committed matrix."""

    route: str
    policy: str
    gets: dict[str, str]


def committed() -> Iterator[Row]:
    """The matrix as it stands on the committed page."""
    lines = PAGE.read_text(encoding="utf-8").split("## Pages")[1].split("\n\n")[1].splitlines()
    heads, _rule, *rows = [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    assert heads == ["address", "policy", *VISITORS]
    for route, policy, *gets in rows:
        yield Row(route.strip("`"), policy, dict(zip(VISITORS, gets, strict=True)))


def address(route: str, token: str) -> str:
    """An address of the route that a browser can ask for."""
    plain = re.sub(r"\(\?P<(\w+)>(?:[^()]|\\.)*\)", r"<\1>", route).replace("^", "").replace("$", "")
    return PARAMETER.sub(lambda match: token if match[1] == "token" else SAMPLES[match[1]], plain)


@pytest.fixture
def browsers(example, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.MFA_RATE_LIMITS = False
    cache.clear()
    Group.objects.create(slug="other-group")
    return {
        "stranger": Client(),
        "no role": client_of("newcomer@example.org"),
        "contact": contact("contact@example.org", "fao"),
        "co-chair": contact("co-chair@example.org", "iom"),
        "secretariat": officer(),
        "another secretariat": officer("outsider@example.org", "other-group"),
        "mechanism": mechanism_secretary(),
        "founder": client_of("founder@example.org"),
    }


def got(browser: Client, method: str, where: str) -> str:
    """What a browser gets: the page (whatever it says), the sign-in page, or that there is nothing. What it did is undone."""
    cookies = browser.cookies.output(header="", sep=";")
    with transaction.atomic(), override("en"):
        response = getattr(browser, method)(where)
        transaction.set_rollback(True)
    browser.cookies = SimpleCookie(cookies)
    assert response.status_code < 500, (where, response.status_code)
    if response.status_code == 302 and response.headers["Location"].startswith("/account/login/?next="):
        return SIGN_IN
    refused = response.status_code == 404 and "There is nothing at this address." in response.content.decode()
    return NOTHING if refused else OPEN


def test_walk_of_every_address_as_everybody_differs_in_nothing_from_the_committed_matrix(browsers):
    token = sign_in_token(account=account_of("officer@example.org"))
    differs = []
    for row in committed():
        where = address(row.route, token)
        for visitor, browser in browsers.items():
            for method in ("get", "post"):
                found = got(browser, method, where)
                if found != row.gets[visitor] and not (row.route in OF_THE_PERSON and {found, row.gets[visitor]} == {OPEN, NOTHING}):
                    differs.append((method, where, visitor, found, row.gets[visitor]))
    assert differs == [], differs


def test_matrix_has_a_row_for_every_address_and_no_other():
    assert [(row.route, row.policy, row.gets) for row in committed()] == list(matrix())


def test_matrix_would_show_a_view_without_a_policy(settings):
    urls = ModuleType("urls")
    urls.urlpatterns = [path("open/", public(bare)), path("forgotten/", bare)]
    settings.ROOT_URLCONF = urls
    assert [(route, policy) for route, policy, _gets in matrix()] == [("/forgotten/", "NONE"), ("/open/", "public")]
    assert [policy for _route, policy in addresses()] == [None, public]


def bare(_request):
    return HttpResponse()


def test_walk_would_find_a_page_that_lets_in_more_than_the_matrix_says(browsers, settings):
    urls = ModuleType("urls")
    lax = Policy("lax", "Everybody, by mistake.", lambda _request, **_kwargs: True)
    urls.urlpatterns = [path("groups/<slug:slug>/", lax(lambda _request, slug: HttpResponse(slug)))]
    settings.ROOT_URLCONF = urls
    assert {visitor: got(browser, "get", "/groups/wgim/") for visitor, browser in browsers.items()} == dict.fromkeys(VISITORS, OPEN)


def told(browser: Client, where: str, named: str) -> tuple[int, dict[str, str], bytes]:
    """All that an answer tells, with a word in place of the name that was asked for."""
    with override("en"):
        response = browser.get(where)
    headers = {name: value.replace(named, "NAME") for name, value in response.headers.items() if name != "Content-Length"}
    return response.status_code, headers, response.content.replace(named.encode(), b"NAME")


GROUP_ROUTES = [row.route for row in committed() if "<slug:slug>" in row.route]


@pytest.mark.parametrize("visitor", ["stranger", "no role", "another secretariat", "founder"])
def test_group_that_exists_is_answered_like_one_that_does_not(browsers, visitor):
    differ = []
    for route in GROUP_ROUTES:
        where = address(route, "")
        answers = [told(browsers[visitor], where.replace("/wgim/", f"/{slug}/", 1), f"/{slug}/") for slug in ("wgim", "nowhere")]
        # The address itself comes back in the way to sign in, there without its strokes.
        plain = [(status, {name: value.replace(slug, "NAME") for name, value in headers.items()}, content.replace(slug.encode(), b"NAME"))
                 for (status, headers, content), slug in zip(answers, ("%2Fwgim%2F", "%2Fnowhere%2F"), strict=True)]
        if plain[0] != plain[1] or plain[0][0] != (302 if visitor == "stranger" else 404):
            differ.append((route, plain))
    assert len(GROUP_ROUTES) > 50
    assert differ == []


@pytest.mark.parametrize("visitor", ["contact", "co-chair", "mechanism"])
def test_page_of_the_secretariat_is_answered_alike_whether_its_thing_exists_or_not(browsers, visitor):
    differ = []
    for row in committed():
        if row.policy != "secretariat":
            continue
        for name in PARAMETER.findall(row.route)[1:]:
            asked = [(address(row.route.replace(f"<str:{name}>", given), ""), f"/{given}/") for given in (SAMPLES[name], "no-such")]
            answers = [told(browsers[visitor], where, given) for where, given in asked]
            if answers[0] != answers[1] or answers[0][0] != 404:
                differ.append((row.route, name))
    assert differ == []
