"""Dispositions from JSON in each of its forms, from a workbook by its bytes, and every mistake named."""

import json

import pytest

from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.report.decisions import BulkRule, Category, Decision, Disposition, RowType, Status
from tansiq.engines.redline.report.dispositions import Decided, read_dispositions, read_json, written_json
from tansiq.engines.redline.report.rows import rows
from tansiq.engines.redline.report.workbook import matrix_xlsx
from tests.engines.redline.report.ledgers import full


def read(data: object) -> Decided:
    return read_json(json.dumps(data).encode(), full(), name="d.json")


@pytest.mark.parametrize("data", [
    {"dispositions": [{"id": "e1", "disposition": "accepted"}]}, [{"id": "e1", "disposition": "accepted"}], {"e1": "accepted"},
    {"dispositions": {"e1": {"disposition": "Accepté"}}}, {"e1": {"disposition": "مقبول"}}, [{"key": "e1", "disposition": "ACCEPTED"}],
])
def test_read_json_takes_every_form(data: object):
    assert [(each.of, each.decision) for each in read(data).dispositions] == [("e1", Decision.ACCEPTED)]


def test_read_json_takes_all_fields_and_names_the_place():
    (found,) = read([{
        "id": "e1", "disposition": "duplicate", "duplicate_of": 3, "final_text": None, "response": "r", "category": "editorial",
        "responsible": "a", "decided_by": "b", "decided_on": "2017-04-01", "status": "agreed", "applied_in": "3",
    }]).dispositions
    assert found == Disposition("e1", Decision.DUPLICATE, "", "r", Category.EDITORIAL, 3, "a", "b", "2017-04-01", Status.AGREED, "3",
                                "d.json, disposition 1 (e1)")


def test_read_json_number_of_a_row_stands_for_its_key():
    assert read([{"row": 2, "disposition": "rejected"}]).dispositions[0].of == rows(full())[1].key


def test_read_json_rules():
    data = {"rules": [{"disposition": "accepted", "agency": "FAO", "category": "Editorial"}, {"disposition": "noted", "type": "comment"}]}
    assert read(data).rules == (
        BulkRule(Decision.ACCEPTED, "FAO", Category.EDITORIAL), BulkRule(Decision.NOTED, type=RowType.COMMENT),
    )


@pytest.mark.parametrize(("data", "message"), [
    (3, 'd.json: write {"dispositions"'), ({"dispositions": 3}, 'd.json: write {"dispositions"'), ("x", "d.json: write"),
    ([3], "d.json, disposition 1: it is no object"), ([{"disposition": "accepted"}], "disposition 1: name the one row, edit or comment"),
    ([{"id": "e1", "row": 2, "disposition": "accepted"}], "name the one row"),
    ([{"id": "e1", "desposition": "accepted"}], "disposition 1: no field is called desposition"),
    ([{"id": "e1", "disposition": "perhaps"}], "disposition 1 (e1): 'perhaps' is no disposition"),
    ({"e1": ["accepted"]}, "(e1): \"['accepted']\" is no disposition"),
    ({"rules": [{"disposition": "perhaps"}]}, "d.json, rule 1: 'perhaps' is no disposition"),
    ({"rules": [{"disposition": "accepted_with_modification"}]}, "rule 1: accepted_with_modification needs a text or a number"),
    ({"rules": [{"disposition": "accepted", "type": "big"}]}, "rule 1: no category or type is called 'big'"),
    ({"rules": [{"disposition": "accepted", "category": "big"}]}, "rule 1: no category or type is called 'big'"),
    ({"rules": [{"agency": "FAO"}]}, "rule 1: '' is no disposition"),
    ({"rules": ["accepted"]}, "rule 1: a rule is an object of texts"),
    ({"rules": [{"disposition": 1}]}, "rule 1: a rule is an object of texts"),
])
def test_read_json_names_every_mistake(data: object, message: str):
    with pytest.raises(DispositionRefused) as refusal:
        read(data)
    assert message in str(refusal.value)


@pytest.mark.parametrize("source", [b"", b"\xff\xfe", b"{", b"[" * 200_000, b"\x00", b"NaN ["])
def test_read_json_of_bytes_that_are_no_json_is_refused(source: bytes):
    with pytest.raises(DispositionRefused, match="neither an .xlsx workbook nor JSON in UTF-8"):
        read_dispositions(source, full(), name="d.json")


def test_read_dispositions_tells_a_workbook_from_json_by_its_bytes():
    given_ = [Disposition("e2", Decision.REJECTED)]
    found = read_dispositions(matrix_xlsx(full(), dispositions=given_), full(), name="d")
    assert [each.decision for each in found.dispositions if each.decision] == [Decision.REJECTED]
    assert read_dispositions(b'\xef\xbb\xbf{"e2": "rejected"}', full(), name="d").dispositions[0].decision is Decision.REJECTED


def test_written_json_is_read_back_the_same():
    given_ = (
        Disposition("e1", Decision.ACCEPTED_WITH_MODIFICATION, "نص", "r", Category.FACTUAL, 0, "a", "b", "c", Status.AGREED, "d"),
        Disposition("e5", status=Status.PROPOSED),
    )
    rules = (BulkRule(Decision.ACCEPTED, "FAO", Category.EDITORIAL, RowType.FORMAT, "Thanks"),)
    found = read_json(written_json(given_, rules), full(), name="d")
    assert [Disposition(each.of, each.decision, each.final_text, each.response, each.category, each.duplicate_of, each.responsible,
                        each.decided_by, each.decided_on, each.status, each.applied_in) for each in found.dispositions] == list(given_)
    assert found.rules == rules
