"""Hostile files, each read in a process of its own: a clear line or a package, in three seconds, and the caller does not grow."""

import sys

import pytest

from tansiq.engines.ooxml.worker import run_apart
from tests.engines.ooxml.hostile import markup, packages, zips

if sys.platform != "win32":
    import resource

SECONDS, MEGABYTES, GROWTH = 3, 1_500, 50
REFUSED = {**zips.CASES, **markup.CASES, **packages.CASES}
TAKEN = {**zips.TAKEN, **markup.TAKEN, **packages.TAKEN}


def used() -> tuple[float, float]:
    """The seconds of processor time of ended children, and the most memory this process ever held in MB; 0 where nothing says it.

    Processor time, not that of the clock: what else runs on the machine does not count.
    """
    if sys.platform == "win32":
        return 0, 0
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def read_apart(data: bytes, tmp_path) -> str:
    """The answer, in time and without growth."""
    path = tmp_path / "copy.docx"
    path.write_bytes(data)
    seconds, peak = used()
    said = run_apart("tests.engines.ooxml.hostile.apart:answer", str(path), seconds=30, megabytes=MEGABYTES)
    assert used()[0] - seconds < SECONDS
    assert used()[1] - peak < GROWTH
    return str(said)


@pytest.mark.parametrize("case", REFUSED)
def test_hostile_file_is_refused_in_one_clear_line(case, tmp_path):
    build, words = REFUSED[case]
    said = read_apart(build(), tmp_path)
    assert said.startswith("copy.docx: ")
    assert words in said
    assert "\n" not in said
    assert len(said) < 400


@pytest.mark.parametrize("case", TAKEN)
def test_odd_file_is_read_and_written(case, tmp_path):
    assert read_apart(TAKEN[case](), tmp_path) == "a package"
