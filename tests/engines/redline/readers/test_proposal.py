"""The smallest change in whole words, and when there is none to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.align.atoms import FOOTNOTE
from tansiq.engines.redline.align.folding import fold
from tansiq.engines.redline.align.index import BaseIndex, BaseParagraph, How
from tansiq.engines.redline.readers.proposal import change_of

FLOW = "word/document.xml#body"


def change(text, quote, proposed):
    return change_of(BaseIndex([BaseParagraph(FLOW, 100, text, paragraph=4)]).locate(quote), proposed)


@pytest.mark.parametrize(("quote", "proposed", "before", "after", "start"), [
    ("one two three", "one 2 three", "two", "2", 4),
    ("one two three", "one three", "two ", "", 4),
    ("one two three", "one two and three", "", "and ", 8),
    ("one two three", "one two three four", "", " four", 13),
    ("one two three", "zero one two three", "", "zero ", 0),
    ("one two three", "", "one two three", "", 0),
    ("one two three", "ONE two three", "one", "ONE", 0),
    ("one two three", " one  two\tthree ", "", "", 13),
    ("two two", "two", " two", "", 21),
])
def test_change_is_the_words_between_what_stays(quote, proposed, before, after, start):
    found = change("one two three and two two", quote, proposed)
    assert (found.before, found.after) == (before, after)
    assert found.deleted.end - found.deleted.start == len(before)
    assert found.deleted.start == 100 + start
    assert found.deleted.start_in == start
    assert found.gap.start == found.gap.end == found.deleted.end


def test_change_keeps_the_base_as_it_writes_what_stays():
    found = change("The “Report”\u00a0of 2015\u20132017 is new", 'The "Report" of 2015-2017 is new', 'The "Report" of 2015-2017 is old')
    assert (found.before, found.after) == ("new", "old")


def test_change_beside_a_note_leaves_the_note_where_it_is():
    text = f"first.{FOOTNOTE} Second."
    assert change(text, "first. Second.", "first. Third.").before == "Second"
    assert change(text, "first. Second.", "First! Second.") is None


def test_change_of_an_arabic_word_takes_its_marks():
    found = change("ستة عشر عضوًا", "ستة عشر عضوًا", "ستة عشر مراقبًا")
    assert (found.before, found.after) == ("عضوًا", "مراقبًا")


@pytest.mark.parametrize(("quote", "proposed"), [("ONE", "two"), ("four", "five"), ("one", "one\ntwo")])
def test_change_that_cannot_be_shown_is_none(quote, proposed):
    assert change("one two three", quote, proposed) is None


@given(
    st.lists(st.sampled_from(["a", "b", "c", ",", "16"]), min_size=1, max_size=8),
    st.lists(st.sampled_from(["a", "b", "x"]), max_size=8),
)
def test_change_made_gives_the_proposed_text(base, wanted):
    text, proposed = " ".join(base), " ".join(wanted)
    index = BaseIndex([BaseParagraph(FLOW, 0, text, paragraph=1)])
    found = index.locate(text)
    if found.how is How.QUOTE:
        made = change_of(found, proposed)
        start, end = made.deleted.start, made.deleted.end
        assert text[start:end] == made.before
        assert fold(text[:start] + made.after + text[end:]) == fold(proposed)
