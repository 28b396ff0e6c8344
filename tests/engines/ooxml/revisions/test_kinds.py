"""The same element name is another kind in another place."""

import pytest
from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import Decision, Revision, RevisionKind, accept_all, reject_all
from tansiq.engines.ooxml.revisions.kinds import BRINGS, FORMATS, RANGES, TAKES, kind_of
from tests.engines.ooxml.revisions.written import A, body_texts, dele, ins, p, package_of, t

K = RevisionKind

PLACES = [
    (p(ins(t("a"))), "ins", K.INSERTION),
    (p(dele("a")), "del", K.DELETION),
    (p(f"<w:moveFrom {A}/>"), "moveFrom", K.MOVE_FROM),
    (p(f"<w:moveTo {A}/>"), "moveTo", K.MOVE_TO),
    (p(mark=f"<w:ins {A}/>"), "ins", K.PARAGRAPH_INSERTION),
    (p(mark=f"<w:del {A}/>"), "del", K.PARAGRAPH_DELETION),
    (p(mark=f"<w:moveFrom {A}/>"), "moveFrom", K.PARAGRAPH_MOVE_FROM),
    (p(mark=f"<w:moveTo {A}/>"), "moveTo", K.PARAGRAPH_MOVE_TO),
    (f"<w:tbl><w:tr><w:trPr><w:ins {A}/></w:trPr></w:tr></w:tbl>", "ins", K.ROW_INSERTION),
    (f"<w:tbl><w:tr><w:trPr><w:del {A}/></w:trPr></w:tr></w:tbl>", "del", K.ROW_DELETION),
    (f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns {A}/></w:tcPr></w:tc></w:tr></w:tbl>", "cellIns", K.CELL_INSERTION),
    (f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {A}/></w:tcPr></w:tc></w:tr></w:tbl>", "cellDel", K.CELL_DELETION),
    (f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellMerge {A}/></w:tcPr></w:tc></w:tr></w:tbl>", "cellMerge", K.CELL_MERGE),
    (p(properties=f"<w:numPr><w:ins {A}/></w:numPr>"), "ins", K.NUMBERING_INSERTION),
    (p(f"<m:oMath><m:r><w:ins {A}/></m:r></m:oMath>"), "ins", K.FORMULA_INSERTION),
    (p(f"<m:oMath><m:f><m:fPr><m:ctrlPr><w:del {A}/></m:ctrlPr></m:fPr></m:f></m:oMath>"), "del", K.FORMULA_DELETION),
    (p(f"<m:oMath><m:r><w:ins><w:del {A}/></w:ins></m:r></m:oMath>"), "del", K.FORMULA_DELETION),
    (p(f"<m:oMath><w:ins {A}><m:r/></w:ins></m:oMath>"), "ins", K.INSERTION),
    (p(f"<w:r><w:rPr><w:rPrChange {A}/></w:rPr></w:r>"), "rPrChange", K.RUN_FORMAT),
    (p(f"<w:r><w:fldChar><w:numberingChange {A}/></w:fldChar></w:r>"), "numberingChange", K.NUMBERING),
    (p(f"<w:customXmlMoveToRangeStart {A}/>"), "customXmlMoveToRangeStart", K.CONTROL_MOVE_TO),
]


@pytest.mark.parametrize(("block", "name", "kind"), PLACES, ids=[f"{name} as {kind}" for _, name, kind in PLACES])
def test_kind_of_element_in_its_place_is_told(block, name, kind):
    package = package_of(block)
    assert kind_of(next(package.xml(package.main).iter(w(name)))) is kind


def test_kind_of_element_that_is_no_revision_is_none():
    package = package_of(p(properties=f"<w:numPr><w:del {A}/></w:numPr>"), f"<w:style><w:rPr><w:ins {A}/></w:rPr></w:style>")
    assert [kind_of(each) for each in package.xml(package.main).iter(w("del"), w("ins"))] == [None, None]
    assert kind_of(etree.Element(w("ins"))) is None


@pytest.mark.parametrize("block", [
    "<w:cellDel {A}/>", "<w:p><w:cellIns {A}/></w:p>", "<w:tbl><w:tr><w:tc><w:cellDel {A}/></w:tc></w:tr></w:tbl>",
    "<w:tcPr><w:cellMerge {A}/></w:tcPr>", "<w:trPr><w:del {A}/></w:trPr>", "<w:tbl><w:trPr><w:ins {A}/></w:trPr></w:tbl>",
    "<w:tbl><w:tr><w:trPr><w:cellDel {A}/></w:trPr></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:del {A}/></w:tcPr></w:tc></w:tr></w:tbl>",
])
def test_mark_of_a_row_or_cell_outside_of_one_takes_nothing_away(block):
    package = package_of(p(t("a")), block.replace("{A}", A), p(t("b")))
    before = etree.tostring(package.xml(package.main))
    for settle_all in (accept_all, reject_all):
        settle_all(package)
        assert body_texts(package) == [each for each in ("a", "", "b") if each or "<w:p>" in block]
    assert package.xml(package.main).find(w("body")) is not None
    assert etree.tostring(package.xml(package.main)).count(b"<w:p>") == before.count(b"<w:p>")


@pytest.mark.parametrize(("kind", "undone"), [
    (K.INSERTION, Decision.REJECT), (K.DELETION, Decision.ACCEPT), (K.MOVE_FROM, Decision.ACCEPT), (K.RUN_FORMAT, Decision.REJECT),
])
def test_undone_by_the_one_decision_that_takes_the_thing_away(kind, undone):
    revision = Revision("1", kind, "", "", "", etree.Element(w("ins")))
    assert [decision for decision in Decision if revision.undone_by(decision)] == [undone]


def test_kinds_each_belongs_to_one_group():
    groups = [*BRINGS, *TAKES, *FORMATS, *RANGES, K.CELL_MERGE, K.NUMBERING]
    assert sorted(groups) == sorted(K)
