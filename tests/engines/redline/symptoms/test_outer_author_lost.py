"""Symptoms of a deletion in an insertion: the outer author lost (safe-docx#346, #362), the deletion untracked (DocumentServer#570)."""

from tests.engines.redline.reviews.model import Draft
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.review import delete, insert
from tests.engines.redline.symptoms.copies import FIRST, SECOND, consolidated, draft, para, put

BASE = draft(para("The Group met."))


def nested(copy: Draft) -> None:
    """One person puts in words of which another takes some back."""
    insert(copy.body[0], 9, [put(" on data and law", FIRST)])
    delete(copy.body[0], 17, 25, SECOND)


def test_first_author_of_what_is_left_is_kept_and_what_was_taken_back_is_in_the_ledger():
    made = consolidated(BASE, IOM=nested)
    assert read_view(made.file, accepted=True, by="IOM") == ["The Group on data met."]
    assert read_view(made.file, accepted=False) == ["The Group met."]
    assert [(edit.person, edit.date, edit.after, edit.said) for edit in made.ledger.edits] == [
        (FIRST.person, FIRST.date, " on data", ""), (FIRST.person, FIRST.date, " and law", "withdrawn"),
    ]
