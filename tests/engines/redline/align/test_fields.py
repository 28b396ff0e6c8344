"""Fields in a story: the code is one atom, the result is text, and broken fields do no harm."""

import pytest

from tansiq.engines.redline.align.atoms import FIELD_CLOSE, MARK, Atoms, is_atom
from tansiq.engines.redline.align.document import read_document
from tansiq.engines.redline.align.fields import COMPUTED
from tests.engines.ooxml.revisions.written import ins, p, package_of, t
from tests.engines.redline.documents import flow_of

OPEN, SEPARATE, CLOSE = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def shown(flow) -> str:
    """The text, a code as { and an end as }."""
    return "".join("}" if char == FIELD_CLOSE else "¶" if char == MARK else "{" if is_atom(char) else char for char in flow.text())


def test_field_code_is_one_atom_and_its_result_text():
    flow = flow_of(p(t("see "), OPEN, code(" REF x "), code("\\h "), SEPARATE, t("Table 1"), CLOSE, t(".")))
    assert shown(flow) == "see {Table 1}.¶"
    begin = flow.pieces[1]
    assert (begin.is_field, len(begin.units)) == (True, 4)
    assert [piece.volatile for piece in flow.pieces if piece.text == "Table 1"] == [True]


def test_field_that_is_not_computed_has_the_text_of_its_author():
    flow = flow_of(p(OPEN, code("HYPERLINK x"), SEPARATE, t("the site"), CLOSE))
    assert [piece.volatile for piece in flow.pieces if piece.text == "the site"] == [False]


def test_field_of_the_same_kind_is_the_same_however_its_code_is_cut():
    texts = set()
    for inner in (code("PAGE"), code(" page ") + code(" \\* MERGEFORMAT"), code("PA") + code("GE")):
        package = package_of(p(OPEN, inner, SEPARATE, t("3"), CLOSE))
        texts.add(read_document(package, Atoms()).body.text())
    assert len(texts) == 1


def test_field_simple_is_read_like_a_complex_one():
    simple = flow_of(p('<w:fldSimple w:instr=" PAGE ">', t("3"), "</w:fldSimple>"))
    assert shown(simple) == "{3}¶"
    assert simple.pieces[0].is_field


def test_field_without_a_result_is_a_code_and_an_end():
    assert shown(flow_of(p(OPEN, code("PAGE"), CLOSE, t("x")))) == "{}x¶"


def test_field_inside_the_code_of_another_belongs_to_that_code():
    inner = OPEN + code("PAGE") + SEPARATE + t("9") + CLOSE
    assert shown(flow_of(p(OPEN, code("IF "), inner, code(" = 1"), SEPARATE, t("yes"), CLOSE))) == "{yes}¶"


def test_field_inside_a_computed_result_is_volatile_too():
    inner = OPEN + code("HYPERLINK x") + SEPARATE + t("Chapter 1") + CLOSE
    flow = flow_of(p(OPEN, code("TOC"), SEPARATE, inner), p(t("end"), CLOSE), p(t("text")))
    assert shown(flow) == "{{Chapter 1}¶end}¶text¶"
    assert [piece.volatile for piece in flow.pieces if piece.text in ("Chapter 1", "end", "text")] == [True, True, False]


@pytest.mark.parametrize(("content", "read"), [
    (SEPARATE + t("a"), "a¶"), (CLOSE + t("a"), "}a¶"), (OPEN + t("a"), "{¶"), (code("PAGE") + t("a"), "{a¶"),
    (OPEN + code("PAGE") + SEPARATE + t("a"), "{a¶"), (OPEN + OPEN + CLOSE, "{¶"),
])
def test_field_that_is_broken_does_no_harm(content: str, read: str):
    assert shown(flow_of(p(content))) == read


def test_field_put_in_carries_the_mark_of_its_author():
    flow = flow_of(p(ins(OPEN, code("PAGE"), SEPARATE, t("1"), CLOSE)))
    assert [piece.ins is not None for piece in flow.pieces] == [True, True, True, False]


def test_computed_fields_are_written_in_capitals():
    assert all(kind == kind.upper() for kind in COMPUTED)
