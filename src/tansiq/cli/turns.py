"""One process at a time prepares a data folder or imports into it: the others wait for its lock file, and say that they do."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LOCK = "lock"
PAUSE = 0.1
"""Seconds between two looks at the lock on Windows, which has no lock that waits as long as it takes."""


@contextmanager
def turn(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of the data folder; the system frees it when the process ends, however it ends. Not to be nested."""
    with (folder / LOCK).open("ab") as file:
        if not taken(file):
            say("another tansiq is preparing this data folder or importing into it; waiting for it …")
            wait_for(file)
        yield


if sys.platform == "win32":
    import msvcrt

    def taken(file: BinaryIO) -> bool:
        """Whether the lock could be had at once."""
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def wait_for(file: BinaryIO) -> None:
        """Return when the lock is had."""
        while not taken(file):
            time.sleep(PAUSE)
else:
    import fcntl

    def taken(file: BinaryIO) -> bool:
        """Whether the lock could be had at once."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait_for(file: BinaryIO) -> None:
        """Return when the lock is had."""
        fcntl.flock(file, fcntl.LOCK_EX)
