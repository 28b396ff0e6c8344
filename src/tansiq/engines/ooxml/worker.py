"""Work on a file from outside in a process of its own, with limits of time and memory, so that nothing it does can end the caller.

POSIX: both limits hold (macOS may pass over that of memory). Windows: time only, as it has no limit of memory a process can set itself.
"""

import importlib
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from tansiq.engines.ooxml.errors import BrokeApart, TookTooLong, TookTooMuchMemory
from tansiq.engines.ooxml.limits import MEGABYTE

if sys.platform != "win32":
    import resource

DONE, RAISED, NO_MEMORY = "done", "raised", "no_memory"
TOLD = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
"""What the process is told of its surroundings. No address of a database, no key, no home folder."""


def run_apart(function: str, argument: Any, *, seconds: float, megabytes: int) -> Any:
    """The result of `function` (`package.module:name`, importable, one argument) called in a process of its own.

    `argument` and result are pickled; both stay on this machine, in a folder only this user can read. An error of the function
    itself is raised here as it was there. Raises TookTooLong, TookTooMuchMemory, BrokeApart. Safe to call from several threads.
    """
    with tempfile.TemporaryDirectory(prefix="tansiq-apart-") as folder:
        task, answer = Path(folder, "task"), Path(folder, "answer")
        task.write_bytes(pickle.dumps((function, argument)))
        command = [sys.executable, "-X", "utf8", "-m", __name__, str(task), str(answer), str(seconds), str(megabytes)]
        code = _waited(command, seconds, folder)
        if code is None:
            raise TookTooLong(f"the work took longer than {seconds:g} s and was stopped; make the file smaller, or split it")
        return _answer(answer, code, seconds, megabytes)


def _waited(command: list[str], seconds: float, folder: str) -> int | None:
    """The exit code of the process, None when it was stopped; it is stopped with all it started, and when the caller is."""
    environment = {name: os.environ[name] for name in TOLD if name in os.environ}
    environment |= {"PYTHONPATH": os.pathsep.join(str(Path(each).absolute()) for each in sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        command, env=environment, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End the process and what it started; nothing happens when it has ended."""
    if process.poll() is None:
        with suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _answer(answer: Path, code: int, seconds: float, megabytes: int) -> Any:
    """What the process answered, or the error that says why it did not."""
    try:
        # Written by our own code a moment ago in a folder of this user alone: as trustworthy as this process.
        kind, value = pickle.loads(answer.read_bytes())  # noqa: S301
    except (OSError, EOFError, pickle.UnpicklingError):
        kind, value = "", None
    if kind == DONE:
        return value
    if kind == RAISED:
        raise _error(*value)
    if sys.platform != "win32" and code == -signal.SIGXCPU:
        raise TookTooLong(f"the work took longer than {seconds:g} s and was stopped; make the file smaller, or split it")
    if kind == NO_MEMORY or (sys.platform != "win32" and code == -signal.SIGKILL):
        raise TookTooMuchMemory(f"the work needed more than {megabytes:,} MB and was stopped; make the file smaller, or split it")
    raise BrokeApart(f"the work ended without an answer (exit code {code}); the file may be made to do harm: have it saved again by Word")


def _error(kind: type[BaseException], arguments: tuple[Any, ...], state: dict[str, Any]) -> BaseException:
    """An error as it was raised: built without its __init__, which may want other arguments than the error keeps."""
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(state)
    return error


# In the process of its own


def main(arguments: list[str]) -> NoReturn:
    """Do the task in a file and write the answer into another, under the limits."""
    task, answer, seconds, megabytes = arguments
    _limit(float(seconds), int(megabytes))
    try:
        function, argument = pickle.loads(Path(task).read_bytes())  # noqa: S301 (written by run_apart)
        said = pickle.dumps((DONE, _found(function)(argument)))
    except MemoryError:
        said = pickle.dumps((NO_MEMORY, None))
    except Exception as error:  # noqa: BLE001 (whatever it is, the caller is told)
        said = _told(error)
    Path(answer).write_bytes(said)
    # Without taking the trees apart one by one: a large one takes longer to free than to read.
    os._exit(0)


def _told(error: Exception) -> bytes:
    """An error as an answer; one that cannot be pickled is told as BrokeApart."""
    if "memory" in str(error).lower() and type(error).__module__.startswith("lxml"):
        return pickle.dumps((NO_MEMORY, None))
    try:
        return pickle.dumps((RAISED, (type(error), error.args, error.__dict__)))
    except (pickle.PicklingError, TypeError, AttributeError):
        return pickle.dumps((RAISED, (BrokeApart, (f"the work failed: {type(error).__name__}: {error}",), {})))


def _found(function: str) -> Callable[[Any], Any]:
    """The function of that name."""
    module, _, name = function.partition(":")
    found: Callable[[Any], Any] = getattr(importlib.import_module(module), name)
    return found


def _limit(seconds: float, megabytes: int) -> None:
    """Set the limits of this process; they hold for what it starts, too, and also when the caller is gone."""
    if sys.platform == "win32":
        return
    for what, most in (
        (resource.RLIMIT_AS, megabytes * MEGABYTE), (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_FSIZE, megabytes * MEGABYTE), (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(sys.argv[1:])
