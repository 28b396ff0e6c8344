"""Reading hostile files in a process of its own, as callers do."""

import time
from pathlib import Path

from tansiq.engines.ooxml import PackageRefused, read_package
from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tests.engines.ooxml.hostile.mutants import mutant


def answer(path: str) -> str:
    """The line that refuses the file, or "a package" when it is read and written."""
    try:
        package = read_package(Path(path), name="copy.docx")
    except PackageRefused as refused:
        return str(refused)
    package.write()
    return "a package"


def thorough_answer(data: bytes) -> str:
    """The same, and what is written must be read again with the same parts; with all changes accepted and all rejected, read again.

    An error other than a refusal is not caught.
    """
    try:
        package = read_package(data, name="copy.docx")
    except PackageRefused as refused:
        return str(refused)
    again = read_package(package.copy().write(), name="written.docx")
    if dict(again.parts) != dict(package.parts) or again.write() != package.write():
        raise AssertionError("the file read again is another")
    for settle in (accept_all, reject_all):
        settled = package.copy()
        settle(settled)
        read_package(settled.write(), name="settled.docx")
    return "a package"


def answers(argument: tuple[str, int, int]) -> list[str]:
    """The answers to the mutants of a folder's files, seeds from the first number up to the second."""
    folder, start, end = argument
    corpus = sorted(Path(folder).glob("*.docx"))
    return [told(seed, mutant(seed, corpus)) for seed in range(start, end)]


def told(seed: int, data: bytes) -> str:
    """The answer, or what broke or took longer than thirty seconds, and at which seed."""
    begun = time.process_time()
    try:
        said = thorough_answer(data)
    except Exception as error:  # noqa: BLE001 (that it is one is what the campaign looks for)
        return f"BROKEN at seed {seed}: {type(error).__name__}: {error}"
    return said if time.process_time() - begun < 30 else f"BROKEN at seed {seed}: it took {time.process_time() - begun:.0f} s"
