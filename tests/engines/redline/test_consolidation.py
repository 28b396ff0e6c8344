"""The invariants of a consolidation over generated reviews and over every failure found before; the campaign `redline`.

A failure is shrunk and printed as a case: kept under tests/golden/redline/ it becomes a test.
"""

from pathlib import Path

import pytest

from tests.conftest import ROOT, SHARED
from tests.engines.redline.reviews.cases import Case, files, from_json, random_case
from tests.engines.redline.reviews.checks import check_consolidation
from tests.engines.redline.reviews.shrink import shrunk

KEPT = sorted((ROOT / "tests" / "golden" / "redline").glob("*.json"))
SCHEMAS = SHARED / "corpus" / "xsd"
PARTS = 2


def failures(case: Case, seed: int = 0) -> list[str]:
    base, copies = files(case)
    return check_consolidation(base, copies, schemas=SCHEMAS if SCHEMAS.is_dir() else None, seed=seed)


def check_case(case: Case, seed: int) -> None:
    """Fail with the smallest case that fails in the same invariant."""
    found = failures(case, seed)
    if found:
        invariant = found[0].split(":")[0]
        small = shrunk(case, lambda one: any(said.startswith(invariant) for said in failures(one, seed)))
        pytest.fail("\n".join([f"seed {seed}", *found[:10], "shrunk:", *failures(small, seed)[:5], small.as_json()]))


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.campaign("redline", sample=20, full=2000)
def test_consolidation_of_generated_reviews_holds_every_invariant(part, campaign):
    for seed in range(part, campaign, PARTS):
        check_case(random_case(seed), seed)


@pytest.mark.parametrize("path", KEPT, ids=[path.stem for path in KEPT])
def test_consolidation_of_a_case_that_failed_once_holds_every_invariant(path: Path):
    assert failures(from_json(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("agencies", [2, 17])
def test_consolidation_of_few_and_many_agencies_holds_every_invariant(agencies):
    assert failures(random_case(100 + agencies, agencies=agencies)) == []
