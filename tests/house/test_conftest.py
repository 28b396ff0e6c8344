"""What every test has, tried: tools that are absent, campaigns, and a data folder of the test's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.conftest import ROOT, TOOLS, require


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv("TANSIQ_TEST_POSTGRES", raising=False)
    monkeypatch.delenv("TANSIQ_REQUIRE", raising=False)
    return monkeypatch


def test_needs_absent_tool_skips_with_its_reason(no_server: pytest.MonkeyPatch):
    with pytest.raises(pytest.skip.Exception, match="names no PostgreSQL server"):
        require("postgres")


def test_needs_absent_tool_that_is_required_fails(no_server: pytest.MonkeyPatch):
    no_server.setenv("TANSIQ_REQUIRE", "chromium, postgres")
    with pytest.raises(pytest.fail.Exception, match="asks for postgres"):
        require("postgres")


def test_needs_tool_that_is_there_goes_on(no_server: pytest.MonkeyPatch):
    no_server.setenv("TANSIQ_TEST_POSTGRES", "postgresql://localhost/x")
    assert require("postgres") is None


def test_needs_unknown_tool_fails():
    with pytest.raises(pytest.fail.Exception, match="no such tool"):
        require("latex")


def test_tools_each_have_a_reason():
    assert all(reason for _, reason in TOOLS.values())
    assert set(TOOLS) == {"soffice", "chromium", "poppler", "pandoc", "postgres", "shared"}


def test_data_folder_is_the_tests_own(data_folder: Path):
    assert os.environ["TANSIQ_DATA"] == str(data_folder)
    assert data_folder / "evidence" == settings.EVIDENCE
    assert list(data_folder.iterdir()) == []


@pytest.mark.campaign("house", sample=3, full=5)
def test_campaign_gives_the_number_asked_for(campaign: int):
    assert campaign == (5 if os.environ.get("TANSIQ_CAMPAIGN") == "house" else 3)


def run_campaign(name: str) -> subprocess.CompletedProcess[str]:
    """Run the campaign of that name over this file."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "TANSIQ_CAMPAIGN": name}, capture_output=True, text=True, check=False)


def test_campaign_asked_for_runs_its_tests_only():
    assert "1 passed" in run_campaign("house").stdout.splitlines()[-1]


def test_campaign_unknown_is_refused_with_those_there_are():
    done = run_campaign("lost")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "there is no campaign 'lost'; the campaigns are: house" in done.stderr + done.stdout
