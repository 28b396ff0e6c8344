"""Matrices as agencies fill them."""

from datetime import date, datetime

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tansiq.engines.redline.align.index import How
from tansiq.engines.redline.edits import Kind, Source
from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.columns import map_columns
from tansiq.engines.redline.readers.excel import preview_excel, read_excel, sheets_named
from tests.engines.redline.readers.workbooks import SAVED, with_shared_strings, workbook
from tests.engines.redline.small_base import small_base, text_at

RECEIVED = "2018-03-15T00:00:00Z"
HEADINGS = ["No.", "Page", "Para", "Current text", "Proposed text", "Comment"]


def read(*rows, headings=HEADINGS, merges=(), **more):
    return read_excel(
        workbook({"Comments": [headings, *rows]}, merges=[("Comments", cells) for cells in merges]),
        agency="FAO", index=small_base(), received=RECEIVED, **more,
    )


def changes(answer):
    return [(edit.kind, edit.before, edit.after) for edit in answer.edits]


def test_row_with_current_and_proposed_text_is_the_smallest_edit():
    answer = read([1, 1, "1", "The Working Group was established in 2013 and has 16 members.",
                   "The Working Group was established in 2013 and has 18 members.", None])
    deletion, insertion = answer.edits
    assert changes(answer) == [(Kind.DELETION, "16", ""), (Kind.INSERTION, "", "18")]
    assert insertion.replaces == deletion.id
    assert (deletion.agency, deletion.date, deletion.source, deletion.tracked) == ("FAO", SAVED, Source.EXCEL, True)
    assert (deletion.place.paragraph, deletion.place.heading) == (2, "1. Background")
    assert text_at(small_base(), deletion.place.flow, deletion.place.start, deletion.place.end) == "16"
    assert insertion.place.start == insertion.place.end == deletion.place.end
    assert not answer.comments
    assert [(entry.key, entry.how, entry.ids) for entry in answer.entries] == [
        ("Comments!2", How.QUOTE, (deletion.id, insertion.id)),
    ]


def test_row_that_only_adds_or_only_takes_away_is_one_edit():
    answer = read(
        [1, None, None, "meets twice a year in Beirut", "meets twice a year, in person, in Beirut", None],
        [2, None, None, "published in 2015 – the second of its series", "published in 2015 - the second", None],
        [3, None, None, "It covers 22 countries.", "Delete", None],
        [4, None, None, "It covers 22 countries.", "[deleted]", None],
    )
    assert changes(answer) == [
        (Kind.INSERTION, "", ", in person,"), (Kind.DELETION, " of its series", ""), (Kind.DELETION, "It covers 22 countries.", ""),
        (Kind.DELETION, "It covers 22 countries.", ""),
    ]


def test_row_whose_current_text_is_not_there_exactly_is_a_comment_that_says_both():
    answer = read([1, None, None, "It meets two times a year in Beirut or Cairo, as its members decide.", "It meets yearly.", "Cost."])
    assert not answer.edits
    comment, = answer.comments
    assert comment.text == (
        "Cost.\nCurrent text: It meets two times a year in Beirut or Cairo, as its members decide.\nProposed text: It meets yearly."
    )
    assert (comment.place.paragraph, answer.entries[0].how) == (3, How.WORDS)
    assert (comment.starts.offset, comment.ends.offset) == (comment.place.start, comment.place.end)


@pytest.mark.parametrize(("current", "proposed"), [
    ("was held in September 2017; A launch event was held in Cairo.", "was held."),                # two paragraphs
    ("of its series. It covers 22 countries.", "of its kind; it covers 22 countries."),             # a note in what would go
    ("It covers 22 countries.", "It covers 22 countries\nand all islands\nof them."),               # new paragraphs
    ("was held in", "took place in"),                                                               # two places
])
def test_row_that_cannot_be_shown_as_one_change_of_text_is_a_comment(current, proposed):
    answer = read([1, None, None, current, proposed, None])
    assert (changes(answer), len(answer.comments)) == ([], 1)
    assert current in answer.comments[0].text
    assert proposed in answer.comments[0].text


def test_row_with_an_edit_and_a_comment_is_both_in_one_place():
    answer = read([1, None, None, "It covers 22 countries.", "It covers 21 countries.", "One State is an observer."])
    assert changes(answer) == [(Kind.DELETION, "22", ""), (Kind.INSERTION, "", "21")]
    comment, = answer.comments
    assert (comment.text, comment.anchor_text, comment.place.paragraph) == ("One State is an observer.", "It covers 22 countries.", 6)
    assert answer.entries[0].ids == (*(edit.id for edit in answer.edits), comment.id)


