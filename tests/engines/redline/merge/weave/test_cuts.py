"""Cutting runs: the text stays what it was, no run holds characters of two sides, and cutting twice changes nothing."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.flatten import Flattener
from tansiq.engines.redline.align.pieces import Flow
from tansiq.engines.redline.merge.weave.cuts import SPACE, cut
from tests.engines.ooxml.revisions.written import canonical, p, package_of, t
from tests.engines.redline.documents import BODY, flow_of

BOLD = "<w:r w:rsidR='00AA'><w:rPr><w:b/></w:rPr><w:t>abc</w:t><w:tab/><w:t>def</w:t></w:r>"
MIXED = [p(BOLD, t("gh")), p(f"<w:hyperlink>{t('link')}</w:hyperlink>", "<w:r><w:noBreakHyphen/></w:r>", t("end"))]


def cut_at(blocks: list[str], *offsets: int) -> tuple[Flow, str]:
    flow = flow_of(*blocks)
    cut(flow, offsets)
    return flow, canonical(flow.container)


def test_cut_inside_a_run_makes_two_with_its_look():
    _, found = cut_at([p(BOLD)], 2)
    halves = [f"<w:r><w:rPr><w:b/></w:rPr>{inner}</w:r>" for inner in (
        '<w:t xml:space="preserve">ab</w:t>', '<w:t xml:space="preserve">c</w:t><w:tab/><w:t>def</w:t>',
    )]
    expected = canonical(package_of(p(*halves)).xml("word/document.xml")[0])
    assert found.replace(' w:rsidR="00AA"', "") == expected


def test_cut_between_the_children_of_a_run():
    flow, _ = cut_at([p(BOLD)], 3, 4)
    runs = list(flow.container.iter(w("r")))
    assert [[child.tag.rpartition("}")[2] for child in run] for run in runs] == [["rPr", "t"], ["rPr", "tab"], ["rPr", "t"]]


def test_cut_at_the_borders_of_runs_and_at_the_ends_changes_nothing():
    assert cut_at(MIXED, 0, 7, 99)[1] == canonical(flow_of(*MIXED).container)


def test_cut_spaces_at_the_border_are_kept():
    flow, _ = cut_at([p("<w:r><w:t>a b</w:t></w:r>")], 2)
    assert [(each.text, each.get(SPACE)) for each in flow.container.iter(w("t"))] == [("a ", "preserve"), ("b", "preserve")]


@given(st.lists(st.integers(-1, 25), max_size=6))
def test_cut_text_stays_and_every_offset_is_at_a_border(offsets: list[int]):
    flow = flow_of(*MIXED)
    before, package = flow.text(), flow.container
    cut(flow, offsets)
    assert flow.text() == before
    assert body_texts_of(package) == ["abcdefgh", "linkend"]
    starts = {piece.at for piece in flow.pieces} | {flow.length}
    assert all(offset in starts for offset in offsets if 0 <= offset <= flow.length)
    assert all(len({id(unit) for unit in piece.units}) == len(piece.units) for piece in flow.pieces)
    for piece in flow.pieces:
        assert all(unit.getparent() is not None and any(child is piece.element for child in unit.iter()) for unit in piece.units)
    again = etree.tostring(package)
    cut(flow, offsets)
    assert etree.tostring(package) == again


def body_texts_of(container) -> list[str]:
    return ["".join(each.text or "" for each in paragraph.iter(w("t"))) for paragraph in container.iter(w("p"))]


def test_cut_pieces_stay_in_step_with_a_flow_read_anew():
    flow = flow_of(*MIXED)
    cut(flow, [1, 4, 8, 11])
    again = Flattener(Atoms(), "body").flow(flow.container, BODY)
    assert [(piece.at, piece.text) for piece in flow.pieces] == [(piece.at, piece.text) for piece in again.pieces]
    assert [piece.text for piece in flow.pieces][:6] == ["a", "bc", "\t", "def", "g", "h"]
