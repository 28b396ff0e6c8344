"""The index of a Word file."""

from tansiq.engines.redline.align.index import How, Locus
from tansiq.engines.redline.align.indexed import index_of
from tests.engines.redline.written_base import as_document, written_base


def test_index_of_a_document_finds_by_number_heading_quote_cell_and_page():
    document = as_document(written_base())
    index = index_of(document, pages={1: 1, 2: 1, 3: 1, 6: 2, 7: 2})
    assert index.locate(where=Locus(number="3")).text == "The Situation Report covers 22 countries."
    assert index.locate(where=Locus(number="2 (b)")).text == "once in autumn."
    assert index.locate(where=Locus(number="7.2")).text == "7.2 A number typed by hand."
    assert index.locate("22 countries", Locus(page=2)).place.heading == "Achievements"
    assert index.locate(where=Locus(section="Background")).place.paragraph == 1
    cell = index.locate("1.5 million")
    assert (cell.how, cell.place.row, cell.place.cell) == (How.QUOTE, 1, 2)
    for paragraph in index.paragraphs:
        flow = document.flows[paragraph.flow]
        assert flow.chars(paragraph.start, paragraph.start + len(paragraph.text)) == paragraph.text
