"""What `python3 run.py test` runs: style, directions, types, migrations and the tests, each with its time; nothing stops early.

Not a test runner of its own: other arguments go to pytest as they are, and `--campaign NAME` runs one campaign at full number.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
CHECKS = {
    "style": [sys.executable, "-m", "ruff", "check", "--no-cache", "."],
    "directions": [str(BIN / "lint-imports"), "--no-cache"],
    "types": [sys.executable, "-m", "mypy", "--no-error-summary"],
    "migrations": [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"],
}
ON_POSTGRES = ["tests/secretariat", "tests/journeys"]
# These look at pages, whichever database is behind them; the first morning always has an office of its own on SQLite.
NOT_ON_POSTGRES = [f"--ignore=tests/journeys/{name}.py" for name in ("test_axe", "test_first_morning", "test_pages")]


class Run:
    """One run of everything: it calls the steps, keeps their times and adds up what passed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tally: Counter[str] = Counter(passed=0, failed=0, skipped=0)
        self.lines: list[str] = []
        data = folder / "data"
        data.mkdir()
        self.environment = {
            **os.environ, "DJANGO_SETTINGS_MODULE": "tansiq.site.settings", "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1",
            "TANSIQ_DATA": str(data),
        }
        self.environment.pop("DATABASE_URL", None)

    def step(self, name: str, command: list[str], **environment: str) -> bool:
        """Run one command from the root of the repository; whether it went well."""
        print(f"== {name}: {' '.join(Path(word).name if word.startswith('/') else word for word in command)}", flush=True)
        begun = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, env=self.environment | environment, stdin=subprocess.DEVNULL, check=False)
        self.lines.append(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {time.monotonic() - begun:6.1f} s  {name}")
        return done.returncode == 0

    def check(self, name: str, command: list[str]) -> None:
        """Run a check that is no test; it counts as one."""
        self.tally["passed" if self.step(name, command) else "failed"] += 1

    def tests(self, name: str, arguments: list[str], **environment: str) -> None:
        """Run pytest and add up its tests; a run that did not end as its tests did (none found, broken off) counts as failed."""
        report = self.folder / f"{name.replace(' ', '-')}.xml"
        went_well = self.step(name, [*PYTEST, f"--junitxml={report}", *arguments], **environment)
        counted = count(report)
        self.tally += counted
        if not went_well and not counted["failed"]:
            self.tally["failed"] += 1

    def summary(self) -> int:
        """Print every step with its time, then the closing line; the exit code."""
        print("\n" + "\n".join(self.lines))
        print(f"{self.tally['passed']} passed, {self.tally['failed']} failed, {self.tally['skipped']} skipped")
        return 1 if self.tally["failed"] else 0


def count(report: Path) -> Counter[str]:
    """How many tests of a JUnit report passed, failed and were skipped; a test that failed and broke in its teardown counts once."""
    counted: Counter[str] = Counter()
    if not report.exists():
        return counted
    outcomes: dict[tuple[str, str], str] = {}
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 (written by pytest a moment ago)
        inside = {child.tag for child in case}
        outcome = "failed" if inside & {"failure", "error"} else "skipped" if "skipped" in inside else "passed"
        key = (case.get("classname", ""), case.get("name", ""))
        outcomes[key] = "failed" if "failed" in {outcome, outcomes.get(key)} else outcome
    return counted + Counter(outcomes.values())


def workers() -> list[str]:
    """The tests run on every processor; one alone gains nothing from a second process."""
    return ["-n", "auto"] if (os.cpu_count() or 1) > 1 else []


def taken(arguments: list[str]) -> tuple[str, list[str]]:
    """The campaign asked for ("" when none is) and the arguments that are pytest's."""
    if "--campaign" not in arguments:
        return "", arguments
    place = arguments.index("--campaign")
    if place + 1 == len(arguments):
        print("run.py test: --campaign needs a name: --campaign NAME", file=sys.stderr)
        raise SystemExit(2)
    return arguments[place + 1], arguments[:place] + arguments[place + 2:]


def main(arguments: list[str]) -> int:
    """Run what is asked for and return 1 if anything failed."""
    campaign, rest = taken(arguments)
    with tempfile.TemporaryDirectory(prefix="tansiq-test-") as folder:
        run = Run(Path(folder))
        if campaign:
            run.tests(f"campaign {campaign}", ["-m", "campaign", *rest], TANSIQ_CAMPAIGN=campaign)
            return run.summary()
        for name, command in CHECKS.items():
            run.check(name, command)
        address = os.environ.get("TANSIQ_TEST_POSTGRES", "")
        if address and not rest:
            found = [path for path in ON_POSTGRES if (ROOT / path).is_dir()]
            run.tests("tests on PostgreSQL", [*workers(), *found, *NOT_ON_POSTGRES], DATABASE_URL=address)
        run.tests("tests", [*workers(), *rest])
        return run.summary()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
