"""A ledger as JSON: what is read is what was written, and what is no ledger is refused in one line."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.edits import (
    Anchor,
    Base,
    Comment,
    Conflict,
    Edit,
    Fragment,
    Intake,
    Ledger,
    Noise,
    Place,
    Refusal,
    Relation,
    Warned,
)
from tansiq.engines.redline.errors import LedgerMissing
from tansiq.engines.redline.writers import ledger_json
from tests.engines.redline.documents import edit

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
INNER = st.builds(Relation, WORDS, WORDS, WORDS, data=st.none() | st.binary(max_size=9))
FRAGMENTS = st.builds(Fragment, WORDS, st.lists(st.builds(replace, INNER, relations=st.tuples(INNER)), max_size=2).map(tuple))
WARNINGS = st.builds(Warned, WORDS, st.dictionaries(WORDS, WORDS | st.integers(0, 9), max_size=2))
LEDGERS = st.builds(
    Ledger,
    st.builds(Base, WORDS, WORDS, st.integers(0), st.integers(0)),
    st.lists(st.builds(Intake, WORDS, coverage=st.floats(0, 1), warnings=st.lists(WARNINGS, max_size=2).map(tuple)), max_size=2).map(tuple),
    st.lists(st.builds(Edit, fragment=st.none() | FRAGMENTS, agrees_with=st.lists(WORDS, max_size=2).map(tuple)), max_size=3).map(tuple),
    st.lists(st.builds(Comment, fragment=st.none() | FRAGMENTS, starts=st.none() | st.builds(Anchor)), max_size=3).map(tuple),
    st.lists(st.builds(Conflict, edits=st.lists(WORDS).map(tuple)), max_size=2).map(tuple),
    st.lists(st.builds(Noise), max_size=2).map(tuple),
    st.lists(st.builds(Refusal), max_size=2).map(tuple),
    st.dictionaries(WORDS, WORDS | st.booleans() | st.lists(WORDS, max_size=2), max_size=2),
)
SMALL = Ledger(Base("base.docx", "00", 3, 1), edits=(edit(fragment=Fragment("<x/>", (Relation("r1", "t", "p", data=b"\x00\xff"),))),))


@given(LEDGERS)
def test_load_of_dump_is_the_same_ledger(ledger: Ledger):
    assert ledger_json.load(ledger_json.dump(ledger)) == ledger


@given(LEDGERS)
def test_read_of_write_is_the_same_ledger_and_writes_the_same(ledger: Ledger):
    text = ledger_json.write(ledger)
    again = ledger_json.read(text, name="l.json")
    assert again == ledger
    assert ledger_json.write(again) == text


def test_dump_keys_are_those_of_the_contract():
    plain = ledger_json.dump(SMALL)
    assert list(plain) == ["base", "copies", "edits", "comments", "conflicts", "noise", "refused"]
    assert list(plain["base"]) == ["file", "sha256", "words", "paragraphs"]
    assert list(plain["edits"][0])[:10] == ["id", "agency", "person", "date", "kind", "tracked", "place", "before", "after", "agrees_with"]
    assert list(plain["edits"][0]["place"]) == [
        "flow", "start", "end", "story", "paragraph", "last_paragraph", "start_in", "end_in", "heading", "row", "cell", "number",
    ]
    assert json.loads(ledger_json.write(SMALL)) == plain


def test_load_what_a_later_version_adds_is_passed_over():
    plain = ledger_json.dump(SMALL)
    plain["edits"][0]["mood"] = "hopeful"
    plain["base"]["pages"] = 3
    assert ledger_json.load(plain) == SMALL


def missing(name: str) -> str:
    plain = ledger_json.dump(SMALL)
    del plain[name]
    return json.dumps(plain)


@pytest.mark.parametrize("text", [
    "", "no json", "[]", "1", "null", "{}", missing("edits"), missing("base"),
    ledger_json.write(SMALL).replace('"kind": "insertion"', '"kind": "dance"'), ledger_json.write(SMALL).replace('"AP8="', '"%%%"'),
    ledger_json.write(SMALL).replace('"place": {', '"place": [').replace('"cell": 0\n   }', '"cell"]'),
    ledger_json.write(SMALL).replace('"start": 0', '"start": "0"'), ledger_json.write(SMALL).replace('"tracked": true', '"tracked": 1'),
    ledger_json.write(SMALL).replace('"words": 3', '"words": true'), ledger_json.write(SMALL).replace('"after": ""', '"after": null'),
    json.dumps(ledger_json.dump(SMALL) | {"edits": {"a": 1}}), json.dumps(ledger_json.dump(SMALL) | {"comments": 5}), "[" * 100_000,
])
def test_read_text_that_is_no_ledger_is_refused_in_one_line(text: str):
    with pytest.raises(LedgerMissing) as refused:
        ledger_json.read(text, name="l.json")
    assert str(refused.value).startswith("l.json is no ledger")
    assert "\n" not in str(refused.value)


def test_plain_of_rows_is_lists_and_mappings():
    assert ledger_json.plain((Place("f", 1, 2), b"\x00", None, 1.5)) == [ledger_json.plain(Place("f", 1, 2)), "AA==", None, 1.5]


def test_rows_are_read_one_by_one():
    plain = ledger_json.plain(edit())
    assert ledger_json.edit(plain) == edit()
    assert ledger_json.place(plain["place"]) == edit().place
    assert ledger_json.fragment(None) is None
    noise = Noise("FAO", Place("f", 0, 0), "break", "", "\n")
    assert ledger_json.noise(ledger_json.plain(noise)) == noise
    intake = Intake("FAO", "f.docx", "", "", True, 0.5, 1, 2, 3, (Warned("noise", {"count": 1}),))
    assert ledger_json.intake(ledger_json.plain(intake)) == intake
    said = Comment("c", "FAO", "R", "", Place("f", 0, 0), "", "x", starts=Anchor("f", 1, 2))
    assert ledger_json.comment(ledger_json.plain(said)) == said


def test_digest_counts_values_and_neither_the_writing_nor_what_is_extra():
    assert ledger_json.digest(replace(SMALL, extra={"markup": "x"})) == ledger_json.digest(SMALL)
    again = ledger_json.read(json.dumps(ledger_json.dump(SMALL), sort_keys=True), name="l.json")
    assert ledger_json.digest(again) == ledger_json.digest(SMALL)
    assert ledger_json.digest(replace(SMALL, edits=())) != ledger_json.digest(SMALL)
