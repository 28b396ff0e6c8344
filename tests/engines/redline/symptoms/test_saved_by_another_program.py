"""Copies re-saved by LibreOffice: untracked edits are found, noise stays out of the redline, a copy without its revisions is warned of;
and consolidated files that LibreOffice opens: the same words, comments and authors come back. All in one run of it."""

import random
import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tansiq.cli.consolidated import intake_table
from tansiq.engines.ooxml import read_package
from tansiq.engines.ooxml.revisions import accept_all
from tansiq.engines.redline import Consolidation, consolidate, view
from tests.conftest import SHARED
from tests.engines.redline.reviews.cases import files, random_case
from tests.engines.redline.reviews.drafts import built
from tests.engines.redline.reviews.plain_comments import comments_of, letters_by_hand
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.review import OPERATIONS, Review
from tests.engines.redline.reviews.written import write
from tests.engines.redline.test_consolidate_corpus import corpus_copies
from tests.engines.redline.through_office import all_saved_by_libreoffice

DRAFT = built([("heading", 1), ("text", 2), ("notes", 3), ("arabic", 4), ("table", 5), ("numbered", 6), ("text", 7)])
BASE = write(DRAFT)
UNTRACKED = ("untracked_insert", "untracked_replace", "untracked_insert_paragraph")
TRACKED = ("insert_text", "delete_text", "insert_paragraph", "delete_paragraph")
CORPUS = sorted((SHARED / "corpus" / "docx").glob("*.docx"))
REVIEWED = ("09", "12", "18", "20", "24", "35", "37")          # tracked changes of kinds that LibreOffice keeps
CLEAN = ("01", "04", "16", "35", "37", "43")                   # what it rewrites most: fields, breaks, tables, headers, Arabic
OPENED = ("07", "12", "16", "24", "31", "33", "35", "37", "38", "41")
GENERATED = (0, 1, 2, 3, 7, 9)
pytestmark = pytest.mark.needs("soffice", "shared")


def done(*names: str) -> bytes:
    review = Review(DRAFT, "IOM")
    for number, name in enumerate(names):
        OPERATIONS[name](review, random.Random(number))
    return write(review.draft)


def accepted(file: bytes) -> bytes:
    package = read_package(file, name="copy")
    accept_all(package)
    return package.write()


def public(number: str) -> bytes:
    return next(path for path in CORPUS if path.name.startswith(number)).read_bytes()


def consolidated(name: str) -> bytes:
    number = name.removeprefix("out-")
    base, copies = files(random_case(int(number[1:]))) if number.startswith("g") else corpus_copies(public(number))
    return consolidate(base, copies, apart=False).file


GIVEN = {
    "base": lambda: BASE,
    "untracked": lambda: done(*UNTRACKED),
    "tracked": lambda: done(*TRACKED),
    "lost": lambda: accepted(done(*TRACKED)),
    "arabic": lambda: public("02"),
    **{f"clean-{number}": lambda number=number: corpus_copies(public(number))[0] for number in CLEAN},
    **{f"reviewed-{number}": lambda number=number: public(number) for number in REVIEWED},
    **{name: lambda name=name: consolidated(name) for name in [*(f"out-{n}" for n in OPENED), *(f"out-g{n}" for n in GENERATED)]},
}


class Saved:
    """The files given to LibreOffice, and what it made of them."""

    def __init__(self, folder: Path) -> None:
        self.given = {name: make() for name, make in GIVEN.items()}
        self.made = all_saved_by_libreoffice(self.given, folder)

    def read(self, name: str, base: bytes) -> Consolidation:
        """The consolidation of one re-saved file."""
        return consolidate(base, {"IOM": self.made[name]}, files={"IOM": "iom.docx"}, apart=False)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    return Saved(tmp_path_factory.mktemp("office"))


def body(lines: list[str]) -> list[str]:
    """The words of the body; LibreOffice rewrites headers, fields and the runs of tabs."""
    return ["".join(line.split()) for line in lines[:lines.index("[header default]")]]


def words(file: bytes, *, accepted: bool) -> str:
    """The words of all stories in their order, without names of pictures, fields and notes."""
    return re.sub(r"\[[^\]]*\]", "", "".join("".join(line.split()) for line in read_view(file, accepted=accepted)))


