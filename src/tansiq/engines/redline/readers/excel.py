"""An agency's filled matrix (.xlsx) to edits and comments: sheets and headings as the agency has them, with a preview of the mapping.

A row with a current and a proposed text is an edit when the current text stands in the base exactly; else it is a comment that says both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tansiq.engines.redline.align.folding import fold
from tansiq.engines.redline.align.index import BaseIndex, How, Locus
from tansiq.engines.redline.edits import Source
from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.answer import Answer, Gathering, LeftOut, Remark
from tansiq.engines.redline.readers.columns import HEADER_WITHIN, Column, ColumnMapping, map_columns
from tansiq.engines.redline.readers.days import first_moment
from tansiq.engines.redline.readers.headings import Role
from tansiq.engines.redline.readers.instructions import asks_to_delete
from tansiq.engines.redline.readers.locus import line_of, number_of, page_of, read_locus, says_it_all
from tansiq.engines.redline.readers.sheets import Sheet, Workbook, read_workbook

PREVIEWED = 5
PLACES = (Role.SECTION, Role.PAGE, Role.PARAGRAPH, Role.LINE, Role.LOCATION)
FILLED_DOWN = frozenset({*PLACES, Role.AGENCY, Role.PERSON, Role.DATE, Role.CATEGORY})
"""Columns whose vertically merged cells speak for each of their rows."""
SAYS_SOMETHING = (Role.CURRENT, Role.PROPOSED, Role.COMMENT, Role.RATIONALE)


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """What would be read from a sheet: the proposals, best first (none: no sheet of comments), and the first rows below the headings."""

    sheet: str
    mappings: tuple[ColumnMapping, ...]
    rows: tuple[tuple[str, ...], ...]


def preview_excel(data: bytes, *, name: str) -> tuple[SheetPreview, ...]:
    """Return the mapping proposed for each visible sheet, to be looked at before reading. Raises CopyRefused as `read_excel`."""
    previews = []
    for sheet in read_workbook(data, name=name).sheets:
        mappings = map_columns(sheet.first_rows(HEADER_WITHIN + 1))
        first = mappings[0].header + 1 if mappings else 0
        previews.append(SheetPreview(sheet.name, mappings, sheet.rows[first:first + PREVIEWED]))
    return tuple(previews)


def read_excel(
    data: bytes, *, agency: str, index: BaseIndex, received: str, mappings: Mapping[str, ColumnMapping] | None = None,
) -> Answer:
    """Read the rows of every sheet that has a mapping: one of `mappings` by sheet name, else the best proposal.

    The agency is that of the upload. Rows without a date take that of saving, else `received` (ISO 8601).
    Raises CopyRefused: the file cannot be read safely, or no sheet has headings for comments.
    """
    book = read_workbook(data, name=agency)
    gathering = Gathering(Source.EXCEL, agency, index, book.modified or received)
    chosen = {sheet.name: mapping for sheet in book.sheets if (mapping := _chosen(sheet, mappings or {})) is not None}
    if not chosen:
        raise CopyRefused(
            agency, "no sheet of the Excel file has headings for comments or proposed text; name the columns (Page, Para, Current text, "
            "Proposed text, Comment) and send it again",
        )
    for sheet in book.sheets:
        if sheet.name in chosen:
            _Rows(sheet, chosen[sheet.name], gathering).read()
        elif sheet.rows:
            gathering.warn("sheet_without_comments", sheet=sheet.name)
    _warn_of_book(gathering, book)
    return gathering.answer()


def _chosen(sheet: Sheet, mappings: Mapping[str, ColumnMapping]) -> ColumnMapping | None:
    if sheet.name in mappings:
        return mappings[sheet.name]
    proposals = map_columns(sheet.first_rows(HEADER_WITHIN + 1))
    return proposals[0] if proposals else None


def _warn_of_book(gathering: Gathering, book: Workbook) -> None:
    for sheet in book.hidden:
        gathering.warn("hidden_sheet", sheet=sheet)
    if book.notes:
        gathering.warn("cell_notes", count=book.notes)


class _Rows:
    """The rows of one sheet below its headings."""

    def __init__(self, sheet: Sheet, mapping: ColumnMapping, gathering: Gathering) -> None:
        self.sheet = sheet
        self.mapping = mapping
        self.gathering = gathering
        self.band = ""
        self.others: dict[str, int] = {}
        columns = {column.index for column in mapping.columns if column.role in FILLED_DOWN}
        self.merged = sheet.merged_down(mapping.header + 1, columns)
        self.wide = {top: (left, right) for top, left, bottom, right in sheet.merges if top == bottom and left < right}

    def read(self) -> None:
        """Enter every row that says something; list the rest."""
        headings = self.sheet.rows[self.mapping.header] if self.mapping.header < len(self.sheet.rows) else ()
        for row in range(self.mapping.header + 1, len(self.sheet.rows)):
            filled = self.sheet.rows[row]
            if not any(filled) or filled == headings:
                continue
            if self._is_band(row):
                self._enter_band(row)
            elif any(self._texts(row, role) for role in SAYS_SOMETHING):
                self._enter(row)
            elif any(self._value(row, column) for column in self.mapping.columns if column.role is not Role.ROW):
                self._leave_out(row, "row_without_comment")
        known = {column.index for role in (Role.CURRENT, Role.PROPOSED) for column in self.mapping.of(role)}
        struck = len({row for row, column in self.sheet.struck if column in known})
        if struck:
            self.gathering.warn("struck_words_left_out", sheet=self.sheet.name, rows=struck)
        for other, times in self.others.items():
            self.gathering.warn("other_agency", sheet=self.sheet.name, agency=other, rows=times)

    # -- rows

    def _enter(self, row: int) -> None:
        quote, proposed = self._first(row, Role.CURRENT), self._first(row, Role.PROPOSED)
        where, unread = self._where(row)
        date, undated = self._date(row)
        extras = [*unread, *undated, *self._category(row), *self._unknown(row), *self._agency(row)]
        said = [*self._texts(row, Role.COMMENT), *self._labelled(row, Role.RATIONALE)]
        remark = Remark(
            key=self._key(row), text="\n".join([*said, *extras] if said else ()), person=self._first(row, Role.PERSON), date=date,
            where=where, said_where=self._said_where(row), quote=quote, proposed=_proposed(quote, proposed),
            labels=(self._heading(Role.CURRENT), self._heading(Role.PROPOSED)), category=self._first(row, Role.CATEGORY),
            aside="" if said else "; ".join(extras),
        )
        self.gathering.enter(remark)

    def _enter_band(self, row: int) -> None:
        """A cell over the whole width is the heading of the rows below, or a comment on the whole."""
        text = next(text for text in self.sheet.rows[row] if text)
        if self.gathering.index.locate(where=Locus(section=text)).how is How.SECTION:
            self.band = text
            self._leave_out(row, "band")
        else:
            self.gathering.enter(Remark(key=self._key(row), text=text, said_where=self._key(row)))

    def _is_band(self, row: int) -> bool:
        contents = [column.index for role in (Role.COMMENT, Role.PROPOSED) for column in self.mapping.of(role)]
        only = sum(1 for text in self.sheet.rows[row] if text) == 1
        left, right = self.wide.get(row, (0, -1))
        return only and all(left <= column <= right for column in contents)

    def _leave_out(self, row: int, kind: str) -> None:
        self.gathering.left_out.append(LeftOut(kind, self._key(row), " | ".join(text for text in self.sheet.rows[row] if text)))

    # -- cells

    def _value(self, row: int, column: Column) -> str:
        return self.sheet.cell(*self.merged.get((row, column.index), (row, column.index)))

    def _texts(self, row: int, role: Role) -> list[str]:
        return [text for column in self.mapping.of(role) if (text := self._value(row, column))]

    def _first(self, row: int, role: Role) -> str:
        return next(iter(self._texts(row, role)), "")

    def _labelled(self, row: int, *roles: Role | None) -> list[str]:
        wanted = [column for column in self.mapping.columns if column.role in roles]
        return [f"{_label(column)}: {text}" for column in wanted if (text := self._value(row, column))]

    def _heading(self, role: Role) -> str:
        return next((_label(column) for column in self.mapping.of(role)), role.value)

    def _key(self, row: int) -> str:
        return f"{self.sheet.name}!{row + 1}"

    # -- what they mean

    def _where(self, row: int) -> tuple[Locus, list[str]]:
        """The locus the place columns give together, and the cells that say more than that."""
        page, number, line = (self._first(row, role) for role in (Role.PAGE, Role.PARAGRAPH, Role.LINE))
        location = self._first(row, Role.LOCATION)
        read, _, rest = read_locus(location)
        on_page, numbered, lined = page_of(page), number_of(number), line_of(line)
        where = Locus(
            page=on_page.page or read.page, last_page=on_page.last_page or read.last_page, number=numbered.number or read.number,
            line=lined.line or read.line, section=self._first(row, Role.SECTION) or read.section or self.band,
        )
        unread = [
            f"{self._heading(role)}: {cell}" for role, cell, kind in
            ((Role.PAGE, page, "page"), (Role.PARAGRAPH, number, "paragraph"), (Role.LINE, line, "line"))
            if cell and not says_it_all(cell, kind)
        ]
        if location and rest:
            unread.append(f"{self._heading(Role.LOCATION)}: {location}")
        return where, unread

    def _said_where(self, row: int) -> str:
        return " · ".join(self._labelled(row, *PLACES))

    def _date(self, row: int) -> tuple[str, list[str]]:
        cell = self._first(row, Role.DATE)
        day = first_moment(cell)
        return day, [] if day or not cell else self._labelled(row, Role.DATE)

    def _category(self, row: int) -> list[str]:
        return self._labelled(row, Role.CATEGORY)

    def _unknown(self, row: int) -> list[str]:
        return self._labelled(row, None, Role.RESPONSE)

    def _agency(self, row: int) -> list[str]:
        """Another agency named in the file does not change whose answer it is; it is said."""
        named = self._first(row, Role.AGENCY)
        if not named or fold(named, loose=True) == fold(self.gathering.agency, loose=True):
            return []
        self.others[named] = self.others.get(named, 0) + 1
        return self._labelled(row, Role.AGENCY)


def _proposed(quote: str, proposed: str) -> str | None:
    if not proposed:
        return None
    return "" if quote and asks_to_delete(proposed) else proposed


def _label(column: Column) -> str:
    return " ".join(column.heading.split()).rstrip(":") or f"{column.index + 1}"


def sheets_named(previews: Sequence[SheetPreview]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each sheet that would be read, the headings understood, as "heading: what it holds", for a page or a command to show."""
    for preview in previews:
        if preview.mappings:
            columns = [column for column in preview.mappings[0].columns if column.role is not None]
            yield preview.sheet, tuple(f"{_label(column)}: {column.role}{'' if column.sure else ' ?'}" for column in columns)
