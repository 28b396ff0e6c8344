"""What a command names is found in any case; an empty answer of a time before the record says that nothing was known."""

import json

import pytest


@pytest.mark.parametrize(
    "words",
    [
        ("register", "members", "wgim", "--as-of", "2017-11-15"),
        ("report", "facts", "WGIM", "--as-of", "2017-11-15"),
    ],
)
def test_known_at_before_the_first_recording_says_that_nothing_was_known(example, tansiq, words):
    before, after = tansiq(*words, "--known-at", "2026-01-04"), tansiq(*words, "--known-at", "2026-01-06")
    assert (before.code, after.code) == (0, 0)
    assert before.err == "the record knew nothing of wgim before 2026-01-05 09:00:00 UTC; ask with a later --known-at.\n"
    assert after.err == ""


def test_compose_before_the_first_recording_is_refused_in_one_line(example, tansiq, tmp_path):
    options = ("--as-of", "2017-11-15", "--session", "23", "--language", "en", "--format", "json", "-o", tmp_path / "report.json")
    ran = tansiq("report", "compose", "wgim", *options, "--known-at", "2026-01-04")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "the record knew nothing of wgim before 2026-01-05 09:00:00 UTC; ask with a later --known-at." in ran.err
    assert not (tmp_path / "report.json").exists()


def test_known_at_is_repeated_below_the_table(example, tansiq):
    table = tansiq("register", "members", "wgim", "--as-of", "2017-11-15", "--known-at", "2026-01-04")
    assert table.out.endswith("0 members of wgim on 2017-11-15, as known at 2026-01-04 23:59:59 UTC\n")
    facts = tansiq("report", "facts", "wgim", "--as-of", "2017-11-15", "--known-at", "2026-01-06T12:00+02:00")
    assert " facts of wgim on 2017-11-15, as known at 2026-01-06 10:00:00 UTC; " in facts.out


def test_quiet_keeps_to_the_answer(example, tansiq):
    ran = tansiq("--quiet", "register", "members", "wgim", "--as-of", "2017-11-15", "--known-at", "2026-01-04", "--format", "json")
    assert (json.loads(ran.out)["count"], ran.err) == (0, "")
