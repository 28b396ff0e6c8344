"""Files of the corpus with faults put in by chance: each is refused in one line or read, and none breaks or holds up the reader."""

from collections import Counter

import pytest

from tansiq.engines.ooxml.worker import run_apart

BATCH = 50


@pytest.mark.needs("shared")
@pytest.mark.campaign("hostile-files", sample=200, full=10_000)
def test_read_package_of_a_mutant_is_a_package_or_one_clear_line(shared, campaign):
    folder = str(shared / "corpus" / "docx")
    said: list[str] = []
    for start in range(0, campaign, BATCH):
        seeds = (folder, start, min(start + BATCH, campaign))
        said += run_apart("tests.engines.ooxml.hostile.apart:answers", seeds, seconds=120, megabytes=1_500)
    kinds = Counter("package" if each == "a package" else "refused" for each in said)
    print(dict(kinds))  # noqa: T201 (the figures of the campaign)
    assert [each for each in said if each.startswith("BROKEN")] == []
    assert [each for each in said if each != "a package" and (not each.startswith("copy.docx: ") or "\n" in each or len(each) > 500)] == []
    assert len(said) == campaign
    assert min(kinds["package"], kinds["refused"]) > campaign // 10
