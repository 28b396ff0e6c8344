"""Runs in a child process of its own: reads a list from the bytes on standard input and writes it to standard output as JSON.

It imports nothing of Tansiq, so that it starts quickly and a file that breaks it breaks nothing else. Formulas are never evaluated.
"""

import codecs
import csv
import io
import json
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

ROWS, COLUMNS, LETTERS, SHEETS = 250, 40, 2_000, 20
BLANK_ROWS = 1_000
UNPACKED, PARTS = 80_000_000, 2_000
MEMORY, SECONDS = 1_500_000_000, 12
OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
ENCODINGS = ("utf-8", "windows-1256", "windows-1252")


class Unreadable(Exception):
    """Why a file is not read: a code, and what was found."""

    def __init__(self, code: str, **found: Any) -> None:
        super().__init__(code)
        self.code, self.found = code, found


def main() -> None:
    """Read what stands on standard input; the arguments are the sheet and the encoding asked for, "" for none."""
    _limit()
    try:
        said = table(sys.stdin.buffer.read(), *sys.argv[1:3])
    except Unreadable as refused:
        said = {"refused": refused.code, "found": refused.found}
    except MemoryError:
        said = {"refused": "too-much", "found": {}}
    sys.stdout.write(json.dumps(said))


def table(content: bytes, sheet: str = "", encoding: str = "") -> dict[str, Any]:
    """The rows of the list with their numbers, and notes on how they were read. Raises Unreadable."""
    if not content.strip():
        raise Unreadable("empty")
    if content.startswith(OLE):
        raise Unreadable("protected" if "EncryptedPackage".encode("utf-16-le") in content else "old-excel")
    if content.startswith(ZIP):
        return _workbook(content, sheet)
    if content.startswith(b"%PDF"):
        raise Unreadable("pdf")
    return _text(content, encoding)


def _limit() -> None:
    """Take from this process the power to use more memory, time or files than a list needs."""
    try:
        import resource  # noqa: PLC0415 (not on every system; the parent's clock guards where it is missing)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _workbook(content: bytes, wanted: str) -> dict[str, Any]:
    _check_package(content)
    import openpyxl  # noqa: PLC0415 (takes longer to load than a CSV file to read)

    try:
        values = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        sheet = _sheet(values, wanted)
        rows, notes = _cells(sheet, formulas[sheet.title])
        merged = _merged(sheet)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 (a broken workbook can raise anything in the library)
        raise Unreadable("broken", why=type(error).__name__) from error
    filled = _fill(rows, merged)
    if filled:
        notes.append({"code": "merged", "cells": ", ".join(filled[:5])})
    return _said(rows, notes)


