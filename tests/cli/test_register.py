"""`tansiq register`: the sixteen, the seventeenth, and what is refused."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from tansiq.secretariat.record.models import Evidence
from tansiq.secretariat.register.models import OrganizationName


@pytest.mark.needs("shared")
def test_members_json_gives_the_sixteen(example, tansiq, shared):
    ran = tansiq("register", "members", "wgim", "--as-of", "2017-11-15", "--format", "json")
    found = json.loads(ran.out)
    assert (found["group"], found["as_of"], found["count"], len(found["seats"])) == ("wgim", "2017-11-15", 16, 16)
    first = found["seats"][1]
    assert list(first) == ["organization", "acronym", "name", "kind", "offices", "since", "represented_by", "rests_on"]
    assert first["organization"] == "escwa"
    assert first["name"]["ar"] == "لجنة الأمم المتحدة الاقتصادية والاجتماعية لغربي آسيا"
    assert (first["kind"], first["offices"], first["rests_on"]) == ("member", ["co_chair"], ["register/seat-term/wgim-escwa.1"])


def test_members_month_means_its_last_day(example, tansiq):
    found = json.loads(tansiq("register", "members", "wgim", "--as-of", "2017-11", "--format", "json").out)
    assert found["as_of"] == "2017-11-30"


def test_members_known_at_a_bare_date_is_its_last_instant(example, tansiq):
    before = json.loads(tansiq("register", "members", "wgim", "--as-of", "2017", "--known-at", "2026-01-04", "--format", "json").out)
    after = json.loads(tansiq("register", "members", "wgim", "--as-of", "2017", "--known-at", "2026-01-05", "--format", "json").out)
    assert (before["count"], after["count"]) == (0, 16)
    assert after["known_at"] == "2026-01-05T23:59:59.999999+00:00"


def test_members_csv_xlsx_and_table_hold_the_same_rows(example, tansiq, tmp_path):
    rows = list(csv.DictReader(io.StringIO(tansiq("register", "members", "wgim", "--as-of", "2017-11-15", "--format", "csv").out)))
    assert [row["organization"] for row in rows][:3] == ["eca", "escwa", "fao"]
    assert tansiq("register", "members", "wgim", "--as-of", "2017", "--format", "xlsx", "-o", tmp_path / "m.xlsx").code == 0
    sheet = load_workbook(tmp_path / "m.xlsx").active
    assert (sheet.max_row, sheet["A2"].value, sheet.freeze_panes) == (17, "eca", "A2")
    table = tansiq("register", "members", "wgim", "--as-of", "2017-11-15").out
    assert table.endswith("16 members of wgim on 2017-11-15\n")


def test_request_and_answers_to_the_seventeenth_member(example, tansiq, tmp_path, settings):
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.4")
    assert tansiq("register", "decide", "wgim-unicef", "approve", "--by", "escwa", "--on", "2017-12-04").out == (
        "wgim-unicef: circulated; no answer yet from iom, las\n"
    )
    tansiq("register", "decide", "wgim-unicef", "approve", "--by", "IOM", "--on", "2017-12-05", "--from", "2018-02-01")
    last = tansiq("register", "decide", "wgim-unicef", "approve", "--by", "las", "--on", "2017-12-20")
    assert (last.code, last.out) == (0, "wgim-unicef: approved\n")
    for day, count, if_approved in (("2017-11-15", 16, 17), ("2018-03-01", 17, 17)):
        facts = json.loads(tansiq("report", "facts", "wgim", "--as-of", day, "--format", "json").out)
        values = {fact["key"]: fact["value"] for fact in facts if list(fact["params"]) == ["group"]}
        assert (values["register.member_count"], values["register.member_count_if_approved"]) == (count, if_approved)
    refused = tansiq("register", "request", "wgim", "unicef", "--on", "2018-05-01", "--evidence", letter)
    assert refused.code == 1
    assert "unicef is a member of wgim" in refused.err
    assert not Evidence.objects.exists()
    assert list(settings.EVIDENCE.rglob("*")) == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("request", "wgim", "who", "--on", "2017-10-01"), 1, "who is a member of wgim"),
        (("request", "wgim", "unicef", "--on", "2017-10-01"), 1, "the request wgim-unicef is open (circulated)"),
        (("request", "wgim", "unisef", "--on", "2017-10-01"), 2, "there is no organization 'unisef'; did you mean 'unicef'?"),
        (("request", "nobody", "unicef", "--on", "2017-10-01"), 2, "there is no group 'nobody'"),
        (("request", "wgim", "un-secretariat", "--on", "2017-10-01", "--evidence", "nothing.pdf"), 2, "'nothing.pdf' does not exist"),
        (("decide", "wgim-unicef", "approve", "--by", "fao", "--on", "2017-12-01"), 1, "fao was no co-chair of wgim"),
        (("decide", "wgim-unicef", "approve", "--by", "iom", "--on", "2017-08-01"), 1, "was circulated by 30 September 2017"),
        (("decide", "wgim-unicef", "defer", "--by", "iom", "--on", "2017-12-01", "--from", "2018-02-01"), 2, "there is none after 'defer'"),
        (("decide", "wgim-who", "approve", "--by", "iom", "--on", "2017-12-01"), 2, "there is no request 'wgim-who'"),
    ],
)
def test_register_refusals_are_one_line(example, tansiq, words, code, said):
    ran = tansiq("register", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_request_of_a_newcomer_prints_its_slug(example, tansiq, tmp_path):
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.4")
    ran = tansiq("register", "request", "wgim", "un-secretariat", "--on", "October 2017", "--evidence", letter)
    assert (ran.code, ran.out) == (0, "wgim-un-secretariat\n")
    assert Evidence.objects.get().filename == "letter.pdf"


def test_members_name_and_acronym_are_left_empty_where_none_is_recorded(example, tansiq):
    OrganizationName.objects.filter(organization__slug="fao", language__in=["ar", "fr"]).delete()
    OrganizationName.objects.filter(organization__slug="who").update(acronym="")
    OrganizationName.objects.filter(organization__slug="iom", language__in=["en", "ar"]).delete()
    asked = ("register", "members", "wgim", "--as-of", "2017-11-15", "--format")
    seats = {seat["organization"]: seat for seat in json.loads(tansiq(*asked, "json").out)["seats"]}
    assert seats["fao"]["name"] == {"en": "Food and Agriculture Organization", "ar": None, "fr": None}
    assert seats["who"]["acronym"] is None
    rows = {row["organization"]: row for row in csv.DictReader(io.StringIO(tansiq(*asked, "csv").out))}
    assert (rows["fao"]["name_ar"], rows["fao"]["name_fr"], rows["who"]["acronym"], rows["iom"]["name_en"]) == ("", "", "", "")
    table = tansiq(*asked, "table").out
    assert seats["iom"]["name"]["fr"] in table
    assert "World Health Organization  " in table


def test_members_table_has_words_for_offices_and_dates(example, tansiq):
    lines = tansiq("register", "members", "wgim", "--as-of", "2017-11-15").out.splitlines()
    [escwa] = [line for line in lines if line.startswith("ESCWA")]
    assert escwa.split("  ")[-2:] == ["co-chair", "by the end of 2016"]


def test_withdraw_takes_the_request_back_and_a_new_one_can_come(example, tansiq):
    ran = tansiq("register", "withdraw", "wgim-unicef", "--on", "2017-12-01", "--because", "later")
    assert (ran.code, ran.out) == (0, "wgim-unicef: withdrawn\n")
    again = tansiq("register", "withdraw", "wgim-unicef", "--on", "2017-12-02")
    assert (again.code, again.err.count("\n")) == (1, 1)
    assert "the request wgim-unicef is 'withdrawn'" in again.err
    assert tansiq("register", "request", "wgim", "unicef", "--on", "2018-05-01").out == "wgim-unicef-2\n"


def test_answers_as_the_readme_gives_them_approve_the_request_of_the_example(example, tansiq):
    said = [
        tansiq("register", "decide", "wgim-unicef", "approve", "--by", who, *rest).out
        for who, *rest in (("iom", "--on", "2017-12-04"), ("las", "--on", "2017-12-12"),
                           ("escwa", "--on", "2017-12-20", "--from", "2018-02-01"))
    ]
    assert said == [
        "wgim-unicef: circulated; no answer yet from escwa, las\n", "wgim-unicef: circulated; no answer yet from escwa\n",
        "wgim-unicef: approved\n",
    ]
