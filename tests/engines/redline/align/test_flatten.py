"""A story as a stream of pieces: what counts as text, as one thing, as nothing, and who marked it."""

import pytest

from tansiq.engines.redline.align.atoms import DRAWING, FOOTNOTE, MARK, TABLE, Atoms
from tansiq.engines.redline.align.flatten import Flattener, text_boxes
from tansiq.engines.redline.align.pieces import Mark, Spot
from tests.engines.ooxml.revisions.written import A, B, dele, ins, p, package_of, t
from tests.engines.redline.documents import BODY, DAY, flow_of, ranged, tbl, tc, tr

BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
ONE, TWO = Mark("Reviewer 1", DAY), Mark("Reviewer 2", "2026-03-02T09:00:00Z")


@pytest.mark.parametrize(("content", "text"), [
    ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
    ("<w:r><w:t>a</w:t><w:br/><w:cr/></w:r>", "a\n\n"),
    ('<w:r><w:br w:type="page"/></w:r>', "\x0c"),
    ("<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", "\u2011\u00ad"),
    ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "\uf0b7"),
    ('<w:r><w:sym w:char="nonsense"/></w:r>', "\ufffd"),
    ("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>", "a"),
    ('<w:r><w:footnoteReference w:id="2"/></w:r>', FOOTNOTE),
    ("<w:r><w:drawing/></w:r>", DRAWING),
    ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
    ("<w:sdt><w:sdtContent><w:r><w:t>held</w:t></w:r></w:sdtContent></w:sdt>", "held"),
    ("<w:smartTag><w:customXml><w:r><w:t>deep</w:t></w:r></w:customXml></w:smartTag>", "deep"),
    ("<w:bookmarkStart w:id='1'/><w:proofErr/><w:r><w:t>a</w:t></w:r>", "a"),
    ("<w:sdt/><w:unknown/>", ""),
    ("<w:r><w:t/></w:r>", ""),
])
def test_flow_content_of_a_paragraph_is_read(content: str, text: str):
    assert flow_of(p(content)).text() == text + MARK


def test_flow_offsets_run_through_the_pieces():
    flow = flow_of(p(t("ab"), t("c")), p(), tbl(tr(tc(p()))), p(t("d")))
    assert [(piece.at, piece.text) for piece in flow.pieces] == [
        (0, "ab"), (2, "c"), (3, MARK), (4, MARK), (5, TABLE), (6, "d"), (7, MARK),
    ]
    assert flow.length == 8
    assert [(each.start, each.end, each.number) for each in flow.paragraphs] == [(0, 4, 1), (4, 5, 2), (6, 8, 4)]


def test_flow_marks_of_changes_say_who_and_when():
    flow = flow_of(p(t("a"), ins(t("b")), dele("c", B), ins(dele("d", B)), mark=f"<w:ins {A}/><w:del {B}/>"))
    assert [(piece.text, piece.ins, piece.dele) for piece in flow.pieces] == [
        ("a", None, None), ("b", ONE, None), ("c", None, TWO), ("d", ONE, TWO), (MARK, ONE, TWO),
    ]
    assert (flow.original(), flow.current()) == ("ac", "ab")


def test_flow_moved_text_knows_its_move():
    start = '<w:moveFromRangeStart w:id="9" w:name="move1"/>'
    flow = flow_of(p(start, f"<w:moveFrom {A}>{t('a')}</w:moveFrom>", '<w:moveFromRangeEnd w:id="9"/>', t("b")))
    assert [(piece.text, piece.dele) for piece in flow.pieces][:2] == [("a", ONE._replace(move="move1")), ("b", None)]


def test_flow_spots_are_limits_of_comments():
    flow = flow_of(p(t("a"), ranged(3, t("bc"))))
    assert flow.spots == [Spot(1, "start", "3"), Spot(3, "end", "3"), Spot(3, "reference", "3")]


def test_flow_rows_and_cells_are_found_in_wrappers():
    held = f"<w:sdt><w:sdtContent>{tr(tc(p(t('b'))))}</w:sdtContent></w:sdt>"
    marked = tr(f"<w:customXml>{tc(p(t('c')), properties=f'<w:cellIns {A}/>')}</w:customXml>", properties=f"<w:del {B}/>")
    table = flow_of(tbl(tr(tc(p(t("a")))), held, marked), p()).pieces[0].table
    assert table is not None
    assert [[cell.flow.text() for cell in row.cells] for row in table.rows] == [["a" + MARK], ["b" + MARK], ["c" + MARK]]
    assert [(row.ins, row.dele) for row in table.rows] == [(None, None), (None, None), (None, TWO)]
    assert table.rows[2].cells[0].ins == ONE
    assert (table.key, table.rows[2].cells[0].flow.key) == (f"{BODY}/t0", f"{BODY}/t0/r2/c0")


def test_flow_formula_changed_inside_is_the_old_one_and_the_new_one():
    inner = f"<m:r><m:t>x</m:t></m:r><w:del {A}><m:r><m:t>1</m:t></m:r></w:del><w:ins {A}><m:r><m:t>2</m:t></m:r></w:ins>"
    atoms = Atoms()
    package = package_of(p(f"<m:oMath>{inner}</m:oMath>"))
    flow = Flattener(atoms, "body").flow(package.xml(package.main)[0], BODY)
    assert [(atoms.readable(piece.text), piece.ins, piece.dele) for piece in flow.pieces][:2] == [("[x1]", None, ONE), ("[x2]", ONE, None)]


def test_flow_formula_that_nobody_changed_is_one_piece():
    atoms = Atoms()
    package = package_of(p("<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>"))
    flow = Flattener(atoms, "body").flow(package.xml(package.main)[0], BODY)
    assert [atoms.readable(piece.text) for piece in flow.pieces] == ["[y]", "\n"]


def test_flow_text_box_is_a_flow_of_its_own():
    flow = flow_of(p(t("a"), BOX.format(p(t("boxed")))), p(BOX.format(p(t("second")))))
    boxes = [box for piece in flow.pieces for box in piece.boxes]
    assert [(box.key, box.story, box.text()) for box in boxes] == [
        (f"{BODY}/x0", "textbox", "boxed" + MARK), (f"{BODY}/x1", "textbox", "second" + MARK),
    ]


def test_text_boxes_what_older_programs_show_is_a_mirror():
    inner = "<w:txbxContent>{}</w:txbxContent>"
    alternate = f"<mc:AlternateContent><mc:Choice>{inner.format('')}</mc:Choice><mc:Fallback>{inner.format('')}</mc:Fallback>"
    package = package_of(p(f"<w:r>{alternate}</mc:AlternateContent></w:r>"))
    element = package.xml(package.main)[0][0][0][0]
    [(shown, mirrors)] = text_boxes(element)
    assert shown.getparent().tag.endswith("Choice")
    assert [mirror.getparent().tag.rpartition("}")[2] for mirror in mirrors] == ["Fallback"]


def test_flow_empty_containers_are_empty():
    flow = flow_of(tbl(), p())
    assert flow.pieces[0].table is not None
    assert flow.pieces[0].table.rows == []
