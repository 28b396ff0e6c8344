"""Symptom: comments are wanted as a table with the words they are on, and answers to be written back (docxtractr#26, #34; redoc#42)."""

from io import BytesIO

from openpyxl import load_workbook

from tansiq.engines.redline.apply import apply
from tansiq.engines.redline.report.decisions import Decision, Disposition
from tansiq.engines.redline.report.workbook import matrix_xlsx
from tests.engines.redline.reviews.drafts import atom
from tests.engines.redline.reviews.model import Draft, Remark
from tests.engines.redline.reviews.plain_comments import comments_of
from tests.engines.redline.reviews.review import insert
from tests.engines.redline.symptoms.copies import consolidated, draft, para


def commented(copy: Draft) -> None:
    insert(copy.body[0], 9, [atom("comment_end", "c")])
    insert(copy.body[0], 4, [atom("comment_start", "c")])
    copy.remarks.append(Remark("c", "Author", "2024-02-01T09:00:00Z", "A", ["Which one?"]))


def test_comment_is_a_row_with_its_words_and_the_answer_is_a_reply():
    made = consolidated(draft(para("The Group met.")), IOM=commented)
    comment = made.ledger.comments[0]
    assert (comment.anchor_text, comment.text) == ("Group", "Which one?")
    sheet = load_workbook(BytesIO(matrix_xlsx(made.ledger, language="en"))).worksheets[0]
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert {"Group", "IOM"} <= cells
    assert any("Which one?" in cell for cell in cells)
    answered = apply(made.file, [Disposition(comment.id, Decision.NOTED, response="The one on data.")])
    assert [(said.text, said.answers) for said in comments_of(answered.file)] == [
        ("Which one?", ""), ("Noted.\nThe one on data.", "Which one?"),
    ]
