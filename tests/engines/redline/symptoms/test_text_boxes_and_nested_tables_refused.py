"""Symptom: files with text boxes or nested tables are refused (Open-Xml-PowerTools#108)."""

from tests.engines.redline.reviews.drafts import atom
from tests.engines.redline.reviews.model import Cell, Draft, Row, Table
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.review import insert
from tests.engines.redline.symptoms.copies import FIRST, consolidated, draft, para, put


def base() -> Draft:
    boxed = para("Above the box.")
    boxed.units.append(atom("box", "", [para("In the box.")]))
    inner = Table([Row([Cell([para("Deep.")])])])
    return draft(boxed, Table([Row([Cell([para("Outer."), inner, para("After.")])])]), para("End."))


def test_edits_in_a_text_box_and_in_a_nested_table_come_out():
    def in_box(copy: Draft) -> None:
        insert(copy.body[0].units[1].atom.blocks[0], 2, [put("side", FIRST)])

    def in_table(copy: Draft) -> None:
        insert(copy.body[1].rows[0].cells[0].blocks[1].rows[0].cells[0].blocks[0], 4, [put("er", FIRST)])

    made = consolidated(base(), IOM=in_box, FAO=in_table)
    lines = read_view(made.file, accepted=True)
    assert lines[0] == "Above the box.[box: Inside the box.]"
    assert lines[1:-1] == ["[table]", "[row]", "[cell]", "Outer.", "[table]", "[row]", "[cell]", "Deeper.", "[end]", "After.", "[end]"]
    places = [(edit.agency, edit.after, edit.place.story) for edit in made.ledger.edits]
    assert places == [("IOM", "side", "textbox"), ("FAO", "er", "body")]
