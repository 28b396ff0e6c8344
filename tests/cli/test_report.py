"""`tansiq report`: composes to a file in every format, lists facts, writes nothing when refused."""

import json

import pytest

FIRST_KEYS = {
    "register.member_count", "register.member_count_if_approved", "register.members", "meetings.held_on", "publications.brief_count",
    "publications.edition_number", "programme.step_date",
}


def compose(tansiq, output, form="json", **changes):
    options = {"--session": 23, "--as-of": "2017-11-15", "--language": "en", "--format": form, "-o": output, **changes}
    return tansiq("report", "compose", "wgim", *(word for pair in options.items() for word in pair))


@pytest.mark.parametrize(("form", "magic"), [("json", b"{"), ("docx", b"PK"), ("pdf", b"%PDF-"), ("html", b"<!doctype html>")])
def test_compose_writes_the_format_asked_for(example, tansiq, tmp_path, form, magic):
    path = tmp_path / f"report.{form}"
    assert compose(tansiq, path, form).code == 0
    assert path.read_bytes()[: len(magic)].lower() == magic.lower()
    assert [each.name for each in tmp_path.iterdir() if each.name != "data"] == [path.name]


def test_compose_json_is_the_tree_with_its_facts(example, tansiq):
    tree = json.loads(compose(tansiq, "-").out)
    assert (tree["type"], tree["language"], tree["title"], tree["as_of"]) == ("document", "en", "2017 Progress Report", "2017-11-15")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"--session": 77}, "no session 77"),
        ({"--language": "fr"}, "no report can be composed in 'fr' yet"),
        ({"-o": "/nowhere/report.docx"}, "there is no folder /nowhere"),
        ({"--as-of": "2017-11-31"}, "2017-11-31"),
    ],
)
def test_compose_refused_writes_nothing(example, tansiq, tmp_path, changes, said):
    ran = compose(tansiq, tmp_path / "r.docx", "docx", **changes)
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


def test_facts_json_lists_every_case_in_stable_order(example, tansiq):
    first = tansiq("report", "facts", "wgim", "--as-of", "2017-11-15", "--known-at", "2026-03-01", "--format", "json")
    facts = json.loads(first.out)
    assert {fact["key"] for fact in facts} >= FIRST_KEYS
    assert all(list(fact) == ["key", "params", "value", "unit", "as_of", "known_at", "display", "rests_on"] for fact in facts)
    assert all(list(fact["display"]) == ["en", "ar", "fr"] and all(fact["display"].values()) for fact in facts)
    again = tansiq("report", "facts", "wgim", "--as-of", "2017-11-15", "--known-at", "2026-03-01", "--format", "json")
    assert again.out == first.out


def test_facts_table_and_unknown_group(example, tansiq):
    assert "register.member_count" in tansiq("report", "facts", "wgim", "--as-of", "2017-11-15").out
    refused = tansiq("report", "facts", "wigm", "--as-of", "2017-11-15")
    assert (refused.code, "did you mean 'wgim'?" in refused.err) == (2, True)


def freeze(tansiq, *more):
    return tansiq("report", "freeze", "wgim", "--session", "23", "--as-of", "2017-11-15", "--language", "en", *more)


def test_freeze_prints_the_name_and_needs_a_reason_the_second_time(example, tansiq):
    assert freeze(tansiq).out == "wgim-23-en-2017-11-15-1\n"
    refused = freeze(tansiq)
    assert (refused.code, "say why another is needed" in refused.err, refused.err.count("\n")) == (1, True, 1)
    assert freeze(tansiq, "--because", "A new copy").out == "wgim-23-en-2017-11-15-2\n"


def test_frozen_lists_names_hashes_and_the_head_of_the_log(example, tansiq):
    assert freeze(tansiq).code == 0
    [found] = json.loads(tansiq("report", "frozen", "wgim", "--format", "json").out)
    assert (found["name"], found["session"], found["number"]) == ("wgim-23-en-2017-11-15-1", 23, 1)
    assert {form: len(sha256) for form, sha256 in found["files"].items()} == {"docx": 64, "pdf": 64, "html": 64}
    assert len(found["head"]) == 64
    assert "wgim-23-en-2017-11-15-1" in tansiq("report", "frozen", "wgim").out
    assert tansiq("report", "frozen", "nowhere").code == 2


def test_freeze_of_an_unknown_session_is_refused(example, tansiq):
    refused = tansiq("report", "freeze", "wgim", "--session", "99", "--as-of", "2017-11-15", "--language", "en")
    assert (refused.code, "no session 99" in refused.err) == (2, True)


def test_facts_table_is_at_most_120_wide_and_says_that_values_are_cut(example, tansiq):
    lines = tansiq("report", "facts", "wgim", "--as-of", "2017-11-15").out.splitlines()
    assert max(len(line) for line in lines) <= 120
    assert any("…" in line for line in lines[2:-1])
    assert lines[-1].endswith("facts of wgim on 2017-11-15; long values are cut with …, --format json has all of them.")


def test_group_is_named_in_any_case(example, tansiq):
    asked = ("--as-of", "2017-11-15", "--known-at", "2026-03-01")
    for words in (("report", "facts"), ("register", "members")):
        assert tansiq(*words, "WGIM", *asked).out == tansiq(*words, "wgim", *asked).out != ""
    report = ("--session", 23, "--language", "en", "--format", "json", "-o", "-", *asked)
    assert tansiq("report", "compose", "WGIM", *report).out == tansiq("report", "compose", "wgim", *report).out != ""
