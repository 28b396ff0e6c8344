"""Opens the data folder of an office: brings Django up on it, makes or updates its database."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tansiq.cli.turns import turn

DEFAULT = "tansiq-data"


def choose(data: str | None) -> Path:
    """The data folder meant: the option, else `TANSIQ_DATA`, else `./tansiq-data`; exported for the settings."""
    folder = Path(data or os.environ.get("TANSIQ_DATA") or DEFAULT).absolute()
    os.environ["TANSIQ_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tansiq.site.settings")
    return folder


def open_office(*, create: bool = False) -> Path:
    """Bring Django up on the data folder and its database up to date; return the folder.

    Without `create`, a folder that is not there is a usage error: nothing is made by asking.
    """
    folder = choose(None)
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} is a file; name a folder with --data.")
    if not create and not folder.is_dir() and not os.environ.get("DATABASE_URL"):
        raise click.UsageError(f"there is no data folder at {folder}; run `tansiq demo` or `tansiq import FOLDER`, or name it with --data")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "evidence").mkdir(exist_ok=True)
    if create:
        with turn(folder, say):
            start_django()
            migrate()
        return folder
    start_django()
    if lacks_migrations():
        with turn(folder, say):
            migrate()
    return folder


@contextmanager
def new_office(*, thrown_away: bool) -> Iterator[None]:
    """An office whose data folder comes to be when what is done in it has been done, or never when it is `thrown_away`.

    A folder that is there already is opened as it is. Until the end the new one lies beside its place, or among the temporary
    files of the machine, so that what is refused leaves nothing behind.
    """
    folder = choose(None)
    if folder.exists():
        open_office(create=True)
        yield
        return
    if os.environ.get("DATABASE_URL"):
        with made_for_good(folder, thrown_away=thrown_away):
            open_office(create=True)
            yield
        return
    beside = next(parent for parent in folder.parents if parent.is_dir())
    with TemporaryDirectory(prefix=f".{folder.name}.", dir=None if thrown_away else beside, ignore_cleanup_errors=True) as place:
        choose(str(Path(place) / "data"))
        try:
            made = open_office(create=True)
            yield
            close_database()
            if not thrown_away:
                put(made, folder)
        finally:
            choose(str(folder))


@contextmanager
def made_for_good(folder: Path, *, thrown_away: bool) -> Iterator[None]:
    """The data folder beside a database elsewhere: removed again, with the parents made for it, when what is done fails or is thrown away.

    It stands in its place from the beginning, because its lock is what keeps two processes from making the tables at once. One
    in which somebody kept a file meanwhile stays.
    """
    parents = [parent for parent in folder.parents if not parent.exists()]
    done = False
    try:
        yield
        done = not thrown_away
    finally:
        if not done and not any((folder / "evidence").glob("*")):
            shutil.rmtree(folder, ignore_errors=True)
            for parent in parents:
                with suppress(OSError):
                    parent.rmdir()


def put(made: Path, folder: Path) -> None:
    """Move the data folder to its place. A usage error when another process was there first."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        made.rename(folder)
    except OSError as error:
        raise click.UsageError(f"the data folder {folder} cannot be made ({error.strerror}); nothing was kept, so run it again.") from error


def close_database() -> None:
    """Let go of the file of the database, which brings everything into it."""
    from django.db import connections  # noqa: PLC0415 (needs the settings)

    connections.close_all()


def start_django() -> None:
    """Set Django up, once."""
    import django  # noqa: PLC0415 (the settings read the data folder that the command line has just chosen)

    django.setup()


def lacks_migrations() -> bool:
    """Whether the database lacks migrations. A usage error when it has some that this version does not know."""
    from django.db import connection  # noqa: PLC0415 (needs the settings)
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 (needs the settings)

    executor = MigrationExecutor(connection)
    unknown = sorted(set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations or {}))
    if unknown:
        app, name = unknown[0]
        raise click.UsageError(
            f"the data in {choose(None)} were made by a newer version of Tansiq (they hold {app} {name}); use that version or other data"
        )
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> None:
    """Apply the migrations that the database lacks."""
    from django.core.management import call_command  # noqa: PLC0415 (needs the settings)

    if lacks_migrations():
        if sys.stderr.isatty():
            say("preparing the data folder …")
        call_command("migrate", interactive=False, verbosity=0)


def quiet() -> bool:
    """Whether the person asked for silence."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().params.get("quiet"))


def say(line: str) -> None:
    """Print a line of progress to standard error, unless silence was asked for."""
    if not quiet():
        print(line, file=sys.stderr, flush=True)
