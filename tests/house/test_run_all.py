"""How the test command counts and what it takes from its arguments."""

from pathlib import Path

import pytest

from tests.run_all import CHECKS, Run, count, taken

REPORT = """<testsuites><testsuite name="pytest">
<testcase classname="a" name="one"/>
<testcase classname="a" name="two"><failure message="x"/></testcase>
<testcase classname="a" name="two"><error message="teardown"/></testcase>
<testcase classname="a" name="three"><skipped message="no tool"/></testcase>
<testcase classname="b" name="one"><error message="setup"/></testcase>
<testcase classname="b" name="four"/>
</testsuite></testsuites>"""


def test_count_of_a_report_counts_each_test_once(tmp_path: Path):
    (tmp_path / "report.xml").write_text(REPORT)
    assert count(tmp_path / "report.xml") == {"passed": 2, "failed": 2, "skipped": 1}


def test_count_without_a_report_is_nothing(tmp_path: Path):
    assert count(tmp_path / "report.xml") == {}


def test_taken_campaign_leaves_the_other_arguments():
    assert taken(["-x", "--campaign", "laws", "-k", "fao"]) == ("laws", ["-x", "-k", "fao"])
    assert taken(["-k", "fao"]) == ("", ["-k", "fao"])


def test_taken_campaign_without_a_name_is_bad_usage(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        taken(["--campaign"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err == "run.py test: --campaign needs a name: --campaign NAME\n"


def test_run_step_that_fails_is_counted_and_the_next_one_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    run = Run(tmp_path)
    run.check("bad", ["false"])
    run.check("good", ["true"])
    assert run.summary() == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "1 passed, 1 failed, 0 skipped"
    assert [line.split()[0] for line in lines[-3:-1]] == ["FAILED", "ok"]


def test_run_of_pytest_that_breaks_off_counts_as_failed(tmp_path: Path):
    run = Run(tmp_path)
    run.tests("lost", [str(tmp_path / "test_nothing.py")])
    assert run.summary() == 1


def test_checks_are_style_directions_types_and_migrations():
    assert list(CHECKS) == ["style", "directions", "types", "migrations"]
