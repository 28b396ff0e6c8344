"""`tansiq report`: composes a group's progress report, and lists every fact of the group."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import click

from tansiq.cli.formats import FORMATS, rendered
from tansiq.cli.groups import known_group, known_words, refuse_if_unknown, say_if_unknown
from tansiq.cli.office import open_office
from tansiq.cli.options import as_of, known_at, moment
from tansiq.cli.output import as_json, as_table, write

WIDTHS = (33, 38, 33, 10)
"""The most that each column of the table of facts takes: with the gaps, 120 characters a line."""

CUT = "long values are cut with …, --format json has all of them."


@click.group()
def report() -> None:
    """Compose progress reports from the record, and ask for its facts.

    Example: tansiq report compose wgim --session 23 --as-of 2017-11-15 --language en --format docx -o report.docx
    """


@report.command()
@click.argument("group")
@click.option("--session", type=click.IntRange(1), required=True, help="The number of the session the report goes to.")
@as_of
@known_at
@click.option("--language", type=click.Choice(["en", "ar", "fr"]), required=True, help="The language of the report.")
@click.option("--format", "form", type=click.Choice([*FORMATS, "json"]), required=True, help="json is the document tree with its facts.")
@click.option("-o", "--output", metavar="FILE", required=True, help="Where to write; - is standard output.")
def compose(output: str, form: str, known_at: datetime | None, **wanted: object) -> None:
    """Compose the progress report of GROUP for a session, as of a day.

    Example: tansiq report compose wgim --session 23 --as-of 2017-11-15 --language en --format pdf -o report.pdf
    """
    open_office()
    from tansiq.engines.press.tree_json import to_json  # noqa: PLC0415 (with the composer)
    from tansiq.secretariat.reporting.domain.compose import compose as composed  # noqa: PLC0415 (needs Django)

    found = known_group(str(wanted["group"]))
    refuse_if_unknown(found, known_at)
    document = composed(known_at=moment(known_at), **{**wanted, "group": found.slug})  # type: ignore[arg-type]  # click gives the types of the options
    write(as_json(to_json(document)) if form == "json" else rendered(document, form), output)


@report.command()
@click.argument("group")
@as_of
@known_at
@click.option("--format", "form", type=click.Choice(["json", "table"]), default="table", show_default=True, help="The form of the list.")
@click.option("-o", "--output", metavar="FILE", help="Where to write. Default: standard output.")
def facts(group: str, as_of: date, known_at: datetime | None, form: str, output: str | None) -> None:
    """List every case of every fact of GROUP on a day.

    Example: tansiq report facts wgim --as-of 2017-11-15 --format json
    """
    open_office()
    from tansiq.secretariat.record.facts import every_case  # noqa: PLC0415 (needs Django)

    found = known_group(group)
    say_if_unknown(found, known_at)
    values = list(every_case(as_of=as_of, known_at=moment(known_at), group=found.slug))
    if form == "json":
        write(as_json([value.to_json() for value in values]), output)
        return
    rows = [(value.key, cases_of(value.params), value.display["en"], value.unit) for value in values]
    table = as_table(("fact", "of", "value", "unit"), rows, WIDTHS)
    write(f"{table}{len(rows)} facts of {found.slug} on {as_of.isoformat()}{known_words(known_at)}; {CUT}\n", output)


@report.command()
@click.argument("group")
@click.option("--session", type=click.IntRange(1), required=True, help="The number of the session the report goes to.")
@as_of
@known_at
@click.option("--language", type=click.Choice(["en", "ar", "fr"]), required=True, help="The language of the report.")
@click.option("--because", default="", help="Why; needed when this report was frozen for this day before.")
def freeze(group: str, known_at: datetime | None, **wanted: object) -> None:
    """Keep the report of GROUP as it is now, its text and its files, for good; print its name.

    Example: tansiq report freeze wgim --session 23 --as-of 2017-11-15 --language en
    """
    open_office()
    from tansiq.secretariat.record.domain.actors import worker_actor  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.reporting.domain.freezing import freeze as frozen  # noqa: PLC0415 (needs Django)

    found = known_group(group).slug
    at = datetime.now(UTC)
    made = frozen(group=found, known_at=moment(known_at), by=worker_actor(), at=at, **wanted)  # type: ignore[arg-type]  # as above
    click.echo(made.slug)


@report.command()
@click.argument("group")
@click.option("--format", "form", type=click.Choice(["json", "table"]), default="table", show_default=True, help="The form of the list.")
@click.option("-o", "--output", metavar="FILE", help="Where to write. Default: standard output.")
def frozen(group: str, form: str, output: str | None) -> None:
    """List the frozen reports of GROUP, newest first, with the hash of each file and the head of the log.

    Example: tansiq report frozen wgim --format json
    """
    open_office()
    from tansiq.secretariat.reporting.domain.freezing import frozen_reports  # noqa: PLC0415 (needs Django)

    slug = known_group(group).slug
    found = [
        {
            "name": each.slug, "session": each.session.number, "as_of": each.as_of.isoformat(), "known_at": each.known_at.isoformat(),
            "language": each.language, "number": each.number, "at": each.at.isoformat(), "head": each.head,
            "files": {file.format: file.sha256 for file in each.files.all()},
        }
        for each in frozen_reports([slug])
    ]
    if form == "json":
        write(as_json(found), output)
        return
    columns = ("name", "session", "as_of", "language", "number", "at")
    write(as_table(columns, [[each[column] for column in columns] for each in found]), output)


def cases_of(params: Mapping[str, str]) -> str:
    """The parameters of a fact but the group, which the last line names."""
    return ", ".join(f"{name}={value}" for name, value in params.items() if name != "group")
