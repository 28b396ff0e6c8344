"""What the schemas shared by all kinds allow, and that no kind or file is registered twice."""

from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from tansiq.secretariat.record.interchange.kinds import TEXTS, kinds, record, register, term


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        ({"en": "dignity"}, True),
        ({"ar": "كرامة", "verified": {"ar": "a page"}}, True),
        ({}, False),
        ({"verified": {"en": "a page"}}, False),
        ({"en": ""}, False),
        ({"en": "dignity", "de": "Würde"}, False),
    ],
)
def test_texts_need_one_language_and_know_no_others(value, allowed):
    assert Draft202012Validator(TEXTS).is_valid(value) is allowed


def test_term_has_a_period_and_a_basis_beside_its_own_fields():
    schema = term(["text"], text=TEXTS)
    assert sorted(schema["items"]["properties"]) == ["basis", "because", "from", "text", "to"]
    assert record(["text"], text=TEXTS)["required"] == schema["items"]["required"] == ["text"]


def test_register_name_or_file_of_another_is_refused():
    taken = kinds()[0]
    for twin in (replace(taken, name="twin"), replace(taken, file="twin.yaml")):
        with pytest.raises(ValueError, match="is registered twice"):
            register(twin)
    assert "twin" not in {kind.name for kind in kinds()}
