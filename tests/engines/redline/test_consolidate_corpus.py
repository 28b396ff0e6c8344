"""The invariants over public files with tracked changes: base = all rejected; copies = the file, two partly settled, one made.

Two of each file's copies have lost marks of changes, as programs that accept or reject on saving lose them.
"""

import random
from pathlib import Path

import pytest

from tansiq.engines.ooxml import read_package
from tansiq.engines.ooxml.revisions import Decision, reject_all, settle
from tests.conftest import SHARED
from tests.engines.redline.reviews.checks import check_consolidation
from tests.engines.redline.reviews.raw_edits import reviewed_file

FILES = sorted((SHARED / "corpus" / "docx").glob("*.docx"))
SCHEMAS = SHARED / "corpus" / "xsd"
pytestmark = pytest.mark.needs("shared")


def rejected(file: bytes) -> bytes:
    package = read_package(file, name="base")
    reject_all(package)
    return package.write()


def partly_settled(file: bytes, rng: random.Random) -> bytes:
    """The file with every third change accepted and every third rejected, without a trace."""
    package = read_package(file, name="copy")
    settle(package, lambda revision: rng.choice([Decision.ACCEPT, Decision.REJECT, Decision.KEEP]))
    return package.write()


def corpus_copies(file: bytes) -> tuple[bytes, dict[str, bytes]]:
    base = rejected(file)
    copies = {"IOM": file, "FAO": partly_settled(file, random.Random(1)), "WHO": partly_settled(file, random.Random(2))}
    return base, copies | {"ILO": reviewed_file(base, random.Random(3))}


def test_corpus_is_the_one_described():
    assert len(FILES) == 26


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_consolidation_of_a_public_file_holds_every_invariant(path: Path):
    base, copies = corpus_copies(path.read_bytes())
    assert check_consolidation(base, copies, schemas=SCHEMAS, plain=("FAO", "WHO")) == []