def test_row_that_changes_nothing_is_listed_and_not_entered():
    answer = read([1, 2, None, "It covers 22 countries.", "It covers 22  countries.", None])
    assert (answer.edits, answer.comments, answer.entries) == ((), (), ())
    assert [(left.kind, left.where) for left in answer.left_out] == [("unchanged", "Page: 2")]


def test_row_that_names_no_place_is_a_general_comment():
    answer = read(
        [1, None, None, None, None, "A good report."], [2, None, "99", None, None, "Which one?"], [3, 3, "1", None, None, "Here."],
    )
    assert [(comment.text, comment.place.flow, comment.starts) for comment in answer.comments[:2]] == [
        ("A good report.", "", None), ("Which one?", "", None),
    ]
    assert answer.comments[1].place.heading == "Para: 99"
    assert [entry.how for entry in answer.entries] == [How.NOWHERE, How.NOWHERE, How.AMBIGUOUS]
    assert answer.entries[2].candidates == (2, 12)
    assert len(answer.unplaced) == 3


def test_row_with_page_and_paragraph_is_placed_and_what_they_say_besides_is_kept():
    answer = read([1, "2-3", "para 3 (a) and chart", None, None, "Source?"])
    comment, = answer.comments
    assert (comment.place.paragraph, comment.text) == (7, "Source?\nPara: para 3 (a) and chart")
    assert answer.entries[0].said_where == "Page: 2-3 · Para: para 3 (a) and chart"


def test_headings_below_a_title_and_in_two_rows_are_found():
    rows = [
        ["Comments of the agency on the draft report"], [], ["Location", None, "Text", None, "Remarks"],
        ["Page", "Para", "current", "proposed", None],
        [2, "3", "It covers 22 countries.", "It covers 23 countries.", "New"],
    ]
    data = workbook({"Sheet1": rows}, merges=[("Sheet1", "A3:B3"), ("Sheet1", "C3:D3"), ("Sheet1", "E3:E4")])
    answer = read_excel(data, agency="FAO", index=small_base(), received=RECEIVED)
    assert changes(answer) == [(Kind.DELETION, "22", ""), (Kind.INSERTION, "", "23")]
    assert [comment.text for comment in answer.comments] == ["New"]


def test_headings_in_french_and_arabic_are_found():
    french = read(
        ["2", "3", "It covers 22 countries.", "À supprimer", "Trop long"],
        headings=["Page", "Paragraphe", "Texte actuel", "Texte proposé", "Commentaires"],
    )
    arabic = read(
        ["٣", "٥", "ستة عشر عضوًا", "ثمانية عشر عضوًا", "تحديث"],
        headings=["الصفحة", "رقم الفقرة", "النص الحالي", "النص المقترح", "الملاحظات"],
    )
    assert changes(french) == [(Kind.DELETION, "It covers 22 countries.", "")]
    assert changes(arabic) == [(Kind.DELETION, "ستة", ""), (Kind.INSERTION, "", "ثمانية")]
    assert [comment.text for comment in (*french.comments, *arabic.comments)] == ["Trop long", "تحديث"]


def test_cells_merged_downwards_speak_for_each_row():
    answer = read(
        [1, 2, "3", None, None, "First"], [2, None, None, None, None, "Second"], [3, None, None, None, None, "Third"],
        merges=["B2:B3", "C2:C3"],
    )
    assert [(comment.text, comment.place.paragraph) for comment in answer.comments] == [("First", 6), ("Second", 6), ("Third", 0)]


def test_cell_over_the_width_is_the_section_of_the_rows_below_or_a_comment():
    answer = read(
        ["2. Achievements"], [1, None, None, None, None, "Too long"], ["We thank the authors for this very good draft"],
        merges=["A2:F2", "A4:F4"],
    )
    assert [(comment.text, comment.place.paragraph) for comment in answer.comments] == [
        ("Too long", 5), ("We thank the authors for this very good draft", 0),
    ]
    assert [left.kind for left in answer.left_out] == ["band"]


def test_person_date_category_and_unknown_columns_are_kept():
    answer = read(
        ["Reviewer A", date(2018, 3, 1), "editorial", "High", "Typo", "FAO"], ["Reviewer B", "12 March 2018", "", "", "Fine", "ILO"],
        ["", "soon", "", "", "Fine", ""],
        headings=["Name", "Date", "Type of comment", "Urgency", "Comment", "Agency"],
    )
    assert [(comment.person, comment.date, comment.text) for comment in answer.comments] == [
        ("Reviewer A", "2018-03-01T00:00:00Z", "Typo\nType of comment: editorial\nUrgency: High"),
        ("Reviewer B", "2018-03-12T00:00:00Z", "Fine\nAgency: ILO"),
        ("", SAVED, "Fine\nDate: soon"),
    ]
    assert [comment.agency for comment in answer.comments] == ["FAO"] * 3
    assert answer.entries[0].category == "editorial"
    assert [(warned.code, dict(warned.params)) for warned in answer.warnings] == [
        ("other_agency", {"sheet": "Comments", "agency": "ILO", "rows": 1}),
    ]


