"""`tansiq redline`: what is written, exit codes, one clear line on refusal and then nothing written; standard input and output."""

import json

import pytest
from openpyxl import load_workbook

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.report.dispositions import written_json
from tansiq.engines.redline.report.workbook import matrix_xlsx
from tansiq.engines.redline.writers import ledger_json
from tests.cli.shell import typed
from tests.engines.ooxml.revisions.written import body_texts, dele, ins, p, package_of, t
from tests.engines.redline.documents import consolidated, ranged, remark

TEXT = "The group has 16 members and meets twice a year."
BASE = package_of(p(t(TEXT)))
FAO = package_of(p(t("The group has "), dele("16"), ins(t("17")), t(" members and meets twice a year.")))
IOM = package_of(p(ranged(1, t("The group")), t(" has 16 members and meets "), dele("twice "), t("a year.")), comments=remark(1, "Which?"))
MADE = consolidated(BASE, FAO=FAO, IOM=IOM)


@pytest.fixture
def folder(tmp_path):
    """A folder with the draft, two copies, and the consolidated file with its ledger."""
    files = {"base": BASE.write(), "fao": FAO.write(), "iom": IOM.write(), "all": MADE.file}
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    (tmp_path / "notes.txt").write_text("no Word file")
    return tmp_path


def texts(path) -> list[str]:
    return body_texts(read_package(path.read_bytes(), name=path.name))


def check_refused(ran, said: str, code: int = 2) -> None:
    """Fail unless the command was refused in one clear line."""
    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


def test_view_of_one_agency_of_all_and_of_none(tansiq, folder):
    for accept, text in (("FAO", TEXT.replace("16", "17")), ("all", "The group has 17 members and meets a year."), ("none", TEXT)):
        assert tansiq("redline", "view", folder / "all.docx", "--accept", accept, "-o", folder / "v.docx").code == 0
        assert texts(folder / "v.docx") == [text]


def test_view_of_an_unknown_agency_is_refused(tansiq, folder):
    check_refused(tansiq("redline", "view", folder / "all.docx", "--accept", "FAO,WHO", "-o", folder / "v.docx"), "no copy of WHO")
    assert not (folder / "v.docx").exists()


def test_view_of_a_file_that_was_edited_since_is_refused(tansiq, folder):
    package = read_package(MADE.file, name="all.docx")
    next(package.xml(package.main).iter("{*}t")).text = "Edited"
    (folder / "all.docx").write_bytes(package.write())
    check_refused(tansiq("redline", "view", folder / "all.docx", "--accept", "all", "-o", folder / "v.docx"), "edited after")


def test_view_by_the_ledger_given_where_the_file_lost_its_own(tansiq, folder):
    package = read_package(MADE.file, name="all.docx")
    for name in [name for name in package.names() if name.startswith("customXml")]:
        package.remove_part(name)
    (folder / "all.docx").write_bytes(package.write())
    check_refused(tansiq("redline", "view", folder / "all.docx", "--accept", "FAO", "-o", folder / "v.docx"), "--ledger")
    (folder / "l.json").write_text(ledger_json.write(MADE.ledger))
    words = ("--accept", "FAO", "--ledger", folder / "l.json", "-o", folder / "v.docx")
    assert tansiq("redline", "view", folder / "all.docx", *words).code == 0
    (folder / "l.json").write_text("[]")
    check_refused(tansiq("redline", "view", folder / "all.docx", *words), "is no ledger")


def test_read_lists_changes_tracked_and_not(tansiq, folder):
    ran = tansiq("redline", "read", folder / "fao.docx", "--format", "json")
    assert (ran.code, [edit["kind"] for edit in json.loads(ran.out)["edits"]]) == (0, ["deletion", "insertion"])
    (folder / "untracked.docx").write_bytes(package_of(p(t(TEXT.replace("16", "18")))).write())
    ran = tansiq("redline", "read", folder / "untracked.docx", "--base", folder / "base.docx", "-o", folder / "l.json")
    assert ran.code == 0
    assert [edit["tracked"] for edit in json.loads((folder / "l.json").read_text())["edits"]] == [False, False]


def test_read_against_another_base_and_of_no_docx_are_refused(tansiq, folder):
    (folder / "other.docx").write_bytes(package_of(p(t("Wholly other words, and many more of them than before."))).write())
    check_refused(tansiq("redline", "read", folder / "other.docx", "--base", folder / "base.docx"), "another version")
    check_refused(tansiq("redline", "read", folder / "notes.txt"), "notes.txt")
    check_refused(tansiq("redline", "read", folder / "lost.docx"), "lost.docx")


