"""Work for the tests of `run_apart`: what runs long, wants too much, breaks, or answers."""

import ctypes
import os
import sys
import time

from tansiq.engines.ooxml import PackageRefused


def surroundings(_: None) -> dict[str, str]:
    """What the process is told of its surroundings."""
    return dict(os.environ)


def endless(_: None) -> None:
    """Never ends, and uses no processor time."""
    while True:
        time.sleep(1)


def busy(_: None) -> None:
    """Never ends."""
    while True:
        pass


def hungry(megabytes: int) -> int:
    """Take that much memory."""
    return len(bytearray(megabytes * 1_000_000))


def wordy(megabytes: int) -> bytes:
    """Answer with that much."""
    return bytes(megabytes * 1_000_000)


def refused(name: str) -> None:
    """Refuse a file."""
    raise PackageRefused(name, "it is not to be")


class Picky(ValueError):
    """An error whose __init__ wants other arguments than it keeps."""

    def __init__(self, *, where: str) -> None:
        self.where = where
        super().__init__(f"at {where}")


def picky(where: str) -> None:
    """Raise that error."""
    raise Picky(where=where)


class Unpicklable(ValueError):
    """An error that holds what cannot be pickled."""


def unpicklable(_: None) -> None:
    """Raise that error."""
    raise Unpicklable(lambda: None)


def crash(_: None) -> None:
    """End as a fault in native code does."""
    ctypes.string_at(0)


def leave(code: int) -> None:
    """End without an answer."""
    os._exit(code)


def modules(start: str) -> list[str]:
    """The modules that are loaded and begin so."""
    return [name for name in sys.modules if name.startswith(start)]
