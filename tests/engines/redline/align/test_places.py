"""Places as people find them: paragraph, heading, row and cell."""

from tansiq.engines.redline.align.places import Places
from tansiq.engines.redline.edits import Place
from tests.engines.ooxml.revisions.written import p, t
from tests.engines.redline.documents import BODY, document_of, tbl, tc, tr

STYLES = (
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title of a part"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="B"><w:name w:val="Body"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
)
DOCUMENT = document_of(
    p(t("Before")), p(t("1. Members "), t(" now"), properties='<w:pStyle w:val="H1"/>'), p(t("Sixteen.")),
    tbl(tr(tc(p(t("a"))), tc(p(t("b")), p(t("c"))))), p(properties='<w:pStyle w:val="H1"/>'),
    p(t("Part"), properties='<w:pStyle w:val="T"/>'), p(t("Body"), properties='<w:pStyle w:val="B"/>'),
    p(t("Own level"), properties='<w:outlineLvl w:val="2"/>'), p(t("end")), styles=STYLES,
)
PLACES = Places(DOCUMENT)


def heading_at(text: str) -> str:
    return PLACES.of(DOCUMENT.body, DOCUMENT.body.text().index(text), DOCUMENT.body.text().index(text) + 1).heading


def test_of_a_range_is_counted_in_the_flow_and_in_its_paragraphs():
    start = DOCUMENT.body.text().index("Sixteen")
    assert PLACES.of(DOCUMENT.body, start, start + 7) == Place(BODY, start, start + 7, "body", 3, 3, 0, 7, "1. Members now")
    assert PLACES.of(DOCUMENT.body, 2, 2) == Place(BODY, 2, 2, "body", 1, 1, 2, 2)


def test_of_a_range_over_paragraphs_names_both():
    place = PLACES.of(DOCUMENT.body, 0, 9)
    assert (place.paragraph, place.last_paragraph, place.start_in, place.end_in) == (1, 2, 0, 2)


def test_of_the_heading_above_is_named_by_style_or_level_and_never_empty():
    assert heading_at("Before") == ""
    assert heading_at("1. Members") == "1. Members now"
    assert heading_at("Body") == "Part"
    assert heading_at("end") == "Own level"


def test_of_a_cell_has_row_cell_and_heading():
    flow = DOCUMENT.flows[f"{BODY}/t0/r0/c1"]
    place = PLACES.of(flow, 2, 3)
    assert (place.paragraph, place.row, place.cell, place.heading) == (6, 1, 2, "1. Members now")


def test_rows_and_cells_are_places_in_their_containers():
    rows = PLACES.rows(f"{BODY}/t0", 0, 1)
    assert (rows.flow, rows.start, rows.end, rows.row, rows.paragraph, rows.heading) == (f"{BODY}/t0", 0, 1, 1, 4, "1. Members now")
    cells = PLACES.cells(f"{BODY}/t0/r0", 1, 2)
    assert (cells.flow, cells.start, cells.row, cells.cell, cells.paragraph) == (f"{BODY}/t0/r0", 1, 1, 2, 5)
    assert PLACES.cells(f"{BODY}/t0/r0", 2, 2).cell == 3


def test_rows_and_cells_of_empty_tables_have_a_place():
    document = document_of(tbl(), tbl("<w:tr/>"), p())
    places = Places(document)
    assert places.rows(f"{BODY}/t0", 0, 0) == Place(f"{BODY}/t0", 0, 0, "body", row=1)
    assert places.cells(f"{BODY}/t1/r0", 0, 0) == Place(f"{BODY}/t1/r0", 0, 0)


def test_of_a_flow_without_paragraphs_has_no_number():
    document = document_of()
    assert Places(document).of(document.body, 0, 0) == Place(BODY, 0, 0, "body")


LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
LISTS = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">{LEVEL.format(form, text)}</w:abstractNum>'
    for number, (form, text) in enumerate([("decimal", "%1."), ("lowerLetter", "(%1)")])
) + "".join(f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(2))


def test_of_a_numbered_paragraph_has_the_number_a_reader_sees():
    def item(text: str, number: int) -> str:
        return p(t(text), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')

    document = document_of(
        item("Aims", 1), item("Data", 2), item("Law", 2), p(t("2.1 Typed")), p(t("1. Part"), properties='<w:pStyle w:val="H1"/>'),
        p(t("None")), styles=STYLES, numbering=LISTS,
    )
    text, places = document.body.text(), Places(document)

    def number(first: str, last: str = "") -> str:
        return places.of(document.body, text.index(first), text.index(last or first) + 2).number

    assert [number(each) for each in ("Aims", "Data", "Law", "Typed", "Part", "None")] == ["1", "(a)", "(b)", "2.1", "", ""]
    assert (number("Aims", "Law"), number("Law", "None")) == ("1\u2013(b)", "(b)")
