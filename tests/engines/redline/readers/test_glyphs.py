"""Reading order of letters on a page."""

from tansiq.engines.redline.readers.glyphs import Box, Glyph, in_reading_order, lines_of, text_in, text_of_line


def line(text, left=0.0, y=100.0, width=5.0):
    """Letters side by side from `left`, one of each character; a space is a gap only when it is a tilde."""
    return [Glyph(char, left + n * width, left + (n + 1) * width, y, 10.0) for n, char in enumerate(text) if char != "~"]


def test_text_of_line_is_by_place_whatever_the_order_of_painting():
    letters = line("one two")
    assert text_of_line(letters) == text_of_line(letters[::-1]) == "one two"


def test_text_of_line_a_gap_is_a_space():
    assert text_of_line(line("one~two")) == "one two"


def test_text_of_line_arabic_is_turned_around_and_numbers_in_it_are_not():
    assert text_of_line(line("2017 ماع يف")) == "في عام 2017"
    assert text_of_line(line(".2017 ربمتبس 26 يف")) == "في 26 سبتمبر 2017."
    assert text_of_line(line("ةرجهلا IOM ةمظنم")) == "منظمة IOM الهجرة"
    assert text_of_line(line("27-26 موي")) == "يوم 26-27"
    assert text_of_line(line("22,5 ةبسنب")) == "بنسبة 22,5"
    assert text_of_line(line("COVID-19 ةحئاج دعب")) == "بعد جائحة COVID-19"
    assert text_of_line(line("between 26-27 May, 2017")) == "between 26-27 May, 2017"


def test_text_of_line_arabic_words_in_an_english_line_are_turned_around():
    assert text_of_line(line("the word ةنجل here")) == "the word لجنة here"


def test_in_reading_order_leaves_marks_on_letters_out():
    letters = [*line("كتاب"[::-1]), Glyph("\u064f", 8, 8, 100, 10)]
    assert "".join(glyph.text for glyph in in_reading_order(letters)) == "كتاب"


def test_lines_of_a_page_go_down_and_raised_letters_stay_on_theirs():
    letters = [*line("low", y=80), *line("high", y=100), Glyph("2", 30, 33, 103, 6)]
    assert [text_of_line(each) for each in lines_of(letters)] == ["high 2", "low"]


def test_text_in_boxes_is_line_by_line_and_each_letter_once():
    letters = [*line("one two", y=100), *line("three", y=80)]
    assert text_in(letters, [Box(19, 95, 50, 115), Box(0, 75, 60, 95)]) == ["two", "three"]
    assert text_in(letters, [Box(0, 95, 20, 115), Box(10, 95, 50, 115)]) == ["one two"]
    assert text_in(letters, []) == []
    assert text_in([], [Box(0, 0, 10, 10)]) == []
