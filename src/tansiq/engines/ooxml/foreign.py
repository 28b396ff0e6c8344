"""Files that are no .docx, named for what they are: the person who sends one should know what to do with it."""

from collections.abc import Mapping

from tansiq.engines.ooxml import content_types
from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.names import STRICT_RELATIONS, WORD_MAIN, WORD_TYPE
from tansiq.engines.ooxml.package import Package

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE = "open it in Word and save it as Word Document (.docx)"
STARTS = (
    (b"%PDF", "it is a PDF, not a Word document; send the .docx, or read it as a PDF with comments"),
    (b"{\\rtf", f"it is a rich text file; {SAVE}"),
    (b"<?xml", f"it is an XML file; {SAVE}"),
    (b"<html", f"it is a web page; {SAVE}"),
    (b"<!doctype", f"it is a web page; {SAVE}"),
    (b"mime-version:", f"it is a web archive; {SAVE}"),
    (b"pk\x05\x06", "it is an empty zip; ask for the file again"),
)
MAIN_TYPES = {
    "application/vnd.ms-word.document.macroenabled.main+xml": f"it is a Word document with macros (.docm); {SAVE}",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": f"it is a Word template with macros (.dotm); {SAVE}",
    f"{WORD_TYPE}.template.main+xml": f"it is a Word template (.dotx); {SAVE}",
}
OTHER_PROGRAMS = (("spreadsheetml", "an Excel workbook"), ("ms-excel", "an Excel workbook"), ("presentationml", "a presentation"),
                  ("ms-powerpoint", "a presentation"), ("visio", "a drawing"))


def refuse_other_formats(data: bytes, name: str) -> None:
    """Refuse by the first bytes what is not a zip."""
    if data.startswith(ZIP):
        return
    if not data:
        raise PackageRefused(name, "it is empty; ask for the file again")
    if data.startswith(OLE):
        raise PackageRefused(name, _compound(data))
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, what in STARTS:
        if start.startswith(mark.lower()):
            raise PackageRefused(name, what)
    raise PackageRefused(name, f"it is not a Word document (.docx is a zip, this is not); {SAVE}")


def refuse_other_zips(entries: Mapping[str, bytes], name: str) -> None:
    """Refuse a zip without content types: an OpenDocument file, an archive, a folder."""
    if content_types.PART in entries:
        return
    if entries.get("mimetype", b"")[:80].startswith(b"application/vnd.oasis.opendocument"):
        raise PackageRefused(name, f"it is an OpenDocument file, not a .docx; {SAVE}")
    raise PackageRefused(name, f"it is a zip without {content_types.PART}, not a Word document; send the .docx itself")


def refuse_other_main_types(package: Package) -> None:
    """Refuse by the type of the main part what is not a document of WordprocessingML without macros."""
    relations = package.relationships("").values()
    if any(each.type.startswith(STRICT_RELATIONS) for each in relations):
        raise PackageRefused(package.name, f"it is saved as Strict Open XML Document; {SAVE}, the kind without the word Strict")
    found = package.content_type(package.main)
    if found.lower() == WORD_MAIN:
        return
    if found.lower() in MAIN_TYPES:
        raise PackageRefused(package.name, MAIN_TYPES[found.lower()])
    for mark, what in OTHER_PROGRAMS:
        if mark in found.lower():
            raise PackageRefused(package.name, f"it is {what}, not a Word document; send the .docx")
    raise PackageRefused(package.name, f"its main part has the type {found[:80] or 'none'!r}, not that of a Word document; {SAVE}")


def _compound(data: bytes) -> str:
    """What an OLE compound file is: a document under a password, or one of Word before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "it is protected by a password; ask for the file without one"
    if "WordDocument".encode("utf-16-le") in data:
        return f"it is a Word 97-2003 document (.doc); {SAVE}"
    return f"it is a file of an old program, not a .docx; {SAVE}"
