"""Answers of other kinds in the consolidated file: each agency's changes and comments, and the base when none is taken."""

from io import BytesIO

import docx
from docx.oxml.ns import qn

from tansiq.engines.redline.align.indexed import index_of
from tansiq.engines.redline.consolidate import consolidate
from tansiq.engines.redline.edits import Source
from tansiq.engines.redline.readers.answered import reading_of
from tansiq.engines.redline.readers.sources import read_answer
from tansiq.engines.redline.view import view
from tests.engines.redline.readers.reviewed_pdfs import Reviewed
from tests.engines.redline.readers.workbooks import workbook
from tests.engines.redline.written_base import as_document, written_base

RECEIVED = "2018-03-15T00:00:00Z"
HEADINGS = ["Para", "Current text", "Proposed text", "Comment"]


def pdf():
    reviewed = Reviewed(["Achievements", "3. The Situation Report covers 22 countries."])
    reviewed.mark(1, "strikeout", "22 countries")
    reviewed.reply(1, reviewed.mark(1, "highlight", "Situation Report", text="Which one?"), "The second.")
    return reviewed.save()


ANSWERS = {
    "FAO": ("fao.xlsx", workbook({"S": [HEADINGS, ["1", "16 members", "17 members", "One joined."], ["99", None, None, "Where?"]]})),
    "ILO": ("ilo.eml", b'Dear all,\n\nPara 2: insert "and Cairo" after "in Beirut".\nPara 2 (b): which month?\n'),
    "WHO": ("who.pdf", pdf()),
}


def consolidated(base, agencies=("FAO", "ILO", "WHO"), **also):
    """The answers of these agencies put together; `also` names an agency that sends what another one sent."""
    sent = {agency: ANSWERS[agency] for agency in agencies} | {agency: ANSWERS[other] for agency, other in also.items()}
    return consolidate(
        base, {agency: data for agency, (_, data) in sent.items()}, files={agency: file for agency, (file, _) in sent.items()},
        received=dict.fromkeys(sent, RECEIVED), apart=False,
    )


def text(data):
    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]


def test_answers_are_woven_and_each_agency_has_its_view():
    base = written_base()
    made = consolidated(base)
    before = text(base)
    assert text(view(made.file, [])) == before
    assert text(view(made.file, ["FAO"]))[1] == "The Working Group has 17 members"
    assert text(view(made.file, ["ILO"]))[2] == "It meets twice a year in Beirut and Cairo."
    assert text(view(made.file, ["WHO"]))[6] == "The Situation Report covers ."
    assert [each for number, each in enumerate(text(view(made.file, ["FAO"]))) if number != 1] == before[:1] + before[2:]


def test_answers_keep_every_comment_with_its_source_thread_and_place():
    base = written_base()
    ledger = consolidated(base).ledger
    comments = {comment.text: comment for comment in ledger.comments}
    assert {said: (each.agency, each.source, each.place.paragraph) for said, each in comments.items()} == {
        "One joined.": ("FAO", Source.EXCEL, 2), "Where?": ("FAO", Source.EXCEL, 0), "which month?": ("ILO", Source.MAIL, 5),
        "Which one?": ("WHO", Source.PDF, 7), "The second.": ("WHO", Source.PDF, 7),
    }
    assert comments["The second."].parent == comments["Which one?"].id
    assert {copy.name: [warned.code for warned in copy.warnings] for copy in ledger.copies} == {
        "FAO": ["unplaced"], "ILO": ["left_out"], "WHO": [],
    }


def test_answers_of_two_agencies_in_the_same_cells_do_not_take_each_others_place():
    base = written_base()
    ledger = consolidated(base, ["FAO"], IOM="FAO").ledger
    assert sorted(edit.agency for edit in ledger.edits) == ["FAO", "FAO", "IOM", "IOM"]
    assert all(edit.agrees_with for edit in ledger.edits)


def test_insertion_looks_like_the_run_it_follows():
    base = written_base()
    made = consolidated(base)
    runs = docx.Document(BytesIO(made.file)).element.body.iter(qn("w:r"))
    seventeen = next(run for run in runs if "".join(t.text or "" for t in run.iter(qn("w:t"))) == "17")
    assert seventeen.find(qn("w:rPr")).find(qn("w:b")) is not None


def test_reading_of_an_answer_counts_what_came_in():
    document, (file, data) = as_document(written_base()), ANSWERS["FAO"]
    answer = read_answer(file, data, agency="FAO", index=index_of(document, None), received=RECEIVED)
    reading = reading_of(answer, document, agency="FAO", file=file, data=data)
    intake = reading.intake
    assert (intake.name, intake.file, intake.saved_by, intake.coverage) == ("FAO", "fao.xlsx", "excel", 1.0)
    assert (intake.tracked + intake.untracked, intake.comments) == (len(reading.edits), len(reading.comments))
    assert [warned.params for warned in intake.warnings if warned.code == "unplaced"] == [{"count": 1}]
    assert all(edit.id for edit in reading.edits)