def test_extras_of_a_row_that_is_only_an_edit_are_said_with_the_edit():
    answer = read(["22 countries", "23 countries", "editorial"], headings=["Original text", "Change to", "Category"])
    assert {edit.said for edit in answer.edits} == {"Category: editorial"}


def test_words_struck_through_in_a_cell_are_left_out_and_said():
    struck = CellRichText(
        "It covers ", TextBlock(InlineFont(strike=True), "22"), TextBlock(InlineFont(color="FFFF0000"), "23"), " countries.",
    )
    inline = workbook({"Comments": [HEADINGS, [1, None, None, "It covers 22 countries.", struck, None]]})
    for data in (inline, with_shared_strings(inline)):
        answer = read_excel(data, agency="FAO", index=small_base(), received=RECEIVED)
        assert changes(answer) == [(Kind.DELETION, "22", ""), (Kind.INSERTION, "", "23")]
        assert [warned.code for warned in answer.warnings] == ["struck_words_left_out"]


def test_several_sheets_are_read_and_the_others_named():
    rows = [["Page", "Comment"], [1, "One"]]
    data = workbook({"A": rows, "B": rows, "List": [["x", "y"], ["z"]], "Empty": [], "Old": rows}, hidden=["Old"])
    answer = read_excel(data, agency="FAO", index=small_base(), received=RECEIVED)
    assert [entry.key for entry in answer.entries] == ["A!2", "B!2"]
    assert [(warned.code, warned.params["sheet"]) for warned in answer.warnings] == [
        ("sheet_without_comments", "List"), ("hidden_sheet", "Old"),
    ]


def test_repeated_headings_and_rows_without_a_comment_are_no_comments():
    answer = read([1, 2, None, None, None, None], HEADINGS, [2, None, None, None, None, "Real"], [3])
    assert [comment.text for comment in answer.comments] == ["Real"]
    assert [(left.kind, left.text) for left in answer.left_out] == [("row_without_comment", "1 | 2")]


def test_preview_shows_what_would_be_read_and_a_chosen_mapping_is_followed():
    data = workbook({"S": [["Page", "My views", "Comment"], [1, "the first", "the second"]]})
    preview, = preview_excel(data, name="FAO")
    assert (preview.sheet, preview.rows) == ("S", (("1", "the first", "the second"),))
    assert dict(sheets_named([preview])) == {"S": ("Page: page", "Comment: comment")}
    other, = map_columns([["Page", "Comment", "Views"]])
    answer = read_excel(data, agency="FAO", index=small_base(), received=RECEIVED, mappings={"S": other})
    assert answer.comments[0].text == "the first\nViews: the second"


def test_cells_that_begin_like_formulas_are_their_text_and_errors_are_empty():
    answer = read(
        [1, None, None, None, None, "+ add a source"], [2, 12.0, None, None, None, "-5 is wrong"], [3, None, None, "#REF!", None, "x"],
        [4, None, None, None, None, datetime(2018, 1, 2, 3, 4)],  # noqa: DTZ001   (Excel keeps no zone)
    )
    assert [comment.text for comment in answer.comments] == ["+ add a source", "-5 is wrong", "x", "2018-01-02T03:04:00"]
    assert answer.entries[1].said_where == "Page: 12"


def test_file_without_headings_for_comments_is_refused_in_one_line():
    with pytest.raises(CopyRefused, match="FAO: no sheet of the Excel file has headings for comments") as refusal:
        read_excel(workbook({"S": [["a", "b"], [1, 2]]}), agency="FAO", index=small_base(), received=RECEIVED)
    assert "\n" not in str(refusal.value)


def test_strings_in_a_table_of_their_own_are_the_same_answer():
    rows = [[1, 2, "3", "It covers 22 countries.", "It covers 23 countries.", "x < y"], [2, None, None, "", "", "z"]]
    data = workbook({"S": [HEADINGS, *rows]})
    index = small_base()
    read_, shared = (read_excel(each, agency="FAO", index=index, received=RECEIVED) for each in (data, with_shared_strings(data)))
    assert read_ == shared
    assert len(shared.entries) == 2


def test_reading_twice_gives_the_same():
    rows = ([1, 2, "3", "It covers 22 countries.", "It covers 23 countries.", "x"], [2, None, None, None, None, "y"])
    assert read(*rows) == read(*rows)
