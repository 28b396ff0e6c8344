"""`tansiq redline consolidate`: many reviewed copies to one file, with its ledger and its matrix."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from tansiq.cli.errors import AnswerIsNo
from tansiq.cli.office import say
from tansiq.cli.options import AsOf
from tansiq.cli.output import as_json, as_table, check_targets, write
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.consolidate import Consolidation
from tansiq.engines.redline.consolidate import consolidate as consolidate_copies
from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.errors import NothingConsolidated
from tansiq.engines.redline.report.pages import pages
from tansiq.engines.redline.report.word_table import matrix_docx as matrix_table
from tansiq.engines.redline.report.workbook import matrix_xlsx
from tansiq.engines.redline.writers import ledger_json

LANGUAGES = ("en", "ar", "fr")


@dataclass(frozen=True)
class Copy:
    """One argument NAME=FILE."""

    name: str
    path: Path


class CopyType(click.ParamType):
    """An agency's name, an equals sign and the file it sent."""

    name = "NAME=COPY.docx"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Copy:
        """The copy named."""
        if isinstance(value, Copy):
            return value
        name, sign, file = str(value).partition("=")
        if not sign or not name.strip() or not file:
            self.fail(f"{value!r} names no agency and file; write FAO=fao.docx", param, ctx)
        if not Path(file).is_file():
            self.fail(f"there is no file {file!r} for {name.strip()}", param, ctx)
        return Copy(name.strip(), Path(file))


class DateType(click.ParamType):
    """An agency's name, an equals sign and the day its copy came in."""

    name = "NAME=DATE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The name and the day, as ISO 8601."""
        if isinstance(value, tuple):
            return str(value[0]), str(value[1])
        name, sign, text = str(value).partition("=")
        if not sign or not name.strip():
            self.fail(f"{value!r} names no agency and day; write FAO=2017-10-05", param, ctx)
        day: date = AsOf().convert(text, param, ctx)
        return name.strip(), f"{day.isoformat()}T00:00:00Z"


