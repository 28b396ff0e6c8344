"""`tansiq demo`: imports the example, writes the report in every format, and does it again without a change."""

import pytest

from tansiq.cli.demo import example

pytestmark = pytest.mark.django_db


def test_demo_twice_writes_the_report_and_changes_nothing(tansiq, tmp_path):
    first = tansiq("demo", "--no-serve", "--out", tmp_path / "out")
    names = [f"progress-report-2017.en.{form}" for form in ("docx", "pdf", "html")]
    assert (first.code, first.out.splitlines()) == (0, [str(tmp_path / "out" / name) for name in names])
    assert "the example is in the record." in first.err
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == sorted(names)
    assert "was in the record already" in tansiq("demo", "--no-serve", "--out", tmp_path / "out").err


def test_example_ships_with_its_manifest():
    assert (example() / "manifest.yaml").is_file()
