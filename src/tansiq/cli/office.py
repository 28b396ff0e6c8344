"""Opens the data folder of an office: brings Django up on it, makes or updates its database."""

import os
import sys
from pathlib import Path

import click

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
    start_django()
    migrate()
    return folder


def start_django() -> None:
    """Set Django up, once."""
    import django  # noqa: PLC0415 (the settings read the data folder that the command line has just chosen)

    django.setup()


def migrate() -> None:
    """Apply the migrations that the database lacks."""
    from django.core.management import call_command  # noqa: PLC0415 (needs the settings)
    from django.db import connection  # noqa: PLC0415 (needs the settings)
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 (needs the settings)

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def quiet() -> bool:
    """Whether the person asked for silence."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().params.get("quiet"))


def say(line: str) -> None:
    """Print a line of progress to standard error, unless silence was asked for."""
    if not quiet():
        print(line, file=sys.stderr, flush=True)
