"""An import killed at any moment leaves the record as it was or as it should become, and can simply be run again."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from ruamel.yaml import YAML

from tests.journeys.conftest import EXAMPLE
from tests.journeys.laws.dumps import OF_THE_MOMENT, chain_length, counted, half_files, integrity, rows_of

SEED = 20171115
LETTER = "letters/request.txt"
OLD_FILES = ("manifest", "organizations", "mechanisms", "mandates", "groups", "seats", "sessions", "requests")


def run_import(data: Path, folder: Path) -> subprocess.Popen[str]:
    """The command as an office runs it, on the SQLite file of its data folder."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "TANSIQ_DATA")}
    command = [sys.executable, "-m", "tansiq.cli.main", "--data", str(data), "--quiet", "import", str(folder)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> float:
    """Wait for the end of an import, which must be a good one; how long that took, in seconds."""
    begun = time.monotonic()
    _out, error = process.communicate(timeout=300)
    assert process.returncode == 0, error
    return time.monotonic() - begun


def write_folders(folder: Path) -> tuple[Path, Path]:
    """The folder imported first, and the one that changes and adds things in many files, with a letter of some megabytes."""
    old, new = folder / "old", folder / "new"
    old.mkdir()
    for name in OLD_FILES:
        shutil.copy(EXAMPLE / f"{name}.yaml", old)
    shutil.copytree(EXAMPLE, new)
    (new / "letters").mkdir()
    (new / LETTER).write_bytes(Random(SEED).randbytes(6 * 2**20))
    for name, change in {"requests": add_letter, "organizations": rename_all, "seats": begin_all}.items():
        path = new / f"{name}.yaml"
        entries = YAML().load(path)
        for entry in entries:
            change(entry)
        YAML().dump(entries, path)
    return old, new


def add_letter(request):
    request["moves"].append({"move": "withdraw", "on": "October 2017", "file": LETTER})


def rename_all(organization):
    for name in organization.get("names", []):
        for language in {"en", "ar", "fr"} & set(name):
            name[language] = {"long": f"{name[language]['long']}, renamed"}


def begin_all(seat):
    for term in seat["terms"]:
        term["from"] = "2013"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A data folder that holds the old state, the folder to import, the rows that come of it and how long that takes."""
    folder = tmp_path_factory.mktemp("office")
    old, new = write_folders(folder)
    finish(run_import(folder / "data", old))
    shutil.copytree(folder / "data", folder / "done")
    usual = finish(run_import(folder / "done", new))
    return folder / "data", new, rows_of(folder / "done", OF_THE_MOMENT), usual


def killed_after(data: Path, folder: Path, seconds: float) -> bool:
    """Import, killed without warning after a time; whether it was still at work."""
    process = run_import(data, folder)
    time.sleep(seconds)
    process.kill()
    process.communicate()
    return process.returncode != 0


@pytest.mark.campaign("import-kill", sample=2, full=50)
def test_import_killed_at_any_moment_leaves_the_old_record_or_the_new(office, tmp_path, campaign):
    data, folder, wanted, usual = office
    chance, before, outcomes = Random(SEED), rows_of(data), []
    for number in range(campaign):
        copy = shutil.copytree(data, tmp_path / f"data-{number}")
        # Every third moment is any at all, the others lie in the part of the run in which the database is written.
        moment = chance.uniform(0, usual) if number % 3 == 2 else chance.uniform(0.4, 1) * usual
        killed = killed_after(copy, folder, moment)
        assert integrity(copy) == "ok"
        now = rows_of(copy)
        old = now == before
        assert old or rows_of(copy, OF_THE_MOMENT) == wanted, f"killed after {moment:.2f} s of {usual:.2f}"
        chain_length(copy)
        assert half_files(copy) == []
        # What is usual is measured anew each time: a machine that is busy now may be idle in a minute.
        took = finish(run_import(copy, folder))
        usual = took if old else usual
        assert rows_of(copy, OF_THE_MOMENT) == wanted
        chain_length(copy)
        outcomes.append("done" if not killed else "old" if old else "new")
        shutil.rmtree(copy)
    print({each: outcomes.count(each) for each in ("old", "new", "done")})  # noqa: T201 (the figures of the campaign)
    assert counted(wanted) > counted(before)
