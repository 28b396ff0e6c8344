"""Work in a process of its own: its answer, its errors, its limits, what it is told."""

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tansiq.engines.ooxml import PackageRefused
from tansiq.engines.ooxml.errors import BrokeApart, TookTooLong, TookTooMuchMemory
from tansiq.engines.ooxml.worker import TOLD, run_apart
from tests.engines.ooxml.work import Picky

HERE = "tests.engines.ooxml.work"
POSIX = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="this system does not hold a process to a limit of memory")


def test_run_apart_gives_the_result():
    assert run_apart("os.path:basename", "/a/b", seconds=20, megabytes=500) == "b"


def test_run_apart_several_at_once_give_each_its_own():
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda number: run_apart("os.path:basename", f"/a/{number}", seconds=60, megabytes=500), range(8)))
    assert found == [str(number) for number in range(8)]


def test_run_apart_raises_the_error_of_the_work_as_it_was():
    with pytest.raises(PackageRefused) as raised:
        run_apart(f"{HERE}:refused", "a.docx", seconds=20, megabytes=500)
    assert (raised.value.name, raised.value.what, str(raised.value)) == ("a.docx", "it is not to be", "a.docx: it is not to be")


def test_run_apart_error_with_an_init_of_its_own_keeps_its_fields():
    with pytest.raises(Picky, match="at row 3") as raised:
        run_apart(f"{HERE}:picky", "row 3", seconds=20, megabytes=500)
    assert raised.value.where == "row 3"


def test_run_apart_error_that_cannot_be_sent_is_told():
    with pytest.raises(BrokeApart, match="the work failed: Unpicklable"):
        run_apart(f"{HERE}:unpicklable", None, seconds=20, megabytes=500)


@pytest.mark.parametrize("work", ["endless", "busy"])
def test_run_apart_too_long_is_stopped(work):
    begun = time.monotonic()
    with pytest.raises(TookTooLong, match="longer than 1 s and was stopped"):
        run_apart(f"{HERE}:{work}", None, seconds=1, megabytes=500)
    assert time.monotonic() - begun < 10


@POSIX
def test_run_apart_too_much_memory_is_stopped():
    with pytest.raises(TookTooMuchMemory, match="more than 300 MB"):
        run_apart(f"{HERE}:hungry", 400, seconds=20, megabytes=300)


@POSIX
def test_run_apart_answer_that_cannot_be_held_is_stopped():
    with pytest.raises(TookTooMuchMemory, match="more than 300 MB"):
        run_apart(f"{HERE}:wordy", 200, seconds=20, megabytes=300)


def test_run_apart_crash_is_told():
    with pytest.raises(BrokeApart, match="ended without an answer"):
        run_apart(f"{HERE}:crash", None, seconds=20, megabytes=500)


def test_run_apart_end_without_an_answer_is_told():
    with pytest.raises(BrokeApart, match=r"exit code 7"):
        run_apart(f"{HERE}:leave", 7, seconds=20, megabytes=500)


def test_run_apart_tells_no_secret(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    monkeypatch.setenv("TANSIQ_DATA", "/somewhere")
    told = run_apart(f"{HERE}:surroundings", None, seconds=20, megabytes=500)
    assert set(told) <= {*TOLD, "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LC_CTYPE"}
    assert os.environ["DATABASE_URL"] not in told.values()


def test_run_apart_does_not_bring_the_site():
    assert run_apart("tests.engines.ooxml.work:modules", "django", seconds=20, megabytes=500) == []
