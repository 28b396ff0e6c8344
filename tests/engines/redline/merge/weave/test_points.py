"""Where a gap is in the tree, and a paragraph parted there with its links and controls."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.pieces import Flow
from tansiq.engines.redline.merge.weave.cuts import cut
from tansiq.engines.redline.merge.weave.points import Point, part_paragraph, point
from tests.engines.ooxml.revisions.written import canonical, p, package_of, t
from tests.engines.redline.documents import SECTION, flow_of, tbl, tc, tr

LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="c"/>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
NUMBER = '<w:id w:val="7"/>'


def at(flow: Flow, gap: int) -> Point:
    cut(flow, [gap])
    before = next((piece for piece in flow.pieces if piece.end == gap), None)
    after = next((piece for piece in flow.pieces if piece.at == gap), None)
    return point(flow, gap, before, after)


def name(where: Point) -> tuple[str, int]:
    return where.parent.tag.rpartition("}")[2], where.at


@pytest.mark.parametrize(("blocks", "gap", "expected"), [
    ([p(t("ab"))], 0, ("p", 0)),
    ([p(t("ab"))], 1, ("p", 1)),
    ([p(t("ab"))], 2, ("p", 1)),
    ([p(t("ab"), properties="<w:jc/>")], 0, ("p", 1)),
    ([p(t("a")), p(t("b"))], 2, ("p", 0)),
    ([p(t("a"), LINK.format(t("bc")), t("d"))], 1, ("p", 1)),
    ([p(t("a"), LINK.format(t("bc")), t("d"))], 2, ("hyperlink", 1)),
    ([p(t("a"), LINK.format(t("bc")), t("d"))], 3, ("p", 2)),
    ([p(CONTROL.format("", t("ab")))], 1, ("sdtContent", 1)),
    ([p(t("a")), tbl(tr(tc(p()))), p()], 2, ("body", 1)),
    ([p(t("a")), tbl(tr(tc(p()))), SECTION], 3, ("body", 2)),
    ([], 0, ("body", 0)),
])
def test_point_of_a_gap(blocks: list[str], gap: int, expected: tuple[str, int]):
    assert name(at(flow_of(*blocks), gap)) == expected


def test_point_between_blocks_is_in_no_paragraph():
    assert at(flow_of(tbl(tr(tc(p()))), p()), 0).paragraph is None
    with pytest.raises(ValueError, match="no paragraph to part"):
        part_paragraph(at(flow_of(tbl(tr(tc(p()))), p()), 0))


def parted(block: str, gap: int) -> str:
    flow = flow_of(block)
    first = part_paragraph(at(flow, gap))
    assert first.getnext() is flow.container[1]
    return canonical(flow.container).replace("\n", "")


@pytest.mark.parametrize(("block", "gap", "halves"), [
    (p(t("ab"), properties="<w:jc/>"), 1, [p(t("a")), p(t("b"), properties="<w:jc/>")]),
    (p(t("ab")), 0, [p(), p(t("ab"))]),
    (p(t("ab")), 2, [p(t("ab")), p()]),
    (p(LINK.format(t("ab")), t("c")), 1, [p(LINK.format(t("a"))), p(LINK.format(t("b")), t("c"))]),
    (p(t("x"), CONTROL.format(NUMBER, t("ab"))), 2, [p(t("x"), CONTROL.format("", t("a"))), p(CONTROL.format(NUMBER, t("b")))]),
    (p(CONTROL.format("", LINK.format(t("ab")))), 1, [
        p(CONTROL.format("", LINK.format(t("a")))), p(CONTROL.format("", LINK.format(t("b")))),
    ]),
])
def test_part_paragraph_doubles_what_stands_around_the_gap(block: str, gap: int, halves: list[str]):
    assert parted(block, gap) == canonical(package_of(*halves).xml("word/document.xml")[0]).replace("\n", "")


def test_part_paragraph_the_second_half_is_the_paragraph_that_was():
    flow = flow_of(p(t("ab"), mark="<w:b/>"))
    paragraph = flow.container[0]
    part_paragraph(at(flow, 1))
    assert flow.container[1] is paragraph
    assert flow.container[0].find(w("pPr")) is None
