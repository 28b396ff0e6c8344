"""Symptom: one master and three contributors, all wanted in one file on a server (Open-Xml-PowerTools#79, ExtDiff#7, Clippit#379)."""

from tansiq.engines.redline import view
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.review import delete, insert
from tests.engines.redline.symptoms.copies import FIRST, SECOND, consolidated, draft, para, put

TEXT = "The Working Group met in Geneva and agreed on a plan."


def test_three_contributors_are_in_one_file_each_by_name():
    made = consolidated(
        draft(para(TEXT)),
        IOM=lambda copy: insert(copy.body[0], 31, [put(" and Cairo", FIRST)]),
        FAO=lambda copy: delete(copy.body[0], 0, 4, SECOND),
        ILO=lambda copy: insert(copy.body[0], len(TEXT), [put(" It starts in May.", FIRST)]),
    )
    assert [(edit.agency, edit.before, edit.after) for edit in made.ledger.edits] == [
        ("FAO", "The ", ""), ("IOM", "", " and Cairo"), ("ILO", "", " It starts in May."),
    ]
    assert read_view(made.file, accepted=True) == ["Working Group met in Geneva and Cairo and agreed on a plan. It starts in May."]
    assert read_view(made.file, accepted=True, by="IOM") == ["The Working Group met in Geneva and Cairo and agreed on a plan."]
    assert read_view(view(made.file, accept=[]), accepted=True) == [TEXT]
