"""The page of the desk: at the root, for whoever is signed in, in three languages, small, with what to do where nothing is."""

import re
from datetime import UTC, datetime

import pytest

from tansiq.secretariat.desk.web.showing import MOST
from tests.cast import world as build
from tests.clients import officer
from tests.secretariat.desk.office import another, fill, report_to_a_session


@pytest.fixture
def named(db):
    return build(names=True)


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode().replace("\u00a0", " ")).split())


def test_root_leads_a_stranger_to_sign_in_and_everybody_else_to_the_desk(named, stranger_client, officer_client):
    response = stranger_client.get("/")
    assert (response.status_code, response["Location"]) == (302, "/account/login/?next=%2F")
    page = officer_client.get("/")
    assert page.status_code == 200
    assert "<h1>Desk</h1>" in page.content.decode()


def test_desk_shows_each_item_with_its_reason_and_one_act(named, officer_client):
    fill(named, named.group)
    markup = officer_client.get("/").content.decode()
    said = text_of(officer_client.get("/"))
    assert "UNICEF asks to join" in said
    assert "No answer yet from: IOM and LAS." in said
    assert "1 contact not confirmed" in said
    for line in re.findall(r"<ol class=\"todo\">(.*?)</ol>", markup, re.DOTALL):
        for item in re.findall(r"<li>(.*?)</li>", line, re.DOTALL):
            assert len(re.findall(r'class="btn"', item)) == 1
    assert not re.search(r"<style|<script|\sstyle=|\son\w+=", markup)


def test_desk_links_all_lead_somewhere(named, officer_client):
    fill(named, named.group)
    markup = officer_client.get("/").content.decode()
    main = markup[markup.index("<main") : markup.index("</main>")]
    addresses = set(re.findall(r' href="(/[^"]*)"', main))
    assert len(addresses) >= 3
    assert {each for each in addresses if officer_client.get(each).status_code != 200} == set()


def test_desk_without_anything_says_what_to_do_next(named, officer_client, newcomer_client):
    said = text_of(officer_client.get("/"))
    assert "Nothing waits for you." in said
    assert "Nothing is late." in said
    assert "Nothing changed within seven days." in said
    assert "You have no role in a group yet." in text_of(newcomer_client.get("/"))


@pytest.mark.parametrize(("path", "says"), [("/ar/", "في انتظارك"), ("/fr/", "En attente de vous")])
def test_desk_speaks_the_language_of_the_page(named, officer_client, path, says):
    fill(named, named.group)
    assert says in officer_client.get(path).content.decode()


def test_desk_asks_at_most_twelve_and_the_same_for_forty_groups(named, django_assert_num_queries):
    fill(named, named.group)
    browser = officer()
    browser.get("/")
    with django_assert_num_queries(7):
        one = browser.get("/")
    for number in range(39):
        another(named, number)
        officer(group=f"group-{number:02}")
    with django_assert_num_queries(7):
        forty = browser.get("/")
    assert len(one.content) < 15_000
    assert len(forty.content) < 60_000
    assert forty.content.decode().count('class="what"') <= 2 * MOST


def test_desk_says_how_far_away_a_day_is(named, officer_client):
    today = datetime.now(UTC).date()
    report_to_a_session(named, named.group, today.isoformat())
    assert "today" in text_of(officer_client.get("/"))