def test_compare_shows_what_differs(tansiq, folder):
    (folder / "new.docx").write_bytes(package_of(p(t(TEXT.replace("16", "18")))).write())
    assert tansiq("redline", "compare", folder / "base.docx", folder / "new.docx", "-o", folder / "c.docx").code == 0
    edits = json.loads(tansiq("redline", "read", folder / "c.docx").out)["edits"]
    assert [(edit["before"], edit["after"], edit["person"]) for edit in edits] == [("16", "", "new"), ("", "18", "new")]


def test_clean_of_undecided_changes_is_refused_with_a_list(tansiq, folder):
    check_refused(tansiq("redline", "clean", folder / "fao.docx", "-o", folder / "c.docx"), 'deletion "16"', code=1)
    assert not (folder / "c.docx").exists()
    assert tansiq("redline", "clean", folder / "fao.docx", "--accept", "-o", folder / "c.docx").code == 0
    assert texts(folder / "c.docx") == [TEXT.replace("16", "17")]


def test_prepare_of_undecided_changes_is_refused_and_of_a_draft_marks_it(tansiq, folder):
    check_refused(tansiq("redline", "prepare", folder / "fao.docx", "-o", folder / "s.docx"), "2 tracked changes are not decided", code=1)
    assert tansiq("redline", "prepare", folder / "base.docx", "--numbered", "-o", folder / "s.docx").code == 0
    assert texts(folder / "s.docx")[0].endswith(TEXT)


def test_apply_decisions_of_json(tansiq, folder):
    decided = {edit.id: "accepted" for edit in MADE.ledger.edits if edit.agency == "FAO"}
    (folder / "d.json").write_text(json.dumps(decided | {edit.id: "rejected" for edit in MADE.ledger.edits if edit.agency == "IOM"}))
    ran = tansiq("redline", "apply", folder / "all.docx", "--dispositions", folder / "d.json", "-o", folder / "n.docx")
    assert (ran.code, "2 applied, 1 dropped, 0 left as tracked" in ran.err + ran.out) == (0, True)
    assert texts(folder / "n.docx") == [TEXT.replace("16", "17")]


@pytest.mark.parametrize(("text", "said"), [
    ("{", "d.json"), ('{"e000": "accepted"}', "e000"), ("[]", ""), ('{"dispositions": [{"id": "x"}]}', "d.json"),
])
def test_apply_decisions_that_cannot_be_read_are_refused(tansiq, folder, text, said):
    (folder / "d.json").write_text(text)
    ran = tansiq("redline", "apply", folder / "all.docx", "--dispositions", folder / "d.json", "-o", folder / "n.docx")
    if text == "[]":
        assert ran.code == 0
        return
    check_refused(ran, said)
    assert not (folder / "n.docx").exists()


def test_apply_where_nothing_can_be_written_writes_no_responses_either(tansiq, folder):
    (folder / "d.json").write_bytes(written_json(()))
    words = ("--dispositions", folder / "d.json", "--responses", folder / "r", "-o", folder / "nowhere" / "n.docx")
    check_refused(tansiq("redline", "apply", folder / "all.docx", *words), "there is no folder")
    assert not (folder / "r").exists()


def test_standard_input_and_output(folder, data_folder):
    line = f"tansiq redline view - --accept FAO -o - < {folder}/all.docx | tansiq redline read - --base {folder}/base.docx"
    ran = typed(data_folder, line)
    assert ran.returncode == 0, ran.stderr
    assert [edit["after"] for edit in json.loads(ran.stdout)["edits"]] == ["", "17"]


def test_commands_each_show_an_example(tansiq):
    for command in ("consolidate", "read", "apply", "view", "clean", "prepare", "compare"):
        assert f"Example: tansiq redline {command}" in tansiq("redline", command, "--help").out


def test_apply_matrix_whose_source_cell_was_changed_is_refused(tansiq, folder):
    path = folder / "m.xlsx"
    path.write_bytes(matrix_xlsx(MADE.ledger, language="en"))
    book = load_workbook(path)
    cell = next(cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == "17")
    cell.value = "19"
    book.save(path)
    check_refused(tansiq("redline", "apply", folder / "all.docx", "--dispositions", path, "-o", folder / "n.docx"), "17")
    assert not (folder / "n.docx").exists()
