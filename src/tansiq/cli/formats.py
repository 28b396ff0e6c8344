"""Renders a document tree in the format asked for."""

import click

from tansiq.engines.press.tree import Document

FORMATS = ("docx", "pdf", "html")
format_option = click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="The format of the file.")


def rendered(document: Document, form: str) -> bytes:
    """The document as Word, PDF or HTML. Raises PressError with the path of the node that cannot be rendered."""
    if form == "docx":
        from tansiq.engines.press.writers.docx import write_docx  # noqa: PLC0415 (each writer brings a library of its own)

        return write_docx(document)
    if form == "pdf":
        from tansiq.engines.press.writers.pdf import write_pdf  # noqa: PLC0415 (each writer brings a library of its own)

        return write_pdf(document)
    from tansiq.engines.press.writers.html import write_html  # noqa: PLC0415 (each writer brings a library of its own)

    return write_html(document).encode()
