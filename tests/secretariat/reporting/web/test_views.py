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


def links_of(markup):
    """The link of each fact of the text: its day, the number of the fact, the block in which it stands."""
    article = markup[markup.index("<article") : markup.index("</article>")]
    return re.findall(r'class="[a-z]+ fact"[^>]* href="\?as-of=(2017-11-15)&amp;fact=(\d+)#([^"]+)"', article)


def test_report_links_every_fact_to_where_it_comes_from_and_back_to_its_paragraph(client):
    markup = page(client, REPORT + AS_OF)
    links = links_of(markup)
    ids = re.findall(r' id="([^"]+)"', markup)
    assert len({number for _day, number, _block in links}) > 60
    assert {block for _day, _number, block in links} <= set(ids)
    assert len(set(ids)) == len(ids)
    for block in ("achievements-group", "planned-gcm-process-text"):
        paragraph = re.search(rf'<p id="{block}".*?</p>', markup, re.DOTALL)
        assert paragraph is None or {each for _day, _number, each in links_of(f"<article{paragraph[0]}</article>")} == {block}


def test_report_shows_beside_the_text_where_the_chosen_fact_comes_from(client):
    [(number, title)] = re.findall(r'id="f-(\d+)"><h2>(Number of members)</h2>', "".join(facts(client)))
    markup = page(client, f"{REPORT}{AS_OF}&fact={number}")
    drawer = markup[markup.index('id="fact"') :]
    assert f'<h2 id="fact-title">{title}</h2>' in drawer
    assert drawer.count("register/seat-term/") == 16
    [chosen] = set(re.findall(r'<a class="[a-z]+ fact on"[^>]* href="#fact">([^<]+)</a>', markup))
    assert chosen == "16"


@pytest.mark.parametrize("fact", ["0", "-1", "x", "9999", "1%00", "٣"])
def test_report_without_such_a_fact_shows_none(client, fact):
    markup = page(client, f"{REPORT}{AS_OF}&fact={fact}")
    assert "Choose what is underlined in the text." in markup
    assert "fact on" not in markup


def facts(client, more="", language=""):
    """The markup of every page of the facts."""
    address, pages = f"{language}{REPORT}facts/{AS_OF}{more}", []
    while address:
        pages.append(page(client, address))
        after = re.search(r'rel="next" href="([^"]+)"', pages[-1])
        address = f"{language}{REPORT}facts/{after[1].replace('&amp;', '&')}" if after else ""
    return pages


def test_facts_stand_page_by_page_each_once_and_lead_into_the_text(client):
    pages = facts(client)
    found = [int(number) for markup in pages for number in re.findall(r'<li class="origin" id="f-(\d+)">', markup)]
    report = page(client, REPORT + AS_OF)
    assert found == list(range(1, len(found) + 1))
    assert {number for _day, number, _block in links_of(report)} == {str(number) for number in found}
    assert len(pages) == -(-len(found) // 20) > 3
    ids = set(re.findall(r' id="([^"]+)"', report))
    lead = re.compile(r'href="/groups/wgim/reports/23/\?as-of=2017-11-15&amp;fact=\d+#([^"]+)"')
    backs = [back for markup in pages for back in lead.findall(markup)]
    assert len(backs) == len(found)
    assert set(backs) <= ids


def test_facts_page_past_the_last_is_the_last(client):
    last = facts(client)[-1]
    assert re.findall(r'id="(f-\d+)"', page(client, f"{REPORT}facts/{AS_OF}&page=99")) == re.findall(r'id="(f-\d+)"', last)


def test_facts_say_what_each_is_its_value_key_day_and_rows(client):
    pages = facts(client, "&known-at=1+March+2026")
    entries = [each for markup in pages for each in re.findall(r'<li class="origin".*?</p></li>\n', markup, re.DOTALL)]
    [entry] = [each for each in entries if "<h2>Number of members</h2>" in each]
    said = text_of(entry)
    assert said.startswith(
        "Number of members 16 Key register.member_count (group wgim) As of 15 November 2017 Known on 1 March 2026 Rests on 16 rows"
    )
    assert "Seat : seat Working Group, FAO ; kind member" in said
    assert "recorded on 5 January 2026 by import" in said
    assert "register/seat-term/wgim-fao.1" in said


def test_facts_of_a_session_unknown_on_the_day_say_so(client):
    assert "On 15 November 2017 the record knew of no such session." in text_of(page(client, f"/groups/wgim/reports/24/facts/{AS_OF}", 404))


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


@pytest.mark.parametrize(("address", "queries"), [("", 5), ("facts/", 7), ("progress-report.html", 5)])
def test_report_takes_the_same_queries_for_17_and_37_seats(client, address, queries):
    # Three are for the person; of the text the sessions of today are one and all that is told the other; of the facts the rows and
    # the subjects of moves among them.
    counts = []
    for numbers in ([0], range(1, 21)):
        seat_more(numbers)
        with CaptureQueriesContext(connection) as asked:
            page(client, f"{REPORT}{address}{AS_OF}")
        counts.append(len(asked))
    assert counts == [queries, queries]


@pytest.mark.parametrize("address", [REPORT, REPORT + "progress-report.pdf", REPORT + "progress-report.docx"])
def test_report_with_a_character_that_no_document_can_show_is_told_in_words(client, db, address):
    GroupName.objects.filter(language="en").update(long="Working \x07 Group")
    said = text_of(page(client, address + AS_OF, 422))
    assert "No report can be composed for this day." in said
    assert "Where: Group, wgim. Correct it in the record, then ask again." in said


def test_report_with_a_character_of_no_typeface_is_told_in_words_instead_of_the_pdf(client, db):
    GroupName.objects.filter(language="en").update(long="Working Group \u65e5")
    assert "U+65E5" in text_of(page(client, REPORT + "progress-report.pdf" + AS_OF, 422))
    assert "\u65e5" in page(client, REPORT + AS_OF)


@pytest.mark.parametrize("day", ["9999-12-31", "1000-01-01"])
def test_report_on_the_ends_of_the_calendar_is_a_page(client, db, day):
    assert client.get(f"{REPORT}?as-of={day}&known-at=9999-12-31").status_code == 200
