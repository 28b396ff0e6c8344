"""Reads a list that somebody uploads: in a child process with limits, so that no file can take the site with it."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tansiq.secretariat.pages import sheets_child

BIGGEST = 10 * 1024 * 1024
PATIENCE = 40


class UnreadableSheet(Exception):
    """A file that is not read; `code` says why, `found` what was found. The page has a sentence for each code."""

    def __init__(self, code: str, **found: Any) -> None:
        super().__init__(f"{code}: {found}" if found else code)
        self.code, self.found = code, found


@dataclass(frozen=True)
class Row:
    """A row that holds anything: its number in the sheet, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A list as read. All rows have the same width; `notes` (each with a `code`) tell what the reading had to decide."""

    rows: tuple[Row, ...]
    notes: tuple[dict[str, Any], ...] = ()

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0].cells) if self.rows else 0

    def to_json(self) -> dict[str, Any]:
        """A form that a database keeps."""
        return {"rows": [[row.number, *row.cells] for row in self.rows], "notes": list(self.notes)}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Sheet":
        """The inverse of `to_json`."""
        return cls(tuple(Row(number, tuple(cells)) for number, *cells in kept["rows"]), tuple(kept["notes"]))


def read_sheet(content: bytes, *, sheet: str = "", encoding: str = "") -> Sheet:
    """The list in a workbook (.xlsx) or a text with delimiters (.csv), whatever its name says. Raises UnreadableSheet.

    `sheet` names one of several sheets; `encoding` is that of a text that does not say its own.
    """
    if len(content) > BIGGEST:
        raise UnreadableSheet("too-big", megabytes=BIGGEST // 1024 // 1024)
    command = [sys.executable, "-I", str(Path(sheets_child.__file__)), sheet.replace("\0", ""), encoding]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as late:
        raise UnreadableSheet("too-much") from late
    if done.returncode != 0:
        raise UnreadableSheet("too-much")
    said = json.loads(done.stdout)
    if "refused" in said:
        raise UnreadableSheet(said["refused"], **said["found"])
    return Sheet(tuple(Row(row["number"], tuple(row["cells"])) for row in said["rows"]), tuple(said["notes"]))
