"""Remarks to edits and comments, each once."""

from tansiq.engines.redline.align.index import How, Locus
from tansiq.engines.redline.edits import Kind, Source
from tansiq.engines.redline.readers.answer import Gathering, Remark
from tests.engines.redline.small_base import small_base


def gathering():
    return Gathering(Source.MAIL, "FAO", small_base(), "2018-03-15T00:00:00Z")


def test_enter_every_remark_is_an_edit_a_comment_or_listed():
    taken = gathering()
    taken.enter(Remark("1", quote="22 countries", proposed="23 countries"))
    taken.enter(Remark("2", "Why?", where=Locus(number="3"), said_where="para 3"))
    taken.enter(Remark("3", quote="22 countries", proposed="22 countries"))
    taken.enter(Remark("4", "Because.", parent="2", resolved=True))
    answer = taken.answer()
    assert [edit.id for edit in answer.edits] == ["mail:1:deletion", "mail:1:insertion"]
    assert [(comment.id, comment.parent, comment.resolved) for comment in answer.comments] == [
        ("mail:2", None, False), ("mail:4", "mail:2", True),
    ]
    assert [left.text for left in answer.left_out] == ["22 countries"]
    assert [(entry.key, entry.how) for entry in answer.entries] == [("1", How.QUOTE), ("2", How.NUMBER), ("4", How.NOWHERE)]
    assert answer.unplaced == (answer.entries[2],)


def test_enter_a_proposal_without_its_place_is_said_in_words():
    taken = gathering()
    taken.enter(Remark("1", "Old.", quote="not in the draft", proposed="", labels=("Now", "Then"), said_where="somewhere"))
    comment, = taken.answer().comments
    assert comment.text == "Old.\nNow: not in the draft\nThen: ∅"
    assert (comment.place.flow, comment.place.heading, comment.anchor_text) == ("", "somewhere", "not in the draft")
    assert comment.starts is None


def test_insert_puts_text_into_a_gap_of_a_place():
    taken = gathering()
    found = taken.index.locate("22 countries")
    taken.insert(Remark("1"), found, 2, " Arab")
    edit, = taken.answer().edits
    assert (edit.kind, edit.after, edit.place.start, edit.place.end) == (
        Kind.INSERTION, " Arab", found.place.start + 2, found.place.start + 2,
    )


def test_warn_keeps_code_and_parameters():
    taken = gathering()
    taken.warn("drawn_mark", page=3)
    assert [(warned.code, dict(warned.params)) for warned in taken.answer().warnings] == [("drawn_mark", {"page": 3})]
