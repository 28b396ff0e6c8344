"""Counts per agency and disposition: formulas whose results are those of the ledger, agencies of any name."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.report.counts import decision_of
from tansiq.engines.redline.report.decisions import Decision, Disposition
from tansiq.engines.redline.report.rows import rows
from tansiq.engines.redline.report.workbook import matrix_xlsx
from tests.engines.redline.report.ledgers import edit, full, ledger, place


def table(workbook: bytes, *, results: bool = True) -> dict[str, list[object]]:
    sheet = load_workbook(BytesIO(workbook), data_only=results)["Counts"]
    return {str(line[0]): list(line[1:]) for line in sheet.iter_rows(values_only=True)}


def decided() -> tuple[Ledger, list[Disposition]]:
    return full(), [Disposition("e2", Decision.ACCEPTED), Disposition("e7", Decision.REJECTED), Disposition("c1", Decision.NOTED)]


def test_counts_say_rows_by_disposition_and_what_was_received():
    found = table(matrix_xlsx(decided()[0], dispositions=decided()[1]))
    heads = found["Agency"]
    fao, undp = (dict(zip(heads, found[name], strict=True)) for name in ("FAO", "UNDP"))
    assert (fao["Undecided"], fao["Rejected"], fao["Rows"], fao["Changes received"], fao["Comments received"]) == (1, 1, 2, 3, 1)
    assert (undp["Undecided"], undp["Accepted"], undp["Noted"], undp["Rows"]) == (1, 1, 1, 3)
    assert dict(zip(heads, found["WHO"], strict=True))["Rows of others it agrees with"] == 1


def test_counts_totals_are_those_of_the_ledger():
    total = dict(zip(table(matrix_xlsx(full()))["Agency"], table(matrix_xlsx(full()))["Total"], strict=True))
    received = full().copies
    assert total["Rows"] == len(rows(full()))
    assert total["Changes received"] == sum(copy.tracked + copy.untracked for copy in received)
    assert total["Comments received"] == sum(copy.comments for copy in received)


def test_counts_show_changes_of_the_draft_itself_apart():
    found = table(matrix_xlsx(ledger(edit("a", "", place(1, 4), before="abc"), edit("b", "FAO", place(9), after="x"))))
    rows_of = {name: dict(zip(found["Agency"], found[name], strict=True))["Rows"] for name in ("(in the draft itself)", "FAO", "Total")}
    assert rows_of == {"(in the draft itself)": 1, "FAO": 1, "Total": 2}


def test_counts_of_nothing_received_are_zero():
    assert table(matrix_xlsx(ledger()))["Total"] == [0] * 15


@pytest.mark.needs("soffice")
def test_counts_formulas_calculated_by_another_program_give_the_same(tmp_path: Path):
    found = ledger(*(edit(f"e{n}", name, place(n), after="x") for n, name in enumerate(["=FAO", "F*", "FAO", "fao?", "F'A\"O", "منظمة"])))
    dispositions = [Disposition("e0", Decision.ACCEPTED), Disposition("e1", Decision.REJECTED), Disposition("e2", Decision.ACCEPTED)]
    ours = matrix_xlsx(found, dispositions=dispositions)
    (tmp_path / "m.xlsx").write_bytes(ours)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(tmp_path / "m.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    # From .ods to .xlsx: the formulas are calculated anew, none of our results is kept.
    again = [*command[:4], "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "again"), str(tmp_path / "m.ods")]
    subprocess.run(again, check=True, capture_output=True, timeout=120)
    assert table((tmp_path / "again" / "m.xlsx").read_bytes()) == table(ours)


def test_decision_of_a_row_is_found_by_its_key_or_by_an_edit():
    row = rows(full())[1]
    assert decision_of(row, {row.key: Disposition(row.key, Decision.NOTED)}) is Decision.NOTED
    assert decision_of(row, {"e4": Disposition("e4", Decision.REJECTED)}) is Decision.REJECTED
    assert decision_of(row, {}) is None
