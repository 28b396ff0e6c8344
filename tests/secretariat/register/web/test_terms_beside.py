"""Two versions of the terms of reference on one page: chosen, compared in one language, marked by more than colour."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.engines.dates import parse
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.terms_of_reference import adopt, state_objective
from tansiq.secretariat.register.enums import DecisionRule
from tansiq.secretariat.register.models import TermsOfReference
from tests.cast import world as build
from tests.secretariat.register.web.signed_in import contact, officer

PAGE = "/groups/wgim/terms/side-by-side/"
PAGE_QUERIES = 6


@pytest.fixture
def world(db):
    return build(names=True)


@pytest.fixture
def client(world):
    return officer(world)


def version(world, begins, rule, objective, decision=DecisionRule.CONSENSUS):
    on = parse(begins) if begins else None
    hand = {"by": world.cast.officer, "at": world.clock()}
    adopt(terms=TermsOfReference(group=world.group, membership_rule=Texts(rule), decision_rule=decision, begins=on), **hand)
    state_objective(group=world.group, position=1, text=Texts(objective), on=on, by=world.cast.officer, at=world.clock())


@pytest.fixture
def two(world):
    version(world, "", {"en": "Organizations of the region.", "fr": "Organisations de la région."}, {"en": "Share data."})
    version(
        world, "1 June 2018", {"en": "Organizations and observers.", "fr": "Organisations et observateurs."},
        {"en": "Share and publish data."}, DecisionRule.EACH_CO_CHAIR,
    )


def rows_of(response):
    body = response.content.decode().split("<tbody")[1].split("</tbody>")[0]
    return [
        [" ".join(re.sub(r"<(?!/?(?:ins|del)\b)[^>]*>", " ", cell).split()) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    ]


@pytest.mark.usefixtures("two")
def test_last_two_versions_stand_beside_each_other_with_what_differs_marked_and_said(client):
    response = client.get(PAGE)
    assert response.status_code == 200
    assert rows_of(response) == [
        ["Objective changed", "Share data.", "Share<ins> and publish</ins> data."],
        ["How an organization joins changed", "Organizations <del>of the region</del>.", "Organizations <ins>and observers</ins>."],
        ["How the group decides changed", "<del>consensus</del>", "<ins>each co-chair agrees</ins>"],
    ]
    assert "Struck through: only the earlier version says it." in response.content.decode()


@pytest.mark.usefixtures("two")
def test_versions_are_compared_in_the_language_of_the_page_where_both_have_it(client):
    said = rows_of(client.get("/fr" + PAGE))
    assert said[0][1] == "Share data."
    assert said[1][2] == "Organisations <ins>et observateurs</ins>."
    assert 'lang="en" dir="auto"' in client.get("/ar" + PAGE).content.decode()


@pytest.mark.usefixtures("two")
def test_versions_are_chosen_by_their_first_day_in_any_order(client, world):
    version(world, "2020", {"en": "Anybody."}, {"en": "Share and publish data."})
    said = rows_of(client.get(PAGE, {"earlier": "2020-01-01", "later": "0001-01-01"}))
    assert said[0] == ["Objective changed", "Share data.", "Share<ins> and publish</ins> data."]
    assert said[1][1:] == ["<del>Organizations of the region</del>.", "<ins>Anybody</ins>."]
    same = rows_of(client.get(PAGE, {"earlier": "2020-01-01", "later": "2020-01-01"}))
    assert {row[0].rsplit(" ", 1)[1] for row in same} == {"unchanged"}


@pytest.mark.usefixtures("two")
def test_version_that_is_none_is_told_beside_its_field_and_the_last_two_are_shown(client):
    response = client.get(PAGE, {"earlier": "yesterday", "later": "2018-06-01"})
    assert response.status_code == 422
    assert 'id="id_earlier_error"' in response.content.decode()
    assert len(rows_of(response)) == 3


def test_one_version_or_none_says_what_would_change_it(client, world):
    assert "The record has no terms of reference of the group." in client.get(PAGE).content.decode()
    version(world, "", {"en": "Anybody."}, {"en": "Share data."})
    assert "There is one version of the terms of reference." in client.get(PAGE).content.decode()


@pytest.mark.usefixtures("two")
def test_page_is_open_to_contacts_and_takes_as_many_queries_with_more_versions(client, world):
    assert contact(world).get(PAGE).status_code == 200
    client.get(PAGE)
    for year in range(2020, 2024):
        version(world, str(year), {"en": f"Rule {year}."}, {"en": f"Objective {year}."})
    with CaptureQueriesContext(connection) as counted:
        client.get(PAGE)
    assert len(counted) == PAGE_QUERIES


@pytest.mark.usefixtures("two")
def test_objective_is_listed_changed_and_told_like_all_else_of_the_group(client):
    assert "Objective 1" in client.get("/groups/wgim/terms/").content.decode()
    said = {"on": "2021", "text_en": "Publish data.", "text_fr": "", "text_ar": "", "because": "Agreed."}
    response = client.post("/groups/wgim/terms/objective/wgim-objective-1.3/changed/", said)
    assert response.status_code == 302, response.content.decode()
    assert rows_of(client.get(PAGE))[0] == ["Objective changed", "<del>Share and publish</del> data.", "<ins>Publish</ins> data."]
    assert "Changed: Objective 1" in client.get("/groups/wgim/history/group/wgim/").content.decode()
