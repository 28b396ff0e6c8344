"""Hostile markup: document types, entities, encodings, depth, width, and what is not well-formed."""

import random
from collections.abc import Callable

from tests.engines.ooxml.files import R, W, document, docx, types

LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a "ha">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(9)) + b"]>"
)
FILE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HEAD = b"<?xml version='1.0' encoding='UTF-8'?>"
OPEN = f"<w:document {W} {R}><w:body>".encode()
CLOSE = b"</w:body></w:document>"
DTD = "declares a document type"
BROKEN = "word/document.xml is not well-formed XML"


def main(data: bytes) -> bytes:
    """A document whose main part is that."""
    return docx({"word/document.xml": data})


def wide(rows: int, cells: int) -> bytes:
    """A table of that size: four elements a cell."""
    cell = b"<w:tc><w:p><w:r><w:t/></w:r></w:p></w:tc>"
    return OPEN + b"<w:tbl>" + (b"<w:tr>" + cell * cells + b"</w:tr>") * rows + b"</w:tbl>" + CLOSE


def noise(length: int) -> str:
    """Text that does not pack well, so that the limits of markup are met before that of the ratio."""
    return random.Random(1).randbytes(length // 2).hex()


def attributes(number: int) -> bytes:
    """One element with that many attributes."""
    return OPEN + b"<w:p " + b" ".join(b'a%d=""' % n for n in range(number)) + b"/>" + CLOSE


def namespaces(number: int) -> bytes:
    """One element that declares that many namespaces."""
    return OPEN + b"<w:p " + b" ".join(b'xmlns:a%d="u:%d"' % (n, n) for n in range(number)) + b"/>" + CLOSE


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "laughs": (lambda: main(HEAD + LAUGHS + b"<a>&j;</a>"), DTD),
    "external entity": (lambda: main(HEAD + FILE + b"<a>&a;</a>"), DTD),
    "empty document type": (lambda: main(b"<!DOCTYPE w>" + OPEN + CLOSE), DTD),
    "document type after comments": (lambda: main(HEAD + b"\n<!-- a --><?b c?>\n" + FILE + OPEN + CLOSE), DTD),
    "document type in wide signs": (lambda: main((FILE + b"<a/>").decode().encode("utf-16")), DTD),
    "document type in wide signs without a mark": (lambda: main((FILE + b"<a/>").decode().encode("utf-16-be")), DTD),
    "document type in settings nobody reads": (lambda: docx({"customXml/item1.xml": FILE + b"<a/>"}), DTD),
    "document type in content types": (lambda: docx({"[Content_Types].xml": FILE + types()}), DTD),
    "document type in relationships": (lambda: docx({"_rels/.rels": FILE + b"<a/>"}), DTD),
    "comments without end": (lambda: main(b"<!-- a -->" * 500_000 + OPEN + CLOSE), DTD),
    "entity without a declaration": (lambda: main(OPEN + b"<w:p>&b;</w:p>" + CLOSE), BROKEN),
    "seven bit signs": (lambda: main(b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE"), "written in UTF-7"),
    "declared wide, is not": (lambda: main(b"<?xml version='1.0' encoding='UTF-16'?><a/>"), "written in UTF-16, not in UTF-8"),
    "very wide signs": (lambda: main("<a/>".encode("utf-32")), "written in UTF-32"),
    "half a wide sign": (lambda: main(b"\xff\xfe<\x00a"), "bytes that are not UTF-16-LE"),
    "not the signs declared": (lambda: main(HEAD + OPEN + b"\xff\xfe" + CLOSE), BROKEN),
    "sign that is none": (lambda: main(OPEN + b"&#0;" + CLOSE), BROKEN),
    "empty part": (lambda: main(b""), BROKEN),
    "not closed": (lambda: main(OPEN), BROKEN),
    "two roots": (lambda: main(OPEN + CLOSE + OPEN + CLOSE), BROKEN),
    "prefix without a namespace": (lambda: main(b"<w:document><w:body/></w:document>"), "is not well-formed XML (Namespace prefix"),
    "picture named as markup": (lambda: main(b"\x89PNG\r\n\x1a\n" + bytes(100)), BROKEN),
    "one element with 20,000 namespaces": (lambda: main(namespaces(20_000)), "declares more than 1,000 namespaces"),
    "namespaces in namespaces": (
        lambda: main(document("".join(f'<w:p xmlns:a{n}="u:a" xmlns:b{n}="u:b" xmlns:c{n}="u:c" xmlns:d="u:d" xmlns:e="u:e" xmlns:f="u:f">'
                                      for n in range(200)) + "</w:p>" * 200)),
        "declares more than 1,000 namespaces",
    ),
    "relative namespace": (lambda: main(document('<w:p xmlns:a="b"/>')), "declares a relative namespace"),
    "relative namespace in wide signs": (
        lambda: main(document('<w:p xmlns:a="b"/>').decode().replace("UTF-8", "UTF-16").encode("utf-16")), "declares a relative namespace",
    ),
    "nested 300 deep": (lambda: main(document("<w:p>" * 300 + "</w:p>" * 300)), "nested more than 256 deep"),
    "nested 100,000 deep": (lambda: main(document("<w:p>" * 100_000)), "nested more than 256 deep"),
    "two million paragraphs": (lambda: main(document("<w:p/>" * 2_000_000)), "more than 2,000,000 elements"),
    "many elements in all": (
        lambda: docx({f"customXml/item{n}.xml": b"<a>" + b"<b/>" * 1_500_000 + b"</a>" for n in range(3)}), "4,000,000 elements",
    ),
    "millions of attributes": (lambda: main(OPEN + b'<a b="" c="" d=""/>' * 1_000_000 + CLOSE), "or 3,000,000 attributes"),
    "text of eleven million": (lambda: main(document(f"<w:p><w:r><w:t>{noise(11_000_000)}</w:t></w:r></w:p>")), BROKEN),
    "part larger than any": (lambda: main(document("<w:p><w:r><w:t>n/a</w:t></w:r></w:p>" * 2_000_000)), "to more than"),
    "no body": (lambda: main(f"<w:document {W}/>".encode()), "is no document with a body"),
    "another root": (lambda: main(b"<html/>"), "is no document with a body"),
    "root of the strict kind": (
        lambda: main(b"<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'/>"), "is no document with a body",
    ),
}

TAKEN: dict[str, Callable[[], bytes]] = {
    "table of a million elements": lambda: main(wide(500, 500)),
    "one element with 100,000 attributes": lambda: main(attributes(100_000)),
    "one element with a thousand namespaces": lambda: main(namespaces(998)),
    "a hundred thousand declarations": lambda: main(document('<w:p xmlns:a="urn:a"/>' * 100_000)),
    "wide signs": lambda: main(document().decode().replace("UTF-8", "UTF-16").encode("utf-16")),
    "document type as text": lambda: main(document("<w:p><w:r><w:t><![CDATA[<!DOCTYPE a>]]></w:t></w:r></w:p>")),
}
"""Large or odd, and still documents."""