def _check_package(content: bytes) -> None:
    """Refuse what is no workbook or unpacks to too much, before anything of it is parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {part.filename: part for part in package.infolist()}
            if len(parts) > PARTS or sum(part.file_size for part in parts.values()) > UNPACKED:
                raise Unreadable("too-much")
            if any(part.flag_bits & 1 for part in parts.values()):
                raise Unreadable("protected")
            if "xl/workbook.xml" not in parts:
                raise Unreadable(_other_kind(package, parts))
            for name in parts:
                if name.endswith((".xml", ".rels")) and _declares(package.read(name)):
                    raise Unreadable("broken", why="DOCTYPE")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise Unreadable("broken", why=type(error).__name__) from error


def _other_kind(package: zipfile.ZipFile, parts: dict[str, Any]) -> str:
    if "word/document.xml" in parts:
        return "word"
    if "mimetype" in parts and b"opendocument" in package.read("mimetype"):
        return "open-document"
    return "binary-excel" if "xl/workbook.bin" in parts else "other"


def _declares(part: bytes) -> bool:
    """Whether a part declares entities, which no workbook does."""
    return b"<!DOCTYPE" in part or "<!DOCTYPE".encode("utf-16-le") in part or "<!DOCTYPE".encode("utf-16-be") in part


def _sheet(book: Any, wanted: str) -> Any:
    """The sheet with that name, else the only one that is visible and holds anything."""
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"][:SHEETS]
    if wanted:
        named = [sheet for sheet in visible if sheet.title.strip().casefold() == wanted.strip().casefold()]
        if not named:
            raise Unreadable("no-such-sheet", names=[sheet.title for sheet in visible])
        return named[0]
    filled = [sheet for sheet in visible if _holds_something(sheet)]
    if not filled:
        raise Unreadable("empty")
    if len(filled) > 1:
        raise Unreadable("several-sheets", names=[sheet.title for sheet in filled])
    return filled[0]


def _holds_something(sheet: Any) -> bool:
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if any(value not in (None, "") for value in row):
            return True
        if number > BLANK_ROWS:
            return False
    return False


def _cells(sheet: Any, with_formulas: Any) -> tuple[dict[int, list[str]], list[dict[str, Any]]]:
    """The rows that hold anything, by their number in the sheet, and notes. Raises Unreadable."""
    rows: dict[int, list[str]] = {}
    formulas = 0
    notes: list[dict[str, Any]] = []
    with_formulas.reset_dimensions()
    pairs = zip(sheet.iter_rows(), with_formulas.iter_rows(), strict=False)
    last = 0
    for number, (values, written) in enumerate(pairs, start=1):
        for value, formula in zip(values, written, strict=False):
            if formula.data_type == "f":
                formulas += 1
                if value.value is None:
                    raise Unreadable("formula", cell=f"{_letter(formula.column)}{number}")
        texts = [_words(cell.value) for cell in values]
        if any(texts):
            rows[number], last = _checked(texts, number), number
            _count(rows)
        elif number - last > BLANK_ROWS:
            notes.append({"code": "stopped", "row": number})
            break
    if formulas:
        notes.append({"code": "formulas", "count": formulas})
    return rows, notes


def _checked(texts: list[str], number: int) -> list[str]:
    if any(texts[COLUMNS:]):
        raise Unreadable("too-wide", columns=COLUMNS)
    long = next((text for text in texts if len(text) > LETTERS), None)
    if long is not None:
        raise Unreadable("too-long", row=number, letters=LETTERS)
    return texts[:COLUMNS]


def _count(rows: dict[int, list[str]]) -> None:
    if len(rows) > ROWS:
        raise Unreadable("too-many-rows", rows=ROWS)


def _merged(sheet: Any) -> list[tuple[int, int, int, int]]:
    """The merged cells (column, first row, last column, last row, from 1): the read-only reader of the library skips them."""
    from openpyxl.utils import range_boundaries  # noqa: PLC0415 (as above)

    with sheet.parent._archive.open(sheet._worksheet_path) as part:
        found = re.findall(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"', part.read())
    return [range_boundaries(ref.decode()) for ref in found]


def _fill(rows: dict[int, list[str]], merged: Iterable[tuple[int, int, int, int]]) -> list[str]:
    """Repeat what stands in a cell merged over several rows in each of them; the cells that were filled."""
    filled = []
    for column, first, _, last in merged:
        text = rows[first][column - 1] if first in rows and column <= len(rows[first]) else ""
        if not text or last == first:
            continue
        for number in [number for number in rows if first < number <= last]:
            rows[number] += [""] * (column - len(rows[number]))
            rows[number][column - 1] = text
        filled.append(f"{_letter(column)}{first}:{_letter(column)}{last}")
    return filled


def _text(content: bytes, encoding: str) -> dict[str, Any]:
    text, used = _decoded(content, encoding)
    start = text.lstrip()[:200].casefold()
    if start.startswith(("<!doctype", "<html", "<table", "<?xml", "<head", "<meta")) or "mime-version:" in start:
        raise Unreadable("web-page")
    control = sum(unicodedata.category(letter) == "Cc" and letter not in "\t\r\n" for letter in text[:4_000])
    if control > len(text[:4_000]) // 100:
        raise Unreadable("other")
    if not any(map(str.isalnum, text)):
        raise Unreadable("empty")
    said = re.match(r"sep=([;,|\t])\r?\n", text)
    text = text[said.end():] if said else text
    offset = 1 if said else 0
    delimiter = said.group(1) if said else _delimiter(text)
    rows: dict[int, list[str]] = {}
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1 + offset):
            texts = [_words(cell) for cell in row]
            if any(texts):
                rows[number] = _checked(texts, number)
                _count(rows)
    except csv.Error as error:
        raise Unreadable("broken", why=str(error)) from error
    return _said(rows, [{"code": "encoding", "name": used}])


def _decoded(content: bytes, encoding: str) -> tuple[str, str]:
    """The text, and the encoding it was read in: what the file says, else the one asked for, else the likeliest."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if content.startswith(mark):
            return _decode(content, name), name.removesuffix("-sig")
    if encoding in ENCODINGS:
        return _decode(content, encoding), encoding
    head = content[:4_000]
    if head.count(0) > len(head) // 5:
        name = "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
        return _decode(content, name), "utf-16"
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        name = "windows-1256" if _in_runs(content) else "windows-1252"
        return _decode(content, name), name


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", name=name.removesuffix("-sig")) from error


def _in_runs(content: bytes) -> bool:
    """Whether letters beyond ASCII mostly stand beside each other, as in Arabic and not in French."""
    runs = re.findall(rb"[\x80-\xff]+", content)
    return sum(len(run) for run in runs if len(run) > 2) * 2 > sum(map(len, runs))


def _delimiter(text: str) -> str:
    """The delimiter with which nearly all lines have the same number of cells."""
    sample = text[:20_000]
    for delimiter in ("\t", ";", ","):
        with suppress(csv.Error):
            widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if any(map(str.strip, row))]
            width, times = Counter(widths).most_common(1)[0] if widths else (0, 0)
            if width > 1 and times * 5 >= len(widths) * 4:
                return delimiter
    # No delimiter divides nearly all lines alike, so a comma belongs to the names: a character that no list holds divides nothing.
    return "\x1f"


def _said(rows: dict[int, list[str]], notes: list[dict[str, Any]]) -> dict[str, Any]:
    if not rows:
        raise Unreadable("empty")
    width = max(max((place for place, text in enumerate(row, start=1) if text), default=0) for row in rows.values())
    return {
        "rows": [{"number": number, "cells": (row + [""] * width)[:width]} for number, row in sorted(rows.items())],
        "notes": notes,
    }


def _words(value: Any) -> str:
    """What a cell says, as text: days in ISO 8601, spaces plain, lines kept, nothing that only steers display."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    lines = unicodedata.normalize("NFC", str(value)).replace("_x000D_", "").splitlines()
    return "\n".join(line for line in (" ".join(_printing(each).split()) for each in lines) if line)


def _printing(line: str) -> str:
    return "".join(_kept(line))


def _kept(line: str) -> Iterator[str]:
    for letter in line:
        kind = unicodedata.category(letter)
        if letter in "\u200c\u200d" or kind not in ("Cc", "Cf", "Co", "Cs"):
            yield letter
        elif kind == "Cc":
            yield " "


def _letter(column: int) -> str:
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


if __name__ == "__main__":
    main()
