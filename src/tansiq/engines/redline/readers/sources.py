"""Which reader takes which file: told from the content, never from the name alone. Word files have a reader of their own."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.unzip import unzip
from tansiq.engines.redline.align.index import BaseIndex
from tansiq.engines.redline.edits import Source
from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.answer import Answer
from tansiq.engines.redline.readers.columns import ColumnMapping
from tansiq.engines.redline.readers.excel import read_excel
from tansiq.engines.redline.readers.mail import read_mail
from tansiq.engines.redline.readers.message import HEADER, OF_A_MAIL
from tansiq.engines.redline.readers.pdf import read_pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
TEXTS = frozenset({".eml", ".txt", ".text", ".md", ""})
OLD = {
    ".doc": "the file is an old .doc, or is protected by a password; save it as .docx without a password",
    ".xls": "the file is an old .xls, or is protected by a password; save it as .xlsx without a password",
    ".msg": "the file is an Outlook message (.msg); save it as .eml or copy its text into a .txt file",
}
OTHER = {
    ".csv": "a .csv is not read, as its columns and characters are not certain; open it in Excel and save it as .xlsx",
    ".rtf": "an .rtf is not read; open it in Word and save it as .docx",
    ".html": "an .html file is not read; save the mail as .eml or copy its text into a .txt file",
    ".htm": "an .html file is not read; save the mail as .eml or copy its text into a .txt file",
}
TAKEN = "answers are taken as Word (.docx), Excel (.xlsx), PDF (.pdf) and mail (.eml, .txt)"


def source_of(file: str, data: bytes, *, name: str) -> Source:
    """Return how an agency answered. `file` is the file's name, `name` the agency's, for the message.

    Raises CopyRefused for anything that is no Word, Excel or PDF file, mail or text.
    """
    kind = PurePath(file).suffix.lower()
    if data.startswith(OLE):
        raise CopyRefused(name, OLD.get(kind, "the file is of an old Office version, or is protected by a password; save it anew without"))
    if b"%PDF-" in data[:1024]:
        return Source.PDF
    if data.startswith(ZIP):
        return _in_zip(data, name)
    if data.startswith(b"{\\rtf"):
        raise CopyRefused(name, OTHER[".rtf"])
    if kind in OTHER:
        raise CopyRefused(name, OTHER[kind])
    header = HEADER.match(data[:100_000].replace(b"\r\n", b"\n"))
    if kind in TEXTS or (header and OF_A_MAIL.search(header[0])):
        return Source.MAIL
    raise CopyRefused(name, f"the file is neither of what its name says nor a text; {TAKEN}")


def read_answer(
    file: str, data: bytes, *, agency: str, index: BaseIndex, received: str, mappings: Mapping[str, ColumnMapping] | None = None,
) -> Answer:
    """Read an answer that is no Word file. `received` (ISO 8601) dates what bears no date; `mappings` are for the sheets of a workbook.

    Raises CopyRefused: it cannot be read, or it is a Word file, whose changes are read beside the base and not by this function.
    """
    source = source_of(file, data, name=agency)
    if source is Source.EXCEL:
        return read_excel(data, agency=agency, index=index, received=received, mappings=mappings)
    reader = READERS.get(source)
    if reader is None:
        raise CopyRefused(agency, "the file is a Word file; give it as a reviewed copy")
    return reader(data, agency=agency, index=index, received=received)


READERS: Mapping[Source, Callable[..., Answer]] = {Source.PDF: read_pdf, Source.MAIL: read_mail}


def _in_zip(data: bytes, name: str) -> Source:
    try:
        parts = unzip(data, name=name)
    except PackageRefused as error:
        raise CopyRefused(name, error.what) from None
    if "xl/workbook.xml" in parts:
        return Source.EXCEL
    if any(part.startswith("word/") for part in parts):
        return Source.WORD
    raise CopyRefused(name, f"the file is a zip archive of something else; {TAKEN}")
