"""From a signed-in officer without a group to a group with sixteen members and its co-chairs, in a browser's requests."""

import io
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tansiq.secretariat.register.domain.portrait import portrait
from tansiq.secretariat.register.domain.questions import LATEST, co_chairs, members
from tansiq.secretariat.register.models import Group, ListDraft, ListMapping, Organization
from tests.cast import organization
from tests.clients import client_of
from tests.clients import officer as officer_of

TODAY = datetime.now(UTC).date()
PAGE_QUERIES = {"columns": 5, "names": 6, "preview": 7}
GROUP = {
    "languages": ["en", "fr"], "long_en": "Working Group on Water", "acronym_en": "WGW", "long_fr": "Groupe de travail sur l'eau",
    "gender_fr": "m", "objectives_en": "Share data\nPublish", "since": "March 2013", "decision_rule": "each_co_chair",
    "mechanism_new": "Regional Mechanism", "organization_new": "Commission for Water", "organization_acronym": "CW",
    "organization_type": "regional", "because": "decided",
}
SIXTEEN = [f"Organization Number {word}" for word in (
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen",
    "Sixteen",
)]


@pytest.fixture
def newcomer(db):
    return client_of("newcomer@example.org")


@pytest.fixture
def browser(newcomer):
    assert newcomer.post("/found/", GROUP).status_code == 302
    return newcomer


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).replace("\u00a0", " ").split())


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("members.xlsx", out.getvalue())


def csv(*lines):
    return SimpleUploadedFile("members.csv", "\n".join(lines).encode())


def sent_list(browser, file, slug="wgw"):
    answer = browser.post(f"/groups/{slug}/members/list/", {"file": file})
    assert answer.status_code == 302, text_of(answer)
    return answer.url.removesuffix("columns/")


def mapping(columns=("name",), first=2, **more):
    return {**{f"column_{place}": column for place, column in enumerate(columns)}, "first": first, "language": "en", "on": "2020", **more}


def all_new(count, **more):
    said = {"type_for_all": "regional"}
    for place in range(count):
        said |= {f"what_{place}": "new", f"name_{place}": more.get("names", SIXTEEN)[place]}
    return said


def recorded(browser, address):
    page = browser.get(address + "record/")
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', page.content.decode()).group(1)
    return browser.post(address + "record/", {"seen": seen})


def test_found_records_the_group_and_leads_to_its_members(newcomer):
    answer = newcomer.post("/found/", GROUP)
    assert (answer.status_code, answer.url) == (302, "/groups/wgw/members/list/")
    seen = portrait(group="wgw", as_of=TODAY, known_at=LATEST)
    assert seen.names.name("register/group/wgw", "fr").long == "Groupe de travail sur l'eau"
    assert [held.text.by_language for held in seen.objectives] == [{"en": "Share data"}, {"en": "Publish"}]
    assert Organization.objects.get().slug == "cw"
    assert newcomer.get(answer.url).status_code == 200


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"languages": []}, "Choose at least one language."),
        ({"long_en": ""}, "Write the name in this language"),
        ({"gender_fr": ""}, "Sentences need it"),
        ({"languages": ["en"]}, "This is not among the languages of the group."),
        ({"objectives_fr": "Un"}, "different numbers of objectives"),
        ({"organization_type": ""}, "Say what kind of organization it is."),
        ({"since": "some day"}, "cannot be read as a date"),
        ({"since": "2190"}, "is still to come"),
    ],
)
def test_found_errors_stand_beside_their_fields_and_nothing_is_recorded(newcomer, change, said):
    answer = newcomer.post("/found/", GROUP | change)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert not Group.objects.exists()


def test_found_sent_twice_is_told_and_records_one_group(browser):
    answer = browser.post("/found/", GROUP)
    assert (answer.status_code, Group.objects.count()) == (422, 1)
    assert "You recorded a group of this name before." in text_of(answer)


def test_found_is_for_officers_only(browser, client):
    assert client.get("/found/").status_code == 302
    assert browser.get("/found/").status_code == 200


