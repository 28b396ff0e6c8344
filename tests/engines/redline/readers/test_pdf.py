"""PDFs as reviewers annotate them."""

import pytest

from tansiq.engines.redline.align.index import BaseIndex, BaseParagraph, How
from tansiq.engines.redline.edits import Kind, Source
from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.pdf import read_pdf
from tests.engines.redline.readers.reviewed_pdfs import LEADING, TOP, Reviewed
from tests.engines.redline.small_base import BODY, small_base, text_at

RECEIVED = "2018-03-15T00:00:00Z"
WRITTEN = "2018-03-12T10:15:00+02:00"
PAGES = (
    ["1. Background", "1. The Working Group was established in 2013 and has", "16 members.",
     "2. It meets twice a year in Beirut or in Cairo, as its", "members decide."],
    ["2. Achievements", "3. The Situation Report was published in 2015", "and covers the coordi-", "nation of 22 countries."],
)
PARAGRAPHS = (
    ("", "1. Background", 1), ("1", "The Working Group was established in 2013 and has 16 members.", 1),
    ("2", "It meets twice a year in Beirut or in Cairo, as its members decide.", 1), ("", "2. Achievements", 2),
    ("3", "The Situation Report was published in 2015 and covers the coordination of 22 countries.", 2),
)


def base():
    paragraphs, at = [], 0
    for position, (number, text, page) in enumerate(PARAGRAPHS, start=1):
        paragraphs.append(BaseParagraph(BODY, at, text, number, page=page, paragraph=position))
        at += len(text) + 1
    return BaseIndex(paragraphs)


def read(reviewed, index=None):
    return read_pdf(reviewed.save(), agency="WHO", index=index or base(), received=RECEIVED)


def changes(answer):
    return [(edit.kind, edit.before, edit.after, edit.place.paragraph) for edit in answer.edits]


def comments(answer):
    return [(comment.text, comment.anchor_text, comment.place.paragraph) for comment in answer.comments]


def test_highlight_with_words_is_a_comment_on_the_text_under_it():
    reviewed = Reviewed(*PAGES)
    reviewed.mark(1, "highlight", "twice a year", text="Three times since 2016.")
    answer = read(reviewed)
    comment, = answer.comments
    assert comments(answer) == [("Three times since 2016.", "twice a year", 3)]
    assert text_at(base(), comment.place.flow, comment.place.start, comment.place.end) == "twice a year"
    assert (comment.agency, comment.person, comment.date, comment.source) == ("WHO", "Reviewer A", WRITTEN, Source.PDF)
    assert [(entry.key, entry.said_where, entry.how) for entry in answer.entries] == [("page 1, 1", "p. 1", How.QUOTE)]


@pytest.mark.parametrize("kind", ["highlight", "underline", "squiggly"])
def test_mark_on_text_without_words_is_a_comment_that_says_the_kind(kind):
    reviewed = Reviewed(*PAGES)
    reviewed.mark(1, kind, "in Cairo")
    assert comments(read(reviewed)) == [(f"[{kind}]", "in Cairo", 3)]


def test_mark_over_two_lines_is_one_text_and_a_broken_word_is_whole():
    reviewed = Reviewed(*PAGES)
    reviewed.mark(1, "highlight", "and has", "16 members", text="18")
    reviewed.mark(2, "highlight", "covers the coordi-", "nation of", text="Not only.")
    assert comments(read(reviewed)) == [("18", "and has 16 members", 2), ("Not only.", "covers the coordination of", 5)]


def test_strikeout_is_a_deletion_and_its_words_are_a_comment():
    reviewed = Reviewed(*PAGES)
    reviewed.mark(1, "strikeout", "in Beirut or")
    reviewed.mark(2, "strikeout", "22 countries", text="No source.")
    answer = read(reviewed)
    assert changes(answer) == [(Kind.DELETION, "in Beirut or", "", 3), (Kind.DELETION, "22 countries", "", 5)]
    assert comments(answer) == [("No source.", "22 countries", 5)]
    assert {edit.date for edit in answer.edits} == {WRITTEN}


def test_strikeout_of_text_that_is_not_in_the_base_is_a_comment():
    reviewed = Reviewed(["This page is of another draft, with other words in it."])
    reviewed.mark(1, "strikeout", "with other words")
    answer = read(reviewed)
    assert (changes(answer), comments(answer)) == ([], [("[strikeout] with other words", "with other words", 1)])
    assert answer.entries[0].how is How.PAGE


def test_replacement_is_a_deletion_and_the_insertion_that_replaces_it():
    reviewed = Reviewed(*PAGES)
    caret = reviewed.caret(1, "16", text="18")
    reviewed.group(reviewed.mark(1, "strikeout", "16"), caret)
    answer = read(reviewed)
    assert changes(answer) == [(Kind.DELETION, "16", "", 2), (Kind.INSERTION, "", "18", 2)]
    assert answer.edits[1].replaces == answer.edits[0].id
    assert (answer.comments, len(answer.entries)) == ((), 1)


