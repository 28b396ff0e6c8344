"""`tansiq demo`: the main job in one command, on the example that ships with Tansiq."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from tansiq.cli.folders import run_import
from tansiq.cli.formats import FORMATS, rendered
from tansiq.cli.init import sign_in_link
from tansiq.cli.office import open_office, say
from tansiq.cli.output import write
from tansiq.cli.serve import refuse_taken, run_site

GROUP, SESSION, AS_OF = "wgim", 23, date(2017, 11, 15)
"""The example: the Working Group on International Migration reports to the 23rd session, on the day the source speaks of."""

OFFICER, LENT_BY = "officer@example.org", "escwa"
"""Who signs in to the demo: the officer of the group's secretariat, and the organization she is from."""


@click.command()
@click.option("--no-serve", is_flag=True, help="Stop when the files are written.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port of the site.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where the report goes. Default: out, in the data folder.")
def demo(no_serve: bool, port: int, out: Path | None) -> None:
    """Import the example group, compose its 2017 progress report as Word, PDF and web page, and serve the site.

    Example: tansiq demo --no-serve
    """
    if not no_serve:
        refuse_taken(port)
    data = open_office(create=True)
    report = run_import(example())
    say("the example was in the record already." if report.nothing_changed else "the example is in the record.")
    folder = out or data / "out"
    folder.mkdir(parents=True, exist_ok=True)
    for path in compose_all(folder):
        click.echo(str(path))
    say("sign in with this link; it works once, for a day:")
    click.echo(sign_in_link(OFFICER, GROUP, LENT_BY))
    if not no_serve:
        run_site(port)


def example() -> Path:
    """The folder of the example: beside the sources in a checkout, inside the package once installed."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "examples" / "wgim-2017", package.parent.parent / "examples" / "wgim-2017"):
        if folder.is_dir():
            return folder
    raise click.UsageError("the example folder wgim-2017 did not come with this installation; run the demo from a checkout.")


def compose_all(folder: Path) -> list[Path]:
    """Compose the report in every language there are texts for, in every format; the paths written."""
    from tansiq.secretariat.reporting.domain.compose import compose  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.reporting.domain.messages import available_languages  # noqa: PLC0415 (needs Django)

    now, written = datetime.now(UTC), []
    for language in available_languages():
        document = compose(group=GROUP, session=SESSION, as_of=AS_OF, known_at=now, language=language)
        for form in FORMATS:
            path = folder / f"progress-report-2017.{language}.{form}"
            write(rendered(document, form), str(path))
            written.append(path)
    return written