def test_list_of_sixteen_new_organizations_becomes_sixteen_seats(browser):
    rows = [[name, f"O{place}", "2014" if place else None] for place, name in enumerate(SIXTEEN)]
    address = sent_list(browser, workbook(["List of members"], ["Organization", "Acronym", "Since"], *rows))
    page = text_of(browser.get(address + "columns/"))
    assert "Organization Number One · Organization Number Two" in page
    assert browser.post(address + "columns/", mapping(("name", "acronym", "since"), 3)).url == address + "names/"
    assert "16 are not. Say what they are" in text_of(browser.get(address + "names/"))
    said = all_new(16) | {f"acronym_{place}": f"O{place}" for place in range(16)}
    assert browser.post(address + "names/", said).url == address + "record/"
    page = text_of(browser.get(address + "record/"))
    assert "16 seats · 16 new organizations · 0 contacts" in page
    answer = recorded(browser, address)
    assert answer.url == "/groups/wgw/members/co-chairs/"
    seats = members("wgw", TODAY, LATEST)
    assert len(seats) == 16
    assert {seat.since.edtf if seat.since else "" for seat in seats} == {"", "2014"}


def test_names_page_offers_acronyms_as_acronyms_and_takes_the_foot_of_a_list_for_nothing(browser):
    address = sent_list(browser, csv("Organization;Empty", "WHO;", "Red House;", "Total: 2;"))
    assert "This column is empty." in text_of(browser.get(address + "columns/"))
    browser.post(address + "columns/", mapping(("name", "ignored")))
    page = browser.get(address + "names/").content.decode()
    assert re.findall(r'name="acronym_\d" value="([^"]*)"', page) == ["WHO"]
    chosen = [re.search(rf'name="what_{place}".*?</select>', page, re.DOTALL).group() for place in range(3)]
    assert ['value="new" selected' in each for each in chosen] == [True, True, False]
    said = {"type_for_all": "un-entity", "what_0": "new", "name_0": "World Health Organization", "what_1": "new", "name_1": "Red House"}
    assert "Say what this is." in text_of(browser.post(address + "names/", said))


def test_chairs_take_office_in_their_order(browser):
    recorded_three(browser)
    first, second = (seat.organization for seat in members("wgw", TODAY, LATEST)[:2])
    where = "/groups/wgw/members/co-chairs/"
    assert "Choose the first co-chair." in text_of(browser.post(where, {}))
    assert "Say since when it co-chairs." in text_of(browser.post(where, {"chair_1": first}))
    assert "named twice" in text_of(browser.post(where, {"chair_1": first, "since_1": "2015", "chair_2": first, "since_2": "2015"}))
    answer = browser.post(where, {"chair_1": second, "since_1": "2015", "chair_2": first, "since_2": "2016"})
    assert answer.url == "/groups/wgw/"
    assert {office.organization: office.precedence for office in co_chairs("wgw", TODAY, LATEST)} == {second: 1, first: 2}
    assert browser.get(where).url == "/groups/wgw/"


def test_chairs_that_the_list_names_are_chosen_already_and_their_dates_are_asked(browser):
    file = csv("Organization;Role", *(f"{name};{'Co-chair' if place else 'Member'}" for place, name in enumerate(SIXTEEN[:3])))
    address = sent_list(browser, file)
    browser.post(address + "columns/", mapping(("name", "role")))
    browser.post(address + "names/", all_new(3))
    where = recorded(browser, address).url
    page = browser.get(where).content.decode()
    chosen = re.findall(r'<option value="([^"]+)" selected>([^<]+)<', page)
    assert [name for _slug, name in chosen] == SIXTEEN[1:3]
    assert "The list calls these co-chairs. Say since when each is." in page
    assert not co_chairs("wgw", TODAY, LATEST)
    answer = browser.post(where, {f"chair_{place}": slug for place, (slug, _name) in enumerate(chosen, start=1)})
    assert text_of(answer).count("Say since when it co-chairs.") == 2


def test_chairs_asked_for_by_address_are_members_or_nobody(browser):
    recorded_three(browser)
    page = browser.get("/groups/wgw/members/co-chairs/?chair=nobody&chair=%00").content.decode()
    assert 'selected>' not in page.replace('<option value="" selected>', "")
    assert "The list calls these co-chairs" not in page


def recorded_three(browser):
    address = sent_list(browser, csv("Organization", *SIXTEEN[:3]))
    browser.post(address + "columns/", mapping())
    browser.post(address + "names/", all_new(3))
    return recorded(browser, address)


def test_chair_before_its_seat_is_told_beside_its_own_date(browser):
    address = sent_list(browser, csv("Organization;Since", f"{SIXTEEN[0]};2013", f"{SIXTEEN[1]};March 2013"))
    browser.post(address + "columns/", mapping(("name", "since")))
    browser.post(address + "names/", all_new(2))
    where = recorded(browser, address).url
    first, second = (seat.organization for seat in members("wgw", TODAY, LATEST))
    answer = browser.post(where, {"chair_1": first, "since_1": "2013", "chair_3": second, "since_3": "2013"})
    assert answer.status_code == 422
    assert "Its seat: since March 2013. Give this date or a later one." in text_of(answer)
    assert re.search(r'name="since_3"[^>]*aria-invalid="true"', answer.content.decode())
    assert not co_chairs("wgw", TODAY, LATEST)


