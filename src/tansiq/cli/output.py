"""Writes results: tables on the screen, JSON in stable order, files whole or not at all."""

import json
import os
import secrets
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tansiq.cli.errors import AnswerIsNo


def as_json(value: Any) -> str:
    """UTF-8 JSON, indented, in the order given."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], longest: Sequence[int] = ()) -> str:
    """A plain text table, columns as wide as their longest value; `longest` cuts the values of each column with an ellipsis."""
    texts = [[str(value if value is not None else "") for value in row] for row in [columns, *rows]]
    if longest:
        texts = [[cut(value, width) for value, width in zip(row, longest, strict=True)] for row in texts]
    widths = [max(len(row[index]) for row in texts) for index in range(len(columns))]
    lines = ["  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip() for row in texts]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines) + "\n"


def cut(text: str, width: int) -> str:
    """The text on one line, at most `width` characters, the last of them an ellipsis where something was cut."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def tell(text: str, *, done: str) -> None:
    """Print what came of a step that is recorded already; where it cannot be printed, say that the step is done all the same.

    Raises AnswerIsNo then: exit 2 would mean that nothing was written. A reader who went away is no failure.
    """
    try:
        click.echo(text, nl=not text.endswith("\n"))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AnswerIsNo(f"{done}, but what came of it could not be printed ({error.strerror}); do not repeat it, look it up.") from error


def write(content: bytes | str, to: str | None) -> None:
    """Write to the file `to` whole or not at all, or to standard output when it is None or "-"."""
    data = content.encode() if isinstance(content, str) else content
    path = target(to)
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if path.exists() and not path.is_file():
        # A device or a pipe stands for another place; a file put in its stead would not get there.
        path.write_bytes(data)
        return
    replace(path, data)


def target(to: str | None) -> Path | None:
    """The file that `to` names, None for standard output. A usage error when nothing can be written there."""
    if to is None or to == "-":
        return None
    path = Path(os.path.realpath(to))
    if path.is_dir():
        raise click.UsageError(f"{to} is a folder; name a file.")
    if not path.parent.is_dir():
        raise click.UsageError(f"there is no folder {path.parent}; make it first, or write elsewhere.")
    if path.is_symlink():
        raise click.UsageError(f"{to} is a link that leads round to itself; name a file.")
    if path.is_file() and not os.access(path, os.W_OK):
        raise click.UsageError(f"{path} may not be written to; allow it, or write elsewhere.")
    return path


def check_targets(*files: str | None) -> None:
    """Before several files are written: a usage error when one of them cannot be, or when two are one."""
    named = [str(target(to) or "standard output") for to in files if to is not None]
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice is not None:
        raise click.UsageError(f"two results would be written to {twice}; name a file for each.")


def replace(path: Path, data: bytes) -> None:
    """Put a file in the place of what is at `path`, which keeps its permissions. A usage error when they allow no writing."""
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    if mode is not None and not os.access(path, os.W_OK):
        raise click.UsageError(f"{path} may not be written to; allow it, or write elsewhere.")
    draft = path.with_name(f".tansiq-{secrets.token_hex(4)}")
    try:
        draft.write_bytes(data)
        if mode is not None:
            draft.chmod(mode)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
