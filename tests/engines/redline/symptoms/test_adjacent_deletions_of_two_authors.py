"""Symptom: deletions of two authors side by side are shown as one author's (DocumentServer#2245)."""

from tests.engines.redline.reviews.model import Draft
from tests.engines.redline.reviews.plain_comments import letters_by_hand
from tests.engines.redline.reviews.review import delete
from tests.engines.redline.symptoms.copies import FIRST, SECOND, consolidated, draft, para


def test_deletions_side_by_side_keep_their_authors():
    def both(copy: Draft) -> None:
        delete(copy.body[0], 0, 4, FIRST)
        delete(copy.body[0], 4, 10, SECOND)

    made = consolidated(draft(para("The Group met.")), IOM=both, FAO=lambda copy: delete(copy.body[0], 10, 13, FIRST))
    by_hand = dict.fromkeys(("Desk officer [IOM]", "Legal adviser [IOM]", "Desk officer [FAO]"), "")
    for (person, _, letter), count in letters_by_hand(made.file)["del"].items():
        by_hand[person] += letter * count
    assert {person: "".join(sorted(letters)) for person, letters in by_hand.items()} == {
        "Desk officer [IOM]": "Teh", "Legal adviser [IOM]": "Gopru", "Desk officer [FAO]": "emt",
    }
    assert [(edit.person, edit.before) for edit in made.ledger.edits if edit.agency == "IOM"] == [
        (FIRST.person, "The "), (SECOND.person, "Group "),
    ]
