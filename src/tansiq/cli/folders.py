"""`tansiq import`: brings an authored folder into the record."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tansiq.cli.office import choose, new_office, quiet, say
from tansiq.cli.output import as_table, tell
from tansiq.cli.turns import turn

if TYPE_CHECKING:
    from tansiq.secretariat.record.interchange import ImportReport


@click.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_(folder: Path, dry_run: bool) -> None:
    """Import a folder of YAML files, all or nothing; a second time nothing changes.

    Example: tansiq import examples/wgim-2017
    """
    with new_office(thrown_away=dry_run):
        report = run_import(folder, dry_run=dry_run)
    rows = [(kind, count["created"], count["changed"], count["unchanged"]) for kind, count in report.counts.items()]
    done = "the dry run is done" if dry_run else "the import is done"
    tell(as_table(("kind", "created", "changed", "unchanged"), rows), done=done)
    say("nothing was written: this was a dry run." if dry_run else "nothing changed." if report.nothing_changed else "imported.")


def run_import(folder: Path, *, dry_run: bool = False) -> "ImportReport":
    """Import `folder` with a progress bar on a terminal."""
    from tansiq.secretariat.record.domain.actors import import_actor  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.record.interchange import import_folder  # noqa: PLC0415 (needs Django)

    with click.progressbar(length=100, label="importing", file=sys.stderr, hidden=quiet() or not sys.stderr.isatty()) as bar:

        def progress(_kind: str, done: int, total: int) -> None:
            bar.update(done * 100 // total - bar.pos)

        with turn(choose(None), say):
            return import_folder(folder, by=import_actor, at=datetime.now(UTC), dry_run=dry_run, progress=progress)
