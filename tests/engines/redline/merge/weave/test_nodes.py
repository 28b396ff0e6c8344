"""What is put in at a gap as nodes: marked, joined, cut where comments stand, its paragraphs and tables told apart."""

import pytest
from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.merge.weave.loom import Loom, author_of
from tansiq.engines.redline.merge.weave.nodes import (
    Placed,
    as_deleted,
    length,
    mark_paragraph,
    mark_row,
    mark_runs,
    move_limits,
    nodes_of,
    wrap,
)
from tests.engines.ooxml.revisions.written import A, canonical, ins, p, package_of, t
from tests.engines.redline.documents import edit, tbl, tc, tr

MARK = etree.Element(fragment.MARK)


def loom() -> Loom:
    return Loom(package_of(p()), lambda item: author_of(item.agency, item.person), lambda each: (each.id,))


def elements(*content: str) -> list[etree._Element]:
    return list(package_of(p(*content)).xml("word/document.xml")[0][0])


def limit(number: int) -> etree._Element:
    return etree.Element(w("commentRangeStart"), {w("id"): str(number)})


def names(nodes) -> list[str]:
    return [f"{node.kind} {node.element.tag.rpartition('}')[2]} {''.join(node.element.itertext())}".strip() for node in nodes]


def test_nodes_of_runs_are_one_mark():
    made = loom()
    nodes = nodes_of(made, [edit(id="e1")], elements(t("a"), t("b")), [])
    assert names(nodes) == ["inline ins ab"]
    assert nodes[0].element.get(w("author")) == "Reviewer [FAO]"


def test_nodes_of_comments_stand_where_they_cut_the_text():
    nodes = nodes_of(loom(), [edit()], elements(t("abcd")), [Placed(1, limit(1)), Placed(3, limit(2)), Placed(4, limit(3))])
    assert names(nodes) == ["inline ins a", "inline commentRangeStart", "inline ins bc", "inline commentRangeStart", "inline ins d",
                            "inline commentRangeStart"]


def test_nodes_of_paragraphs_and_tables_are_told_apart():
    [table] = package_of(tbl(tr(tc(p(t("cell")))))).xml("word/document.xml")[0]
    nodes = nodes_of(loom(), [edit()], [*elements(t("a")), MARK, table], [])
    assert names(nodes) == ["inline ins a", "mark pPr", "block tbl cell"]
    assert nodes[1].element.find(f"{w('rPr')}/{w('ins')}") is not None
    assert nodes[2].element.find(f"{w('tr')}/{w('trPr')}/{w('ins')}") is not None


def test_nodes_of_link_is_marked_inside():
    [node] = nodes_of(loom(), [edit()], elements(f"<w:hyperlink>{t('a')}</w:hyperlink>"), [])
    assert [child.tag for child in node.element] == [w("ins")]


def test_nodes_of_the_goal_of_a_move_stand_in_its_range():
    nodes = nodes_of(loom(), [edit()], elements(t("a")), [], moved="m1")
    assert names(nodes) == ["inline moveToRangeStart", "inline moveTo a", "inline moveToRangeEnd"]
    assert nodes[0].element.get(w("name")) == "m1"
    assert nodes[0].element.get(w("id")) == nodes[2].element.get(w("id"))


def test_nodes_of_content_leave_the_content_as_it_was():
    content = elements(t("abcd"))
    before = [etree.tostring(each) for each in content]
    nodes_of(loom(), [edit()], content, [Placed(2, limit(1))])
    assert [etree.tostring(each) for each in content] == before


@pytest.mark.parametrize(("content", "characters"), [
    (t("abc"), 3), ("<w:r><w:t>a</w:t><w:tab/><w:br/></w:r>", 3), ('<w:r><w:footnoteReference w:id="2"/></w:r>', 1), ("<m:oMath/>", 1),
    (f"<w:hyperlink>{t('ab')}{t('c')}</w:hyperlink>", 3),
    ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>', 1),
    ('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', 0), ('<w:r><w:fldChar w:fldCharType="end"/></w:r>', 1), ("<w:r><w:rPr/></w:r>", 0),
])
def test_length_counts_as_the_reading_does(content: str, characters: int):
    assert length(elements(content)[0]) == characters


def test_length_of_marks_and_tables_is_one():
    assert [length(MARK), length(etree.Element(w("tbl")))] == [1, 1]


def test_mark_paragraph_keeps_the_order_of_the_schema():
    properties = etree.Element(w("pPr"))
    etree.SubElement(properties, w("sectPr"))
    for tag in ("del", "moveFrom", "ins"):
        mark_paragraph(properties, etree.Element(w(tag)))
    assert [child.tag for child in properties] == [w("rPr"), w("sectPr")]
    assert [child.tag for child in properties[0]] == [w("ins"), w("del"), w("moveFrom")]


def test_mark_row_marks_the_row_and_the_runs_that_carry_none():
    [table] = package_of(tbl(tr(tc(p(t("a"), ins(t("b")))), properties=f"<w:tblHeader/><w:trPrChange {A}/>"))).xml("word/document.xml")[0]
    row = table.find(w("tr"))
    mark_row(loom(), [edit()], row, "del")
    assert [child.tag.rpartition("}")[2] for child in row.find(w("trPr"))] == ["tblHeader", "del", "trPrChange"]
    assert [each.text for each in row.iter(w("delText"))] == ["a"]
    assert [each.text for each in row.iter(w("t"))] == ["b"]


def test_mark_row_without_properties_gets_some_behind_exceptions():
    row = etree.fromstring(f'<w:tr xmlns:w="{w("x")[1:-2]}"><w:tblPrEx/><w:tc/></w:tr>')
    mark_row(loom(), [edit()], row, "ins")
    assert [child.tag.rpartition("}")[2] for child in row] == ["tblPrEx", "trPr", "tc"]


def test_mark_runs_in_text_boxes_are_left_to_the_picture():
    box = f"<w:r><w:pict><w:txbxContent>{p(t('boxed'))}</w:txbxContent></w:pict></w:r>"
    [paragraph] = package_of(p(t("a"), box)).xml("word/document.xml")[0]
    mark_runs(loom(), [edit()], paragraph, "ins")
    assert len(list(paragraph.iter(w("ins")))) == 2


def test_move_limits_have_one_number():
    made = loom()
    start, end = move_limits(made, edit(date=""), "moveFrom", "m1")
    assert (start.get(w("id")), start.get(w("date")), end.get(w("id"))) == ("1", None, "1")
    assert made.marks == {}


def test_wrap_and_as_deleted_make_deleted_text():
    [paragraph] = package_of(p("<w:r><w:t>a</w:t><w:instrText>PAGE</w:instrText></w:r>")).xml("word/document.xml")[0]
    wrap(paragraph[0], etree.Element(w("del")))
    assert canonical(paragraph).replace("\n", "") == (
        '<w:p><w:del><w:r><w:delText xml:space="preserve">a</w:delText><w:delInstrText>PAGE</w:delInstrText></w:r></w:del></w:p>'
    )
    run = etree.fromstring(f'<w:r xmlns:w="{w("x")[1:-2]}"><w:tab/></w:r>')
    as_deleted(run)
    assert [child.tag for child in run] == [w("tab")]
