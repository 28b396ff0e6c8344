"""Renders a report as a file: the media type of each format and the writer that makes it. Keeping the files is freezing.py."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tansiq.engines.press.tree import Document
from tansiq.engines.press.writers.html import write_html
from tansiq.secretariat.reporting.enums import ReportFormat


@dataclass(frozen=True)
class Writer:
    """A format: its media type, and what makes the bytes of a file from a tree. `write` raises PressError."""

    media_type: str
    write: Callable[[Document], bytes]


def _as_word(document: Document) -> bytes:
    from tansiq.engines.press.writers.docx import write_docx  # noqa: PLC0415 (its libraries are heavy, and no page needs them)

    return write_docx(document)


def _as_pdf(document: Document) -> bytes:
    from tansiq.engines.press.writers.pdf import write_pdf  # noqa: PLC0415 (the typesetter is heavy, and no page needs it)

    return write_pdf(document)


WRITERS: Mapping[str, Writer] = {
    ReportFormat.DOCX.value: Writer("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _as_word),
    ReportFormat.PDF.value: Writer("application/pdf", _as_pdf),
    ReportFormat.HTML.value: Writer("text/html; charset=utf-8", lambda document: write_html(document).encode()),
}


def file_name(*, group: str, session: int, as_of: str, language: str, form: str) -> str:
    """What the file of a report is called: letters, digits, hyphens and dots, whatever the record holds. `as_of` is in ISO 8601."""
    return f"progress-report-{group}-{session}-as-of-{as_of}.{language}.{form}"
