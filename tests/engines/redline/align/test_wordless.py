"""What programs other than Word lose and add on saving is told from what a person did by whether there is a word in it."""

import pytest

from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import read_document
from tansiq.engines.redline.align.match import match
from tests.engines.ooxml.revisions.written import p, package_of, t

TABLE = "<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>"
ROW = "<w:tr><w:tc>{}</w:tc></w:tr>"
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
NUMBER = '<w:fldSimple w:instr=" PAGE ">{}</w:fldSimple>'
A, B = p(t("first")), p(t("second"))


def noise(ours: list[str], theirs: list[str], *, by_word: bool = False) -> list[str]:
    atoms = Atoms()
    base, copy = (read_document(package_of(*blocks), atoms).body for blocks in (ours, theirs))
    return [hunk.noise for hunk in match(base, copy, by_word=by_word).hunks]


@pytest.mark.parametrize(("ours", "theirs", "classed"), [
    ([A, B], [A, p(), B], ["break"]),
    ([A, p(), p(t("  ")), B], [A, B], ["break"]),
    ([A, B], [A, B, p()], ["break"]),
    ([A, B], [p(), A, B], ["break"]),
    ([A, B], [p(t("fi")), p(t("rst")), B], [""]),                        # parted
    ([A, B], [p(t("firstsecond"))], [""]),                               # joined
    ([A, B], [A, p(t("-")), B], [""]),
    ([A, TABLE.format(""), B], [A, B], ["break"]),
    ([A, TABLE.format(ROW.format(p())), B], [A, B], ["break"]),
    ([A, TABLE.format(ROW.format(B)), B], [A, B], [""]),
    ([A, p(NUMBER.format(t("1"))), B], [A, p(BOX.format(p(NUMBER.format(t("2"))))), B], ["break"]),
    ([p(t("a"), PAGE_BREAK, t("b"))], [p(t("a"), PAGE_BREAK), p(t("b"))], ["break"]),
])
def test_hunk_of_another_program_is_an_edit_when_there_is_a_word_in_it(ours, theirs, classed):
    assert noise(ours, theirs) == classed


def test_empty_paragraph_put_in_with_word_is_an_edit():
    assert noise([A, B], [A, p(), B], by_word=True) == [""]


@pytest.mark.parametrize(("ours", "theirs", "classed"), [
    ([p(t("a"))], [p(t("a"), BOX.format(p()))], ["drawing"]),
    ([p(t("a"))], [p(t("a"), BOX.format(A))], [""]),
    ([p(t("a"), BOX.format(A))], [p(t("a"))], [""]),
    ([p(t("above"), BOX.format(A)), B], [p(t("above")), p(BOX.format(A), t("second"))], ["drawing", "drawing"]),     # anchored elsewhere
])
def test_text_box_of_another_program_is_an_edit_when_its_words_are_new_or_gone(ours, theirs, classed):
    assert noise(ours, theirs) == classed
