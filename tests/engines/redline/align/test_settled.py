"""Content as its agency left it: marks carried out, comments, bookmarks and traces gone, the original untouched."""

import pytest
from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.settled import settled
from tests.engines.ooxml.revisions.written import A, canonical, dele, ins, p, package_of, t
from tests.engines.redline.documents import ranged, tbl, tc, tr


def settled_body(*blocks: str) -> str:
    package = package_of(*blocks)
    before = etree.tostring(package.xml(package.main))
    made = settled(package.xml(package.main)[0])
    assert etree.tostring(package.xml(package.main)) == before
    return canonical(made)


def body(*blocks: str) -> str:
    return canonical(package_of(*blocks).xml("word/document.xml")[0])


@pytest.mark.parametrize(("given", "left"), [
    ([p(t("a"), ins(t("b")), dele("c"))], [p(t("a"), t("b"))]),
    ([p(ins(dele("a")), ins(ins(t("b"))))], [p(t("b"))]),
    ([p(ranged(1, t("a")), "<w:bookmarkStart w:id='1'/>")], [p(t("a"), "<w:r/>")]),
    ([p(f"<w:moveFrom {A}>{t('a')}</w:moveFrom><w:moveTo {A}>{t('b')}</w:moveTo>")], [p(t("b"))]),
    ([p(t("a"), mark=f"<w:del {A}/>"), p(t("b"))], [p(t("a"), t("b"))]),
    ([p(t("a"), mark=f"<w:del {A}/>"), p(t("b"), mark=f"<w:del {A}/>"), p(t("c"))], [p(t("a"), t("b"), t("c"))]),
    ([tbl(tr(tc(p(t("a")))), tr(tc(p(t("b"))), properties=f"<w:del {A}/>"))], [tbl(tr(tc(p(t("a")))))]),
    ([tbl(tr(tc(p()), tc(p(t("b")), properties=f"<w:cellDel {A}/>")))], [tbl(tr(tc(p())))]),
    ([tbl(tr(tc(p(), properties=f"<w:cellIns {A}/>")))], [tbl(tr(tc(p())))]),
    ([f'<w:p w:rsidR="00AA" w14:paraId="12345678">{t("a")}</w:p>'], [p(t("a"))]),
    ([p(f"<w:r><w:rPr><w:b/><w:rPrChange {A}><w:rPr/></w:rPrChange></w:rPr></w:r>")], [p("<w:r><w:rPr><w:b/></w:rPr></w:r>")]),
    ([p(f"<w:r><w:rPr><w:rPrChange {A}><w:rPr/></w:rPrChange></w:rPr></w:r>")], [p("<w:r/>")]),
])
def test_settled_carries_changes_out(given, left):
    assert settled_body(*given) == body(*left)


def test_settled_last_paragraph_keeps_its_deleted_mark():
    assert settled_body(p(t("a"), mark=f"<w:del {A}/>")).count("<w:p>") == 1


def test_settled_paragraph_that_is_itself_given_is_read():
    package = package_of(p(t("a"), ins(t("b")), mark=f"<w:del {A}/>"), p(t("c")))
    made = settled(package.xml(package.main)[0][0])
    assert "".join(each.text for each in made.iter(w("t"))) == "ab"
    assert made.tail is None
