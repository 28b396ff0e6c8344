"""The page of a report and its files."""

import io
import re
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.models import Group, GroupName
from tests.cast import organization
from tests.secretariat.reporting.conftest import EXAMPLE

REPORT = "/groups/wgim/reports/23/"
AS_OF = "?as-of=15+November+2017"


@pytest.fixture
def client(example, officer_client):
    assert example == EXAMPLE
    return officer_client


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode().replace("\u00a0", " ")


def text_of(markup):
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_report_links_every_fact_to_an_entry_that_says_where_it_comes_from(client):
    markup = page(client, REPORT + AS_OF)
    article = markup[markup.index("<article") : markup.index("</article>")]
    leads = set(re.findall(r'class="[a-z]+ fact"[^>]* href="#(f-\d+)"', article))
    entries = re.findall(r'<li class="origin" id="(f-\d+)">', markup)
    assert len(entries) == len(set(entries)) > 60
    assert leads == set(entries) - {entry for entry in entries if entry not in leads}
    assert len(leads) > 60
    backs = set(re.findall(r'<p class="small"><a href="#([^"]+)">', markup))
    ids = set(re.findall(r' id="([^"]+)"', markup))
    assert backs <= ids
    assert len(re.findall(r' id="([^"]+)"', markup)) == len(ids)


def test_report_entry_says_what_it_is_its_value_key_day_and_rows(client):
    markup = page(client, REPORT + AS_OF + "&known-at=1+March+2026")
    [entry] = [each for each in re.findall(r'<li class="origin".*?</li>\n', markup, re.DOTALL) if "Number of members</a>" in each]
    said = text_of(entry)
    assert said.startswith(
        "Number of members 16 Key register.member_count (group wgim) As of 15 November 2017 Known on 1 March 2026 Rests on 16 rows"
    )
    assert "Seat : seat Working Group, FAO ; kind member" in said.replace("Seat : ", "Seat : ")
    assert "recorded on 5 January 2026 by import" in said
    assert "register/seat-term/wgim-fao.1" in said


def test_report_without_a_day_says_which_it_took(client):
    said = text_of(page(client, REPORT))
    assert "This is the day before the session, as no other was asked for." in said
    assert "The record as of 19 November 2017" in said


def test_report_to_a_session_unknown_on_the_day_says_so_and_leads_on(client):
    markup = page(client, "/groups/wgim/reports/24/" + AS_OF, 404)
    assert "On 15 November 2017 the record knew of no such session." in text_of(markup)
    assert 'href="?as-of=2018-10-21"' in markup
    assert "progress-report" not in markup


@pytest.mark.parametrize("day", ["9999-12-31", "1000-01-01", "1000", "9999", "2016-12-31"])
def test_report_of_any_day_is_a_page(client, day):
    for number in (23, 24):
        assert client.get(f"/groups/wgim/reports/{number}/?as-of={day}").status_code in (200, 404)


def test_report_as_known_before_the_recording_keeps_the_form(client):
    markup = page(client, REPORT + "?as-of=2017-11-15&known-at=2020-01-01", 404)
    assert 'value="1 January 2020"' in markup
    assert "No report can be composed for this day." in markup


def test_report_that_cannot_be_is_404(client):
    assert "The record has no such session" in page(client, "/groups/wgim/reports/99/", 404)
    assert "There is nothing at this address." in page(client, "/groups/nowhere/reports/23/", 404)


def test_report_bad_day_is_said_beside_the_field(client):
    markup = page(client, REPORT + "?as-of=%3Cb%3E")
    assert "&lt;b&gt;" in markup
    assert 'aria-invalid="true"' in markup
    assert "The page shows 19 November 2017" in text_of(markup)


def test_report_in_another_language_says_which_language_its_text_is_in(client):
    markup = page(client, "/ar" + REPORT + AS_OF)
    assert '<html lang="ar" dir="rtl">' in markup
    article = re.search(r"<article[^>]*>", markup).group()
    if 'lang="en"' in article:
        assert "التقرير غير متاح بهذه اللغة بعد" in markup
        assert f'href="{REPORT}progress-report.docx?as-of=2017-11-15"' in markup
    else:
        assert 'lang="ar"' in article
        assert f'href="/ar{REPORT}progress-report.docx?as-of=2017-11-15"' in markup


