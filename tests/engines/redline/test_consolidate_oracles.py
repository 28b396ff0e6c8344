"""What pandoc, docx-scalpel and LibreOffice say of a consolidated file: the same changes and comments that ours and plain views count.

LibreOffice 7.4 breaks off on some placements of comments; where it cannot open a copy it is not asked about the result.
"""

from collections import Counter
from pathlib import Path

import pytest

from tansiq.engines.redline import consolidate
from tests.engines.redline.reviews.cases import Case, CopyRecipe, files
from tests.engines.redline.reviews.oracles import pandoc_counts, pandoc_text, scalpel_settled, soffice_converted
from tests.engines.redline.reviews.plain_comments import comments_of, letters_by_hand
from tests.engines.redline.reviews.plain_views import read_view

# Bodies of text with tables: what pandoc reads whole (it knows no headers, no text boxes, no second paragraph of a cell's merge).
DRAFT = (("heading", 1), ("text", 2), ("arabic", 3), ("text", 4), ("numbered", 5), ("text", 6))
WORDS = ("insert_text", "delete_text", "replace_text")
CASES = [
    Case(DRAFT, tuple(
        CopyRecipe(agency, tuple((WORDS[(number + step) % 3], 100 * number + step) for step in range(6)) + (("comment_on_words", number),))
        for agency in ("IOM", "FAO", "ILO")
    ))
    for number in range(6)
]


def made(case: Case) -> tuple[bytes, dict[str, bytes], bytes]:
    base, copies = files(case)
    return base, copies, consolidate(base, copies, apart=False).file


@pytest.mark.needs("pandoc")
@pytest.mark.parametrize("case", CASES)
def test_pandoc_counts_the_comments_and_changes_of_every_author(case, tmp_path: Path):
    _, _, file = made(case)
    (tmp_path / "out.docx").write_bytes(file)
    counted = pandoc_counts(tmp_path / "out.docx")
    comments = Counter(f"comment-start {said.person}" for said in comments_of(file))
    assert {key: count for key, count in counted.items() if key.startswith("comment-start")} == comments
    letters: Counter[str] = Counter()
    for word, side in (("insertion", "ins"), ("deletion", "del")):
        for (person, _, _), count in letters_by_hand(file, edges=False)[side].items():
            letters[f"{word} {person}"] += count
    assert {key: count for key, count in counted.items() if count and not key.startswith("comment-start")} == letters


@pytest.mark.needs("pandoc")
@pytest.mark.parametrize("case", CASES)
def test_pandoc_rejecting_all_reads_the_base(case, tmp_path: Path):
    base, _, file = made(case)
    for name, data in (("base", base), ("out", file)):
        (tmp_path / f"{name}.docx").write_bytes(data)
    assert pandoc_text(tmp_path / "out.docx", "reject") == pandoc_text(tmp_path / "base.docx", "reject")


@pytest.mark.parametrize("case", CASES)
def test_docx_scalpel_settling_all_reads_what_plain_views_read(case):
    base, _, file = made(case)
    assert read_view(scalpel_settled(file, accepted=False), accepted=True) == read_view(base, accepted=True)
    accepted = scalpel_settled(file, accepted=True)
    assert read_view(accepted, accepted=True) == read_view(file, accepted=True)
    assert len(comments_of(accepted)) == len(comments_of(file))


@pytest.mark.needs("soffice")
def test_libreoffice_opens_the_result_and_keeps_its_comments(tmp_path: Path):
    _, _, file = made(CASES[0])
    (tmp_path / "out.docx").write_bytes(file)
    (tmp_path / "saved").mkdir()
    saved = soffice_converted(tmp_path / "out.docx", "docx", tmp_path / "saved")
    assert saved is not None
    again = saved.read_bytes()
    assert Counter(said.text for said in comments_of(again)) == Counter(said.text for said in comments_of(file))
    assert read_view(again, accepted=False)[:-4] == read_view(file, accepted=False)[:-4]
