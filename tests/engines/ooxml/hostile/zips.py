"""Hostile zips: what the container does before any markup is looked at. Each name with a builder and words of the answer."""

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

from tests.engines.ooxml.files import SMALLEST, docx, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def bomb(name: str, megabytes: int) -> bytes:
    """A smallest document with one entry of zeros of that size."""
    out = BytesIO(docx({name: None}))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open(name, "w") as stream:
        for _ in range(megabytes):
            stream.write(bytes(1_000_000))
    return out.getvalue()


def bomb_of_many() -> bytes:
    """Twenty entries that each stay under every limit of one part, and pass that of all parts."""
    return zipped([*SMALLEST.items(), *((f"word/media/{number}.bin", bytes(3_000_000)) for number in range(20))])


def lying(declared: int) -> bytes:
    """An entry that says another size than it has, in both places."""
    data = bytearray(docx({"word/media/a.bin": bytes(5_000_000)}))
    for at in (data.find(struct.pack("<L", 5_000_000)), data.rfind(struct.pack("<L", 5_000_000))):
        data[at:at + 4] = struct.pack("<L", declared)
    return bytes(data)


def patched(old: bytes, new: bytes, source: bytes | None = None) -> bytes:
    """A document with bytes of its zip replaced wherever they are."""
    return (source or docx()).replace(old, new)


def flagged(flags: int) -> bytes:
    """A document whose last entry has those flags, in both places."""
    data = bytearray(docx())
    local, central = data.rfind(b"PK\x03\x04"), data.rfind(b"PK\x01\x02")
    data[local + 6:local + 8] = data[central + 8:central + 10] = struct.pack("<H", flags)
    return bytes(data)


def directory_of_many(number: int) -> bytes:
    """A zip whose directory names one entry that often, as the overlapping bombs do."""
    data = docx()
    start = data.find(b"PK\x01\x02")
    first = data[start:data.find(b"PK\x01\x02", start + 4)]
    directory = b"".join(first.replace(b"[Content_Types].xml", b"%019d" % each) for each in range(number))
    count = min(number, 0xFFFF)
    return data[:start] + directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)


def named(entry: str) -> bytes:
    """A document with one more entry of that name."""
    return zipped([*SMALLEST.items(), (entry, b"x")])


def twice() -> bytes:
    """A document with two entries whose names differ in one sign."""
    return zipped([*SMALLEST.items(), ("word/documents.xml", b"x"), ("word/document2.xml", b"x")])


def without_sum() -> bytes:
    """A document whose main part is not what its sum says."""
    data = zipped(SMALLEST, zipfile.ZIP_STORED)
    return data.replace(b"Text", b"Tixt")


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty file": (lambda: b"", "it is empty"),
    "text": (lambda: b"Dear colleagues", "not a Word document"),
    "pdf": (lambda: b"%PDF-1.7\n", "it is a PDF"),
    "rich text": (lambda: b"{\\rtf1 }", "it is a rich text file"),
    "web page": (lambda: b"\xef\xbb\xbf\n<!DOCTYPE html><html/>", "it is a web page"),
    "flat xml": (lambda: b"<?xml version='1.0'?><pkg/>", "it is an XML file"),
    "empty zip": (lambda: zipped({}), "it is an empty zip"),
    "word 97": (lambda: OLE + "WordDocument".encode("utf-16-le"), "Word 97-2003 document (.doc)"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "old program": (lambda: OLE, "a file of an old program"),
    "open document": (lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "it is an OpenDocument file"),
    "document in a zip": (lambda: zipped({"draft.docx": docx()}), "a zip without [Content_Types].xml"),
    "cut short": (lambda: docx()[:-100], "the file is damaged"),
    "cut in the first entry": (lambda: docx()[:60], "the file is damaged"),
    "zeros in the middle": (lambda: docx()[:100] + bytes(200) + docx()[300:], "the file is damaged"),
    "sum is wrong": (without_sum, "the file is damaged (Bad CRC-32"),
    "bomb in markup": (lambda: bomb("word/document.xml", 60), "times its size"),
    "bomb in a picture": (lambda: bomb("word/media/a.bin", 60), "times its size"),
    "bomb of many parts": (bomb_of_many, "times its size"),
    "larger than declared": (lambda: lying(10), "the file is damaged"),
    "too many entries": (lambda: zipped([*SMALLEST.items(), *((f"a/{n}.xml", b"") for n in range(2_500))]), "more than 2,000 parts"),
    "directory of many": (lambda: directory_of_many(100_000), "more than 2,000 parts"),
    "entries that overlap": (lambda: directory_of_many(1_500), "the file is damaged"),
    "name twice": (lambda: patched(b"word/document2.xml", b"word/documents.xml", twice()), "two entries named 'word/documents.xml'"),
    "name in other letters": (lambda: named("WORD/Document.xml"), "two entries named"),
    "name above": (lambda: named("../../etc/cron.d/a"), "unsafe name"),
    "name of a root": (lambda: named("/etc/passwd"), "unsafe name"),
    "name of a drive": (lambda: named("C:/a.xml"), "unsafe name"),
    "name with a backslash": (lambda: named("word\\a.xml"), "unsafe name"),
    "name with a control sign": (lambda: patched(b"word/a.xml", b"word/\x00.xml", named("word/a.xml")), "unsafe name"),
    "name of a thousand": (lambda: named("a" * 1_000), "unsafe name"),
    "name without steps": (lambda: named("word//a.xml"), "unsafe name"),
    "encrypted entry": (lambda: flagged(0x1), "it is encrypted"),
    "strongly encrypted entry": (lambda: flagged(0x41), "it is encrypted"),
    "patch": (lambda: flagged(0x20), "packed in a way no Word document is"),
    "another method": (lambda: zipped(SMALLEST, zipfile.ZIP_LZMA), "packed in a way no Word document is"),
    "method bzip2": (lambda: zipped(SMALLEST, zipfile.ZIP_BZIP2), "packed in a way no Word document is"),
}

TAKEN: dict[str, Callable[[], bytes]] = {
    "smaller than declared": lambda: lying(0x7FFFFFFF),
    "folders": lambda: zipped([*SMALLEST.items(), ("word/", b""), ("word/media/", b"")]),
}
"""Odd, and still documents."""
