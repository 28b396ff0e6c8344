"""What reviewers point at, and what they point at in vain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.align.index import BaseIndex, BaseParagraph, How, Locus, atoms_in
from tests.engines.redline.small_base import BODY, small_base, text_at


def located(quote="", **where):
    index = small_base()
    found = index.locate(quote, Locus(**where))
    if found.place is not None:
        place = found.place
        assert found.text == text_at(index, place.flow, place.start, place.end)
        assert (found.starts.offset, found.ends.offset) == (place.start, place.end)
        starts_in = index.paragraphs[place.paragraph - 1]
        ends_in = index.paragraphs[place.last_paragraph - 1]
        assert (starts_in.start + place.start_in, ends_in.start + place.end_in) == (place.start, place.end)
    return found


def test_quote_that_stands_once_is_placed_with_full_score():
    found = located("has 16 members")
    assert (found.how, found.score, found.text, found.place.paragraph) == (How.QUOTE, 1.0, "has 16 members", 2)
    assert (found.place.heading, found.place.flow) == ("1. Background", BODY)
    assert found.exact


@pytest.mark.parametrize("quote", [
    'The "Situation Report" was published', "the  second\nof its series", "2015 - the second", "the sec\u00adond of\u200f its series",
    "series. It covers 22",
])
def test_quote_that_differs_in_what_nobody_sees_is_exact(quote):
    found = located(quote)
    assert (found.how, found.place.paragraph) == (How.QUOTE, 6)


def test_quote_over_a_note_reference_takes_the_reference_in():
    found = located("series. It covers")
    assert atoms_in(found.text)
    assert not atoms_in(located("It covers").text)


def test_quote_of_another_case_is_loose():
    found = located("the working group WAS established")
    assert (found.how, found.score, found.text, found.exact) == (How.LOOSE_QUOTE, 0.9, "The Working Group was established", False)


def test_quote_in_arabic_without_marks_and_hamza_is_loose():
    found = located("انشئ الفريـــق العامل المعني بالهجرة الدولية في عام 2013")
    assert (found.how, found.place.paragraph) == (How.LOOSE_QUOTE, 10)
    assert found.text == "أُنشئ الفريق العامل المعني بالهجرة الدولية في عام ٢٠١٣"


def test_quote_in_arabic_takes_the_marks_on_its_last_letter():
    found = located("ستة عشر عضوا")
    assert found.text == "ستة عشر عضوًا"


def test_quote_over_two_paragraphs_of_a_flow_is_one_range():
    found = located("held in September 2017; A launch event")
    assert (found.how, found.place.paragraph, found.place.last_paragraph) == (How.QUOTE, 7, 8)
    assert found.text == "held in September 2017;\nA launch event"


def test_quote_over_an_empty_paragraph_is_one_range():
    found = located("as its members decide. 2. Achievements")
    assert (found.how, found.place.paragraph, found.place.last_paragraph) == (How.QUOTE, 3, 5)
    assert found.text == "as its members decide.\n\n2. Achievements"


def test_quote_never_reaches_from_a_cell_into_the_next():
    assert located("Lebanon It hosts").how is How.NOWHERE


def test_quote_in_a_cell_says_row_and_cell():
    found = located("0.7 million")
    assert (found.place.row, found.place.cell, found.place.flow) == (2, 2, f"{BODY}/t0/r1/c1")


def test_quote_inside_a_word_is_no_quote():
    assert located("stablishe").how is How.NOWHERE


def test_quote_in_several_paragraphs_is_not_placed():
    found = located("was held in")
    assert (found.how, found.place, found.candidates) == (How.AMBIGUOUS, None, (7, 8))


def test_quote_in_several_paragraphs_is_placed_where_the_reviewer_says():
    assert located("was held in", page=3).place.paragraph == 8
    assert located("was held in", number="3 (a)").place.paragraph == 7


def test_quote_twice_in_one_paragraph_is_the_paragraph():
    found = located("Data on labour migration")
    assert (found.how, found.place.paragraph, found.score) == (How.REPEATED, 9, 0.7)
    assert found.text == "Data on labour migration remain scarce. Data on labour migration are needed."


def test_quote_elsewhere_than_the_reviewer_says_is_said():
    found = located("has 16 members", number="3")
    assert (found.how, found.place.paragraph, found.score) == (How.QUOTE_ELSEWHERE, 2, 0.9)


def test_quote_that_is_nowhere_leaves_what_the_reviewer_says():
    found = located("a sentence of another draft altogether", number="4")
    assert (found.how, found.place.paragraph) == (How.NUMBER, 9)


def test_words_nearly_those_of_a_paragraph_are_placed_with_their_score():
    found = located("it meets two times a year in Beirut or Cairo as the members decide")
    assert (found.how, found.place.paragraph) == (How.WORDS, 3)
    assert 0.6 <= found.score < 1
    assert found.text == "It meets twice a year in Beirut or in Cairo, as its members decide"


def test_words_as_near_to_two_paragraphs_are_not_placed():
    assert located("It hosts 3.9 million refugees.").how is How.NOWHERE


def test_two_words_are_too_few_to_look_for_something_like_them():
    assert located("Beirut meetings").how is How.NOWHERE


@pytest.mark.parametrize(("said", "paragraph"), [("3", 6), ("3.", 6), ("٣", 6), ("3 (b)", 8), ("3(a)", 7), ("5", 10)])
def test_number_as_people_write_it_is_its_paragraph(said, paragraph):
    found = located(number=said)
    assert (found.how, found.score, found.place.paragraph) == (How.NUMBER, 1.0, paragraph)


def test_number_of_two_paragraphs_is_not_placed_unless_page_or_section_tell():
    assert (located(number="1").how, located(number="1").candidates) == (How.AMBIGUOUS, (2, 12))
    assert located(number="1", page=4).place.paragraph == 12
    assert located(number="1", section="Annex").place.paragraph == 12


def test_number_that_is_none_counts_the_paragraphs_of_the_page():
    plain = BaseIndex([BaseParagraph(BODY, 10 * n, f"Some text {n}"[:9], page=1 + n // 3, paragraph=n + 1) for n in range(6)])
    found = plain.locate(where=Locus(page=2, number="3"))
    assert (found.how, found.score, found.place.paragraph) == (How.PAGE_PARAGRAPH, 0.5, 6)
    assert plain.locate(where=Locus(page=2, number="4")).how is How.PAGE
    assert plain.locate(where=Locus(number="4")).how is How.NOWHERE


def test_page_alone_is_its_first_paragraph_with_a_low_score():
    found = located(page=3)
    assert (found.how, found.score, found.place.paragraph) == (How.PAGE, 0.4, 8)
    assert located(page=2, last_page=3).place.paragraph == 5
    assert located(page=9).place.paragraph == 16        # the last paragraph may run on; there is nothing else


def test_page_of_a_quote_includes_the_paragraph_carried_onto_it():
    found = located("It covers 22 countries", page=2)
    assert (found.how, found.place.paragraph) == (How.QUOTE, 6)
    assert located("A consultation was held", page=3).how is How.QUOTE


def test_section_by_number_or_title_is_its_first_paragraph():
    assert (located(section="Section 2").how, located(section="2").place.paragraph) == (How.SECTION, 5)
    assert located(section="achievements").how is How.NOWHERE      # one word of a title is no title
    assert located(section="2. ACHIEVEMENTS").place.paragraph == 5


def test_line_is_found_where_lines_are_known():
    text = "one two three four five six"
    index = BaseIndex([BaseParagraph(BODY, 0, text, page=7, paragraph=1, lines=((7, 11, 0), (7, 12, 8), (8, 1, 19)))])
    found = index.locate(where=Locus(page=7, line=12))
    assert (found.how, found.text) == (How.LINE, "three four ")
    assert index.locate(where=Locus(page=8, line=1)).text == "five six"
    assert index.locate("five", Locus(page=7, line=12)).how is How.QUOTE
    assert index.locate(where=Locus(page=7, line=40)).how is How.PAGE


def test_nothing_said_is_nowhere():
    assert (located().how, located("…").how, located(number="99").how) == (How.NOWHERE, How.NOWHERE, How.NOWHERE)
    assert BaseIndex([]).locate("anything", Locus(page=1, number="1", section="x")).how is How.NOWHERE


@given(st.data())
def test_any_words_of_a_paragraph_are_found_in_it_or_said_to_be_several(data):
    index = small_base()
    paragraph = data.draw(st.sampled_from([each for each in index.paragraphs if each.text]))
    start = data.draw(st.integers(0, len(paragraph.text) - 1))
    end = data.draw(st.integers(start + 1, len(paragraph.text)))
    found = index.locate(paragraph.text[start:end])
    if found.how is How.QUOTE:
        kept = "".join(char for char in found.text if char.isalnum())
        assert kept == "".join(char for char in paragraph.text[start:end] if char.isalnum())


@given(st.text(max_size=60), st.integers(0, 9), st.text(max_size=6))
def test_any_words_at_all_give_an_answer_whose_text_is_that_of_its_place(quote, page, number):
    assert 0 <= located(quote, page=page, number=number).score <= 1
