"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import click
import pytest

from tansiq.cli.output import as_json, as_table, check_targets, write


def test_as_table_aligns_columns():
    assert as_table(("a", "long head"), [("xx", 1), (None, "y")]) == "a   long head\n--  ---------\nxx  1\n    y\n"


def test_as_json_keeps_order_and_letters():
    assert as_json({"b": "تنسيق", "a": 1}) == '{\n  "b": "تنسيق",\n  "a": 1\n}\n'


def test_write_replaces_the_file_and_leaves_no_draft(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("old")
    write("new", str(path))
    assert path.read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["x.txt"]


def test_write_to_standard_output(capfdbinary):
    write(b"\x00\xff", "-")
    assert capfdbinary.readouterr().out == b"\x00\xff"


def test_write_through_a_link_keeps_the_link_and_the_permissions(tmp_path):
    (path := tmp_path / "x.txt").write_text("old")
    path.chmod(0o640)
    (tmp_path / "link").symlink_to(path)
    write("new", str(tmp_path / "link"))
    assert ((tmp_path / "link").is_symlink(), path.read_text(), path.stat().st_mode & 0o777) == (True, "new", 0o640)
    (tmp_path / "to-be").symlink_to("made.txt")
    write("new", str(tmp_path / "to-be"))
    assert (tmp_path / "made.txt").read_text() == "new"
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(click.UsageError, match="leads round to itself"):
        write("x", str(tmp_path / "loop"))


def test_write_into_a_pipe_or_device_leaves_it_one(tmp_path):
    os.mkfifo(pipe := tmp_path / "pipe")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write("new", str(pipe))
    assert (os.read(reader, 10), stat.S_ISFIFO(pipe.stat().st_mode)) == (b"new", True)
    os.close(reader)
    write("new", "/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_write_a_file_with_the_longest_name_there_is(tmp_path):
    write("new", str(tmp_path / ("x" * 255)))
    assert [each.name for each in tmp_path.iterdir()] == ["x" * 255]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into every file")
def test_write_over_a_file_that_may_not_be_written_is_refused(tmp_path):
    (path := tmp_path / "x.txt").write_text("old")
    path.chmod(0o444)
    with pytest.raises(click.UsageError, match="may not be written to"):
        write("new", str(path))
    assert path.read_text() == "old"


def test_write_to_a_folder_or_into_none_is_refused(tmp_path):
    with pytest.raises(click.UsageError, match="is a folder"):
        write("x", str(tmp_path))
    with pytest.raises(click.UsageError, match="there is no folder"):
        write("x", str(tmp_path / "a" / "b"))


def test_as_table_cuts_long_values_with_an_ellipsis():
    assert as_table(("a", "b"), [("long value", "x\ny")], (6, 5)) == "a      b\n-----  ---\nlong…  x y\n"
    assert as_table(("a",), [("sixsix",)], (6,)) == "a\n------\nsixsix\n"


@pytest.mark.parametrize(("files", "said"), [
    (("a.txt", "nowhere/b.txt"), "there is no folder"), (("a.txt", "."), "is a folder"), (("a.txt", "./a.txt"), "two results would be"),
    (("-", "-"), "two results would be written to standard output"),
])
def test_check_targets_refuses_before_anything_is_written(tmp_path, monkeypatch, files, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(click.UsageError, match=said):
        check_targets(*files)
    assert list(tmp_path.iterdir()) == []


def test_check_targets_of_different_files_passes(tmp_path):
    check_targets(str(tmp_path / "a"), None, str(tmp_path / "b"), "-")
    assert list(tmp_path.iterdir()) == []
