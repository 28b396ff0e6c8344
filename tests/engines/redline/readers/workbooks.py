"""Excel files for tests: rows to bytes."""

import re
import zipfile
from io import BytesIO

from openpyxl import Workbook

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
SHARED_RELATION = (
    b'<Relationship Id="rId99" Target="sharedStrings.xml" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)
SAVED = "2018-03-12T09:30:00Z"


def workbook(sheets, merges=(), hidden=()):
    """An .xlsx of `{title: rows}`; `merges` are (title, range), `hidden` titles."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(number, column, value)
        if title in hidden:
            sheet.sheet_state = "hidden"
    for title, cells in merges:
        book[title].merge_cells(cells)
    kept = BytesIO()
    book.save(kept)
    return rezipped(kept.getvalue(), _saved)


def _saved(name, content):
    """openpyxl writes the time of its own saving."""
    if name != "docProps/core.xml":
        return content
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + SAVED.encode(), content)


def rezipped(data, change):
    """The same zip with its parts as `change(name, bytes) -> bytes | None` gives them; None leaves one out."""
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = change(name, before.read(name))
            if content is not None:
                after.writestr(name, content)
    return kept.getvalue()


def with_shared_strings(data):
    """The same workbook with its strings in a table of their own, as Excel writes them."""
    table = []

    def moved(match):
        table.append(match[1])
        return b't="s"><v>%d</v>' % (len(table) - 1)

    def change(name, content):
        if name.startswith("xl/worksheets/"):
            return re.sub(rb't="inlineStr"><is>(.*?)</is>', moved, content)
        if name == "[Content_Types].xml":
            return content.replace(b"</Types>", SHARED_TYPE + b"</Types>")
        if name == "xl/_rels/workbook.xml.rels":
            return content.replace(b"</Relationships>", SHARED_RELATION + b"</Relationships>")
        return content

    kept = BytesIO(rezipped(data, change))
    with zipfile.ZipFile(kept, "a") as archive:
        strings = b"".join(b"<si>%s</si>" % string for string in table)
        archive.writestr("xl/sharedStrings.xml", b'<sst xmlns="%s">%s</sst>' % (MAIN, strings))
    return kept.getvalue()
