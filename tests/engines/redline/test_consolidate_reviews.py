"""The invariants of a consolidation over generated reviews and over every failure found before; the campaign `redline`.

A failure is shrunk, and its files are written where the message says: kept under tests/golden/redline/ they are a test.
"""

import os
import tempfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, SHARED
from tests.engines.redline.reviews.cases import Case, files, random_case
from tests.engines.redline.reviews.checks import check_consolidation
from tests.engines.redline.reviews.shrink import shrunk

KEPT = sorted(path for path in (ROOT / "tests" / "golden" / "redline").iterdir() if path.is_dir())
SCHEMAS = SHARED / "corpus" / "xsd" if (SHARED / "corpus" / "xsd").is_dir() else None
PARTS = 2
SAMPLE = 50 if os.environ.get("CI") else 20        # two seconds each


def failures(case: Case, seed: int = 0) -> list[str]:
    base, copies = files(case)
    return check_consolidation(base, copies, schemas=SCHEMAS, seed=seed)


def check_case(case: Case, seed: int) -> None:
    """Fail with the smallest case that fails in the same invariant."""
    found = failures(case, seed)
    if found:
        invariant = found[0].split(":")[0]
        small = shrunk(case, lambda one: any(said.startswith(invariant) for said in failures(one, seed)))
        said = [f"seed {seed}", *found[:10], f"shrunk, in {kept(small)}:", *failures(small, seed)[:5], small.as_json()]
        pytest.fail("\n".join(said))


def kept(case: Case) -> Path:
    """A new folder with the files of a case."""
    folder = Path(tempfile.mkdtemp(prefix="tansiq-redline-"))
    base, copies = files(case)
    for name, data in {"base": base, **copies}.items():
        (folder / f"{name}.docx").write_bytes(data)
    return folder


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.campaign("redline", sample=SAMPLE, full=2000)
def test_consolidation_of_generated_reviews_holds_every_invariant(part, campaign):
    for seed in range(part, campaign, PARTS):
        check_case(random_case(seed), seed)


@pytest.mark.parametrize("path", KEPT, ids=[path.name for path in KEPT])
def test_consolidation_of_files_that_failed_once_holds_every_invariant(path: Path):
    copies = {file.stem: file.read_bytes() for file in path.glob("*.docx")}
    assert check_consolidation(copies.pop("base"), copies, schemas=SCHEMAS) == []


@pytest.mark.parametrize("agencies", [2, 17])
def test_consolidation_of_few_and_many_agencies_holds_every_invariant(agencies):
    assert failures(random_case(100 + agencies, agencies=agencies)) == []
