"""`tansiq press`: renders document trees; works without a data folder."""

from dataclasses import replace
from pathlib import Path

import click

from tansiq.cli.formats import format_option, rendered
from tansiq.cli.output import write
from tansiq.engines.press.tree_json import from_json


@click.group()
def press() -> None:
    """Render document trees to Word, PDF and HTML.

    Example: tansiq press render report.json --language en --format docx -o report.docx
    """


@press.command()
@click.argument("tree", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--language", required=True, type=click.Choice(["en", "ar", "fr"]), help="The language the document is set in.")
@format_option
@click.option("-o", "--output", metavar="FILE", required=True, help="Where to write; - is standard output.")
def render(tree: Path, language: str, form: str, output: str) -> None:
    """Render a document tree (JSON) to one file.

    Example: tansiq press render report.json --language en --format pdf -o report.pdf
    """
    with click.open_file(str(tree), "rb") as file:
        document = from_json(file.read())
    if document.language != language:
        document = replace(document, language=language, direction=None)
    write(rendered(document, form), output)