def test_report_obeys_the_strict_policy(client):
    response = client.get(REPORT + AS_OF)
    markup = response.content.decode()
    assert "style-src 'self'" in response.headers["Content-Security-Policy"]
    assert not re.search(r"<style|<script|\sstyle=|\son\w+=", markup)


@pytest.mark.parametrize(("form", "media_type", "begins"), [
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
    ("pdf", "application/pdf", b"%PDF-"),
    ("html", "text/html; charset=utf-8", b"<!doctype html>"),
])
def test_download_gives_the_report_as_a_file(client, form, media_type, begins):
    response = client.get(f"{REPORT}progress-report.{form}{AS_OF}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == media_type
    assert response.headers["Content-Disposition"] == f'attachment; filename="progress-report-wgim-23-as-of-2017-11-15.en.{form}"'
    assert response.content.startswith(begins)


def test_download_word_file_opens_and_holds_the_report(client):
    content = client.get(f"{REPORT}progress-report.docx{AS_OF}").content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"UNICEF" in package.read("word/document.xml")


@pytest.mark.parametrize(
    "address", ["23/progress-report.exe", "23/progress-report.docx?as-of=never", "24/progress-report.pdf?as-of=2017-11-15"]
)
def test_download_that_cannot_be_is_404(client, address):
    assert client.get("/groups/wgim/reports/" + address).status_code == 404


def test_links_of_the_page_all_lead_somewhere(client):
    markup = page(client, REPORT + AS_OF)
    ids = set(re.findall(r' id="([^"]+)"', markup))
    addresses = set(re.findall(r' href="([^"]+)"', markup))
    assert {address for address in addresses if address.startswith("#") and address[1:] not in ids} == set()
    elsewhere = {address.replace("&amp;", "&") for address in addresses if address.startswith(("/g", "/a", "/f", "?"))}
    broken = {each for each in elsewhere if client.get(each if each.startswith("/") else REPORT + each).status_code != 200}
    assert broken == set()


def seat_more(numbers):
    for number in numbers:
        seat_organization(
            group=Group.objects.get(), organization=organization(f"more-{number}"), on=parse("2016"), by=import_actor(),
            at=datetime(2026, 1, 6, tzinfo=UTC) + timedelta(minutes=number),
        )


def test_report_takes_the_same_queries_for_17_and_37_seats(client):
    # How many they are is the composer's affair; that they do not grow is the page's too.
    counts = []
    for numbers, rows in (([0], 17), (range(1, 21), 37)):
        seat_more(numbers)
        with CaptureQueriesContext(connection) as asked:
            assert f"Rests on {rows} rows" in page(client, REPORT + AS_OF)
        counts.append(len(asked))
    assert counts[0] == counts[1] < 210


@pytest.mark.parametrize("address", [REPORT, REPORT + "progress-report.pdf", REPORT + "progress-report.docx"])
def test_report_with_a_character_that_no_document_can_show_is_told_in_words(client, db, address):
    GroupName.objects.filter(language="en").update(long="Working \x07 Group")
    said = text_of(page(client, address + AS_OF, 422))
    assert "No report can be composed for this day." in said
    assert "the group wgim" in said


def test_report_with_a_character_of_no_typeface_is_told_in_words_instead_of_the_pdf(client, db):
    GroupName.objects.filter(language="en").update(long="Working Group \u65e5")
    assert "U+65E5" in text_of(page(client, REPORT + "progress-report.pdf" + AS_OF, 422))
    assert "\u65e5" in page(client, REPORT + AS_OF)


@pytest.mark.parametrize("day", ["9999-12-31", "1000-01-01"])
def test_report_on_the_ends_of_the_calendar_is_a_page(client, db, day):
    assert client.get(f"{REPORT}?as-of={day}&known-at=9999-12-31").status_code == 200
