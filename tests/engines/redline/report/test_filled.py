"""One disposition from the words people wrote."""

import pytest

from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import Category, Decision, Disposition, Status
from tansiq.engines.redline.report.filled import disposition_of


def of(**written: str) -> Disposition:
    return disposition_of("r", {Column(name): value for name, value in written.items()}, place="row 4")


def test_disposition_of_nothing_is_open_and_undecided():
    assert of() == Disposition("r", place="row 4")


def test_disposition_of_all_columns():
    assert of(decision="Deferred to meeting", final_text="\n a \n", response=" b ", category="Forme", responsible="c", decided_by="d",
              decided_on="2017-04-01", status="متفق عليه", applied_in="2") == Disposition(
        "r", Decision.DEFERRED, " a ", "b", Category.EDITORIAL, 0, "c", "d", "2017-04-01", Status.AGREED, "2", "row 4",
    )


@pytest.mark.parametrize(("word", "number", "expected"), [
    ("duplicate", "12", 12), ("Duplicate of No. 12", "", 12), ("duplicate of 12", "", 12), ("Doublon du n° 12", "", 12),
    ("مكرر للرقم ١٢", "", 12), ("duplicate", "", 0), ("duplicate 3", "4", 4),
])
def test_disposition_of_a_duplicate_takes_its_number_from_either_cell(word: str, number: str, expected: int):
    found = of(decision=word, duplicate_of=number)
    assert (found.decision, found.duplicate_of) == (Decision.DUPLICATE, expected)


@pytest.mark.parametrize(("written", "message"), [
    ({"decision": "accepted 12"}, "row 4: 'accepted 12' is no disposition"), ({"duplicate_of": "-3"}, "row 4: '-3' is not the number"),
    ({"category": "x"}, "row 4: 'x' is no category"), ({"status": "x"}, "row 4: 'x' is no status. Choose one of: open, proposed"),
])
def test_disposition_of_words_that_mean_nothing_is_refused(written: dict[str, str], message: str):
    with pytest.raises(DispositionRefused) as refusal:
        of(**written)
    assert message in str(refusal.value)
