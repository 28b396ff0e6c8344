"""Symptom: legal numbering is lost in the redline (Open-XML-SDK#1634)."""

from dataclasses import replace

from tansiq.engines.redline import view
from tests.engines.redline.reviews.model import Draft
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.symptoms.copies import FIRST, consolidated, draft, para, put


def test_numbering_of_paragraphs_survives_and_a_changed_one_is_an_edit():
    def renumber(copy: Draft) -> None:
        copy.body[1].restyled, copy.body[1].look = (FIRST, copy.body[1].look), replace(copy.body[1].look, number="letters", level=1)

    base = draft(*(para(text, number="decimal") for text in ("One.", "Two.", "Three.")))
    made = consolidated(base, IOM=renumber, FAO=lambda copy: copy.body[2].units.append(put(" More.", FIRST)))
    decimal = read_view(view(made.file, accept=[]), accepted=True, rich=True)
    assert [line.split(" ")[:2] for line in decimal[:3]] == [["<numbered", "0"]] * 3
    theirs = read_view(view(made.file, accept=["IOM"]), accepted=True, rich=True)
    assert theirs[0] == decimal[0]
    assert theirs[1].startswith("<numbered 1 numFmt(val=lowerLetter)")
    assert [edit.kind.value for edit in made.ledger.edits] == ["paragraph_format", "insertion"]
