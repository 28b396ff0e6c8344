"""Schema errors as people read them: the field that was meant, constants and types in words, one problem a mistake."""

import pytest

from tansiq.secretariat.record.interchange.checking import check, nearest
from tansiq.secretariat.record.interchange.entries import read_entries
from tansiq.secretariat.record.interchange.kinds import DATE, SLUG, TEXT, record

SCHEMA = record(
    ["slug", "organization", "terms"],
    slug=SLUG,
    organization=SLUG,
    format={"const": 1},
    shown={"type": "boolean"},
    on=DATE,
    kind={"enum": ["member", "observer"]},
    terms={"type": "array", "minItems": 1, "items": record(["begins_on"], begins_on=DATE, note=TEXT)},
)
GOOD = "- slug: a\n  organization: fao\n  terms: [{begins_on: 2015}]\n"


def found(tmp_path, text):
    path = tmp_path / "things.yaml"
    path.write_text(text, encoding="utf-8")
    return [str(problem) for entry in read_entries(path) for problem in check(entry, SCHEMA)]


def test_check_good_entry_has_no_problem(tmp_path):
    assert found(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("organization:", "organisation:", "2: organisation: there is no such field here; did you mean 'organization'?"),
        ("organization:", "org:", "2: org: there is no such field here; did you mean 'organization'?"),
        ("begins_on:", "begins-on:", "3: terms[0].begins-on: there is no such field here; did you mean 'begins_on'?"),
        ("slug: a\n", "slug: a\n  format: 2\n", "2: format: 2 is found; 1 is expected."),
        ("slug: a\n", "slug: a\n  shown: perhaps\n", "2: shown: 'perhaps' is found; true or false is expected."),
        ("slug: a\n", "slug: a\n  kind: members\n", "2: kind: 'members' is found; one of member, observer is expected. Did you"),
        ("slug: a\n", "slug: a\n  on: true\n", "2: on: true is found; a date as people write it "),
        ("slug: a\n", "slug: a\n  on:\n", "2: on: nothing stands here; a date as people write it "),
        ("[{begins_on: 2015}]", "[]", "3: terms: an empty list is found; a list that is not empty is expected."),
        ("[{begins_on: 2015}]", "x", "3: terms: 'x' is found; a list is expected."),
        ("  organization: fao\n", "", "1: organization: this field is missing; it is required."),
    ],
)
def test_check_mistake_is_one_problem_in_words(tmp_path, old, new, expected):
    [line] = found(tmp_path, GOOD.replace(old, new))
    assert line.startswith(f"things.yaml:{expected}")


def test_check_field_that_is_near_to_nothing_lists_the_fields(tmp_path):
    [line] = found(tmp_path, GOOD.replace("slug: a\n", "slug: a\n  color: red\n"))
    assert line == "things.yaml:2: color: there is no such field here; the fields are format, kind, on, organization, shown, slug, terms."


def test_check_misspelt_field_beside_the_right_one_is_not_said_to_be_meant(tmp_path):
    [line] = found(tmp_path, GOOD.replace("organization: fao\n", "organization: fao\n  organisation: fao\n"))
    assert "did you mean" not in line


def test_check_two_missing_fields_are_two_problems(tmp_path):
    missing = "this field is missing; it is required."
    assert found(tmp_path, "- slug: a\n") == [f"things.yaml:1: {field}: {missing}" for field in ("organization", "terms")]


def test_nearest_finds_other_spellings_and_beginnings():
    known = ["organization", "represented_by", "kind"]
    assert [nearest(word, known) for word in ("Organisation", "represented-by", "org", "or", "zzz")] == [
        "organization", "represented_by", "organization", "", ""
    ]
