"""`tansiq serve`: a taken port is one line; the site answers until it is stopped."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import click
import pytest

from tansiq.cli.serve import refuse_taken


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_refuse_taken_port_says_what_to_do():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(click.UsageError, match=f"port {port} cannot be used .*; choose another with --port"):
            refuse_taken(port)
    assert refuse_taken(free_port()) is None


def test_serve_without_a_data_folder_is_refused(tansiq, tmp_path):
    ran = tansiq("--data", tmp_path / "nowhere", "serve")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_serve_answers_with_strict_headers_until_it_is_stopped(tmp_path):
    port, environment = free_port(), {**os.environ, "TANSIQ_DATA": str(tmp_path / "data"), "DATABASE_URL": ""}
    (tmp_path / "data").mkdir()
    command = [sys.executable, "-m", "tansiq.cli.main", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as site:
        try:
            headers = answered(f"http://127.0.0.1:{port}/")
        finally:
            site.send_signal(signal.SIGTERM)
            site.wait(20)
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert (headers["X-Content-Type-Options"], headers["X-Frame-Options"]) == ("nosniff", "DENY")


def answered(address):
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 (an address of this test)
                return answer.headers
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"{address} did not answer")
