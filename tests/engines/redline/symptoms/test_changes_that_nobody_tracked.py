"""Symptoms: of pasted paragraphs only the first is tracked (DocumentServer#2556); tracking is not honoured across programs
(DesktopEditors#319, CommunityServer#198); saving in preview accepts everything (DesktopEditors#1375)."""

from tests.engines.redline.reviews.model import Draft
from tests.engines.redline.reviews.plain_comments import letters_by_hand
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.review import delete, insert
from tests.engines.redline.symptoms.copies import FIRST, consolidated, draft, para, put

BASE = draft(para("The Working Group met in Geneva."), para("It agreed on a plan."))


def kinds(made) -> list[tuple[str, bool, str, str]]:
    return [(edit.kind.value, edit.tracked, edit.before, edit.after) for edit in made.ledger.edits]


def test_pasted_paragraphs_of_which_one_is_tracked_all_come_out():
    def paste(copy: Draft) -> None:
        first = para("First pasted.")
        first.units[0].inserted = first.inserted = FIRST
        copy.body[1:1] = [first, para("Second pasted.")]

    made = consolidated(BASE, IOM=paste)
    assert [line for line in read_view(made.file, accepted=True) if "pasted" in line] == ["First pasted.", "Second pasted."]
    assert read_view(made.file, accepted=False) == read_view_of_base()
    assert {(tracked, after.strip()) for _, tracked, _, after in kinds(made)} == {(True, "First pasted."), (False, "Second pasted.")}


def test_edits_without_tracking_are_shown_as_tracked_and_marked_untracked():
    made = consolidated(BASE, IOM=lambda copy: insert(copy.body[0], 31, [put(" and Cairo", None)]))
    assert kinds(made) == [("insertion", False, "", " and Cairo")]
    assert {person.endswith("[IOM]") for person, _, _ in letters_by_hand(made.file)["ins"]} == {True}


def test_a_copy_in_which_all_was_accepted_on_saving_comes_out_whole():
    def accepted(copy: Draft) -> None:
        delete(copy.body[0], 4, 12, None)
        insert(copy.body[1], 19, [put(" of work", None)])

    made = consolidated(BASE, IOM=accepted)
    assert read_view(made.file, accepted=True) == ["The Group met in Geneva.", "It agreed on a plan of work."]
    assert kinds(made) == [("deletion", False, "Working ", ""), ("insertion", False, "", " of work")]
    assert (made.ledger.copies[0].tracked, made.ledger.copies[0].untracked) == (0, 2)


def read_view_of_base() -> list[str]:
    return ["The Working Group met in Geneva.", "It agreed on a plan."]
