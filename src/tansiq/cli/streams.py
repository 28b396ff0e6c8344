"""The standard streams and the words of a command, made safe: what a shell closed, broke off or wrote in another encoding."""

import contextlib
import os
import sys
from collections.abc import Sequence

import click


def hold_streams() -> None:
    """Put something in the place of the standard streams that the shell closed, so that no file opened later takes their numbers.

    What is written to a standard output that was closed fails as on any device that takes nothing; messages are lost.
    """
    for number, flags in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)


def drop_output() -> None:
    """Let what still waits for standard output go nowhere: its reader went away, or its device takes no more."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def refuse_strange_bytes(words: Sequence[str]) -> None:
    """A usage error when a word of the command is not text: Python keeps bytes that are no UTF-8 as lone surrogates."""
    for word in words:
        try:
            word.encode()
        except UnicodeEncodeError:
            shown = os.fsencode(word).decode("utf-8", "backslashreplace")
            raise click.UsageError(f"'{shown}' is not UTF-8 text; write it in UTF-8 (a file of such a name: rename it)") from None


def complain(message: str) -> None:
    """Print a message to standard error; where that is closed or broken there is nobody to tell."""
    with contextlib.suppress(OSError, ValueError):
        print(message.encode("utf-8", "backslashreplace").decode(), file=sys.stderr, flush=True)
