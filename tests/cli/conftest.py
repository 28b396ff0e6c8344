"""Runs `tansiq` in this process, on the test's own database and data folder, as a person would type it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tansiq.cli.main import main
from tests.clients import (
    co_chair_client,
    contact_client,
    ground,
    mechanism_client,
    newcomer_client,
    officer_client,
    outsider_client,
    stranger_client,
)
from tests.example import DAY, EXAMPLE, IMPORTED, LATER, example, imported_example

__all__ = [
    "DAY",
    "EXAMPLE",
    "IMPORTED",
    "LATER",
    "co_chair_client",
    "contact_client",
    "example",
    "ground",
    "imported_example",
    "mechanism_client",
    "newcomer_client",
    "officer_client",
    "outsider_client",
    "stranger_client",
]


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def tansiq(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Ran]:
    """Call it with the words of the command; the data folder is `tmp_path / "data"`, made."""
    (tmp_path / "data").mkdir(exist_ok=True)

    def run(*words: object) -> Ran:
        monkeypatch.setenv("TANSIQ_DATA", str(tmp_path / "data"))
        monkeypatch.setattr("sys.argv", ["tansiq", *map(str, words)])
        code: object = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code
        out, err = capfd.readouterr()
        return Ran(int(code or 0) if isinstance(code, int) or code is None else 1, out, err)

    return run