def test_insertion_mark_is_an_insertion_behind_the_word_before_it():
    reviewed = Reviewed(*PAGES)
    reviewed.caret(1, "in Beirut", text="every year")
    reviewed.caret(1, "Beirut or in Cairo", text=", or elsewhere")
    answer = read(reviewed)
    assert changes(answer) == [(Kind.INSERTION, "", " every year", 3), (Kind.INSERTION, "", ", or elsewhere", 3)]
    text = PARAGRAPHS[2][1]
    assert [text[:edit.place.start_in] for edit in answer.edits] == [
        "It meets twice a year in Beirut", "It meets twice a year in Beirut or in Cairo",
    ]


def test_insertion_mark_without_words_or_place_is_a_comment():
    reviewed = Reviewed(*PAGES, ["Other words than those of the draft stand here."])
    reviewed.caret(1, "in Beirut")
    reviewed.caret(3, "Other words", text="new")
    answer = read(reviewed)
    assert changes(answer) == []
    assert [text for text, _, _ in comments(answer)] == ["[insert]", "[insert] new"]


def test_note_in_the_margin_belongs_to_the_paragraph_beside_it():
    reviewed = Reviewed(*PAGES)
    reviewed.note(1, "Which members?", down=TOP + 3 * LEADING - 12)
    reviewed.box(2, "When?", down=TOP + LEADING)
    reviewed.note(2, "General", down=700)
    answer = read(reviewed)
    assert comments(answer) == [("Which members?", "", 3), ("When?", "", 5), ("General", "", 4)]
    assert [(entry.how, entry.score) for entry in answer.entries] == [(How.BESIDE, 0.6), (How.BESIDE, 0.6), (How.PAGE, 0.4)]


def test_replies_are_comments_that_answer_and_a_completed_thread_is_resolved():
    reviewed = Reviewed(*PAGES)
    first = reviewed.mark(1, "highlight", "twice a year", text="Why?")
    second = reviewed.reply(1, first, "Because.", person="Reviewer B")
    reviewed.reply(1, second, "Good.")
    reviewed.reply(1, first, "Completed set by A", state="Completed")
    answer = read(reviewed)
    top, reply, deeper = answer.comments
    assert [(comment.text, comment.person, comment.parent, comment.resolved) for comment in answer.comments] == [
        ("Why?", "Reviewer A", None, True), ("Because.", "Reviewer B", top.id, False), ("Good.", "Reviewer A", reply.id, False),
    ]
    assert deeper.place == top.place
    assert [left.kind for left in answer.left_out] == ["review_state"]


def test_reply_to_a_strikeout_without_words_is_a_comment_in_its_place():
    reviewed = Reviewed(*PAGES)
    reviewed.reply(1, reviewed.mark(1, "strikeout", "in Beirut or"), "I agree.")
    answer = read(reviewed)
    assert [(comment.text, comment.parent, comment.place.paragraph) for comment in answer.comments] == [("I agree.", None, 3)]
    assert len(answer.edits) == 1


def test_marks_that_answer_each_other_in_a_circle_are_all_kept():
    reviewed = Reviewed(*PAGES)
    one = reviewed.note(1, "One")
    two = reviewed.reply(1, one, "Two")
    reviewed.document.xref_set_key(one, "IRT", f"{two} 0 R")
    assert sorted(comment.text for comment in read(reviewed).comments) == ["One", "Two"]


def test_drawings_attachments_and_pages_without_text_are_said():
    reviewed = Reviewed(*PAGES, [])
    reviewed.ink(1)
    reviewed.ink(1, text="Move this up")
    reviewed.attach(1, "notes.docx")
    reviewed.note(3, "Empty?")
    answer = read(reviewed)
    assert [(warned.code, dict(warned.params)) for warned in answer.warnings] == [
        ("drawing_without_words", {"page": 1, "kind": "Ink"}), ("page_without_text", {"page": 3}),
        ("attachment_not_read", {"page": 1, "file": "notes.docx"}),
    ]
    assert [text for text, _, _ in comments(answer)] == ["Move this up", "Empty?"]


def test_file_without_annotations_is_said():
    assert [warned.code for warned in read(Reviewed(*PAGES)).warnings] == ["no_annotations"]


def test_annotation_without_a_date_takes_that_of_the_file_or_of_receipt():
    reviewed = Reviewed(*PAGES)
    reviewed.note(1, "One", date="")
    assert read(reviewed).comments[0].date == RECEIVED
    reviewed.document.set_metadata({"modDate": "D:20180313080000Z"})
    assert read(reviewed).comments[0].date == "2018-03-13T08:00:00Z"


def test_pages_unknown_in_the_base_do_not_hinder_the_quotes():
    reviewed = Reviewed(*PAGES)
    reviewed.mark(1, "highlight", "Working Group", text="Name it.")
    answer = read(reviewed, small_base())
    assert comments(answer) == [("Name it.", "Working Group", 2)]


def test_file_that_is_no_pdf_is_refused_in_one_line():
    with pytest.raises(CopyRefused, match="WHO: the file is no PDF") as refusal:
        read_pdf(b"PK", agency="WHO", index=base(), received=RECEIVED)
    assert "\n" not in str(refusal.value)
