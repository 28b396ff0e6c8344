"""Formats woven: the first at a place is shown with the old ones kept in it, the others are noted beside it."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tansiq.engines.redline.edits import Fragment, Kind
from tansiq.engines.redline.merge.weave import weave
from tansiq.engines.redline.merge.weave.formats import change_table
from tansiq.engines.redline.merge.weave.loom import Loom, author_of
from tests.engines.ooxml.revisions.written import canonical, p, package_of, t
from tests.engines.redline.documents import BODY, SECTION, edit, tbl, tc, tr

K = Kind
W = f'xmlns:w="{w("x")[1:-2]}" xmlns:x="urn:tansiq:redline:1"'


def holding(inner: str) -> Fragment:
    return Fragment(f"<x:fragment {W}>{inner}</x:fragment>")


BOLD, ITALIC = holding("<w:rPr><w:b/></w:rPr>"), holding("<w:rPr><w:i/></w:rPr>")
OLD = "<w:r><w:rPr><w:u/></w:rPr><w:t>abcd</w:t></w:r>"


def settled(package, how) -> str:
    copied = package.copy()
    how(copied)
    return canonical(copied.xml(copied.main)[0]).replace("\n", "")


def body(*blocks: str) -> str:
    return canonical(package_of(*blocks).xml("word/document.xml")[0]).replace("\n", "")


def test_format_of_characters_is_accepted_and_rejected():
    woven = weave(package_of(p(OLD)), [edit(K.FORMAT, 1, 3, fragment=BOLD)], [])
    halves = [f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' for text, look in (
        ("a", "<w:u/>"), ("bc", "<w:b/>"), ("d", "<w:u/>"),
    )]
    assert settled(woven.package, accept_all) == body(p(*halves))
    assert settled(woven.package, reject_all) == body(p(*(half.replace("w:b/", "w:u/") for half in halves)))


def test_format_by_two_shows_the_earlier_and_notes_the_other():
    first, second = (edit(K.FORMAT, 0, 4, id=id_, agency=agency, date=date, fragment=look) for id_, agency, date, look in (
        ("e1", "FAO", "2026-05-01", BOLD), ("e2", "IOM", "2026-01-01", ITALIC),
    ))
    woven = weave(package_of(p(OLD)), [first, second], [])
    [change] = woven.package.xml("word/document.xml").iter(w("rPrChange"))
    assert change.get(w("author")) == "Reviewer [IOM]"
    assert woven.also == {"e2": ("e1",)}
    assert weave(package_of(p(OLD)), [first, second], [], first=["e1"]).also == {"e1": ("e2",)}


def test_format_of_a_paragraphs_mark_stands_in_its_properties():
    woven = weave(package_of(p(t("a")), p(t("b"))), [edit(K.FORMAT, 1, 2, fragment=BOLD)], [])
    paragraph = woven.package.xml("word/document.xml")[0][0]
    assert paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('rPrChange')}") is not None
    assert settled(woven.package, accept_all) == body(p(t("a"), mark="<w:b/>"), p(t("b")))


def test_format_of_a_paragraph_keeps_its_section_and_mark():
    base = package_of(p(t("a"), mark="<w:b/>", properties="<w:ind/>"), p())
    woven = weave(base, [edit(K.PARAGRAPH_FORMAT, 1, 2, fragment=holding("<w:pPr><w:jc w:val='center'/></w:pPr>"))], [])
    assert settled(woven.package, accept_all) == body(p(t("a"), mark="<w:b/>", properties="<w:jc w:val='center'/>"), p())
    assert settled(woven.package, reject_all) == body(p(t("a"), mark="<w:b/>", properties="<w:ind/>"), p())


@pytest.mark.parametrize("blocks", [[p(t("a")), SECTION], [p(t("a"), properties=SECTION), p(), SECTION]])
def test_format_of_a_section_keeps_its_headers(blocks: list[str]):
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    header = '<w:headerReference w:type="default" r:id="rId1"/>'
    given = [block.replace("<w:sectPr>", f"<w:sectPr>{header}", 1) for block in blocks]
    woven = weave(package_of(*given), [edit(K.SECTION, 1, 2, fragment=holding(wide))], [])
    assert settled(woven.package, reject_all) == body(*given)
    assert settled(woven.package, accept_all).count("headerReference") == body(*given).count("headerReference")
    assert settled(woven.package, accept_all).count('w:w="16838"') == 1


@pytest.mark.parametrize(("name", "inner", "place"), [
    ("tblPr", "<w:jc w:val='center'/>", 0), ("trPr", "<w:tblHeader/>", 1), ("tblPrEx", "<w:tblLayout/>", 1), ("tcPr", "<w:noWrap/>", 2),
])
def test_change_table_properties_are_accepted_and_rejected(name: str, inner: str, place: int):
    package = package_of(tbl(tr(tc(p(t("a"))))), p())
    table = package.xml(package.main)[0][0]
    owner = [table, table.find(w("tr")), next(table.iter(w("tc")))][place]
    content = package_of(f"<w:{name}>{inner}</w:{name}>").xml("word/document.xml")[0][0]
    change_table(Loom(package, lambda item: author_of(item.agency, item.person), lambda each: (each.id,)), owner, name, edit(), [content])
    assert inner.split(maxsplit=1)[0].strip("</>") in settled(package, accept_all)
    without = settled(package, reject_all).replace(f"<w:{name}></w:{name}>", "")
    assert without == body(tbl(tr(tc(p(t("a"))))), p()).replace(f"<w:{name}></w:{name}>", "")


def test_change_table_grid_has_a_number_only():
    package = package_of(tbl(tr(tc(p()))), p())
    table = package.xml(package.main)[0][0]
    content = package_of("<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>").xml("word/document.xml")[0][0]
    change_table(Loom(package, lambda item: "x", lambda each: (each.id,)), table, "tblGrid", edit(), [content])
    [change] = table.iter(w("tblGridChange"))
    assert list(change.attrib) == [w("id")]
    assert len(table.findall(f"{w('tblGrid')}/{w('gridCol')}")) == 2


def test_format_in_another_flow_does_not_touch_the_body():
    woven = weave(package_of(p(OLD)), [edit(K.FORMAT, 0, 4, flow=f"{BODY}/x9", fragment=BOLD)], [])
    assert settled(woven.package, accept_all) == body(p(OLD))
