"""Processes that write to one office at the same time: none fails, and the chain of the log stays whole and in order of time."""

import os
import subprocess
import sys
from contextlib import contextmanager

import psycopg
import pytest

START = "from tansiq.cli.office import open_office; open_office(create=True); from tests.journeys.laws import writer; "


def start(environment, code):
    """A Python process with Django up on the office."""
    command = [sys.executable, "-c", START + code]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def output(process):
    out, error = process.communicate(timeout=600)
    assert process.returncode == 0, error
    return out.strip()


@contextmanager
def office_on(kind, folder):
    """The environment of an office whose database is of a kind; a PostgreSQL database is made for it and dropped."""
    environment = {**os.environ, "TANSIQ_DATA": str(folder), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    environment.pop("DATABASE_URL", None)
    if kind == "sqlite":
        yield environment
        return
    address, name = os.environ["TANSIQ_TEST_POSTGRES"], f"tansiq_writers_{os.getpid()}"
    place, _, query = address.partition("?")
    server = place.rsplit("/", 1)[0]
    with psycopg.connect(f"{server}/postgres?{query}", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield environment | {"DATABASE_URL": f"{server}/{name}?{query}"}
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.campaign("writers", sample=2, full=8)
@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.needs("postgres"))])
def test_writers_at_the_same_time_fail_never_and_keep_the_chain_whole(kind, tmp_path, campaign):
    verbs = 20 if campaign == 8 else 5
    with office_on(kind, tmp_path) as environment:
        output(start(environment, "writer.found()"))
        begun = [start(environment, f"print(*writer.write({number}, {verbs}))") for number in range(campaign)]
        figures = [tuple(map(int, output(process).split())) for process in begun]
        length = int(output(start(environment, "print(writer.verify())")))
    done, refused = sum(each[0] for each in figures), sum(each[1] for each in figures)
    print(f"{kind}: {done} verbs done, {refused} refused, {length} entries")  # noqa: T201 (the figures of the campaign)
    assert done + refused == campaign * verbs
    assert length >= done
