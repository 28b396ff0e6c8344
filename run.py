#!/usr/bin/env python3
"""Brings Tansiq's environment and runs a command in it; needs only Python and pip.

`python3 run.py demo` does the main job, `python3 run.py test` runs the checks and tests, and any other
word is a command of `tansiq`. The environment comes from the hash-pinned lock files beside this file.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
BIN = ROOT / ".venv" / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
UV_FOLDER = ROOT / ".uv"
STAMP = ROOT / ".venv" / "tansiq-lock.sha256"


def stop(message: str) -> None:
    """Print one line for the person at the keyboard and exit with 2."""
    print(f"run.py: {message}", file=sys.stderr)
    raise SystemExit(2)


def call(command: list[str], what: str) -> None:
    """Run a set-up command; on failure show the end of its output and stop with one clear line."""
    environment = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_NO_PROGRESS": "1", "PYTHONUTF8": "1"}
    environment.pop("VIRTUAL_ENV", None)
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    except OSError as error:
        stop(f"{what} failed: {error}")
    if done.returncode:
        sys.stderr.write("\n".join((done.stderr or done.stdout).strip().splitlines()[-12:]) + "\n")
        stop(f"{what} failed (above is what it said). Check the network or the package mirror, then run the same command again.")


def uv() -> str:
    """The path of uv, brought by pip into `.uv/` when it is not there."""
    found = UV_FOLDER / "bin" / ("uv.exe" if WINDOWS else "uv")
    if not found.exists():
        probe = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False)
        if probe.returncode:
            stop("this Python has no pip. Install it (Debian and Ubuntu: apt install python3-pip), then run the same command again.")
        call([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(UV_FOLDER), "uv"],
             "fetching uv with pip")
    return str(found)


def bring(lock_names: tuple[str, ...]) -> None:
    """Make `.venv` hold exactly what the last of the lock files pins; nothing is done when it already does."""
    wanted = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in lock_names)).hexdigest()
    have = STAMP.read_text().split() if STAMP.exists() else []
    if wanted in have and PYTHON.exists():
        return
    print("run.py: bringing the environment (once; under a minute on a usual line) ...", file=sys.stderr, flush=True)
    tool = uv()
    if not PYTHON.exists():
        call([tool, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(ROOT / ".venv")], "making the environment")
    call([tool, "pip", "sync", "--quiet", "--python", str(PYTHON), "--require-hashes", lock_names[-1]], "installing the pinned packages")
    call([tool, "pip", "install", "--quiet", "--python", str(PYTHON), "--no-deps", "--editable", "."], "installing tansiq")
    STAMP.write_text("\n".join(known(lock_names, wanted)) + "\n")


def known(lock_names: tuple[str, ...], wanted: str) -> list[str]:
    """The stamps that hold now: the environment of the tests also serves every other command."""
    base = hashlib.sha256((ROOT / "requirements.lock").read_bytes()).hexdigest()
    return [wanted] if len(lock_names) == 1 else [base, wanted]


def main(arguments: list[str]) -> int:
    """Run `arguments` as a tansiq command (or the tests) and return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 (the one file that an older Python may start)
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    testing = arguments[:1] == ["test"]
    bring(("requirements.lock", "requirements-test.lock") if testing else ("requirements.lock",))
    program = [str(ROOT / "tests" / "run_all.py"), *arguments[1:]] if testing else ["-m", "tansiq.cli.main", *arguments]
    try:
        return subprocess.run([str(PYTHON), "-X", "utf8", *program], check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
