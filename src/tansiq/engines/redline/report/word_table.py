"""The matrix as a landscape Word table, to print and to send round; it is not read back."""

from collections.abc import Mapping, Sequence

from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import Decision, Disposition
from tansiq.engines.redline.report.matrix import Matrix, Value
from tansiq.engines.redline.report.rows import Row
from tansiq.engines.redline.report.sheet_cells import shown
from tansiq.engines.redline.report.word_file import Line, Table, word_file
from tansiq.engines.redline.report.workbook import filled_values

_CELLS: tuple[tuple[int, Sequence[Column]], ...] = (
    (7, (Column.NUMBER,)),
    (14, (Column.AGENCY, Column.PERSON, Column.DATE, Column.AGREEING, Column.TRACKED)),
    (15, (Column.SECTION, Column.PAGE, Column.PARAGRAPH, Column.PART)),
    (14, (Column.TYPE, Column.CHANGE, Column.CATEGORY, Column.CONFLICT)),
    (24, (Column.CURRENT,)),
    (24, (Column.PROPOSED,)),
    (22, (Column.COMMENT, Column.RATIONALE, Column.NOTE)),
    (18, (Column.DECISION, Column.DUPLICATE_OF, Column.FINAL_TEXT, Column.STATUS, Column.DECIDED_BY, Column.DECIDED_ON, Column.APPLIED_IN)),
    (18, (Column.RESPONSE, Column.RESPONSIBLE)),
)
"""Share of the width and columns of the matrix of each cell; a cell is headed by its first column, the others name themselves."""

_SAY_THEMSELVES = frozenset({Column.PERSON, Column.DATE, Column.TRACKED, Column.PART, Column.CHANGE, Column.RATIONALE})

_QUOTED = frozenset({Column.CURRENT, Column.PROPOSED, Column.COMMENT, Column.FINAL_TEXT, Column.RESPONSE})


def matrix_docx(
    ledger: Ledger, *, language: str = "en", pages: Mapping[int, int] | None = None, agency_only: bool = False,
    dispositions: Sequence[Disposition] = (),
) -> bytes:
    """The matrix of a ledger as a .docx: the columns of the workbook in nine cells a row. The draft version stands in the title.

    Parameters as those of `matrix_xlsx`. Raises ValueError for a language without words.
    """
    matrix = Matrix(ledger, language, pages or {}, agency_only)
    filled = {disposition.of: disposition for disposition in dispositions}
    words, title = matrix.words, matrix.words.title.format(draft=ledger.base.file)
    rows = (
        _cells(matrix, row, next((filled[each] for each in (row.key, *row.members) if each in filled), row.undecided))
        for row in matrix.rows
    )
    table = Table([words.columns[columns[0]] for _, columns in _CELLS], [width for width, _ in _CELLS], rows)
    content = (Line(title, style="Title"), table if matrix.rows else Line(words.nothing))
    return word_file(content, words=words, title=title, landscape=True)


def _cells(matrix: Matrix, row: Row, disposition: Disposition) -> list[list[Line]]:
    values = matrix.values(row) | filled_values(matrix, row, disposition)
    if disposition.decision is not Decision.DUPLICATE:
        values.pop(Column.DUPLICATE_OF)
    if values[Column.PART] == matrix.words.stories["body"]:
        values.pop(Column.PART)                # said by its section already; the workbook says it all the same, to filter by
    return [_lines(matrix, values, columns) for _, columns in _CELLS]


def _lines(matrix: Matrix, values: Mapping[Column, Value], columns: Sequence[Column]) -> list[Line]:
    lines = []
    for column in columns:
        text = shown(values.get(column))
        if not text.strip():
            continue
        if column in _QUOTED:
            lines += [] if column is columns[0] else [Line(matrix.words.columns[column], bold=True)]
            lines += [Line(piece, quoted=True) for piece in text.split("\n")]
        elif column is columns[0] or column in _SAY_THEMSELVES:
            lines.append(Line(text, bold=column in {Column.AGENCY, Column.DECISION}))
        elif column is Column.DUPLICATE_OF:
            lines.append(Line(f"{matrix.words.columns[column]} {text}"))
        else:
            label = matrix.words.columns[column].removesuffix(".")
            lines.append(Line(matrix.words.labelled.format(label=label, text=text)))
    return lines
