"""Every page asks few questions of the database, as many for an office of forty groups as for one of one, and is small.

What is asked is counted on the first view of a page: nothing is kept from one view to the next.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tansiq.engines.dates import parse
from tansiq.secretariat.register.domain.founding import Founded, NewName, found_group
from tansiq.secretariat.register.domain.membership import circulate, receive_request
from tansiq.secretariat.register.domain.offices import take_office
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.enums import DecisionRule, OfficeRole
from tansiq.secretariat.register.models import Group, Organization
from tests.clients import contact, officer
from tests.house.access import OPEN, PARAMETER, matrix
from tests.journeys.furnished import FOUNDER, KEEPER, OFFICER, Furnished, account, furnish, hand

QUERIES = 12
BYTES = 60_000
GROUPS = 40
FILES = ("/progress-report.<str:form>", "/recovery-codes/download/", "/files/<str:file>/")
"""Addresses of files, which may be longer than a page."""

AS_IT_STANDS = {
    "/changed/": {"term": "wgim-ilo.1"}, "/ended/": {"term": "wgim-ilo.1"}, "/wrong/": {"term": "wgim-ilo.1"},
    "/rotate/": {"seat": "wgim-las"}, "/leave/": {"seat": "wgim-las"},
}
"""What can still be changed, where the sample is of the past or holds no office."""

NO_PAGE = {
    "/account/2fa/authenticate/": 302,
    "/account/2fa/webauthn/login/": 302,
    "/account/2fa/webauthn/reauthenticate/": 302,
    "/account/login/code/confirm/": 302,
    "/account/reauthenticate/": 302,
}
"""Addresses that give a page in the midst of signing in only, and lead to another otherwise."""


@dataclass(frozen=True)
class Seen:
    """What an address gave: the status, how many queries it took, how many bytes it has, 0 for a file."""

    status: int
    queries: int
    size: int


def addresses(office: Furnished, visitor: str) -> Iterator[tuple[str, str, str]]:
    """The route, the address and the person (by address, "" for nobody), for each that the matrix opens to the visitor."""
    with override("en"):
        rows = list(matrix())
    for route, policy, gets in rows:
        if gets[visitor] == OPEN:
            yield route, address(office, route), who(route, policy)
    report = f"/groups/{office.samples['slug']}/reports/{office.samples['number']}/"
    for more in ("?fact=4", "?as-of=2017-11-15&known-at=2030-01-01", "facts/?page=2", "facts/?page=99"):
        yield report + more, report + more, OFFICER


def address(office: Furnished, route: str) -> str:
    said = dict(office.samples)
    for part, more in {**office.special, **AS_IT_STANDS}.items():
        said |= more if part in route else {}
    return PARAMETER.sub(lambda match: said[match[1]], re.sub(r"[\^$]", "", route))


def who(route: str, policy: str) -> str:
    if policy == "public" and "logout" not in route:
        return ""
    if "/keys/" in route:
        return FOUNDER
    return KEEPER if any(part in route for part in ("recovery-codes", "deactivate", "reauthenticate")) else OFFICER


def browser_of(session: str) -> Client:
    browser = Client()
    if session:
        browser.cookies[settings.SESSION_COOKIE_NAME] = session
    return browser


def look(browser: Client, route: str, where: str) -> Seen:
    with CaptureQueriesContext(connection) as asked:
        response = browser.get(where)
    return Seen(response.status_code, len(asked), 0 if is_file(route) else len(response.content))


def is_file(route: str) -> bool:
    return any(part in route for part in FILES)


def walk(office: Furnished, co_chair: Client) -> dict[tuple[str, str], Seen]:
    """What the officer gets in English, and a co-chair in French, at every address."""
    cache.clear()
    found = {}
    for route, where, person in addresses(office, "secretariat"):
        found[route, "officer"] = look(browser_of(office.sessions.get(person, "")), route, where)
    for route, where, person in addresses(office, "co-chair"):
        if person == OFFICER:
            # The report is not composed in French yet, so that there is no file of it.
            found[route, "co-chair"] = look(co_chair, route, where if is_file(route) else f"/fr{where}")
    return found


@pytest.fixture
def office(example, settings) -> Furnished:
    settings.ACCOUNT_RATE_LIMITS = settings.MFA_RATE_LIMITS = False
    officer()
    made = furnish()
    # The first look at the codes for the day the telephone is lost is noted, which takes a query more than every other.
    browser_of(made.sessions[KEEPER]).get("/account/2fa/recovery-codes/")
    return made


def add_groups(count: int) -> None:
    """Groups in which the officer serves and the co-chair's organization presides, each with seats, a request and terms of reference."""
    for number in range(count):
        name = NewName("en", f"Working Group on Matter {number} in the Arab Region", short=f"Group {number}")
        founded = Founded((name,), ("en",), None, (), DecisionRule.CONSENSUS)
        group = found_group(founded=founded, account=account(OFFICER), **hand())
        for slug in ("iom", "fao", "ilo"):
            organization = Organization.objects.get(slug=slug)
            seat = seat_organization(group=group, organization=organization, on=parse("2016"), **hand())
            if slug == "iom":
                take_office(seat=seat, role=OfficeRole.CO_CHAIR, on=parse("2016"), **hand())
        applicant = Organization.objects.get(slug="unicef")
        request = receive_request(group=group, organization=applicant, requested_on=parse("March 2017"), **hand())
        circulate(request=request, circulated_on=parse("April 2017"), **hand())
        contact("co-chair@example.org", "iom", group.slug)


def test_every_page_is_small_and_asks_as_little_for_forty_groups_as_for_one(office):
    co_chair = contact("co-chair@example.org", "iom")
    one = walk(office, co_chair)
    add_groups(GROUPS - Group.objects.count())
    forty = walk(office, co_chair)
    assert Group.objects.count() == GROUPS
    assert {where: (one[where].queries, seen.queries) for where, seen in forty.items() if seen.queries != one[where].queries} == {}
    assert {where: seen for where, seen in forty.items() if seen.queries > QUERIES or seen.size > BYTES} == {}
    assert {route: seen.status for (route, _person), seen in forty.items() if seen.status not in (200, 409)} == NO_PAGE
    # Arabic letters take two bytes each.
    rows = list(addresses(office, "secretariat"))
    arabic = {where: look(browser_of(office.sessions.get(person, "")), route, f"/ar{where}") for route, where, person in rows}
    assert {where: seen for where, seen in arabic.items() if seen.size > BYTES} == {}
    assert len(arabic) > 80