@click.command()
@click.argument("base", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("copies", nargs=-1, required=True, type=CopyType())
@click.option("-o", "--output", metavar="OUT.docx", required=True, help="The consolidated file; it carries the ledger.")
@click.option("--ledger", metavar="L.json", help="Also write the ledger: every change and comment with its place, person and date.")
@click.option("--matrix", metavar="M.xlsx", help="Also write the comment matrix, to decide in.")
@click.option("--matrix-docx", metavar="M.docx", help="Also write the matrix as a Word table.")
@click.option("--received", multiple=True, type=DateType(), help="When a copy came in, for copies that do not say when they were saved.")
@click.option("--agency-only", is_flag=True, help="Leave the names of persons out: the agency's name stands on every change.")
@click.option("--strict", is_flag=True, help="Write nothing when any copy is refused.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="The language of matrix and notes.")
def consolidate(  # noqa: PLR0913, PLR0917 - one parameter for each option
    base: Path, copies: Sequence[Copy], output: str, ledger: str | None, matrix: str | None, matrix_docx: str | None,
    received: Sequence[tuple[str, str]], agency_only: bool, strict: bool, language: str,
) -> None:
    """Merge the changes and comments of reviewed copies into one Word file.

    Example: tansiq redline consolidate draft.docx FAO=fao.docx "UN Women=unw.docx" -o all.docx --ledger all.json --matrix matrix.xlsx
    """
    files = by_agency(copies)
    check_targets(output, ledger, matrix, matrix_docx)
    unknown = [name for name, _ in received if name not in files]
    if unknown:
        raise click.UsageError(f"--received names {', '.join(unknown)}, of whom there is no copy; the copies are of {', '.join(files)}")
    data = base.read_bytes()
    answers = any(path.suffix.lower() != ".docx" for path in files.values())
    found = pages(read_package(data, name=base.name)) if matrix or matrix_docx or answers else None
    with click.progressbar(length=len(files), label="Reading", file=sys.stderr, hidden=quiet_or_short(files)) as bar:
        made = consolidate_copies(
            data, {name: path.read_bytes() for name, path in files.items()}, base_name=base.name,
            files={name: path.name for name, path in files.items()}, received=dict(received), agency_only=agency_only, language=language,
            progress=lambda name: bar.update(1), pages=found,
        )
    refused = [f"{each.name} ({each.file}): {each.reason}" for each in made.ledger.refused]
    if refused and strict:
        raise NothingConsolidated("; ".join(refused) + "; nothing was written, as --strict asks")
    write_all(made, found, Outputs(output, ledger, matrix, matrix_docx), agency_only=agency_only, language=language)
    say(intake_table(made.ledger))
    if refused:
        raise AnswerIsNo(f"{len(refused)} of {len(files)} copies were refused, the others consolidated: " + "; ".join(refused))


def by_agency(copies: Sequence[Copy]) -> Mapping[str, Path]:
    """The file of each agency; an agency named twice is a mistake."""
    found: dict[str, Path] = {}
    for copy in copies:
        if copy.name.casefold() in {name.casefold() for name in found}:
            raise click.UsageError(f"{copy.name} is named twice; give each copy a name of its own, such as {copy.name}-2")
        found[copy.name] = copy.path
    return found


@dataclass(frozen=True)
class Outputs:
    """Where the results go; None for what was not asked for."""

    file: str
    ledger: str | None
    matrix: str | None
    matrix_docx: str | None


def write_all(made: Consolidation, found: Mapping[int, int] | None, to: Outputs, *, agency_only: bool, language: str) -> None:
    """Write the results; everything is made before the first file is touched."""
    results: list[tuple[bytes | str, str]] = []
    if to.ledger:
        results.append((as_json(ledger_json.dump(made.ledger)), to.ledger))
    if to.matrix:
        results.append((matrix_xlsx(made.ledger, language=language, pages=found, agency_only=agency_only), to.matrix))
    if to.matrix_docx:
        results.append((matrix_table(made.ledger, language=language, pages=found, agency_only=agency_only), to.matrix_docx))
    for content, file in [*results, (made.file, to.file)]:
        write(content, file)


def intake_table(ledger: Ledger) -> str:
    """What came in, copy by copy, with what the secretariat should know of it."""
    rows = [
        (copy.name, copy.saved_by or "?", copy.tracked, copy.untracked, copy.comments, f"{copy.coverage:.0%}",
         "; ".join(warning_words(each.code, each.params) for each in copy.warnings))
        for copy in ledger.copies
    ]
    table = as_table(("agency", "saved by", "tracked", "untracked", "comments", "of the base", "to know"), rows)
    sums = ((len(ledger.edits), "change"), (len(ledger.comments), "comment"), (len(ledger.conflicts), "conflict"))
    return table + ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in sums) + "."


def warning_words(code: str, params: Mapping[str, str | int]) -> str:
    """A warning of the intake in words."""
    words = {
        "revisions_lost": "saved by {saved_by} without tracked changes: deletions it had tracked cannot be told from the text",
        "mostly_untracked": "{untracked} of its changes were not tracked",
        "part_at_risk": "{what} in {part} was taken away or left unread",
        "unplaced": "{count} of its remarks name no place in the draft and became general comments",
        "left_out": "{count} pieces of text that are no remarks were left out",
        "sheet_without_comments": "no comments were found on the sheet {sheet}",
        "hidden_sheet": "the sheet {sheet} is hidden, and was read too",
        "cell_notes": "{count} notes on cells were not read",
        "other_agency": "a row of the sheet {sheet} names another agency, {agency}",
        "struck_words_left_out": "words struck through in a cell of the sheet {sheet} were left out of its proposal",
        "attachment_not_read": "the attachment {file} was not read",
        "page_without_text": "page {page} holds no text that can be searched",
        "no_annotations": "it holds no annotations",
        "drawing_without_words": "a drawing on page {page} has no words",
        "note_without_words": "a note on page {page} has no words",
        "another_draft": "it carries the mark of another draft",
        "edge_added": "a {what} that the draft has not is left out: {text}",
        "edge_removed": "a {what} of the draft is not in it, and is kept: {text}",
        "noise": "{count} differences that a program made are left out",
    }
    return words.get(code, code).format(**params)


def quiet_or_short(files: Mapping[str, Path]) -> bool:
    """Whether the bar is left out: silence was asked for, or there is little to read."""
    context = click.get_current_context(silent=True)
    silent = bool(context and context.find_root().params.get("quiet"))
    return silent or sum(path.stat().st_size for path in files.values()) < 500_000