def test_chairs_without_members_says_what_to_do(browser):
    assert "Co-chairs are members: record those first." in text_of(browser.get("/groups/wgw/members/co-chairs/"))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("members.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old kind (.xls)"),
        ("members.xls", b"<html><table></table></html>", "a web page under the name of a spreadsheet"),
        ("members.xlsx", b"%PDF-1.7", "This is a PDF file."),
        ("members.xlsx", b"", "This file is empty."),
        ("members.csv", b"x\n" * 251, "more than 250 rows"),
    ],
)
def test_upload_that_is_no_list_is_told_in_one_line(browser, name, content, said):
    answer = browser.post("/groups/wgw/members/list/", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert not ListDraft.objects.exists()


def test_upload_of_several_sheets_asks_which(browser):
    book = Workbook()
    book.active.append(["Organization"])
    book.create_sheet("Contacts").append(["x"])
    out = io.BytesIO()
    book.save(out)

    def file():
        return SimpleUploadedFile("members.xlsx", out.getvalue())

    where = "/groups/wgw/members/list/"
    assert "“Sheet” and “Contacts”" in text_of(browser.post(where, {"file": file()}))
    assert "no visible sheet of that name" in text_of(browser.post(where, {"file": file(), "sheet": "Other"}))
    assert browser.post(where, {"file": file(), "sheet": "Contacts"}).status_code == 302


def test_columns_that_hold_no_organization_or_one_twice_are_refused(browser):
    address = sent_list(browser, csv("Organization,Acronym", "One,O"))
    assert "No column holds the organizations." in text_of(browser.post(address + "columns/", mapping(("ignored", "email"))))
    assert "Another column is this already." in text_of(browser.post(address + "columns/", mapping(("name", "name"))))
    assert "The list ends at row 2." in text_of(browser.post(address + "columns/", mapping(("name", "acronym"), 9)))
    assert browser.get(address + "names/").url == address + "columns/"
    assert browser.get(address + "record/").url == address + "columns/"


@pytest.fixture
def known(db):
    """A group, and a register that knows a few names."""
    from tests.cast import world  # noqa: PLC0415 (needs the database)

    made = world(names=True)
    return made, officer_of()


def opened(known, *lines, **more):
    address = sent_list(known[1], csv("Organization", *lines), "wgim")
    known[1].post(address + "columns/", mapping(**more))
    return address


def test_names_near_ones_are_proposed_and_not_chosen(known):
    address = opened(known, "Organisation unicef", "FAO")
    page = known[1].get(address + "names/").content.decode()
    assert 'value="organization:unicef"' in page
    assert "selected" not in page.split('name="what_0"')[1].split("</select>")[0].replace('value="" selected', "")
    assert "Say what this is." in text_of(known[1].post(address + "names/", {}))
    assert known[1].get(address + "record/").url == address + "names/"
    known[1].post(address + "names/", {"what_0": "organization:unicef"})
    page = text_of(known[1].get(address + "record/"))
    assert "Organization unicef in the list: Organisation unicef" in page
    assert "It sits already." in page


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"what_0": "new"}, "Write the name of the organization."),
        ({"what_0": "new", "name_0": "UNICEF", "type_0": "ngo"}, "The register has it already"),
        ({"what_0": "new", "name_0": "Red"}, "Say what kind of organization it is."),
        ({"what_0": "skip"}, "Say in a few words why it is left out."),
        ({"what_0": "other", "name_0": "Nothing"}, "Neither the register nor this list"),
    ],
)
def test_names_errors_stand_beside_their_fields(known, said, error):
    address = opened(known, "Red House", "Blue House")
    answer = known[1].post(address + "names/", {"what_1": "skip", "why_1": "left"} | said)
    assert answer.status_code == 422
    assert error in text_of(answer)


