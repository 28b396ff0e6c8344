"""`tansiq redline`: reviewed Word files to one, decisions to the next version; works without a data folder."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from tansiq.cli.consolidated import consolidate
from tansiq.cli.errors import AnswerIsNo
from tansiq.cli.office import say
from tansiq.cli.output import as_json, check_targets, write
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.apply import apply as apply_dispositions
from tansiq.engines.redline.clean import clean as clean_package
from tansiq.engines.redline.compare import compare as compare_versions
from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.errors import UndecidedChanges
from tansiq.engines.redline.prepare import prepare as prepare_package
from tansiq.engines.redline.reading import read as read_changes
from tansiq.engines.redline.report.dispositions import read_dispositions
from tansiq.engines.redline.report.responses import responses as responses_to
from tansiq.engines.redline.report.rulings import Outcome
from tansiq.engines.redline.view import view as view_of
from tansiq.engines.redline.writers import embedded, ledger_json

DOCX = click.Path(exists=True, dir_okay=False, path_type=Path, allow_dash=True)
OUTPUT = click.option("-o", "--output", metavar="FILE", required=True, help="Where to write; - is standard output.")
LEDGER = click.option(
    "--ledger", type=DOCX, metavar="L.json", help="The ledger that consolidate wrote, where the file lost the one it carried.",
)


@click.group()
def redline() -> None:
    """Make one file of many reviewed copies, and the next version of what was decided.

    Example: tansiq redline consolidate draft.docx FAO=fao.docx IOM=iom.docx -o all.docx --matrix matrix.xlsx
    """


redline.add_command(consolidate)


@redline.command()
@click.argument("file", type=DOCX)
@click.option("--base", type=DOCX, metavar="BASE.docx", help="The draft that was circulated, to find changes that were not tracked.")
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True, help="The form of the list.")
@click.option("-o", "--output", metavar="FILE", help="Where to write; standard output when not given.")
def read(file: Path, base: Path | None, form: str, output: str | None) -> None:  # noqa: ARG001 (there is one form)
    """List the changes and comments of one file.

    Example: tansiq redline read fao.docx --base draft.docx
    """
    data = content(file)
    ledger = read_changes(data, name=name_of(file), base=content(base) if base else None, base_name=name_of(base) if base else "")
    write(as_json(ledger_json.dump(ledger)), output)


@redline.command()
@click.argument("file", type=DOCX, metavar="OUT.docx")
@click.option("--dispositions", type=DOCX, required=True, metavar="D.xlsx|D.json", help="The matrix with decisions filled in, or JSON.")
@LEDGER
@click.option("--responses", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Also write a response to each agency.")
@click.option("--language", type=click.Choice(["en", "ar", "fr"]), default="en", show_default=True, help="The language of the responses.")
@OUTPUT
def apply(  # noqa: PLR0913, PLR0917 - one parameter for each option
    file: Path, dispositions: Path, ledger: Path | None, responses: Path | None, language: str, output: str,
) -> None:
    """Write the next version: accepted applied, rejected dropped, undecided kept as tracked changes.

    Example: tansiq redline apply all.docx --dispositions matrix.xlsx -o draft-2.docx
    """
    check_targets(output)
    data, text = content(file), text_of(ledger)
    known = ledger_of(data, name_of(file), text)
    decided = read_dispositions(content(dispositions), known, name=name_of(dispositions))
    made = apply_dispositions(data, decided.dispositions, decided.rules, name=name_of(file), ledger=text)
    if responses is not None:
        write_responses(responses, responses_to(known, made.ruled, language=language))
    write(made.file, output)
    outcomes = [ruling.outcome for ruling in made.ruled.edits.values()]
    counts = ", ".join(f"{outcomes.count(outcome)} {word}" for outcome, word in (
        (Outcome.ACCEPT, "applied"), (Outcome.REJECT, "dropped"), (Outcome.KEEP, "left as tracked"),
    ))
    say(f"{name_of(file)}: {counts}.")
    if decided.missing:
        say(f"{len(decided.missing)} rows are no longer in {name_of(dispositions)}; their changes are left as tracked.")
    if made.ruled.left:
        say(f"{len(made.ruled.left)} rows that rules would accept exclude each other and are left undecided.")


@redline.command()
@click.argument("file", type=DOCX, metavar="OUT.docx")
@click.option("--accept", required=True, metavar="NAME[,NAME]|all|none", help="Whose changes are carried out; all others are undone.")
@LEDGER
@OUTPUT
def view(file: Path, accept: str, ledger: Path | None, output: str) -> None:
    """Write one agency's view of a consolidated file, all changes accepted, or none: the base.

    Example: tansiq redline view all.docx --accept FAO -o fao-view.docx
    """
    chosen = None if accept == "all" else [] if accept == "none" else [name.strip() for name in accept.split(",") if name.strip()]
    write(view_of(content(file), chosen, name=name_of(file), ledger=text_of(ledger)), output)


@redline.command()
@click.argument("file", type=DOCX)
@click.option("--accept", is_flag=True, help="Accept the changes that are left, whoever made them.")
@OUTPUT
def clean(file: Path, accept: bool, output: str) -> None:
    """Write the file to publish: no comments, tracked changes, names of authors or traces of saving.

    Example: tansiq redline clean draft-3.docx -o report.docx
    """
    package = opened(file)
    with undecided():
        clean_package(package, accept=accept)
    write(package.write(), output)


@redline.command()
@click.argument("file", type=DOCX)
@click.option("--numbered", is_flag=True, help="Number the paragraphs of the body that have no number, so that answers can name them.")
@OUTPUT
def prepare(file: Path, numbered: bool, output: str) -> None:
    """Write the draft to circulate: tracking on, and a hidden mark by which its copies are recognised.

    Example: tansiq redline prepare draft.docx --numbered -o draft-to-send.docx
    """
    package = opened(file)
    with undecided():
        prepare_package(package, numbered=numbered)
    write(package.write(), output)


@redline.command()
@click.argument("old", type=DOCX)
@click.argument("new", type=DOCX)
@OUTPUT
def compare(old: Path, new: Path, output: str) -> None:
    """Write what differs between two versions as tracked changes.

    Example: tansiq redline compare draft-1.docx draft-2.docx -o changes.docx
    """
    write(compare_versions(content(old), content(new), old_name=name_of(old), new_name=name_of(new)), output)


def write_responses(folder: Path, made: Mapping[str, bytes]) -> None:
    """Write one Word file for each agency, named after it."""
    folder.mkdir(parents=True, exist_ok=True)
    for agency, data in made.items():
        name = "".join(sign if sign.isalnum() or sign in " -_." else "-" for sign in agency).strip(" .") or "agency"
        write(data, str(folder / f"Response to {name}.docx"))


def content(file: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    with click.open_file(str(file), "rb") as stream:
        data: bytes = stream.read()
    return data


def name_of(file: Path) -> str:
    """What a file is called in messages."""
    return "standard input" if str(file) == "-" else file.name


def text_of(file: Path | None) -> str | None:
    """The text of a ledger's file."""
    return content(file).decode("utf-8", "replace") if file is not None else None


def opened(file: Path) -> Package:
    """The package of a file. Raises PackageRefused."""
    return read_package(content(file), name=name_of(file))


def ledger_of(data: bytes, name: str, text: str | None) -> Ledger:
    """The ledger of a consolidated file."""
    return embedded.ledger_of(read_package(data, name=name), text, name=name)


@contextmanager
def undecided() -> Iterator[None]:
    """Changes that are still open are the answer "no", with a list of them: exit 1."""
    try:
        yield
    except UndecidedChanges as error:
        raise AnswerIsNo(str(error)) from error
