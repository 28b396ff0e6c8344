"""Headings as agencies write them."""

import pytest

from tansiq.engines.redline.readers.columns import ColumnMapping, map_columns, role_of
from tansiq.engines.redline.readers.headings import Role


@pytest.mark.parametrize(("heading", "role", "sure"), [
    ("Comment No.", Role.ROW, True), ("#", Role.ROW, True), ("N°", Role.ROW, True), ("م", Role.ROW, True),
    ("Page (circulated PDF)", Role.PAGE, True), ("From page", Role.PAGE, True), ("To page", None, False), ("الصفحة", Role.PAGE, True),
    ("Para no.", Role.PARAGRAPH, True), ("§", Role.PARAGRAPH, True), ("رقم الفقرة", Role.PARAGRAPH, True),
    ("CURRENT\nTEXT*", Role.CURRENT, True), ("Texte actuel :", Role.CURRENT, True), ("النص الأصلي", Role.CURRENT, True),
    ("Proposed change by the agency", Role.PROPOSED, False), ("Texte proposé (le cas échéant)", Role.PROPOSED, True),
    ("الصياغة المقترحة", Role.PROPOSED, True), ("Comments / Observations", Role.COMMENT, False), ("الملاحظات", Role.COMMENT, True),
    ("Commentaires généraux", Role.COMMENT, False), ("Justification", Role.RATIONALE, True),
    ("Type of comment (ge/te/ed)", Role.CATEGORY, True),
    ("Observations of the secretariat", Role.RESPONSE, True), ("الرد", Role.RESPONSE, True), ("النص المعتمد", Role.RESPONSE, True),
    ("Section no. + title", Role.SECTION, False), ("Page and paragraph", Role.LOCATION, True), ("", None, False), ("Urgency", None, False),
    ("Commentary", None, False),
    ("Please write here every comment on the draft that you wish the authors to see, one in each row of the table below", None, False),
])
def test_role_of_a_heading(heading, role, sure):
    assert role_of(heading) == (role, sure)


def test_map_columns_the_row_with_most_known_headings_is_the_header():
    best = map_columns([["Comments on the draft"], ["Page", "Comment"], ["1", "Comment on page 1"]])[0]
    assert (best.header, [column.role for column in best.columns]) == (1, [Role.PAGE, Role.COMMENT])


def test_map_columns_headings_in_two_rows_are_read_together():
    best = map_columns([["Location", "Location", "Text", "Text"], ["Page", "Para", "current", "proposed"], ["1", "2", "a", "b"]])[0]
    assert best.header == 1
    assert [column.role for column in best.columns] == [Role.PAGE, Role.PARAGRAPH, Role.CURRENT, Role.PROPOSED]


def test_map_columns_a_title_over_all_columns_does_not_outweigh_the_headings():
    best = map_columns([["Comments of the agency on the draft"] * 6, ["Page", "Comment", "", "", "", ""]])[0]
    assert best.header == 1


def test_map_columns_of_two_alike_the_sure_one_is_taken_and_comments_may_be_several():
    best = map_columns([["Proposed change (if any) here", "Proposed change", "General comments", "Specific comments", "Proposal"]])[0]
    assert [(column.role, column.sure) for column in best.columns] == [
        (None, False), (Role.PROPOSED, True), (Role.COMMENT, True), (Role.COMMENT, True), (None, False),
    ]


@pytest.mark.parametrize("rows", [[], [[]], [["Page", "Para"]], [["Comment"]], [["x", "y"], ["1", "2"]]])
def test_map_columns_a_sheet_without_comments_and_places_has_no_proposal(rows):
    assert map_columns(rows) == ()


def test_of_gives_the_columns_of_a_role():
    best = map_columns([["Page", "Comment"]])[0]
    assert isinstance(best, ColumnMapping)
    assert [column.index for column in best.of(Role.COMMENT)] == [1]
    assert best.of(Role.LINE) == ()
