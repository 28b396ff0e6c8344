"""The annotations of a PDF as plain data (ISO 32000-1, 12.5): what was marked where, by whom, when, in answer to what."""

import logging
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.glyphs import Box, Glyph
from tansiq.engines.redline.readers.html_text import text_of_html
from tansiq.engines.redline.readers.painted import page_glyphs

LARGEST = 100_000_000
PAGES = 3_000
MARKS = 10_000
LONGEST_TEXT = 32_000
UNREADABLE = (
    PyPdfError, DependencyError, KeyError, ValueError, TypeError, IndexError, AttributeError, ArithmeticError, AssertionError, OSError,
    EOFError, RuntimeError, MemoryError, NotImplementedError, zlib.error, struct.error,
)
"""What pypdf raises on damaged files; its own errors are not all of them."""

ON_TEXT = frozenset({"Highlight", "Underline", "Squiggly", "StrikeOut"})
NOTES = frozenset({"Text", "FreeText", "Caret"})
DRAWN = frozenset({"Ink", "Square", "Circle", "Line", "Polygon", "PolyLine", "Stamp", "Redact"})
ATTACHED = frozenset({"FileAttachment", "Sound", "Movie", "Screen", "RichMedia", "3D"})

_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+\-Z])(?:(\d\d)'?(\d\d)?)?)?")

# pypdf says on standard error what it makes of a damaged file; the reader's own message says what matters.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation. `key` names it by page and order; `boxes` are the marked pieces of text, `at` the whole.

    `answers` is the key of the annotation it replies to; `grouped` when the two are one mark in two parts; `state` a review state
    ("Completed", "Accepted") that another program's reviewer gave to what it answers. `date` is ISO 8601, "" if not said.
    """

    key: str
    page: int
    kind: str
    text: str
    person: str
    date: str
    boxes: tuple[Box, ...] = ()
    at: Box = Box(0, 0, 0, 0)
    answers: str | None = None
    grouped: bool = False
    state: str = ""


@dataclass(slots=True)
class Marked:
    """The annotations of a file in the order of its pages, when it was saved, and the letters of the pages that have any."""

    marks: list[Mark] = field(default_factory=list)
    modified: str = ""
    glyphs: dict[int, list[Glyph]] = field(default_factory=dict)
    unreadable_pages: list[int] = field(default_factory=list)
    attached: list[tuple[int, str]] = field(default_factory=list)


def read_marks(data: bytes, *, name: str) -> Marked:
    """Read the annotations of a PDF. `name` (of the agency) only serves the messages.

    Raises CopyRefused: no PDF, damaged, protected by a password, too large.
    """
    if len(data) > LARGEST:
        raise CopyRefused(name, f"the PDF is larger than {LARGEST // 1_000_000} MB; send its comments as a Word or Excel file")
    if b"%PDF-" not in data[:1024]:
        raise CopyRefused(name, "the file is no PDF; ask for it again")
    try:
        return _read(data, name)
    except UNREADABLE as error:
        said = " ".join(str(error).split())[:120] or type(error).__name__
        raise CopyRefused(name, f"the PDF is damaged ({said}); open it in a PDF program and save it again") from None


def _read(data: bytes, name: str) -> Marked:
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not _opened(reader):
        raise CopyRefused(name, "the PDF is protected by a password; ask for it without")
    if len(reader.pages) > PAGES:
        raise CopyRefused(name, f"the PDF has more than {PAGES:,} pages; it is not a reviewed draft")
    marked = Marked(modified=_modified(reader))
    keys: dict[int, str] = {}
    raw: list[tuple[DictionaryObject, Mark]] = []
    for number, page in enumerate(reader.pages, start=1):
        for key, annotation, identity in _annotations(page, number):
            kind = str(annotation.get("/Subtype", "")).lstrip("/")
            file = _attached_name(annotation, kind) if kind in ATTACHED else ""
            if file:
                marked.attached.append((number, file))
            if kind in ON_TEXT | NOTES | DRAWN or (file and _text(annotation) not in ("", file)):
                keys[identity] = key
                raw.append((annotation, _mark(annotation, key, number, kind)))
        if len(raw) > MARKS:
            raise CopyRefused(name, f"the PDF has more than {MARKS:,} annotations; send its comments as a Word or Excel file")
    marked.marks = [_with_answer(annotation, mark, keys) for annotation, mark in raw]
    _read_glyphs(reader, marked)
    return marked


def _opened(reader: PdfReader) -> bool:
    """A file that is only protected against changes opens with the empty password."""
    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _annotations(page: PageObject, number: int) -> Iterator[tuple[str, DictionaryObject, int]]:
    listed = page.get("/Annots")
    found = listed.get_object() if listed is not None else None
    if not isinstance(found, ArrayObject):
        return
    for order, reference in enumerate(found[:MARKS + 1], start=1):
        annotation = reference.get_object() if reference is not None else None
        if isinstance(annotation, DictionaryObject):
            yield f"page {number}, {order}", annotation, _identity(reference, annotation)


def _identity(reference: Any, found: Any) -> int:
    """What tells one annotation from another: the number of its object, or the object itself where it stands in the page."""
    return int(reference.idnum) if isinstance(reference, IndirectObject) else -id(found)


def _mark(annotation: DictionaryObject, key: str, page: int, kind: str) -> Mark:
    return Mark(
        key=key, page=page, kind=kind, text=_text(annotation), person=_string(annotation, "/T"),
        date=iso_date(_string(annotation, "/M")) or iso_date(_string(annotation, "/CreationDate")),
        boxes=_boxes(_numbers(annotation, "/QuadPoints")), at=_box(_numbers(annotation, "/Rect")),
        grouped=annotation.get("/RT") == "/Group", state=_string(annotation, "/State") if "/StateModel" in annotation else "",
    )


def _with_answer(annotation: DictionaryObject, mark: Mark, keys: dict[int, str]) -> Mark:
    if "/IRT" not in annotation:
        return mark
    reference = annotation.raw_get("/IRT")
    answers = keys.get(_identity(reference, reference.get_object()))
    return mark if answers is None or answers == mark.key else replace(mark, answers=answers)


def _read_glyphs(reader: PdfReader, marked: Marked) -> None:
    """A page whose text cannot be read leaves its marks without anchor text; the file is not refused for it."""
    for number in sorted({mark.page for mark in marked.marks}):
        try:
            marked.glyphs[number] = page_glyphs(reader.pages[number - 1])
        except UNREADABLE:
            marked.glyphs[number] = []
        if not marked.glyphs[number]:
            marked.unreadable_pages.append(number)


def _text(annotation: DictionaryObject) -> str:
    plain = _string(annotation, "/Contents")
    rich = "" if plain.strip() else text_of_html(_string(annotation, "/RC"))
    return (plain if plain.strip() else rich).replace("\r\n", "\n").replace("\r", "\n").strip()


def _string(annotation: DictionaryObject, entry: str) -> str:
    value = annotation.get(entry)
    found = value.get_object() if value is not None else ""
    return str(found)[:LONGEST_TEXT] if isinstance(found, str) else ""


def _attached_name(annotation: DictionaryObject, kind: str) -> str:
    described = annotation.get("/FS")
    found = described.get_object() if described is not None else None
    return (_string(found, "/UF") or _string(found, "/F") or kind) if isinstance(found, DictionaryObject) else kind


def _numbers(annotation: DictionaryObject, entry: str) -> list[float]:
    value = annotation.get(entry)
    found = value.get_object() if value is not None else None
    if not isinstance(found, ArrayObject):
        return []
    return [float(each.get_object()) for each in found]


def _boxes(points: Sequence[float]) -> tuple[Box, ...]:
    """The rectangle around each four corners: programs differ in the order they write them in."""
    return tuple(_box(points[at:at + 8]) for at in range(0, len(points) - 7, 8))


def _box(points: Sequence[float]) -> Box:
    if len(points) < 4:
        return Box(0, 0, 0, 0)
    across, up = points[0::2], points[1::2]
    return Box(min(across), min(up), max(across), max(up))


def _modified(reader: PdfReader) -> str:
    about = reader.metadata
    return iso_date(str(about.get("/ModDate") or about.get("/CreationDate") or "")) if about else ""


def iso_date(written: str) -> str:
    """Return a PDF date (7.9.4: "D:20180312101500+02'00'") as ISO 8601 with its zone; "" for what is none."""
    match = _DATE.match(written.strip())
    if match is None:
        return ""
    parts = zip(match.groups()[:6], (1, 1, 1, 0, 0, 0), strict=True)
    year, month, day, hour, minute, second = (int(part) if part else default for part, default in parts)
    try:
        when = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001   (the zone is written as it stands)
    except ValueError:
        return ""
    sign, hours, minutes = match.groups()[6:]
    zone = "Z" if sign in (None, "Z") or not hours else f"{sign}{hours}:{minutes or '00'}"
    return f"{when:%Y-%m-%dT%H:%M:%S}{zone}"
