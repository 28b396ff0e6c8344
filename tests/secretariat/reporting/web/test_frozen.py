"""The pages of frozen reports: freezing from the page of a report, the list, one report with what is stale, its files for good."""

import re
from datetime import timedelta

import pytest

from tansiq.engines.press.writers.docx import pages
from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.domain.evidence import path_of
from tansiq.secretariat.record.domain.terms import supersede
from tansiq.secretariat.register.models import SeatTerm
from tansiq.secretariat.reporting.domain.freezing import freeze
from tansiq.secretariat.reporting.domain.rendering import WRITERS
from tansiq.secretariat.reporting.models import FrozenReport
from tests.example import DAY, EXAMPLE, LATER

REPORT = "/groups/wgim/reports/23/"
FROZEN = "/groups/wgim/reports/frozen/"
ONE = FROZEN + "wgim-23-en-2017-11-15-1/"
SENT = {"as_of": "15 November 2017", "language": "en"}


@pytest.fixture
def frozen(example):
    assert example == EXAMPLE
    return freeze(group="wgim", session=23, as_of=DAY, known_at=None, language="en", by=import_actor(), at=LATER)


def correct():
    term = SeatTerm.objects.current().get(seat__group__slug="wgim", seat__organization__slug="fao")
    supersede(term=term, with_=[], by=import_actor(), at=LATER + timedelta(days=1), because="It never sat.")


def text_of(response):
    said = " ".join(re.sub(r"<[^>]+>", " ", response.content.decode().replace("\u00a0", " ")).split())
    return re.sub(r" ([,.;])", r"\1", said)


def test_report_page_offers_the_secretariat_the_form_and_others_the_list(example, officer_client, contact_client):
    offered = officer_client.get(REPORT + "?as-of=15+November+2017").content.decode()
    assert f'action="{REPORT}freeze/"' in offered
    assert 'value="15 November 2017"' in offered[offered.index('id="freeze"') :]
    read = contact_client.get(REPORT).content.decode()
    assert "freeze/" not in read
    assert f'href="{FROZEN}"' in read


def test_freeze_keeps_the_report_and_leads_to_it(example, officer_client):
    response = officer_client.post(REPORT + "freeze/", SENT)
    assert (response.status_code, response["Location"]) == (302, ONE)
    said = text_of(officer_client.get(ONE))
    assert "As of 15 November 2017; frozen on" in said
    assert "by officer@example.org" in said
    assert FrozenReport.objects.get().head in said
    assert "Everything in the text still holds of its day." in said


@pytest.mark.parametrize(("changed", "field", "says"), [
    ({"as_of": "nonsense"}, "as_of", "cannot be read as a day"),
    ({"as_of": "1 January 2099"}, "as_of", "still to come"),
    ({"as_of": ""}, "as_of", "required"),
    ({"language": "xx"}, "language", "Select a valid choice"),
])
def test_freeze_that_cannot_be_is_said_beside_its_field(example, officer_client, changed, field, says):
    response = officer_client.post(REPORT + "freeze/", SENT | changed)
    assert response.status_code == 422
    [error] = re.findall(rf'id="id_{field}_error">(.*?)</p>', response.content.decode(), re.DOTALL)
    assert says in error
    assert f'aria-describedby="id_{field}_error"' in response.content.decode()
    assert not FrozenReport.objects.exists()


def test_freeze_of_a_session_that_is_not_known_says_so(example, officer_client):
    response = officer_client.post("/groups/wgim/reports/99/freeze/", SENT)
    assert response.status_code == 422
    assert "the record knows of no such session" in response.content.decode()


def test_freeze_again_asks_for_the_reason_and_then_numbers(frozen, officer_client):
    refused = officer_client.post("/fr" + REPORT + "freeze/", SENT)
    assert refused.status_code == 422
    assert "Dites pourquoi il en faut un autre." in refused.content.decode()
    again = officer_client.post(REPORT + "freeze/", SENT | {"because": "<b>A new copy</b>"})
    assert again["Location"] == FROZEN + "wgim-23-en-2017-11-15-2/"
    assert "&lt;b&gt;A new copy&lt;/b&gt;" in officer_client.get(again["Location"]).content.decode()


