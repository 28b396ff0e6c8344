"""The checks, tried on faults planted in a consolidation that is right: none passes for want of looking."""

from dataclasses import replace

import pytest

from tansiq.engines.redline import consolidate
from tests.engines.redline.reviews import checks
from tests.engines.redline.reviews.cases import Case, CopyRecipe, files
from tests.engines.redline.reviews.checks import CHECKS, Done
from tests.engines.redline.reviews.health import faults
from tests.engines.redline.reviews.parts import unzipped, zipped

STEPS = (("insert_text", 1), ("replace_text", 2), ("comment_on_words", 5), ("insert_paragraph", 4))
CASE = Case((("text", 1), ("pictures", 2)), (CopyRecipe("IOM", STEPS), CopyRecipe("FAO", (("insert_text", 9), *STEPS[2:]))))


@pytest.fixture(scope="module")
def right() -> Done:
    base, copies = files(CASE)
    made = consolidate(base, copies, apart=False)
    return Done(base, copies, made.file, made.ledger)


def changed(file: bytes, part: str, old: bytes, new: bytes) -> bytes:
    parts = unzipped(file)
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    return zipped(parts)


def test_every_check_is_silent_on_what_is_right(right):
    assert [said for check in CHECKS for said in check(right)] == []


@pytest.mark.parametrize(("check", "part", "old", "new"), [
    ("rejected_is_base", "word/document.xml", b"And the on under", b"And the on over"),
    ("comments_kept", "word/comments.xml", b"[IOM]", b"[ILO]"),
    ("anchors_kept", "word/document.xml", b'<w:commentRangeEnd w:id="0"/>', b'<w:t>more</w:t><w:commentRangeEnd w:id="0"/>'),
    ("nothing_lost", "word/_rels/document.xml.rels", b'Target="media/', b'Target="media/other'),
])
def test_check_finds_a_fault_planted_in_the_file(right, check, part, old, new):
    assert list(getattr(checks, check)(replace(right, file=changed(right.file, part, old, new), views=dict(right.views))))


@pytest.mark.parametrize("check", ["hands_kept", "counts_agree"])
def test_check_finds_an_edit_missing_from_the_ledger(right, check):
    edits = tuple(edit for edit in right.ledger.edits if edit != next(one for one in right.ledger.edits if one.agency == "IOM"))
    assert list(getattr(checks, check)(replace(right, ledger=replace(right.ledger, edits=edits))))


def test_check_finds_that_a_copy_is_not_the_one_consolidated(right):
    _, others = files(replace(CASE, copies=(CopyRecipe("IOM", STEPS[:1]), CASE.copies[1])))
    for check in ("accepted_is_copy", "same_bytes", "decided_is_applied"):
        assert list(getattr(checks, check)(replace(right, copies=others))), check


@pytest.mark.parametrize(("part", "old", "new", "said"), [
    ("word/document.xml", b'r:embed="', b'r:embed="none', "blip uses a relation that is not there"),
    ("[Content_Types].xml", b"/word/styles.xml", b"/word/other.xml", "a content type for the missing part word/other.xml"),
    ("word/comments.xml", b'w:id="', b'w:id="9', "a reference to a comment that is not there"),
    ("word/document.xml", b"<w:commentRangeEnd ", b"<w:proofErr ", "starts and ends of commentRange that do not pair"),
])
def test_health_finds_a_fault_planted_in_the_parts(right, part, old, new, said):
    found = faults(changed(right.file, part, old, new)) - faults(right.file)
    assert any(said in one for one in found)
