"""Reads the case files beside the tests: one case a line, columns parted by |, the first line their names."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"


def cases(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE))
