"""What journeys in a real browser share: Debian's Chromium, and the site of a data folder served by the command that an office uses."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run",
)
TANSIQ = (sys.executable, "-m", "tansiq.cli.main")


def environment(data: Path) -> dict[str, str]:
    """What a command that works on this data folder finds around it: no database elsewhere."""
    env = {**os.environ, "TANSIQ_DATA": str(data), "PYTHONPATH": os.pathsep.join(sys.path)}
    env.pop("DATABASE_URL", None)
    return env


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """The address at which the data folder is served until the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [*TANSIQ, "serve", "--port", str(port)], env=environment(data), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        address = f"http://localhost:{port}"
        wait_for(address, server)
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)


def wait_for(address: str, server: subprocess.Popen) -> None:
    """Come back when something answers at the address; fail when the server stopped, or after a minute."""
    for _attempt in range(300):
        if server.poll() is not None:
            pytest.fail(f"the server stopped with {server.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=30):  # noqa: S310 (an address of ours)
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"nothing answers at {address}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()
