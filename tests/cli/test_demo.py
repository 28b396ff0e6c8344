"""`tansiq demo`: imports the example, writes the report in every format, and does it again without a change."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from django.test import Client

from tansiq.cli.demo import example
from tests.cli.shell import typed

pytestmark = pytest.mark.django_db


def test_demo_twice_writes_the_report_and_changes_nothing(tansiq, tmp_path):
    first = tansiq("demo", "--no-serve", "--out", tmp_path / "out")
    names = [f"progress-report-2017.en.{form}" for form in ("docx", "pdf", "html")]
    *written, link = first.out.splitlines()
    assert (first.code, written) == (0, [str(tmp_path / "out" / name) for name in names])
    assert link.startswith("http://localhost:8000/sign-in/link/")
    assert "the example is in the record." in first.err
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == sorted(names)
    assert "was in the record already" in tansiq("demo", "--no-serve", "--out", tmp_path / "out").err


def test_demo_link_signs_in_the_officer_of_the_group(tansiq, tmp_path):
    first, second = (tansiq("demo", "--no-serve", "--out", tmp_path / "out").out.splitlines()[-1] for _ in range(2))
    browser = Client()
    assert browser.post(urlsplit(second).path).status_code == 302
    assert "<bdi>officer@example.org</bdi><span>Officer, ESCWA</span>" in browser.get("/groups/wgim/").content.decode()
    assert Client().get(urlsplit(first).path).status_code == 410


def test_example_ships_with_its_manifest():
    assert (example() / "manifest.yaml").is_file()


def test_demos_at_the_same_time_on_a_new_data_folder_wait_for_each_other(tmp_path):
    with ThreadPoolExecutor(3) as several:
        runs = list(several.map(lambda _: typed(tmp_path / "data", "tansiq demo --no-serve"), range(3)))
    assert [ran.returncode for ran in runs] == [0, 0, 0], [ran.stderr for ran in runs]
    assert sorted("was in the record already" in ran.stderr for ran in runs) == [False, True, True]
