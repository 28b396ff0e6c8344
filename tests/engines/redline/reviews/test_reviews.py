"""The generator of reviews, tried: its model, its writer and the plain views agree, its cases can be written down, Word's schema holds."""

import io
import random
import shutil
import subprocess
import zipfile

import pytest

from tests.engines.redline.reviews.cases import base_of, copy_of, files, from_json, random_case, reviewed
from tests.engines.redline.reviews.drafts import BUILDERS, built
from tests.engines.redline.reviews.model import view
from tests.engines.redline.reviews.mutators import MUTATORS
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.review import OPERATIONS, Review
from tests.engines.redline.reviews.written import write

EVERYTHING = [(name, number) for number in range(2) for name in sorted(BUILDERS)]
CRASHES_LIBREOFFICE_7 = {"comment_on_words", "comment_on_a_point", "comment_on_paragraphs"}      # a comment in a note


def everything_done() -> bytes:
    """A copy with every operation done once, but those that no LibreOffice 7 reads."""
    review = Review(built(EVERYTHING), "IOM")
    for number, name in enumerate(sorted(OPERATIONS.keys() - CRASHES_LIBREOFFICE_7)):
        OPERATIONS[name](review, random.Random(number))
    return write(review.draft)


@pytest.mark.parametrize("seed", range(25))
def test_views_of_model_and_file_are_the_same(seed):
    case = random_case(seed)
    base = base_of(case)
    original = view(base, False)
    assert original == view(base, True) == read_view(write(base), accepted=False)
    for recipe in case.copies:
        draft, file = reviewed(base, recipe), copy_of(base, recipe)
        assert read_view(file, accepted=True) == view(draft, True)
        assert read_view(file, accepted=False) == view(draft, False)
        if not any(name.startswith("untracked") for name, _ in recipe.steps):
            assert view(draft, False) == original


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_operation_on_everything_changes_the_file(name):
    base = built(EVERYTHING)
    review = Review(base, "IOM")
    for seed in range(20):
        OPERATIONS["comment_on_words"](review, random.Random(seed)) if name in {"reply", "resolve"} else None
        OPERATIONS[name](review, random.Random(seed))
    assert write(review.draft) != write(base)


@pytest.mark.parametrize("name", sorted(MUTATORS))
def test_mutator_changes_the_bytes_and_not_the_views(name):
    file = everything_done()
    mutated = MUTATORS[name](file, random.Random(1))
    assert mutated != file
    assert [read_view(mutated, accepted=accepted, rich=True) for accepted in (True, False)] == [
        read_view(file, accepted=accepted, rich=True) for accepted in (True, False)
    ]


def test_case_written_down_gives_the_same_files():
    case = random_case(7)
    again = from_json(case.as_json())
    assert again == case
    assert files(again) == files(case)


def test_cases_cover_every_builder_operation_and_mutator():
    cases = [random_case(seed) for seed in range(200)]
    assert {name for case in cases for name, _ in case.draft} == set(BUILDERS)
    copies = [copy for case in cases for copy in case.copies]
    assert {name for copy in copies for name, _ in copy.steps} == set(OPERATIONS)
    assert {name for copy in copies for name, _ in copy.mutations} == set(MUTATORS)
    assert {len(case.copies) for case in cases} >= {1, 2, 17}


def test_file_of_everything_has_every_story():
    with zipfile.ZipFile(io.BytesIO(write(built(EVERYTHING)))) as archive:
        names = set(archive.namelist())
    parts = ("document", "footnotes", "endnotes", "comments", "commentsExtended", "header1", "footer1", "numbering", "styles", "settings")
    assert {f"word/{part}.xml" for part in parts} <= names


@pytest.mark.needs("soffice")
def test_file_of_everything_opens_in_libreoffice(tmp_path):
    (tmp_path / "all.docx").write_bytes(everything_done())
    command = [shutil.which("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "all.docx")], check=True, capture_output=True, timeout=120)
    assert (tmp_path / "all.pdf").stat().st_size > 10_000
