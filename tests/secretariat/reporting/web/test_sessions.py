"""The pages of sessions: the list on a day, recording one in an office that has none, and the two questions about it."""

import re

import pytest

from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.models import Group, RelationTerm
from tansiq.secretariat.reporting.domain.sessions import sessions
from tansiq.secretariat.reporting.models import Session, SessionTerm
from tests.clients import client_of
from tests.example import DAY

SESSIONS = "/groups/wgim/sessions/"
SENT = {"number": "25", "dates": "13-14 March 2028", "place_en": "Beirut", "place_ar": "بيروت", "symbol": "E/25", "because": "A letter."}


def text_of(response):
    said = " ".join(re.sub(r"<[^>]+>", " ", response.content.decode().replace("\u00a0", " ")).split())
    return re.sub(r" ([,.;])", r"\1", said)


def mechanism():
    return RelationTerm.objects.current().get(group__slug="wgim", mechanism__isnull=False).mechanism.slug


def add(browser, **more):
    return browser.post(SESSIONS + "new/", SENT | {"mechanism": mechanism()} | more)


def test_list_shows_the_sessions_on_a_day_with_their_reports(example, contact_client):
    page = contact_client.get(SESSIONS + "?as-of=15+November+2017")
    assert "twenty-third session" in text_of(page)
    assert "/groups/wgim/reports/23/?as-of=2017-11-19" in page.content.decode()
    assert "Record a session" not in text_of(page)


@pytest.mark.parametrize(
    ("language", "said"),
    [("", "twenty-third session"), ("/ar", "الدورة الثالثة والعشرون"), ("/fr", "vingt-troisième session")],
)
def test_list_stands_in_three_languages(example, officer_client, language, said):
    assert said in text_of(officer_client.get(f"{language}{SESSIONS}"))


def test_session_recorded_stands_in_the_list_and_its_report_can_be_asked_for(example, officer_client):
    answer = add(officer_client)
    assert (answer.status_code, answer.url) == (302, SESSIONS)
    assert "twenty-fifth session" in text_of(officer_client.get(SESSIONS))
    [found] = [each for each in sessions([mechanism()], DAY, LATEST) if each.number == 25]
    assert (found.dates.edtf, found.symbol) == ("2028-03-13/2028-03-14", "E/25")
    assert found.place.by_language == {"en": "Beirut", "ar": "بيروت"}
    assert officer_client.get("/groups/wgim/reports/25/").status_code == 200


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"number": "23"}, "This session is recorded already."),
        ({"number": ""}, "Give the number of the session."),
        ({"number": "99999"}, "9999"),
        ({"dates": "sometime"}, "cannot be read as a date"),
        ({"dates": ""}, "Say on which day."),
        ({"mechanism": "no-such"}, "no-such"),
        ({"place_en": "x\0y"}, "Null characters"),
    ],
)
def test_refused_session_says_why_beside_its_field_and_records_nothing(example, officer_client, change, said):
    before = Session.objects.count()
    answer = add(officer_client, **change)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert 'aria-describedby="id_' in answer.content.decode()
    assert Session.objects.count() == before


def test_session_corrected_and_changed_by_the_two_questions(example, officer_client):
    add(officer_client)
    term = SessionTerm.objects.current().get(session__number=25)
    page = officer_client.get(f"/groups/wgim/terms/session/{term.slug}/")
    assert "twenty-fifth session, " in text_of(page)
    assert "When it is held 13–14 March 2028" in text_of(page)
    wrong = {"dates": "20-21 March 2028", "place_en": "Cairo", "symbol": "", "begins": "", "ends": "", "because": "Misread."}
    assert officer_client.post(f"/groups/wgim/terms/session/{term.slug}/wrong/", wrong).status_code == 302
    [found] = [each for each in sessions([mechanism()], DAY, LATEST) if each.number == 25]
    assert (found.dates.edtf, found.place.by_language) == ("2028-03-20/2028-03-21", {"en": "Cairo"})
    assert "Misread." in text_of(officer_client.get(f"/groups/wgim/terms/session/{term.slug}/"))


def test_sessions_of_another_mechanism_are_no_concern_of_the_group(example, officer_client):
    other = Group.objects.create(slug="apart")
    term = SessionTerm.objects.current().filter(session__number=23).first()
    page = f"/groups/wgim/terms/session/{term.slug}/"
    assert officer_client.get(page).status_code == 200
    RelationTerm.objects.filter(group__slug="wgim", mechanism__isnull=False).update(group=other)
    assert officer_client.get(page).status_code == 404
    assert "The group reports to no mechanism on this day." in text_of(officer_client.get(SESSIONS))
    assert "The group reports to no mechanism today." in text_of(officer_client.get(SESSIONS + "new/"))


def test_sessions_are_recorded_by_the_secretariat_alone(example, contact_client):
    assert contact_client.get(SESSIONS + "new/").status_code == 404
    assert add(contact_client).status_code == 404
    assert client_of("stranger@example.org").get(SESSIONS).status_code == 404
