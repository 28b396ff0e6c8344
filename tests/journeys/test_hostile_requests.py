"""What no browser of a person sends, in every parameter of every address, every field of every form and every question: never a 500.

The sample puts a zero byte and one of the other values, in turn, into each place; the campaign "hostile" puts every value everywhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import quote, urlencode

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import translation

from tests.clients import officer
from tests.house.access import OPEN, PARAMETER, matrix
from tests.journeys.furnished import GROUP, OFFICER, Furnished, furnish

NUL = (b"\0", b"a\0b", b"\0" * 300)
VALUES = (
    b"\xff\xfe", b"\xed\xa0\x80", b"%00", b"..", b"../../etc/passwd", b"a/b", b"'", b"'\"><script>x</script>", b"{{ 7 }}{% now %}",
    b"%s%d%(x)s", b"=1+1", b"\r\nX-Y: z", b"-1", b"0", b"9" * 19, b"9" * 5_000, b"1e309", b"NaN", b"\xd9\xa1\xd9\xa2", b"\xc2\xb2",
    b"0001-01-01", b"9999-12-31", b"99999", b"-0001", b"31 February 2018", b"2017/..", b"../2017", b"2017~", b"\xe2\x80\xae", b"x" * 70_000,
    "\u0627".encode() * 400, b"\xf0\x9f\x8f\xb4" * 50, b"\x1b[0m", b"\x7f", b"None", b"true", b"[]", b'{"a":1}', b"\xe2\x80\xa8", b" ",
)
"""Bytes as they come: broken UTF-8, numbers too large, dates at the ends of the calendar, markup, headers, directions."""

QUERIES = (
    "as-of", "known-at", "find", "sort", "page", "before", "text", "earlier", "later", "organization", "format", "next", "kind", "as",
)
LANGUAGES = ("", "/ar", "/fr")


@dataclass(frozen=True)
class Hands:
    """The officer's browser and what stands in for each parameter."""

    browser: Client
    office: Furnished
    often: int

    def values(self, place: int) -> Iterator[bytes]:
        """The values for the place of that number: a zero byte always, of the others as many as asked for, in turn."""
        if self.often >= len(VALUES):
            yield from (*NUL, *VALUES)
            return
        yield NUL[place % len(NUL)]
        yield from (VALUES[(place * self.often + more) % len(VALUES)] for more in range(self.often))

    def status(self, method: str, where: str, **sent: object) -> int:
        """The status of the answer; what was done is undone."""
        cookies = self.browser.cookies.output(header="", sep=";")
        with transaction.atomic(), translation.override("en"):
            response = getattr(self.browser, method)(where, **sent)
            transaction.set_rollback(True)
        self.browser.cookies = SimpleCookie(cookies)
        return int(response.status_code)


@pytest.fixture
def hands(example, campaign, settings) -> Hands:
    settings.ACCOUNT_RATE_LIMITS = settings.MFA_RATE_LIMITS = False
    cache.clear()
    browser = officer(OFFICER, organization="escwa")
    browser.raise_request_exception = False
    return Hands(browser, furnish(), campaign)


def routes() -> list[str]:
    """Every address that somebody can open."""
    return [re.sub(r"[\^$]", "", route) for route, _policy, gets in matrix() if OPEN in gets.values()]


def said_for(route: str, office: Furnished) -> dict[str, str]:
    said = dict(office.samples)
    for part, more in office.special.items():
        said |= more if part in route else {}
    return said


def address(route: str, said: dict[str, str]) -> str:
    return PARAMETER.sub(lambda match: said[match[1]], route)


@pytest.mark.campaign("hostile", sample=1, full=len(VALUES))
def test_no_parameter_of_any_address_breaks_a_page(hands):
    broken, place = [], 0
    for route in routes():
        for name in PARAMETER.findall(route):
            for value in hands.values(place):
                where = LANGUAGES[place % 3] + address(route, {**said_for(route, hands.office), name: quote(value, safe="")})
                broken += [(method, where[:200]) for method in ("get", "post") if hands.status(method, where) >= 500]
            place += 1
    assert place > 90
    assert broken == [], broken


@pytest.mark.campaign("hostile", sample=1, full=len(VALUES))
def test_no_question_to_any_page_breaks_it(hands):
    broken = []
    for number, route in enumerate(routes()):
        where = LANGUAGES[number % 3] + address(route, said_for(route, hands.office))
        for value in hands.values(number):
            for names in ([QUERIES] if hands.often < len(VALUES) else [QUERIES, *([name] for name in QUERIES)]):
                asked = f"{where}?" + "&".join(f"{name}={quote(value, safe='')}" for name in names)
                if hands.status("get", asked) >= 500:
                    broken.append(asked[:200])
    assert broken == [], broken


class Fields(HTMLParser):
    """The forms of the main part of a page that are sent: the fields of each and what they hold."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.files: set[str] = set()
        self.inside = False

    def handle_starttag(self, tag: str, found: list[tuple[str, str | None]]) -> None:
        said = dict(found)
        if tag == "form":
            self.inside = said.get("method") == "post" and "logout" not in (said.get("action") or "")
            self.forms += [{}] if self.inside else []
        elif self.inside and said.get("name") and said["name"] != "csrfmiddlewaretoken":
            self.forms[-1].setdefault(str(said["name"]), said.get("value") or "")
            if said.get("type") == "file":
                self.files.add(str(said["name"]))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


def forms_of(hands: Hands) -> Iterator[tuple[str, dict[str, str], set[str]]]:
    """Every form of every page with the address it is sent to."""
    for route in routes():
        where = address(route, said_for(route, hands.office))
        with transaction.atomic():
            response = hands.browser.get(where)
        if response.status_code == 200 and "text/html" in response.headers["Content-Type"]:
            fields = Fields()
            fields.feed(response.content.decode())
            for form in fields.forms:
                yield where, form, fields.files


FILLED = {
    "on": "15 June 2018", "because": "A reason.", "organization": "unicef", "answer": "agrees", "kind": "member", "person": "A person",
    "email": "a@example.org", "long": "A name", "language": "en", "type": "un-entity", "role": "focal_point", "begins": "2015",
}
"""What makes forms whole but for the one field that is hostile."""


@pytest.mark.campaign("hostile", sample=1, full=len(VALUES))
def test_no_field_of_any_form_breaks_its_page(hands):
    broken, place, walked = [], 0, set()
    for where, form, files in forms_of(hands):
        walked.add(where)
        whole = {name: value or FILLED.get(name, "") for name, value in form.items() if name not in files}
        for name in form:
            for value in hands.values(place):
                if name in files:
                    sent = {"data": {**whole, name: SimpleUploadedFile(value.decode("utf-8", "replace")[:300] or "x", value)}}
                else:
                    body = urlencode({**whole, name: ""}) + "&" + quote(name) + "=" + quote(value, safe="")
                    sent = {"data": body, "content_type": "application/x-www-form-urlencoded"}
                if hands.status("post", LANGUAGES[place % 3] + where, **sent) >= 500:
                    broken.append((where, name, value[:40]))
            place += 1
    assert {f"/groups/{GROUP}/seats/new/add/", f"/groups/{GROUP}/members/list/", "/found/", "/account/2fa/totp/activate/"} <= walked
    assert broken == [], broken
