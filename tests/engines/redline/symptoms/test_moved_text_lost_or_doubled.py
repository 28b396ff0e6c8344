"""Symptom: moved text disappears, or stands twice (superdoc/docx-editor#3709; bokuweb/docx-rs#794)."""

import pytest

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import Decision, accept_all, reject_all, settle
from tests.conftest import SHARED
from tests.engines.ooxml.revisions.written import A, B, body_texts, p, package_of, t

WITHIN = (p(f"<w:moveFrom {A}>{t('moved ')}</w:moveFrom>", t("stays "), f"<w:moveTo {A}>{t('moved ')}</w:moveTo>"),)
TABLE = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
INTO_A_CELL = (p(f"<w:moveFrom {A}>{t('moved')}</w:moveFrom>"), TABLE.format(p(f"<w:moveTo {A}>{t('moved')}</w:moveTo>")), p())


@pytest.mark.parametrize("settle_fully", [accept_all, reject_all])
@pytest.mark.parametrize("blocks", [WITHIN, INTO_A_CELL], ids=["within a paragraph", "into a cell"])
def test_moved_text_settled_stands_once(blocks, settle_fully):
    package = package_of(*blocks)
    settle_fully(package)
    assert "".join(body_texts(package)).count("moved") == 1


def test_moved_text_of_another_person_kept_stands_in_both_places_as_a_move():
    package = package_of(
        p(f"<w:moveFrom {A}>{t('moved')}</w:moveFrom>"),
        p(f"<w:moveTo {A}>{t('moved')}</w:moveTo><w:ins {B}>{t('new')}</w:ins>"),
    )
    settle(package, lambda revision: Decision.ACCEPT if revision.author == "Reviewer 2" else Decision.KEEP)
    assert body_texts(package) == ["moved", "movednew"]


@pytest.mark.needs("shared")
@pytest.mark.parametrize("settle_fully", [accept_all, reject_all])
def test_moved_paragraph_of_the_corpus_stands_once(settle_fully):
    path = SHARED / "corpus" / "docx" / "05-RP015-MoveFrom-MoveTo.docx"
    package = read_package(path.read_bytes(), name=path.name)
    both = body_texts(package)
    moved = next(text for text in both if both.count(text) == 2)
    settle_fully(package)
    assert body_texts(package).count(moved) == 1
