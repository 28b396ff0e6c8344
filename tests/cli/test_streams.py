"""Streams that the shell closed, broke off or filled, Ctrl+C, strange bytes, bad settings and databases: one line, never a traceback."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.shell import typed

FACTS = "tansiq report facts wgim --as-of 2017"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A data folder that holds one organization."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "in").mkdir()
    (folder / "in" / "manifest.yaml").write_text("kind: authored\nformat: 1\ntitle: x\n")
    (folder / "in" / "groups.yaml").write_text("- {slug: wgim, names: [{en: {long: Group, short: Group}}]}\n")
    ran = typed(folder / "data", f"tansiq import {folder}/in")
    assert ran.returncode == 0, ran.stderr
    return folder / "data"


@pytest.mark.parametrize("line", ["tansiq --help | true", f"{FACTS} | true", f"{FACTS} --format json | head -c 1"])
def test_reader_that_went_away_is_no_failure(office, line):
    ran = typed(office, line)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("closed", [">&-", ">&- <&-", ">/dev/full"])
def test_output_that_takes_nothing_is_one_line(office, closed):
    ran = typed(office, f"{FACTS} {closed}")
    assert (ran.returncode, ran.stderr.count("\n"), "Traceback" in ran.stderr) == (2, 1, False)


def test_closed_streams_take_no_place_of_a_file(office, tmp_path):
    (tmp_path / "tree.json").write_text('{"type": "document", "language": "en", "title": "T", "blocks": []}')
    render = f"tansiq press render {tmp_path}/tree.json --language en --format html -o {tmp_path}/out.html"
    assert typed(office, f"{render} <&- >&- 2>&-").returncode == 0
    assert (tmp_path / "out.html").read_text().startswith("<!doctype html>")


def test_word_that_is_not_text_is_a_usage_error(office):
    ran = typed(office, "tansiq report facts $'wg\\xff' --as-of 2017")
    assert (ran.returncode, ran.stderr) == (2, "tansiq: 'wg\\xff' is not UTF-8 text; write it in UTF-8 (a file of such a name: rename it). "
                                               "See `tansiq --help`.\n")


INTERRUPTED = """
import runpy, sys

WANTED, *words = sys.argv[1:]


class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == WANTED:
            raise KeyboardInterrupt


sys.meta_path.insert(0, Finder())
sys.argv = ["tansiq", *words]
runpy.run_module("tansiq.cli.main", run_name="__main__")
"""
"""Presses Ctrl+C at the moment at which a module is imported, whatever the speed of the machine."""


@pytest.mark.parametrize("module", ["click", "tansiq.cli.office", "tansiq.cli.report", "django", "tansiq.secretariat.record.facts"])
def test_ctrl_c_at_the_start_is_exit_130_without_a_word(office, module):
    command = [sys.executable, "-c", INTERRUPTED, module, "report", "facts", "wgim", "--as-of", "2017"]
    environment = {**os.environ, "TANSIQ_DATA": str(office), "DATABASE_URL": ""}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 (a line of this test)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://h:port/x", "DATABASE_URL cannot be read"),
        ("postgresql://[::1/x", "DATABASE_URL cannot be read"),
        ("postgresql://localhost/", "names no database"),
        ("sqlite:///", "names no database"),
        ("sqlite:///a%00b", "control character"),
        ("mysql://localhost/x", "begins with 'mysql'"),
        (" ", "names no database"),
        ("postgresql://127.0.0.1:1/x", "127.0.0.1"),
    ],
)
def test_bad_address_of_a_database_is_one_line(tmp_path, url, said):
    ran = typed(tmp_path, FACTS, DATABASE_URL=url)
    assert (ran.returncode, ran.stderr.count("\n"), ran.stdout) == (2, 1, "")
    assert said in ran.stderr


@pytest.mark.parametrize("key", [b"", b"\xff\x00\xfe"])
def test_bad_secret_key_says_what_to_do(tmp_path, key):
    (tmp_path / "secret-key").write_bytes(key)
    ran = typed(tmp_path, FACTS)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "secret-key is empty or not text; delete it" in ran.stderr


def test_damaged_database_is_one_line_that_names_the_file(tmp_path):
    (tmp_path / "tansiq.sqlite3").write_bytes(b"nothing of a database" * 400)
    ran = typed(tmp_path, FACTS)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert f"the database {tmp_path}/tansiq.sqlite3 cannot be used (file is not a database)" in ran.stderr


def test_database_cut_in_the_middle_is_one_line(office, tmp_path):
    whole = Path(office / "tansiq.sqlite3").read_bytes()
    (tmp_path / "tansiq.sqlite3").write_bytes(whole[:8192] + b"\x00" * (len(whole) - 8192))
    ran = typed(tmp_path, FACTS)
    assert (ran.returncode, ran.stderr.count("\n"), "tansiq.sqlite3" in ran.stderr) == (2, 1, True)


def test_data_of_a_newer_version_are_refused(office, tmp_path):
    shutil.copytree(office, tmp_path / "data")
    with closing(sqlite3.connect(tmp_path / "data" / "tansiq.sqlite3")) as database, database:
        database.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('register', '0099_later', '2030-01-01')")
    for line in (FACTS, f"tansiq import {office.parent}/in"):
        ran = typed(tmp_path / "data", line)
        assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
        assert "were made by a newer version of Tansiq (they hold register 0099_later)" in ran.stderr
