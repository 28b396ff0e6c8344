"""A SQLite data folder looked at from outside, without Django: its rows, its chain of hashes, its evidence."""

import hashlib
import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

OF_THE_MOMENT = {"id", "at", "recorded_at", "superseded_at", "hash", "previous", "digests", "salt", "erased_at", "applied"}
"""Columns that differ between two imports of the same files; all the others must be equal."""


def rows_of(folder: Path, apart: set[str] | None = None) -> dict[str, Counter[str]]:
    """How often each row stands in each table, columns `apart` left out."""
    with closing(sqlite3.connect(folder / "tansiq.sqlite3")) as connection:
        connection.row_factory = sqlite3.Row
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: Counter(_line(row, apart or set()) for row in connection.execute(f"SELECT * FROM {name}")) for name in names}  # noqa: S608


def _line(row: sqlite3.Row, apart: set[str]) -> str:
    return repr([(column, row[column]) for column in row.keys() if column not in apart])  # noqa: SIM118 (a Row iterates over values)


def integrity(folder: Path) -> str:
    """What SQLite says of its own file."""
    with closing(sqlite3.connect(folder / "tansiq.sqlite3")) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def chain_length(folder: Path) -> int:
    """The number of log entries; raises AssertionError where the chain of hashes or the order of time is broken."""
    with closing(sqlite3.connect(folder / "tansiq.sqlite3")) as connection:
        connection.row_factory = sqlite3.Row
        actors = {row["id"]: row for row in connection.execute("SELECT * FROM record_actor")}
        entries = list(connection.execute("SELECT * FROM record_logentry ORDER BY seq"))
        head = connection.execute("SELECT * FROM record_chainhead").fetchone()
    previous, last = "", ""
    for number, entry in enumerate(entries, 1):
        content = {
            "seq": number, "at": _moment(entry["at"]), "actor": actors[entry["actor_id"]]["slug"],
            "on_behalf_of": actors[entry["actor_id"]]["on_behalf_of"], "code": entry["code"], "subject": entry["subject"],
            "parameters": json.loads(entry["parameters"]), "details": json.loads(entry["digests"]), "previous": previous,
        }
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert entry["hash"] == hashlib.sha256(canonical.encode()).hexdigest(), f"entry {number}"
        assert content["at"] > last, f"entry {number} is not later than the one before"
        previous, last = entry["hash"], content["at"]
    assert (head["seq"], head["hash"]) == (len(entries), previous) if head else not entries
    return len(entries)


def _moment(stored: str) -> str:
    return datetime.fromisoformat(f"{stored}+00:00").isoformat(timespec="microseconds")


def half_files(folder: Path) -> list[str]:
    """The files of the evidence folder whose name is a hash that their bytes do not have."""
    found = [path for path in (folder / "evidence").rglob("*") if path.is_file() and re.fullmatch("[0-9a-f]{64}", path.name)]
    return [path.name for path in found if hashlib.sha256(path.read_bytes()).hexdigest() != path.name]


def counted(rows: dict[str, Any]) -> int:
    """How many rows there are."""
    return sum(sum(table.values()) for table in rows.values())
