"""The digest of the changes in a file: the same after another saving, another after another change."""

import pytest
from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.markup import fingerprint
from tests.engines.ooxml.revisions.written import A, B, dele, ins, p, package_of, t
from tests.engines.redline.documents import tbl, tc, tr

BLOCKS = (p(t("one two "), ins(t("three")), dele("four")), tbl(tr(tc(p(t("cell"))), properties=f"<w:ins {A}/>")), p(t("end")))


def test_fingerprint_same_after_runs_were_cut_and_ids_given_anew():
    again = (
        p(t("one "), t("two "), ins(t("th")), ins(t("ree")).replace('w:id="1"', 'w:id="77"'), dele("four")), *BLOCKS[1:],
    )
    assert fingerprint(package_of(*again)) == fingerprint(package_of(*BLOCKS))


def test_fingerprint_same_after_writing_and_for_other_formats():
    package = package_of(*BLOCKS)
    before = fingerprint(package)
    for run in package.xml(package.main).iter(w("r")):
        run.insert(0, etree.Element(w("rPr")))
    assert fingerprint(package) == before


@pytest.mark.parametrize(("old", "new"), [
    ("one", "One"), ("three", "thre"), ("four", "for"), ("cell", "cells"), ("Reviewer 1", "Reviewer 9"), ("2026-03-01", "2026-04-01"),
    ("w:ins", "w:moveTo"), ("end", ""),
])
def test_fingerprint_other_after_an_edit(old: str, new: str):
    changed = [block.replace(old, new, 1) for block in BLOCKS] if old != "w:ins" else [BLOCKS[0].replace("w:ins", "w:del"), *BLOCKS[1:]]
    assert fingerprint(package_of(*changed)) != fingerprint(package_of(*BLOCKS))


@pytest.mark.parametrize("blocks", [
    (p(t("a"), mark=f"<w:ins {A}/>"), p(t("b"))), (p(t("a"), mark=f"<w:ins {B}/>"), p(t("b"))), (p(t("a")), p(t("b"))), (p(t("ab")),),
])
def test_fingerprint_of_marks_of_paragraphs_counts(blocks):
    others = [
        (p(t("a"), mark=f"<w:ins {A}/>"), p(t("b"))), (p(t("a"), mark=f"<w:ins {B}/>"), p(t("b"))), (p(t("a")), p(t("b"))), (p(t("ab")),),
    ]
    assert [fingerprint(package_of(*other)) == fingerprint(package_of(*blocks)) for other in others].count(True) == 1


def test_fingerprint_results_of_computed_fields_do_not_count():
    field = '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>'
    assert fingerprint(package_of(p(field.format(t("1"))))) == fingerprint(package_of(p(field.format(t("12")))))
