"""Copies re-saved by LibreOffice: untracked edits are found, noise stays out of the redline, a copy without its revisions is warned of."""

import random
from pathlib import Path

import pytest

from tansiq.engines.ooxml import read_package
from tansiq.engines.ooxml.revisions import accept_all
from tansiq.engines.redline import consolidate, view
from tests.engines.redline.reviews.drafts import built
from tests.engines.redline.reviews.model import Draft
from tests.engines.redline.reviews.oracles import soffice_converted
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.review import OPERATIONS, Review
from tests.engines.redline.reviews.written import write

BASE = built([("heading", 1), ("text", 2), ("notes", 3), ("arabic", 4), ("table", 5), ("numbered", 6), ("text", 7)])
pytestmark = pytest.mark.needs("soffice")


def done(*names: str) -> Draft:
    review = Review(BASE, "IOM")
    for number, name in enumerate(names):
        OPERATIONS[name](review, random.Random(number))
    return review.draft


def saved_by_libreoffice(file: bytes, folder: Path) -> bytes:
    (folder / "copy.docx").write_bytes(file)
    (folder / "saved").mkdir()
    return soffice_converted(folder / "copy.docx", "docx", folder / "saved").read_bytes()


def body(lines: list[str]) -> list[str]:
    """The words of the body; LibreOffice rewrites headers, fields and the runs of tabs."""
    return ["".join(line.split()) for line in lines[:lines.index("[header default]")]]


def test_copy_that_nobody_changed_brings_no_edits(tmp_path: Path):
    made = consolidate(write(BASE), {"IOM": saved_by_libreoffice(write(BASE), tmp_path)}, apart=False)
    assert [(edit.kind.value, edit.before, edit.after) for edit in made.ledger.edits] == []
    assert made.ledger.copies[0].coverage > 0.95
    assert "LibreOffice" in made.ledger.copies[0].saved_by


def test_untracked_edits_of_a_saved_copy_are_found(tmp_path: Path):
    draft = done("untracked_insert", "untracked_replace", "untracked_insert_paragraph")
    made = consolidate(write(BASE), {"IOM": saved_by_libreoffice(write(draft), tmp_path)}, apart=False)
    assert {edit.tracked for edit in made.ledger.edits} == {False}
    assert body(read_view(view(made.file, accept=["IOM"]), accepted=True)) == body(read_view(write(draft), accepted=True))


def test_tracked_edits_of_a_saved_copy_stay_tracked(tmp_path: Path):
    draft = done("insert_text", "delete_text", "insert_paragraph", "delete_paragraph")
    made = consolidate(write(BASE), {"IOM": saved_by_libreoffice(write(draft), tmp_path)}, apart=False)
    assert {edit.tracked for edit in made.ledger.edits} == {True}
    assert body(read_view(view(made.file, accept=["IOM"]), accepted=True)) == body(read_view(write(draft), accepted=True))


def test_copy_that_lost_its_revisions_is_warned_of(tmp_path: Path):
    package = read_package(write(done("insert_text", "delete_text")), name="copy")
    accept_all(package)
    made = consolidate(write(BASE), {"IOM": saved_by_libreoffice(package.write(), tmp_path)}, apart=False)
    intake = made.ledger.copies[0]
    assert intake.tracked == 0
    assert intake.untracked > 0
    assert intake.warnings
