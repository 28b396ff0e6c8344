"""The matrix as a Word table: every row once, nothing of the columns lost, persons left out when asked."""

import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import Decision, Disposition
from tansiq.engines.redline.report.matrix import Matrix
from tansiq.engines.redline.report.sheet_cells import shown
from tansiq.engines.redline.report.word_table import matrix_docx
from tests.engines.redline.report.ledgers import full, ledger

PAGES = {3: 1, 4: 1}


def rows_of(source: bytes) -> list[list[str]]:
    made = read_package(source, name="m.docx")
    return [
        ["\n".join(said(paragraph) for paragraph in cell.iter(w("p"))) for cell in row.iter(w("tc"))]
        for row in made.peek(made.main).iter(w("tr"))
    ]


def said(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(w("t")))


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_matrix_docx_shows_every_row_with_all_that_the_workbook_shows(language: str):
    matrix = Matrix(full(), language, PAGES)
    found = rows_of(matrix_docx(full(), language=language, pages=PAGES))
    assert len(found) == len(matrix.rows) + 1
    for row, cells in zip(matrix.rows, found[1:], strict=True):
        whole = "\n".join(cells)
        for column, value in matrix.values(row).items():
            # The draft is named once, in the title; what is not said to stand elsewhere stands in the body.
            silent = column is Column.DRAFT or (column is Column.PART and value == matrix.words.stories["body"])
            assert silent or all(piece in whole for piece in shown(value).split("\n")), (column, value)


def test_matrix_docx_shows_what_was_decided():
    given = [
        Disposition("e2", Decision.ACCEPTED_WITH_MODIFICATION, "the main", "Thanks"), Disposition("e6", Decision.DUPLICATE, duplicate_of=3),
    ]
    found = rows_of(matrix_docx(full(), dispositions=given))
    assert found[3][7] == "Accepted with modification\nFinal text\nthe main\nStatus: Open"
    assert found[3][8] == "Thanks"
    assert found[5][7] == "Duplicate\nDuplicate of No. 3\nStatus: Open"


def test_matrix_docx_of_agencies_only_names_no_person():
    assert "Reviewer" not in str(rows_of(matrix_docx(full(), agency_only=True)))
    assert "Reviewer" in str(rows_of(matrix_docx(full())))


def test_matrix_docx_of_nothing_says_so():
    made = read_package(matrix_docx(ledger(), language="fr"), name="m")
    assert [said(each) for each in made.peek(made.main).iter(w("p"))][-1] == "Aucune observation n’a été reçue."


def test_matrix_docx_same_ledger_same_bytes():
    assert matrix_docx(full(), language="ar") == matrix_docx(full(), language="ar")


@pytest.mark.needs("soffice")
def test_matrix_docx_opens_in_another_program(tmp_path: Path):
    (tmp_path / "m.docx").write_bytes(matrix_docx(full(), language="ar"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "m.docx")], check=True, capture_output=True, timeout=120)
    assert "فقرة لا لزوم لها في هذا القسم." in (tmp_path / "m.txt").read_text(encoding="utf-8-sig")
