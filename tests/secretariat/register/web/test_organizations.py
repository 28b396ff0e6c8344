"""Organizations on the web: found by any form of their names, added, named in another language; where each sits, as far as one may know."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.engines.dates import parse
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.models import Group, Organization, OrganizationName
from tests.cast import organization
from tests.cast import world as build
from tests.secretariat.register.web.signed_in import contact, officer, stranger

LIST = "/groups/wgim/organizations/"
LIST_QUERIES = 6
PAGE_QUERIES = 8


@pytest.fixture
def world(db):
    return build(names=True)


@pytest.fixture
def client(world):
    return officer(world)


def text_of(response):
    said = re.sub(r"<[^>]+>", " ", response.content.decode().replace("\u00a0", " "))
    return " ".join(said.split())


def add(client, **more):
    said = {
        "type": "un-entity", "language": "en", "long": "United Nations Environment Programme", "short": "", "acronym": "UNEP",
        "also": "UN Environment", "misspelt": "United Nations Environmental Programme", "verified": "", "on": "", "because": "",
    }
    return client.post(f"{LIST}new/add/", said | more)


def test_organization_is_added_and_found_by_any_form(client):
    assert add(client).headers["Location"] == f"{LIST}unep/"
    for text in ("unep", "UN Environment", "environmental"):
        assert "United Nations Environment Programme UNEP" in text_of(client.get(LIST, {"text": text}))
    assert "No form of a name has “zzz” in it." in text_of(client.get(LIST, {"text": "zzz"}))
    page = text_of(client.get(f"{LIST}unep/"))
    assert "Wrong forms that occur United Nations Environmental Programme" in page
    assert "There is no name in: العربية , Français" in page


@pytest.mark.parametrize("page", ["requests/new/letter/", "requests/new/interest/", "seats/new/add/"])
def test_organization_missing_in_a_choice_is_added_and_then_chosen(client, page):
    whence = f"/groups/wgim/{page}"
    link = re.search(r'href="([^"]*organizations/new/add/[^"]*)"', client.get(whence).content.decode()).group(1)
    assert f'href="{whence}"' in client.get(link).content.decode()
    answer = client.post(link, {"type": "un-entity", "language": "en", "long": "Universal Postal Union", "acronym": "UPU"})
    assert (answer.status_code, answer.url) == (302, f"{whence}?organization=upu")
    assert '<option value="upu" selected>' in client.get(answer.url).content.decode()


@pytest.mark.parametrize("then", ["https://example.org/", "//example.org", "seats", "request-new%00", ""])
def test_organization_added_leads_nowhere_else(client, then):
    said = {"type": "un-entity", "language": "en", "long": "Universal Postal Union", "acronym": "UPU"}
    answer = client.post(f"/groups/wgim/organizations/new/add/?then={then}", said)
    assert answer.url == "/groups/wgim/organizations/upu/"


def test_list_is_asked_on_a_day_and_narrowed_at_once(client):
    add(client, on="2018")
    found = client.get(LIST, {"text": "unep", "as-of": "1 May 2019"})
    assert "United Nations Environment Programme" in text_of(found)
    assert 'value="1 May 2019"' in found.content.decode()
    assert "text=unep" in found.content.decode()
    assert "United Nations Environment Programme" not in text_of(client.get(LIST, {"text": "unep", "as-of": "2017"}))
    assert client.get(LIST, {"text": "unep", "as-of": "zzz"}).status_code == 200


def test_name_in_another_language_and_a_new_one_from_a_day(client):
    add(client)
    french = {"language": "fr", "long": "Programme des Nations Unies pour l’environnement", "acronym": "PNUE", "on": ""}
    assert client.post(f"{LIST}unep/name/", french).status_code == 302
    again = client.post(f"{LIST}unep/name/", french)
    assert "The record says something else for some of these days already." in text_of(again)
    renamed = {"language": "en", "long": "UN Environment Programme", "on": "1 January 2019", "because": "Its letter."}
    assert client.post(f"{LIST}unep/name/", renamed).status_code == 302
    assert "United Nations Environment Programme" in text_of(client.get(f"{LIST}unep/?as-of=2018"))
    assert "UN Environment Programme" in text_of(client.get(f"/fr{LIST}unep/?as-of=2020"))
    assert OrganizationName.objects.current().filter(organization__slug="unep").count() == 3


def test_arabic_name_alone_gets_a_slug_of_its_own(client):
    made = add(client, language="ar", long="جامعة الدول العربية", acronym="", also="", misspelt="")
    assert made.headers["Location"] == f"{LIST}organization-1/"


def test_where_it_sits_shows_only_groups_of_the_person(client, world):
    other = Group.objects.create(slug="tfym")
    seat_organization(group=other, organization=world.organizations["fao"], on=parse("2016"), by=world.cast.officer, at=world.clock())
    page = client.get(f"{LIST}fao/").content.decode()
    assert "/groups/wgim/seats/wgim-fao/" in page
    assert "tfym" not in page


def test_missing_name_is_a_form_error(client):
    refused = add(client, long="")
    assert refused.status_code == 422
    assert 'aria-describedby="id_long_error"' in refused.content.decode()
    assert not Organization.objects.filter(slug="unep").exists()


def test_others_read_or_learn_nothing_and_change_nothing(client, world):
    reader = contact(world, "fao")
    assert "Give it a name" not in text_of(reader.get(f"{LIST}fao/"))
    others = [stranger(world), officer(world, "tfym", "other@example.org")]
    for other in [reader, *others]:
        assert [other.post(f"{LIST}{place}/", {}).status_code for place in ("new/add", "fao/name")] == [404, 404]
    for other in others:
        assert [other.get(place).status_code for place in (LIST, f"{LIST}fao/", f"{LIST}none/")] == [404] * 3
    assert client.get(f"{LIST}none/").status_code == 404


@pytest.mark.parametrize("rows", [1, 40])
def test_pages_ask_a_constant_number_of_queries(client, rows):
    for number in range(rows - 1):
        organization(f"org-{number}")
    for address, allowed in ((LIST, LIST_QUERIES), (f"{LIST}fao/", PAGE_QUERIES)):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) == allowed
