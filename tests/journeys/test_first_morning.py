"""The first morning of an officer, from `tansiq init` to a frozen report: at a desk, on a phone in Arabic, with the keyboard alone.

Each run has an office of its own. No page needs JavaScript: on the phone and with the keyboard it is switched off.
"""

import csv
import hashlib
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.conftest import require
from tests.journeys import morning
from tests.journeys.browsing import chromium, serving
from tests.journeys.hands import Hands, Keys
from tests.journeys.morning import Office, desk, made

pytestmark = pytest.mark.needs("chromium")
PATIENCE = 60_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require("chromium")
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Office:
    """An office made on an empty folder, as the command makes it; each run has a copy of its own."""
    return made(tmp_path_factory.mktemp("empty") / "office")


@pytest.mark.parametrize(
    ("language", "hands", "width", "script"), [("en", Hands, 1280, True), ("ar", Hands, 390, False), ("en", Keys, 1280, False)],
    ids=["at a desk", "on a phone in Arabic", "by keys alone"],
)
def test_officer_goes_from_an_empty_office_to_a_frozen_report(browser, empty, tmp_path, language, hands, width, script):
    office = Office(shutil.copytree(empty.data, tmp_path / "office"), empty.link)
    files = tmp_path / "files"
    desk(files, language)
    context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=script)
    complaints: list[str] = []
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("response", lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 500 else None)
    with serving(office.data) as address:
        morning.whole(hands(page, language), address + office.link, files)
        group = urlsplit(page.url).path.split("/groups/")[1].split("/")[0]
        context.close()
    # A form that is refused is answered with 422, of which the browser tells whoever looks at its console.
    assert [each for each in complaints if "422" not in each] == []
    check_record(office, group)
    check_files(office, group, files)


def check_record(office: Office, group: str) -> None:
    """The record holds what the person did: sixteen members, seventeen from the day of the approval, the corrected date, the files."""
    held = {day: list(csv.DictReader(io.StringIO(members(office, group, day)))) for day in ("2018-01-31", "2018-02-01", "2015-05-01")}
    assert [len(held[day]) for day in ("2018-01-31", "2018-02-01")] == [16, 17]
    since = {row["organization"]: row["since"] for row in held["2018-02-01"]}
    assert (since["fao"], since["unicef"], since["ilo"], since["eca"]) == ("2015-05-01", "2018-02-01", "2014-06", "")
    assert "fao" in {row["organization"] for row in held["2015-05-01"]}


def members(office: Office, group: str, day: str) -> str:
    return office.tells("register", "members", group, "--as-of", day, "--format", "csv")


def check_files(office: Office, group: str, files: Path) -> None:
    """The files downloaded are byte for byte those that the record keeps, and its evidence has the letter and the list."""
    listed = json.loads(office.tells("report", "frozen", group, "--format", "json"))
    got = {form: hashlib.sha256((files / f"report.{form}").read_bytes()).hexdigest() for form in ("docx", "pdf", "html")}
    assert [each["files"] for each in listed] == [got]
    evidence = {path.read_bytes() for path in (office.data / "evidence").rglob("*") if path.is_file()}
    assert {morning.LETTER, (files / "members.xlsx").read_bytes()} <= evidence
