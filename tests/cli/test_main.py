"""Every failure of the command line is one line on standard error with exit 1 or 2, never a traceback."""

import pytest

from tansiq.cli.main import COMMANDS, cli, exit_code, shown
from tansiq.engines.dates import UnreadableDate
from tansiq.secretariat.record.domain.errors import MoveRefused, UnknownReference


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nonsense",), "No such command 'nonsense'"),
        (("register", "members"), "Missing argument 'GROUP'"),
        (("register", "members", "wgim"), "Missing option '--as-of'"),
        (("register", "members", "wgim", "--as-of", "soonish"), "soonish"),
        (("register", "members", "wgim", "--as-of", "from 2017"), "has no last day"),
        (("register", "members", "wgim", "--as-of", "2017", "--known-at", "noon"), "'noon' is neither a date (2017-11-15) nor a time"),
        (("report", "compose", "wgim", "--session", "0", "--as-of", "2017"), "0 is not in the range"),
        (("report", "compose", "wgim", "--session", "23", "--as-of", "2017", "-o", "x"), "'--language'; choose from en, ar, fr."),
        (("register", "decide", "wgim-unicef"), "Missing argument '{approve|decline|defer}'; choose from approve, decline, defer."),
        (("register", "decide", "x", "yes", "--by", "iom", "--on", "2017"), "'yes' is not one of"),
        (("--data", "/dev/null", "report", "facts", "wgim", "--as-of", "2017"), "/dev/null is a file"),
    ],
)
def test_usage_error_is_one_line_with_exit_2(tansiq, words, said):
    ran = tansiq(*words)
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


def test_no_data_folder_says_what_to_do(tansiq, tmp_path):
    ran = tansiq("--data", tmp_path / "nowhere", "register", "members", "wgim", "--as-of", "2017")
    assert ran.code == 2
    assert "there is no data folder at" in ran.err
    assert not (tmp_path / "nowhere").exists()


def test_help_of_every_command_has_an_example(tansiq):
    names = [(name,) for name in COMMANDS] + [("register", word) for word in ("members", "request", "decide", "withdraw")]
    for words in [(), *names, ("report", "compose"), ("report", "facts"), ("press", "render")]:
        ran = tansiq(*words, "--help")
        assert ran.code == 0
        assert "Example: tansiq " in ran.out, words


def test_version_is_printed(tansiq):
    assert tansiq("--version").out.startswith("tansiq 0.")


def test_exit_code_follows_the_kind_of_error():
    assert exit_code(MoveRefused("x")) == 1
    assert exit_code(UnknownReference("x")) == 2
    assert exit_code(UnreadableDate("x", "y")) == 2
    assert exit_code(FileNotFoundError("x")) == 2
    assert exit_code(ZeroDivisionError()) is None


def test_commands_are_all_there():
    assert sorted(cli.list_commands(None)) == sorted(COMMANDS)
    assert all(cli.get_command(None, name) for name in COMMANDS)
    assert cli.get_command(None, "nonsense") is None


@pytest.mark.parametrize("words", [(), ("register",), ("report",), ("press",)])
def test_no_command_shows_the_help_as_it_is(tansiq, words):
    ran = tansiq(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == tansiq(*words, "--help").out


def test_shown_has_words_for_references_and_one_line():
    assert shown(MoveRefused("register/join-request/wgim-unicef is open.")) == "the request wgim-unicef is open."
    assert shown(FileNotFoundError("a\n  b")) == "a b"
