"""Bytes of a part to an XML tree, or a refusal: no DTD, no entities of its own, no network, bounded depth and size.

UTF-8 and UTF-16 are read, as ISO/IEC 29500-2 (6.2.5) has it; the declared encoding is never believed over the bytes. Besides the
refusal only MemoryError comes out of here, where the memory of the process is bounded.
"""

import codecs
import re

from lxml import etree

from tansiq.engines.ooxml.errors import PackageRefused, one_line
from tansiq.engines.ooxml.limits import LIMITS, Limits

DECLARATION = re.compile(rb"\A<\?xml\s[^>]{0,200}?\?>")
DECLARED = re.compile(rb"""\A<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
BLANK = re.compile(rb"[ \t\r\n]*")
BEFORE_THE_ROOT = 100
"""Comments and instructions that may stand before the root element; a document has none or one."""
ODD_NAMESPACE = re.compile(rb"""xmlns[^=<>]{0,80}=\s*["'](?!(?:(?:https?://|urn:)[A-Za-z0-9./:_~%#-]+)?["'])""")
"""A namespace that is not plainly an absolute URI, so that the exact and slower question is worth asking."""
READ_AS_UTF8 = {"utf-8", "utf8", "us-ascii", "ascii"}
WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))


def parse(data: bytes, *, name: str, part: str, limits: Limits = LIMITS) -> etree._Element:
    """The root element of an XML part. `name` (of the file) and `part` only serve the message.

    Raises PackageRefused: not well-formed, a document type declaration, another encoding than UTF-8 or UTF-16, over a limit.
    """
    if len(data) > limits.xml_part:
        raise PackageRefused(name, f"{part} is larger than {limits.xml_part // 1_000_000} MB; the file is damaged or not a usual document")
    plain = _as_utf8(data, name, part)
    _refuse_declarations(plain, name, part)
    if opening_tags(plain) > limits.elements or plain.count(b"=") > limits.equal_signs:
        what = f"{part} has more than {limits.elements:,} elements or {limits.equal_signs:,} attributes"
        raise PackageRefused(name, f"{what}; split the document")
    try:
        root = etree.fromstring(plain, _parser())
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        if "depth" in str(error.msg):
            raise PackageRefused(name, f"{part} is nested more than 256 deep; the file is damaged or made to do harm") from None
        said = one_line(error.msg or "no element found")
        raise PackageRefused(name, f"{part} is not well-formed XML ({said}); open the file in Word and save it again") from None
    # Only what libxml2 makes of the bytes decides, should the scan above ever see less than it does.
    if root.getroottree().docinfo.internalDTD is not None:
        raise PackageRefused(name, _declares(part))
    if plain.count(b"xmlns") > limits.namespaces and _namespaces_at_once(root) > limits.namespaces:
        raise PackageRefused(name, f"{part} declares more than {limits.namespaces:,} namespaces; the file is made to do harm")
    return root


def serialized(root: etree._Element) -> bytes:
    """A part's bytes: UTF-8, one declaration, standalone, as Word writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def has_canonical_form(root: etree._Element, data: bytes) -> bool:
    """Whether a part parsed from `data` has a canonical form: none has with a relative namespace URI (Canonical XML 1.0, 1.3)."""
    if not data.startswith(tuple(start for start, _ in WIDE)) and not ODD_NAMESPACE.search(data):
        return True
    try:
        etree.tostring(root, method="c14n")
    except etree.C14NError:
        return False
    return True


def opening_tags(data: bytes) -> int:
    """An upper bound of the elements in `data`, which is UTF-8."""
    return data.count(b"<") - data.count(b"</")


def _parser() -> etree.XMLParser:
    """A parser for one part: lxml may keep what a parser saw, so each part has its own."""
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False,
    )


def _as_utf8(data: bytes, name: str, part: str) -> bytes:
    """The bytes as UTF-8 without mark and declaration, from UTF-8 or UTF-16."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise PackageRefused(name, f"{part} is written in UTF-32; open the file in Word and save it again")
    for start, encoding in WIDE:
        if data.startswith(start):
            return _stripped(_decoded(data, encoding, name, part).lstrip("\ufeff").encode("utf-8"))
    plain = data.removeprefix(codecs.BOM_UTF8)
    declared = DECLARED.match(plain)
    encoding = declared[1].decode("ascii") if declared else "UTF-8"
    if encoding.lower() not in READ_AS_UTF8:
        raise PackageRefused(name, f"{part} is written in {encoding}, not in UTF-8; open the file in Word and save it again")
    return _stripped(plain)


def _decoded(data: bytes, encoding: str, name: str, part: str) -> str:
    """The text, or a refusal that names the part."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise PackageRefused(name, f"{part} holds bytes that are not {encoding.upper()} (at {error.start}); the file is damaged") from None


def _stripped(plain: bytes) -> bytes:
    """Without the XML declaration: its encoding has been dealt with."""
    return DECLARATION.sub(b"", plain, count=1)


def _namespaces_at_once(root: etree._Element) -> int:
    """The most namespace declarations that hold at one place; libxml2 walks over all of them again and again in copies."""
    most = now = 0
    for event, _ in etree.iterwalk(root, events=("start-ns", "end-ns")):
        now += 1 if event == "start-ns" else -1
        most = max(most, now)
    return most


def _refuse_declarations(plain: bytes, name: str, part: str) -> None:
    """Walk over white space, comments and instructions to the root element; a document type declaration on the way is refused."""
    place = 0
    for _ in range(BEFORE_THE_ROOT):
        blank = BLANK.match(plain, place)
        place = blank.end() if blank else place
        for start, end in ((b"<?", b"?>"), (b"<!--", b"-->")):
            if plain.startswith(start, place):
                place = plain.find(end, place + len(start)) + len(end)
                break
        else:
            break
        if place < 3:   # the comment or instruction never ends: the parser says so
            return
    if plain.startswith((b"<!", b"<?"), place):
        raise PackageRefused(name, _declares(part))


def _declares(part: str) -> str:
    """What is said of a document type declaration."""
    return f"{part} declares a document type (DTD), which no Word document has; it is not read, as it can be made to do harm"
