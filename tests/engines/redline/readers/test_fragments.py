"""What an edit brings along: runs joined where they look alike, marks, links, fields whole, tables settled."""

import pytest

from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.readers.difference import Slice
from tansiq.engines.redline.readers.fragments import of_comment, of_element, of_slices
from tansiq.engines.redline.readers.resources import Resources
from tests.engines.ooxml.revisions.written import A, canonical, dele, ins, p, package_of, t
from tests.engines.redline.documents import document_of, remark, tbl, tc, tr

PART = "word/document.xml"
OPEN, SEPARATE, CLOSE = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
CODE = '<w:r><w:instrText xml:space="preserve"> REF x </w:instrText></w:r>'


def brought(*blocks: str, kept: bool = False, cut: slice = slice(None)) -> str:
    """The content of the fragment of all pieces of these blocks, without the last mark."""
    document = document_of(*blocks)
    package = document.package
    slices = [Slice(piece, 0, len(piece.text)) for piece in document.body.pieces[:-1]][cut]
    links = frozenset(package.xml(PART).iter("{*}hyperlink")) if kept else frozenset()
    made = fragment.parse(of_slices(slices, Resources(package, package_of(p())), PART, links).xml)
    return "".join(canonical(child) for child in fragment.content(made)).replace("\n", "")


def written(*content: str) -> str:
    """The same content as it is written."""
    body = package_of(p(*content)).xml(PART)[0]
    return "".join(canonical(child) for child in body[0] if not str(child.tag).endswith("pPr")).replace("\n", "")


def test_of_slices_runs_that_look_alike_are_one():
    assert brought(p(ins(t("a")), ins(t("b")), t("c"))) == written(t("abc"))
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>b</w:t></w:r>"
    assert brought(p(t("a"), bold, t("c"))) == written(t("a"), bold, t("c"))


def test_of_slices_deleted_text_is_text():
    assert brought(p(ins(dele("a")))) == written(t("a"))


def test_of_slices_part_of_a_piece():
    document = document_of(p(t("abcdef")))
    made = of_slices([Slice(document.body.pieces[0], 2, 4)], Resources(document.package, document.package), PART, frozenset())
    assert ">cd<" in made.xml


def test_of_slices_marks_bring_the_properties_of_their_paragraphs():
    section = '<w:sectPr><w:headerReference r:id="rId1"/><w:pgSz/></w:sectPr>'
    made = brought(p(t("a"), mark=f"<w:ins {A}/>", properties='<w:jc w:val="center"/>' + section), p())
    assert '<w:jc w:val="center"></w:jc>' in made
    assert "headerReference" not in made
    assert "w:ins" not in made


def test_of_slices_link_that_the_base_lacks_is_brought_once():
    blocks = [p(f'<w:hyperlink w:anchor="x">{ins(t("one "))}{ins(t("two"), by=A.replace("1", "2"))}</w:hyperlink>')]
    assert brought(*blocks) == written(f'<w:hyperlink w:anchor="x">{t("one two")}</w:hyperlink>')
    assert brought(*blocks, kept=True) == written(t("one two"))


def test_of_slices_field_is_brought_whole():
    assert brought(p(OPEN, CODE, SEPARATE, t("1"), CLOSE)) == written(OPEN, CODE, SEPARATE, t("1"), CLOSE)
    assert brought(p(OPEN + CODE + CLOSE, t("a"))) == written(OPEN, CODE, CLOSE, t("a"))


def test_of_slices_half_a_field_is_its_result_only():
    blocks = [p(OPEN, CODE, SEPARATE, t("1"), CLOSE)]
    assert brought(*blocks, cut=slice(0, 2)) == written(t("1"))
    assert brought(*blocks, cut=slice(1, 3)) == written(t("1"))


def test_of_slices_simple_field_is_written_as_a_complex_one():
    assert brought(p(f'<w:fldSimple w:instr=" REF x ">{t("1")}</w:fldSimple>')) == written(OPEN, CODE, SEPARATE, t("1"), CLOSE)


@pytest.mark.parametrize("content", ["<w:r><w:tab/></w:r>", "<m:oMath><m:r/></m:oMath>", '<w:r><w:sym w:char="F0B7"/></w:r>'])
def test_of_slices_signs_and_formulas_are_brought_as_they_are(content: str):
    assert brought(p(content)) == written(content)


def test_of_slices_table_comes_with_its_changes_carried_out():
    made = brought(tbl(tr(tc(p(t("a"), dele("b")))), tr(tc(p()), properties=f"<w:del {A}/>")), p())
    assert made.count("<w:tr>") == 1
    assert "delText" not in made


def test_of_element_is_the_element_settled():
    document = document_of(tbl(tr(tc(p(t("a"), dele("b"))))), p())
    row = document.body.pieces[0].table.rows[0].element
    root = fragment.parse(of_element(row, Resources(document.package, document.package), PART).xml)
    assert [child.tag.rpartition("}")[2] for child in fragment.content(root)] == ["tr"]
    assert "".join(root.itertext()) == "a"


def test_of_comment_is_its_paragraphs():
    package = package_of(p(), comments=remark(1, "Which?", paragraph="00000001"))
    made = of_comment(package.xml("word/comments.xml")[0], Resources(package, package), package)
    assert "".join(fragment.parse(made.xml).itertext()) == "Which?"
    assert "paraId" not in made.xml
