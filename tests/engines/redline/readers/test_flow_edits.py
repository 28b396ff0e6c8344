"""The edits of a flow: their kinds, their words, and what is in notes, pictures, tables and properties."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.edits import Kind
from tansiq.engines.redline.readers.flow_edits import changed, media
from tests.engines.ooxml.revisions.written import A, dele, ins, p, package_of, t
from tests.engines.redline.documents import BODY, SECTION, document_of, read, tbl, tc, tr

NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
PICTURE = '<w:r><w:pict><v:imagedata r:id="rId90"/></w:pict></w:r>'
FIELD = '<w:fldSimple w:instr="REF x">{}</w:fldSimple>'
BOLD = f"<w:r><w:rPr><w:b/><w:rPrChange {A}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>{{}}</w:t></w:r>"


def footnote(*content: str) -> str:
    return f'<w:footnote w:id="2">{p(*content)}</w:footnote>'


def edits(base: list[str], copy: list[str], **parts: str):
    parts_of_copy = {name.removeprefix("copy_"): value for name, value in parts.items() if name.startswith("copy_")}
    mine = {name: value for name, value in parts.items() if not name.startswith("copy_")}
    return read(package_of(*base, **mine), package_of(*copy, **{**mine, **parts_of_copy})).edits


@pytest.mark.parametrize(("copy", "kind", "before", "after"), [
    ([p(t("one "), ins(t("new ")), t("two"))], Kind.INSERTION, "", "new "),
    ([p(dele("one "), t("two"))], Kind.DELETION, "one ", ""),
    ([p(t("one two"), ins(FIELD.format(t("x"))))], Kind.FIELD, "", "x"),
    ([p(t("one two"), ins("<w:r><w:pict/></w:r>"))], Kind.IMAGE, "", "[picture]"),
    ([p(t("one two"), ins(NOTE))], Kind.NOTE, "", "[]"),
    ([p(t("one "), mark=f"<w:ins {A}/>"), p(t("two"))], Kind.PARAGRAPH_INSERTION, "", "\n"),
    ([tbl(tr(tc(p(t("cell"))))), p(t("one two"))], Kind.PARAGRAPH_INSERTION, "", "cell\n"),
])
def test_edit_kind_and_words(copy, kind, before, after):
    [edit] = edits([p(t("one two"))], copy)
    assert (edit.kind, edit.before, edit.after) == (kind, before, after)
    assert (edit.fragment is None) == (kind == Kind.DELETION)


def test_edit_paragraphs_joined_are_a_paragraph_taken_out():
    [edit] = edits([p(t("a")), p(t("b"))], [p(t("a"), mark=f"<w:del {A}/>"), p(t("b"))])
    assert (edit.kind, edit.before, edit.place.start, edit.place.end) == (Kind.PARAGRAPH_DELETION, "\n", 1, 2)


def test_edits_of_one_gap_are_ranked_in_the_order_of_the_file():
    found = edits([p(t("ab"))], [p(t("a"), ins(t("x")), ins(t("y"), by=A.replace("1", "5", 1).replace("Reviewer 1", "Other")), t("b"))])
    assert [(edit.after, edit.rank) for edit in found] == [("x", 0), ("y", 1)]


def test_edit_format_says_which_properties_changed():
    [edit] = edits([p(t("one"))], [p(BOLD.format("one"))])
    assert (edit.kind, edit.before, edit.after, edit.said, edit.person) == (Kind.FORMAT, "one", "one", "b, i", "Reviewer 1")


def test_edit_formats_of_neighbours_alike_are_one():
    found = edits([p(t("onetwo"), t("three"))], [p(BOLD.format("one"), BOLD.format("two"), BOLD.format("three").replace("w:i/", "w:u/"))])
    assert [(edit.place.start, edit.place.end, edit.said) for edit in found] == [(0, 6, "b, i"), (6, 11, "b, u")]


def test_edit_paragraph_format_has_the_paragraphs_words():
    change = f"<w:jc w:val='center'/><w:pPrChange {A}><w:pPr/></w:pPrChange>"
    [edit] = edits([p(t("one"))], [f"<w:p><w:pPr>{change}</w:pPr>{t('one')}</w:p>"])
    assert (edit.kind, edit.before, edit.said) == (Kind.PARAGRAPH_FORMAT, "one", "jc")
    assert "sectPr" not in edit.fragment.xml


def test_edit_of_the_last_section_is_read():
    change = f'<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:sectPrChange {A}>{SECTION}</w:sectPrChange></w:sectPr>'
    [edit] = edits([p(t("a")), SECTION], [p(t("a")), change])
    assert (edit.kind, edit.said) == (Kind.SECTION, "pgSz")


def test_edit_in_a_note_stands_in_the_notes_flow():
    [edit] = edits([p(t("a"), NOTE)], [p(t("a"), NOTE)], footnotes=footnote(t("old")), copy_footnotes=footnote(dele("old"), t("")))
    assert (edit.place.flow, edit.place.story, edit.before) == ("word/footnotes.xml#2", "footnote", "old")


def test_edit_in_a_note_that_is_referred_to_twice_is_read_once():
    found = edits([p(NOTE, NOTE)], [p(NOTE, NOTE)], footnotes=footnote(t("old")), copy_footnotes=footnote(t("old"), ins(t("!"))))
    assert [edit.after for edit in found] == ["!"]


def test_edit_in_a_text_box_stands_in_its_flow():
    box = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
    [edit] = edits([p(box.format(p(t("old"))))], [p(box.format(p(t("old"), ins(t("!")))))])
    assert (edit.place.flow, edit.place.story, edit.place.start) == (f"{BODY}/x0", "textbox", 3)


def test_edit_picture_replaced_is_an_image():
    base, copy = (package_of(p(PICTURE), pictures=True) for _ in range(2))
    copy.replace("word/media/image1.png", b"\x89PNG another")
    [edit] = read(base, copy).edits
    assert (edit.kind, edit.said, edit.tracked) == (Kind.IMAGE, "replaced", False)
    assert edit.fragment.relations[0].data == b"\x89PNG another"


def test_media_digests_of_the_same_picture_are_equal():
    document = document_of(p(t("a")))
    assert media(document, BODY, document.body.container) == ()


def test_changed_names_are_in_the_order_of_the_schema():
    package = package_of(p(f"<w:r><w:rPr><w:b/><w:i/><w:rPrChange {A}><w:rPr><w:i/><w:u/></w:rPr></w:rPrChange></w:rPr></w:r>"))
    properties = next(package.xml(package.main).iter(w("rPr")))
    assert changed(properties.find(w("rPrChange")), properties) == "b, u"
    properties.find(w("rPrChange"))[:] = []
    assert changed(properties.find(w("rPrChange")), properties) == "b, i"
