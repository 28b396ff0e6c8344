"""Runs `tansiq` as a process of its own, on a data folder and a SQLite file of its own, from a shell line where a test needs one."""

import os
import subprocess
import sys
from pathlib import Path

TANSIQ = f"{sys.executable} -X utf8 -m tansiq.cli.main"


def typed(data: Path, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What came of a line typed into a shell, in which `tansiq` is the command; its data folder is `data`."""
    words = f"set -o pipefail; tansiq() {{ {TANSIQ} \"$@\"; }}; {line}"
    known = {**os.environ, "TANSIQ_DATA": str(data), "DATABASE_URL": "", **environment}
    return subprocess.run(["bash", "-c", words], env=known, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603, S607
