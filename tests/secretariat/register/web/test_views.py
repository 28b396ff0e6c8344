"""The pages of the register: the list of groups, and a group on a day, in three languages, in a constant number of queries."""

import re
from datetime import UTC, datetime

import pytest

from tansiq.secretariat.register.domain.membership import circulate, receive_request
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.enums import SeatKind
from tansiq.secretariat.register.models import OrganizationName
from tests.cast import organization
from tests.cast import world as build

PAGE_QUERIES = 5
LIST_QUERIES = 8


@pytest.fixture
def named(db):
    return build(names=True)


@pytest.fixture
def page(officer_client):
    return lambda address, status=200: shown(officer_client, address, status)


def shown(browser, address, status=200):
    response = browser.get(address)
    assert response.status_code == status
    return response.content.decode().replace("\u00a0", " ")


def text_of(markup):
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def ask_to_join(world, on="September 2017"):
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day(on), by=world.cast.officer, at=world.clock()
    )
    circulate(request=request, circulated_on=world.day(on), by=world.cast.officer, at=world.clock())


def test_group_says_how_many_sit_on_the_day_and_how_many_would(named, page):
    ask_to_join(named)
    said = text_of(page("/groups/wgim/?as-of=15+November+2017"))
    assert "5 organizations, 3 of them co-chairs. 6 if UNICEF’s request is approved." in said
    assert "The record as of 15 November 2017 , as known on" in said
    before = text_of(page("/groups/wgim/?as-of=2017-09-29"))
    assert "5 organizations, 3 of them co-chairs." in before
    assert "UNICEF" not in before


def test_group_as_known_on_a_day_before_the_recording_is_empty(named, page):
    said = text_of(page("/groups/wgim/?as-of=2017-11-15&known-at=31+December+2025"))
    assert "No organization holds a member’s seat on this day." in said
    assert "As the record knew it on 31 December 2025 ; as known today" in said


def test_group_table_says_in_words_what_the_picture_shows(named, page):
    ask_to_join(named)
    seat_organization(
        group=named.group, organization=organization("eca"), kind=SeatKind.OBSERVER, on=named.day("March 2016"), by=named.cast.officer,
        at=named.clock(),
    )
    markup = page("/groups/wgim/?as-of=2017-11-15")
    rows = [text_of(row) for row in re.findall(r"<tr role=\"row\">(.*?)</tr>", markup, re.DOTALL)]
    assert rows == [
        "Organization Over time 2015 2016 2017 2018 Since",
        "ESCWA 1 Jan 2015, co-chair", "IOM 1 Jan 2015, co-chair", "LAS 1 Jan 2015, co-chair",
        "FAO 1 Jan 2015", "ILO 1 Jan 2015", "eca Mar 2016, observer", "UNICEF asked Sep 2017",
    ]
    assert "style=" not in markup


def test_group_open_request_names_who_has_not_answered(named, page):
    ask_to_join(named)
    said = text_of(page("/groups/wgim/?as-of=2017-11-15"))
    assert "UNICEF’s request 0 of 3 Asked in September 2017 . It is approved when every co-chair agrees." in said
    assert said.count("no answer yet") == 3


def test_group_bad_day_is_said_beside_the_field_and_nothing_is_lost(named, page):
    markup = page("/groups/wgim/?as-of=Febuary+31+2018&known-at=1+March+2026")
    assert 'value="Febuary 31 2018"' in markup
    assert 'value="1 March 2026"' in markup
    assert 'aria-invalid="true" aria-describedby="id_as-of_error"' in markup
    today = datetime.now(UTC)
    assert 'id="id_as-of_error"' in markup
    assert f"The page shows {today.day} {today:%B %Y}" in text_of(markup)
    assert "5 organizations" in text_of(markup)


def test_group_hostile_query_is_escaped(named, page):
    markup = page("/groups/wgim/?as-of=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&known-at=%00%F0%9F%92%A9")
    assert "<script" not in markup
    assert "&lt;script&gt;" in markup


