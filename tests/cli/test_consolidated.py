"""`tansiq redline consolidate`: the file, its ledger and matrix; refusals by name, and nothing written when it says so."""

import json

import pytest

from tansiq.cli.consolidated import warning_words
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.writers import embedded
from tests.engines.ooxml.hostile import markup
from tests.engines.ooxml.revisions.written import body_texts, dele, ins, p, package_of, t

TEXT = "The group has 16 members and meets twice a year."
COPY = p(t("The group has "), dele("16"), ins(t("17")), t(" members and meets twice a year."))


@pytest.fixture
def folder(tmp_path):
    """A folder with the draft, two good copies, a hostile one, one of another draft and one that is no Word file."""
    files = {
        "base": package_of(p(t(TEXT))).write(), "fao": package_of(COPY).write(), "iom": package_of(COPY).write(),
        "other": package_of(p(t("Wholly other words, and many more of them than before."))).write(),
        "hostile": markup.CASES["external entity"][0](),
        "text": b"no Word file",
    }
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    return tmp_path


def consolidate(tansiq, folder, *words: object):
    return tansiq("redline", "consolidate", folder / "base.docx", *words, "-o", folder / "all.docx")


def made(folder) -> list[str]:
    """The files written."""
    return sorted({path.name for path in folder.iterdir() if path.is_file()} - {
        f"{name}.docx" for name in ("base", "fao", "iom", "other", "hostile", "text")
    })


def test_consolidate_writes_the_file_its_ledger_and_matrices(tansiq, folder):
    ran = consolidate(
        tansiq, folder, f"FAO={folder}/fao.docx", f"UN Women={folder}/iom.docx", "--ledger", folder / "l.json",
        "--matrix", folder / "m.xlsx", "--matrix-docx", folder / "m.docx", "--language", "ar",
    )
    assert ran.code == 0, ran.err
    assert made(folder) == ["all.docx", "l.json", "m.docx", "m.xlsx"]
    ledger = json.loads((folder / "l.json").read_text())
    assert [copy["name"] for copy in ledger["copies"]] == ["FAO", "UN Women"]
    assert [edit["agrees_with"] != [] for edit in ledger["edits"]] == [True] * 4
    package = read_package((folder / "all.docx").read_bytes(), name="all.docx")
    assert embedded.find(package).extra["language"] == "ar"
    assert "4 changes, 0 comments, 0 conflicts" in ran.err + ran.out


def test_consolidate_names_the_refused_and_does_the_others(tansiq, folder):
    ran = consolidate(tansiq, folder, *(f"{name.upper()}={folder}/{name}.docx" for name in ("fao", "hostile", "other", "text")))
    assert ran.code == 1
    last = ran.err.splitlines()[-1]
    assert "3 of 4 copies were refused" in last
    assert all(f"{name} ({name.lower()}.docx)" in last for name in ("HOSTILE", "OTHER", "TEXT"))
    assert "Traceback" not in ran.err
    assert made(folder) == ["all.docx"]


def test_consolidate_strict_writes_nothing_when_one_is_refused(tansiq, folder):
    ran = consolidate(tansiq, folder, f"FAO={folder}/fao.docx", f"WHO={folder}/text.docx", "--strict", "--ledger", folder / "l.json")
    assert (ran.code, "WHO (text.docx)" in ran.err, ran.err.count("\n"), made(folder)) == (2, True, 1, [])


def test_consolidate_when_all_are_refused_writes_nothing(tansiq, folder):
    ran = consolidate(tansiq, folder, f"FAO={folder}/text.docx", f"WHO={folder}/other.docx")
    assert (ran.code, ran.err.count("\n"), made(folder)) == (2, 1, [])
    assert "FAO (text.docx)" in ran.err


def test_consolidate_received_dates_what_bears_no_date_and_agency_only_names_nobody(tansiq, folder):
    (folder / "fao.docx").write_bytes(package_of(p(t(TEXT.replace("16", "18")))).write())
    words = ("--received", "FAO=2017-10-05", "--agency-only", "--ledger", folder / "l.json")
    assert consolidate(tansiq, folder, f"FAO={folder}/fao.docx", f"IOM={folder}/iom.docx", *words).code == 0
    edits = json.loads((folder / "l.json").read_text())["edits"]
    assert {edit["date"][:10] for edit in edits if edit["agency"] == "FAO"} == {"2017-10-05"}
    package = read_package((folder / "all.docx").read_bytes(), name="all.docx")
    assert b"Reviewer" not in package.data(package.main)
    assert body_texts(package) != []


@pytest.mark.parametrize(("words", "said"), [
    (["FAO={}/fao.docx", "fao={}/iom.docx"], "fao is named twice"),
    (["FAO={}/lost.docx"], "there is no file"),
    (["fao.docx"], "names no agency and file"),
    (["={}/fao.docx"], "names no agency and file"),
    (["FAO={}/fao.docx", "--received", "WHO=2017-10-05"], "of whom there is no copy"),
    (["FAO={}/fao.docx", "--received", "FAO"], "names no agency and day"),
    (["FAO={}/fao.docx", "--received", "FAO=yesterday"], "yesterday"),
    (["FAO={}/fao.docx", "--language", "es"], "es"),
    (["FAO={}/fao.docx", "--ledger", "{}/nowhere/l.json"], "there is no folder"),
    (["FAO={}/fao.docx", "--ledger", "{}/all.docx"], "two results would be written to"),
    ([], "Missing argument"),
])
def test_consolidate_that_cannot_be_asked_is_refused_in_one_line(tansiq, folder, words, said):
    ran = consolidate(tansiq, folder, *(word.replace("{}", str(folder)) for word in words))
    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert ran.err.count("\n") == 1
    assert made(folder) == []


def test_consolidate_base_that_is_no_docx_or_not_there_is_refused(tansiq, folder):
    for base, said in (("text.docx", "text.docx"), ("lost.docx", "lost.docx")):
        ran = tansiq("redline", "consolidate", folder / base, f"FAO={folder}/fao.docx", "-o", folder / "all.docx")
        assert (ran.code, said in ran.err, ran.err.count("\n"), made(folder)) == (2, True, 1, [])


def test_warning_words_of_every_code_are_a_sentence_and_of_others_the_code():
    assert warning_words("noise", {"count": 3}) == "3 differences that a program made are left out"
    assert warning_words("another_draft", {}) == "it carries the mark of another draft"
    assert warning_words("later", {"x": 1}) == "later"
