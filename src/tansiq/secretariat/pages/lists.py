"""Lists: columns said once, and from them the table, a text filter, sorting, pages of fifty, and the same rows as Excel and CSV.

The rows are read by a domain; a list only picks, orders and writes them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.http import HttpResponse, QueryDict
from django.utils.functional import Promise
from django.utils.http import content_disposition_header

from tansiq.engines.dates import PartialDate
from tansiq.engines.press.collation import sort_key
from tansiq.secretariat.pages.tables import Value, to_csv, to_xlsx

PAGE = 50
FIND, SORT, NUMBER, FORMAT = "find", "sort", "page", "format"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_NAME = 80
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever the ending."""

UNKNOWN_FIRST = (0, "")

Row = TypeVar("Row")
Shown = str | int | PartialDate | date | datetime | None


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its name in the address, its title, what stands in it, and where that leads ("" for nowhere).

    `language` gives the language a text is in, "" for the page's own.
    """

    name: str
    title: str | Promise
    value: Callable[[Row], Shown]
    link: Callable[[Row], str] = field(default=lambda _row: "")
    language: Callable[[Row], str] = field(default=lambda _row: "")


@dataclass(frozen=True)
class CellShown:
    """What stands in one cell; `title` is that of its column, which a phone shows beside it."""

    title: str
    value: Shown
    link: str
    language: str

    @property
    def dated(self) -> bool:
        """Whether a date stands in it, which the page puts in words."""
        return isinstance(self.value, PartialDate | date)


@dataclass(frozen=True)
class HeadShown:
    """The head of a column: its title, the address that sorts by it, and how the rows stand now ("" unless sorted by it)."""

    title: str
    address: str
    order: str


class Listing(Generic[Row]):
    """The rows of a list as an address asks for them: `find`, `sort` (a column, "-" before it turns it round), `page`.

    What the address says wrongly is left out: an unknown column sorts nothing, a page past the last is the last.
    """

    def __init__(self, rows: Sequence[Row], columns: Sequence[Column[Row]], query: QueryDict, *, language: str) -> None:
        self.every, self.columns, self.language = rows, columns, language
        self.query = query
        self.find = query.get(FIND, "").strip()[:200]
        self.sort = query.get(SORT, "") if query.get(SORT, "").removeprefix("-") in {each.name for each in columns} else ""

    @cached_property
    def found(self) -> list[Row]:
        """The rows that hold every word looked for, in the order asked for."""
        words = _folded(self.find).split()
        kept = [row for row in self.every if not words or self._holds(row, words)]
        column = next((each for each in self.columns if each.name == self.sort.removeprefix("-")), None)
        if column is not None:
            kept.sort(key=lambda row: _ordered(column.value(row), self.language), reverse=self.sort.startswith("-"))
        return kept

    @property
    def count(self) -> int:
        """How many rows are found, on all pages."""
        return len(self.found)

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-self.count // PAGE))

    @property
    def number(self) -> int:
        """The page that is shown, from 1."""
        asked = self.query.get(NUMBER, "")
        return min(int(asked), self.pages) if re.fullmatch(r"[1-9][0-9]{0,5}", asked) else 1

    @property
    def rows(self) -> Iterator[list[CellShown]]:
        """The cells of the rows of the page."""
        for row in self.found[(self.number - 1) * PAGE : self.number * PAGE]:
            yield [CellShown(str(each.title), each.value(row), each.link(row), each.language(row)) for each in self.columns]

    @property
    def heads(self) -> Iterator[HeadShown]:
        """The heads of the columns. Sorting begins again at the first page."""
        for each in self.columns:
            turned = f"-{each.name}" if self.sort == each.name else each.name
            order = {each.name: "ascending", f"-{each.name}": "descending"}.get(self.sort, "")
            yield HeadShown(str(each.title), self._address(**{SORT: turned, NUMBER: ""}), order)

    @property
    def before(self) -> str:
        """The address of the page before, "" on the first."""
        return self._address(**{NUMBER: str(self.number - 1)}) if self.number > 1 else ""

    @property
    def after(self) -> str:
        """The address of the next page, "" on the last."""
        return self._address(**{NUMBER: str(self.number + 1)}) if self.number < self.pages else ""

    @property
    def as_excel(self) -> str:
        """The address of these rows, of all pages, as an Excel file."""
        return self._address(**{FORMAT: "xlsx", NUMBER: ""})

    @property
    def as_csv(self) -> str:
        """The address of these rows, of all pages, as a CSV file."""
        return self._address(**{FORMAT: "csv", NUMBER: ""})

    @property
    def others(self) -> list[tuple[str, str]]:
        """The other fields of the address, which the filter keeps."""
        return [(name, str(value)) for name, value in self.query.items() if name not in (FIND, NUMBER, FORMAT)]

    def file(self, *, title: str, name: str) -> HttpResponse | None:
        """The rows found as the file that the address asks for, None when it asks for none. Dates are in EDTF, which sorts."""
        asked = self.query.get(FORMAT, "")
        heads, rows = [str(each.title) for each in self.columns], [self._plain(row) for row in self.found]
        if asked == "xlsx":
            content: bytes = to_xlsx(title, heads, rows, right_to_left=self.language == "ar")
            return _attached(content, XLSX, name, "xlsx")
        if asked == "csv":
            # Excel takes a CSV without this mark for one in the encoding of the machine, and Arabic is lost.
            return _attached(b"\xef\xbb\xbf" + to_csv(heads, rows).encode(), "text/csv; charset=utf-8", name, "csv")
        return None

    def _plain(self, row: Row) -> list[Value]:
        return [_written(each.value(row)) for each in self.columns]

    def _holds(self, row: Row, words: Sequence[str]) -> bool:
        text = _folded(" ".join(str(value) for value in self._plain(row) if value is not None))
        return all(word in text for word in words)

    def _address(self, **changes: str) -> str:
        fields = self.query.copy()
        fields.pop(FORMAT, None)
        for name, value in changes.items():
            if value:
                fields[name] = value
            else:
                fields.pop(name, None)
        return f"?{fields.urlencode()}"


def safe_file_name(text: str, ending: str) -> str:
    """A name for a file that every system takes: letters and digits of any script, hyphens, dots inside, at most 80 signs, the ending."""
    kept = re.sub(r"[^\w.]+", "-", unicodedata.normalize("NFKC", text)).replace("_", "-")
    stem = re.sub(r"[-.]*[.][-.]*", ".", kept).strip("-.")[:LONGEST_NAME].strip("-.") or "list"
    return f"list-{stem}.{ending}" if RESERVED.fullmatch(stem) else f"{stem}.{ending}"


def _attached(content: bytes, media_type: str, name: str, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, safe_file_name(name, ending))
    return response


def _written(value: Shown) -> Value:
    if isinstance(value, PartialDate):
        return value.edtf
    return value.isoformat() if isinstance(value, date) else value


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _ordered(value: Shown, language: str) -> tuple[int, Any]:
    """What a cell is sorted by: what is not there first, numbers by size, dates by day, texts as the language sorts them."""
    if value is None or value == "":
        return UNKNOWN_FIRST
    if isinstance(value, int):
        return 1, value
    if isinstance(value, PartialDate):
        return 2, (value.first_day or date.min).isoformat() + value.edtf
    if isinstance(value, date):
        return 2, value.isoformat()
    return 3, sort_key(value, language)
