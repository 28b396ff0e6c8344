"""Blocks: sentences run on with their notes, lists punctuated to the end, nothing for nothing."""

import pytest

from tansiq.engines.press.tree import FootnoteReference, Heading, ListBlock, Paragraph, text_of
from tansiq.secretariat.reporting.domain.blocks import Section, Sentence, item_message, section_heading
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.pieces import in_words
from tests.example import DAY, LATER


@pytest.fixture
def section():
    return Section(Lens(group="wgim", as_of=DAY, known_at=LATER, language="en"), "planned")


def said(text, note=None):
    return Sentence("item-last", {"item": in_words(text)}, note)


def test_paragraph_runs_sentences_on_with_a_space_and_calls_the_note(section):
    section.paragraph("one", [said("First", note="n"), said("Second")])
    [paragraph] = section.blocks
    assert text_of(paragraph.inlines) == "First. Second."
    assert [each.note for each in paragraph.inlines if isinstance(each, FootnoteReference)] == ["n"]
    assert (paragraph.id, paragraph.origin.message) == ("planned-one", "item-last item-last")


def test_paragraph_of_nothing_is_not_there(section):
    section.paragraph("one", [])
    section.enumerate("two", said("Lead"), [])
    assert section.blocks == []


def test_enumerate_punctuates_items(section):
    section.enumerate("two", said("Lead"), [in_words("a"), in_words("b"), in_words("c")])
    lead, rows = section.blocks
    assert isinstance(lead, Paragraph)
    assert isinstance(rows, ListBlock)
    assert [text_of(item.inlines) for item in rows.items] == ["a;", "b; and", "c."]


@pytest.mark.parametrize(
    ("number", "of", "message"), [(1, 1, "item-last"), (1, 2, "item-last-but-one"), (1, 3, "item-middle"), (3, 3, "item-last")]
)
def test_item_message_by_place(number, of, message):
    assert item_message(number, of) == message


def test_note_and_headings_get_their_ids(section):
    assert section.note("members", in_words("x").inlines) == "members"
    assert section.notes[0].blocks[0].id == "members-text"
    section.heading("sub", 2, in_words("Sub").inlines, "name")
    assert isinstance(section.blocks[0], Heading)
    assert section_heading(section, "capacity-building").id == "planned"