def test_names_new_same_other_and_skipped(known):
    address = opened(known, "Red House", "RH", "Children", "Nobody")
    said = {
        "what_0": "new", "name_0": "Red House", "acronym_0": "RHO", "type_0": "ngo", "what_1": "other", "name_1": "Red House",
        "what_2": "other", "name_2": "UNICEF", "what_3": "skip", "why_3": "was dissolved",
    }
    assert known[1].post(address + "names/", said).url == address + "record/"
    page = text_of(known[1].get(address + "record/"))
    assert "2 seats · 1 new organization · 0 contacts" in page
    assert "was dissolved" in page
    assert recorded(known[1], address).url == "/groups/wgim/"
    assert {"unicef", "rho"} < {seat.organization for seat in members("wgim", TODAY, LATEST)}
    assert ListMapping.objects.count() == 1


def test_names_two_rows_cannot_make_the_same_new_one(known):
    address = opened(known, "Red House", "RH")
    said = {"what_0": "new", "name_0": "Red House", "what_1": "new", "name_1": "Red House", "type_for_all": "ngo"}
    assert "Another row makes it new already" in text_of(known[1].post(address + "names/", said))


def test_names_come_by_pages(known):
    lines = [f"House {place:02} {chr(97 + place % 26) * 9}" for place in range(45)]
    address = opened(known, *lines)
    for page, count in ((1, 20), (2, 20), (3, 5)):
        where = f"{address}names/?page={page}"
        assert f"Page {page} of 3." in text_of(known[1].get(where))
        names = lines[(page - 1) * 20:]
        answer = known[1].post(where, all_new(count, names=names))
    assert answer.url == address + "record/"
    assert len(known[1].get(f"{address}names/?page=1").content) < 60_000
    assert len(known[1].get(answer.url).content) < 60_000


def test_record_after_another_officer_shows_what_changed(known):
    world, browser = known
    address = opened(known, "UNICEF")
    seen = re.search(r'name="seen" value="(\w+)"', browser.get(address + "record/").content.decode()).group(1)
    world.seat("unicef", "2019")
    answer = browser.post(address + "record/", {"seen": seen})
    assert answer.status_code == 409
    assert "What would be recorded has changed since this page was shown." in text_of(answer)
    assert "No seat is new." in text_of(answer)


def test_record_twice_and_back_button_are_told_plainly(known):
    address = opened(known, "UNICEF")
    assert recorded(known[1], address).status_code == 302
    for part in ("columns/", "names/", "record/"):
        answer = known[1].post(address + part, {"seen": "x"})
        assert answer.status_code == 410
        assert "It was recorded before, and is not recorded twice." in text_of(answer)


def test_draft_expired_or_of_another_is_told(known):
    address = opened(known, "UNICEF")
    other = officer_of("second@example.org")
    assert other.get(address + "columns/").status_code == 404
    ListDraft.objects.update(expires_at=datetime.now(UTC) - timedelta(minutes=1))
    answer = known[1].get(address + "record/")
    assert (answer.status_code, "Upload it again" in text_of(answer)) == (410, True)


def test_same_headings_are_read_as_before(known):
    address = opened(known, "UNICEF", first=2)
    recorded(known[1], address)
    again = sent_list(known[1], csv("Organization", "UNICEF", "ECA"), "wgim")
    assert "A list with these headings was recorded before" in text_of(known[1].get(again + "columns/"))


def test_lists_are_for_the_secretariat(known, client):
    organization("x")
    outsider = client_of("outsider@example.org")
    for address in ("/groups/wgim/members/list/", "/groups/wgim/members/co-chairs/", "/groups/wgim/members/list/x/columns/"):
        assert client.get(address).status_code == 302
        assert outsider.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 18])
def test_pages_ask_the_same_number_of_questions(known, count, django_assert_num_queries):
    names = [f"House {place:02} {chr(97 + place) * 9}" for place in range(count)]
    address = opened(known, *names)
    for page, queries in PAGE_QUERIES.items():
        where = address + ("record" if page == "preview" else page) + "/"
        if page == "preview":
            known[1].post(address + "names/", all_new(count, names=names))
        with django_assert_num_queries(queries):
            assert known[1].get(where).status_code == 200


@pytest.mark.parametrize("language", ["", "/ar", "/fr"])
def test_pages_stand_in_three_languages(known, language):
    address = opened(known, "Red House", "FAO")
    pages = ("/found/", "/groups/wgim/members/list/", address + "columns/", address + "names/")
    answers = [known[1].get(language + where) for where in pages]
    known[1].post(address + "names/", {"what_0": "new", "name_0": "Red House", "type_0": "ngo"})
    answers.append(known[1].get(f"{language}{address}record/"))
    assert [answer.status_code for answer in answers] == [200] * 5
    assert all(len(answer.content) < 60_000 for answer in answers)
