"""A package as flows: stories by key, notes by reference, headers by section, and what stands in them."""

from tansiq.engines.redline.align.atoms import ENDNOTE, FOOTNOTE, Atoms
from tansiq.engines.redline.align.document import edge_references, read_document
from tests.engines.ooxml.revisions.written import p, package_of, t
from tests.engines.redline.documents import BODY, document_of, tbl, tc, tr

HEADER = '<w:sectPr><w:headerReference w:type="{kind}" r:id="{id_}"/></w:sectPr>'


def test_read_document_finds_flows_tables_and_rows_by_key():
    document = document_of(p(t("a")), tbl(tr(tc(p(t("b"))), tc(p(t("c"))))))
    assert list(document.flows) == [BODY, f"{BODY}/t0/r0/c0", f"{BODY}/t0/r0/c1"]
    assert list(document.tables) == [f"{BODY}/t0"]
    assert list(document.rows) == [f"{BODY}/t0/r0"]
    assert document.part_of(f"{BODY}/t0/r0/c1") == "word/document.xml"


def test_read_document_notes_are_found_by_reference_and_id():
    notes = f'<w:footnote w:id="-1" w:type="separator">{p()}</w:footnote><w:footnote w:id="2">{p(t("note"))}</w:footnote>'
    document = document_of(p(t("a")), footnotes=notes, endnotes=f'<w:endnote w:id="2" w:type="normal">{p(t("end"))}</w:endnote>')
    assert list(document.notes) == [(FOOTNOTE, "2"), (ENDNOTE, "2")]
    assert document.notes[(FOOTNOTE, "2")].key == "word/footnotes.xml#2"
    assert [flow.story for flow in document.tops()] == ["body", "footnote", "endnote"]


def test_read_document_header_of_two_sections_is_one_flow():
    package = package_of(
        p(t("a"), properties=HEADER.format(kind="first", id_="rId1")), p(t("b")), HEADER.format(kind="default", id_="rId1"),
        header=p(t("head")),
    )
    document = read_document(package, Atoms())
    assert list(document.edges) == ["word/header.xml"]
    assert list(edge_references(package, package.xml(package.main))) == [
        ("0 header first", "word/header.xml"), ("1 header default", "word/header.xml"),
    ]


def test_edge_references_of_an_old_section_and_of_a_part_that_is_gone_are_left_out():
    package = package_of(
        p(t("a")), '<w:sectPr><w:headerReference r:id="rId9"/><w:sectPrChange w:id="1">'
        '<w:sectPr><w:headerReference r:id="rId1"/></w:sectPr></w:sectPrChange></w:sectPr>', header=p(t("head")),
    )
    assert list(edge_references(package, package.xml(package.main))) == []


def test_read_document_without_a_body_is_an_empty_one():
    package = package_of(p(t("a")))
    root = package.xml(package.main)
    root.remove(root[0])
    document = read_document(package, Atoms())
    assert (document.body.text(), list(document.flows)) == ("", [BODY])


def test_body_length_counts_the_cells_and_neither_notes_nor_boxes():
    note = f'<w:footnote w:id="2">{p(t("note"))}</w:footnote>'
    assert document_of(p(t("ab")), tbl(tr(tc(p(t("c"))))), footnotes=note).body_length == 6
