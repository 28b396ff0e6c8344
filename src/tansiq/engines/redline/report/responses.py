"""One "response to AGENCY" each: what it proposed and said, what became of it, and the answer; no person is named."""

from collections.abc import Mapping

from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import NEEDS_TEXT, Disposition, Status
from tansiq.engines.redline.report.matrix import Matrix
from tansiq.engines.redline.report.rows import Row
from tansiq.engines.redline.report.rulings import Rulings
from tansiq.engines.redline.report.sheet_cells import shown
from tansiq.engines.redline.report.word_file import Line, Table, word_file
from tansiq.engines.redline.report.words import words_of


def answer(disposition: Disposition, *, language: str = "en") -> str:
    """What is said to the agency about one row: what became of it, the text as agreed, the response as written; "" for nothing yet.

    A disposition that is only proposed is not told.
    """
    words = words_of(language)
    decided = disposition.decision is not None and disposition.status is not Status.PROPOSED
    lines = [words.decided[disposition.decision]] if decided and disposition.decision else []
    if decided and disposition.decision in NEEDS_TEXT and disposition.final_text.strip():
        lines.append(words.final_text.format(text=disposition.final_text))
    return "\n".join(filter(None, (*lines, disposition.response if decided or not disposition.decision else "")))


def responses(ledger: Ledger, ruled: Rulings, *, language: str = "en", pages: Mapping[int, int] | None = None) -> dict[str, bytes]:
    """A .docx for each agency that sent a copy or has a part in a row, by its name in alphabetical order.

    It holds every row the agency has a part in, with the answer; what is undecided says so.
    """
    matrix = Matrix(ledger, language, pages or {}, agency_only=True)
    named = {copy.name for copy in ledger.copies} | {agency for row in matrix.rows for agency in row.agencies}
    return {agency: _response(matrix, agency, ruled) for agency in sorted(named - {""})}


def _response(matrix: Matrix, agency: str, ruled: Rulings) -> bytes:
    words = matrix.words
    rows = [row for row in matrix.rows if agency in row.agencies]
    title = words.response_title.format(agency=agency)
    content: list[Line | Table] = [Line(title, style="Title")]
    if rows:
        content.append(Line(words.response_intro.format(draft=matrix.ledger.base.file, rows=len(rows))))
        heads = [words.columns[column] for column in (Column.NUMBER, Column.SECTION, Column.COMMENT, Column.RESPONSE)]
        cells = [_cells(matrix, row, agency, ruled.rows.get(row.key, row.undecided)) for row in rows]
        content.append(Table(heads, (8, 21, 42, 29), cells))
    else:
        content.append(Line(words.nothing))
    return word_file(content, words=words, title=title, landscape=False)


def _cells(matrix: Matrix, row: Row, agency: str, disposition: Disposition) -> list[list[Line]]:
    words, values = matrix.words, matrix.values(row)
    page, paragraph = matrix.page(row), shown(values[Column.PARAGRAPH])
    where = [
        shown(values[Column.SECTION]), words.page.format(page=page) if page else "",
        words.paragraph.format(paragraph=paragraph) if paragraph else "",
        shown(values[Column.PART]) if values[Column.PART] != words.stories["body"] else "",
    ]
    said = [Line(shown(values[Column.CHANGE] or values[Column.TYPE]))]
    for column in (Column.CURRENT, Column.PROPOSED, Column.COMMENT):
        text = shown(values[column])
        if text:
            said.append(Line(words.columns[column], bold=True))
            said += [Line(piece, quoted=True) for piece in text.split("\n")]
    others = [other for other in (row.agency, *row.supporters) if other != agency]
    if row.agreeing and others:
        said.append(Line(words.also.format(agencies=words.separator.join(others))))
    told = answer(disposition, language=matrix.language) or words.undecided
    return [[Line(str(row.number))], [Line(each) for each in where if each], said, [Line(each, quoted=True) for each in told.split("\n")]]