@pytest.mark.parametrize(("prefix", "language", "direction", "said"), [
    ("", "en", "ltr", "5 organizations"), ("/ar", "ar", "rtl", "5 منظمات"), ("/fr", "fr", "ltr", "5 organisations"),
])
def test_group_stands_in_the_language_of_the_address(named, officer_client, prefix, language, direction, said):
    response = officer_client.get(f"{prefix}/groups/wgim/?as-of=2017-11-15", headers={"accept-language": "fr"})
    markup = response.content.decode()
    assert f'<html lang="{language}" dir="{direction}">' in markup
    assert said in text_of(markup).replace("\u00a0", " ")
    assert response.headers["Content-Language"] == language
    links = re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang', markup)
    assert [tongue for _address, tongue in links] == ["en", "ar", "fr"]
    assert all(officer_client.get(address).status_code == 200 for address, _tongue in links)


def test_group_name_missing_in_the_language_is_shown_in_another_and_said(named, page):
    markup = page("/ar/groups/wgim/?as-of=2017-11-15")
    assert '<h1><bdi lang="en" dir="ltr">Working Group on Migration</bdi></h1>' in markup
    assert "بعض الأسماء غير مسجلة بهذه اللغة فكُتبت بلغة أخرى: English." in text_of(markup)


def test_group_that_is_not_there_is_404(db, page):
    assert "There is nothing at this address." in page("/groups/nowhere/", 404)


def test_group_refuses_to_be_written(named, officer_client):
    assert officer_client.post("/groups/wgim/").status_code == 405


def test_group_takes_the_same_queries_for_1_and_20_seats(named, page, django_assert_num_queries):
    ask_to_join(named)
    with django_assert_num_queries(PAGE_QUERIES):
        page("/groups/wgim/?as-of=2017-11-15")
    for number in range(20):
        named.seat(f"more-{number}")
    with django_assert_num_queries(PAGE_QUERIES):
        assert "25" in page("/groups/wgim/?as-of=2017-11-15")


def test_groups_are_listed_with_their_members_today(named, page, django_assert_num_queries):
    with django_assert_num_queries(LIST_QUERIES):
        markup = page("/groups/")
    assert '<a href="/groups/wgim/"><bdi>Working Group on Migration</bdi></a>' in markup
    assert "5 organizations on" in text_of(markup)


def test_groups_of_a_person_without_a_role_say_what_to_do(newcomer_client):
    said = text_of(shown(newcomer_client, "/groups/"))
    assert "You have no role in a group yet." in said
    assert "Working Group on Migration" not in said


@pytest.mark.parametrize("day", ["9999-12-31", "1000-01-01", "1000", "9999", "2017-11-15&as-of=2018-01-01", "%FF%FE", "9" * 3000])
def test_group_of_any_day_is_a_page(named, page, day):
    page(f"/groups/wgim/?as-of={day}&known-at={day}")
    assert "wgim" not in text_of(page(f"/ar/groups/wgim/?as-of={day}"))


def test_group_hostile_names_are_shown_as_text_and_cannot_reorder_the_page(named, page):
    world = named
    hostile = organization("evil")
    long, acronym = "<script>alert(1)</script>\u202e", "<b>\u2066E"
    name = OrganizationName(organization=hostile, language="en", long=long, short=acronym, acronym=acronym)
    give_name(name=name, by=world.cast.officer, at=world.clock())
    world.organizations["evil"] = hostile
    world.seat("evil")
    world.co_chair("evil")
    markup = page("/groups/wgim/?as-of=2017-11-15")
    assert "&lt;script&gt;" in markup
    assert not re.search("<script|<b>E|[\u202a-\u202e\u2066-\u2069]", markup)


def test_second_group_is_founded_from_the_list_by_those_who_may(named, officer_client, contact_client):
    assert 'href="/found/">Found a group' in shown(officer_client, "/groups/")
    assert "/found/" not in shown(contact_client, "/groups/")