def letters_by_day(file: bytes) -> dict[str, Counter[tuple[str, str, str]]]:
    """The letters each person put in and took out in a day: it rounds times and joins neighbours into one change."""
    found = {side: Counter() for side in ("ins", "del")}
    for side, letters in letters_by_hand(file).items():
        for (person, date, letter), count in letters.items():
            found[side][person, date[:len("2017-10-05")], letter] += count
    return found


def changes(made: Consolidation) -> list[tuple[str, str, str]]:
    return [(edit.kind.value, edit.before, edit.after) for edit in made.ledger.edits]


def test_copy_that_nobody_changed_brings_no_edits(saved):
    made = saved.read("base", BASE)
    assert changes(made) == []
    assert made.ledger.copies[0].coverage > 0.95
    assert "LibreOffice" in made.ledger.copies[0].saved_by


@pytest.mark.parametrize("number", CLEAN)
def test_public_file_that_nobody_changed_brings_noise_alone(saved, number):
    name = f"clean-{number}"
    made = saved.read(name, saved.given[name])
    assert (changes(made), made.ledger.comments) == ([], ())
    assert {noise.kind for noise in made.ledger.noise} <= {"field_result", "drawing", "break", "white_space"}
    assert words(made.file, accepted=True) == words(saved.given[name], accepted=True)


def test_untracked_edits_are_found(saved):
    made = saved.read("untracked", BASE)
    assert {edit.tracked for edit in made.ledger.edits} == {False}
    assert body(read_view(view(made.file, accept=["IOM"]), accepted=True)) == body(read_view(saved.given["untracked"], accepted=True))


def test_tracked_edits_stay_tracked(saved):
    made = saved.read("tracked", BASE)
    assert {edit.tracked for edit in made.ledger.edits} == {True}
    assert body(read_view(view(made.file, accept=["IOM"]), accepted=True)) == body(read_view(saved.given["tracked"], accepted=True))


@pytest.mark.parametrize("number", REVIEWED)
def test_changes_of_a_public_file_are_those_before_it_was_saved(saved, number):
    name = f"reviewed-{number}"
    base = corpus_copies(saved.given[name])[0]
    before = consolidate(base, {"IOM": saved.given[name]}, apart=False)
    made = saved.read(name, base)
    assert letters_by_day(made.file) == letters_by_day(before.file)
    assert {edit.tracked for edit in made.ledger.edits} == {True}


@pytest.mark.parametrize(("name", "untracked"), [("lost", True), ("arabic", True), ("base", False)])
def test_copy_that_lost_its_revisions_is_warned_of_by_name(saved, name, untracked):
    made = saved.read(name, corpus_copies(saved.given[name])[0] if name == "arabic" else BASE)
    intake = made.ledger.copies[0]
    assert (intake.tracked, intake.untracked > 0) == (0, untracked)
    assert [warning.code for warning in intake.warnings if warning.code != "noise"] == ["revisions_lost"]
    line = next(line for line in intake_table(made.ledger).splitlines() if line.startswith("IOM"))
    assert f"saved by {intake.saved_by} without tracked changes" in line


@pytest.mark.parametrize("name", [name for name in GIVEN if name.startswith("out-")])
def test_consolidated_file_comes_back_with_its_words_comments_and_authors(saved, name):
    given, made = saved.given[name], saved.made[name]
    for side in (False, True):
        assert words(made, accepted=side) == words(given, accepted=side)
    assert Counter(said.person for said in comments_of(made)) == Counter(said.person for said in comments_of(given))
    hands = [{person for side in letters_by_hand(file).values() for person, _, _ in side} for file in (made, given)]
    assert hands[0] >= hands[1]                # it takes moves for text taken out here and put in there


@pytest.mark.parametrize("name", [name for name in GIVEN if name.startswith("out-")])
def test_consolidated_file_is_read_by_python_docx(saved, name):
    read = docx.Document(BytesIO(saved.given[name]))
    assert Counter(comment.author for comment in read.comments) == Counter(said.person for said in comments_of(saved.given[name]))
    again = BytesIO()
    read.save(again)
    assert words(again.getvalue(), accepted=True) == words(saved.given[name], accepted=True)