@pytest.mark.parametrize("client", ["contact_client", "co_chair_client", "mechanism_client", "outsider_client", "newcomer_client"])
def test_freeze_is_for_the_secretariat_alone(frozen, client, request):
    assert request.getfixturevalue(client).post(REPORT + "freeze/", SENT | {"because": "x"}).status_code == 404
    assert FrozenReport.objects.count() == 1


@pytest.mark.parametrize("address", [FROZEN, ONE, ONE + "progress-report.pdf"])
def test_frozen_reports_are_for_whoever_belongs(frozen, stranger_client, outsider_client, contact_client, address):
    assert stranger_client.get(address).status_code == 302
    assert outsider_client.get(address).status_code == 404
    assert contact_client.get(address).status_code == 200


def test_frozen_page_marks_what_is_stale_and_says_who_and_when(frozen, officer_client):
    correct()
    markup = officer_client.get(ONE).content.decode()
    leads = re.findall(r'class="[a-z]+ fact stale"[^>]* href="#(s-\d+)"', markup)
    assert leads
    assert set(leads) <= set(re.findall(r'<tr role="row" id="(s-\d+)">', markup))
    said = text_of(officer_client.get(ONE))
    assert "The record was corrected since. As of 15 November 2017, the text would now read:" in said
    assert "16 15 paragraph 1 import, 2 February 2026" in said
    ids = re.findall(r' id="([^"]+)"', markup)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' href="#([^"]+)"', markup)) <= set(ids)
    assert len(markup) < 60_000


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_file_is_the_same_after_the_record_and_the_writers_changed(frozen, officer_client, monkeypatch, form):
    address = f"{ONE}progress-report.{form}"
    first = officer_client.get(address)
    correct()
    monkeypatch.setattr(pages, "MARGIN", "2000")
    then = officer_client.get(address)
    assert then.content == first.content
    kept = frozen.files.get(format=form)
    assert then["ETag"] == f'"{kept.sha256}"'
    assert then["Content-Type"] == kept.media_type
    assert then["Content-Disposition"] == f'attachment; filename="progress-report-wgim-23-as-of-2017-11-15.en.{form}"'
    assert then["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_file_that_the_browser_has_is_not_sent_again(frozen, officer_client):
    address = ONE + "progress-report.docx"
    tag = officer_client.get(address)["ETag"]
    again = officer_client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert officer_client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_file_that_is_lost_or_was_never_kept_is_404(frozen, officer_client):
    path_of(frozen.files.get(format="pdf").sha256).unlink()
    for address in ("progress-report.pdf", "progress-report.exe"):
        assert officer_client.get(ONE + address).status_code == 404
    assert officer_client.get(FROZEN + "nothing/").status_code == 404


def test_list_without_frozen_reports_says_what_to_do(example, officer_client, contact_client):
    assert "the form to freeze it stands below its text" in text_of(officer_client.get(FROZEN))
    assert "The secretariat freezes a report when it is given out." in text_of(contact_client.get(FROZEN))


def test_list_of_frozen_reports_leads_to_each_and_can_be_had_as_a_file(frozen, officer_client):
    markup = officer_client.get("/ar" + FROZEN).content.decode()
    assert f'href="/ar{ONE}"' in markup
    file = officer_client.get(FROZEN + "?format=csv&find=twenty").content.decode("utf-8-sig")
    assert file.splitlines()[1] == "Progress report to the twenty-third session,2017-11-15,English,1,2026-02-01,import"


def test_list_asks_the_same_however_many_there_are(frozen, officer_client, django_assert_num_queries):
    officer_client.get(FROZEN)
    with django_assert_num_queries(6):
        assert officer_client.get(FROZEN).status_code == 200
    for number in range(2):
        freeze(
            group="wgim", session=23, as_of=DAY, known_at=None, language="en", by=import_actor(), at=LATER, because=f"Copy {number}."
        )
    with django_assert_num_queries(6):
        officer_client.get(FROZEN)


@pytest.mark.parametrize("language", ["", "/fr", "/ar"])
def test_session_of_number_nought_has_nothing_to_freeze(officer_client, example, language):
    assert officer_client.get(f"{language}/groups/wgim/reports/0/freeze/").status_code == 404
