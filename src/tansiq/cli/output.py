"""Writes results: tables on the screen, JSON in stable order, files whole or not at all."""

import json
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click


def as_json(value: Any) -> str:
    """UTF-8 JSON, indented, in the order given."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A plain text table, columns as wide as their longest value."""
    texts = [[str(value if value is not None else "") for value in row] for row in [columns, *rows]]
    widths = [max(len(row[index]) for row in texts) for index in range(len(columns))]
    lines = ["  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip() for row in texts]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines) + "\n"


def write(content: bytes | str, to: str | None) -> None:
    """Write to the file `to` whole or not at all, or to standard output when it is None or "-"."""
    data = content.encode() if isinstance(content, str) else content
    if to is None or to == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(to)
    if path.is_dir():
        raise click.UsageError(f"{path} is a folder; name a file.")
    if not path.parent.is_dir():
        raise click.UsageError(f"there is no folder {path.parent}; make it first, or write elsewhere.")
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        if draft.exists():
            draft.unlink()
