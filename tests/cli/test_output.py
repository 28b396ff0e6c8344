"""Files are written whole or not at all."""

import click
import pytest

from tansiq.cli.output import as_json, as_table, write


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


def test_write_to_a_folder_or_into_none_is_refused(tmp_path):
    with pytest.raises(click.UsageError, match="is a folder"):
        write("x", str(tmp_path))
    with pytest.raises(click.UsageError, match="there is no folder"):
        write("x", str(tmp_path / "a" / "b"))


def test_as_table_cuts_long_values_with_an_ellipsis():
    assert as_table(("a", "b"), [("long value", "x\ny")], (6, 5)) == "a       b\n------  ---\nlong…   x y\n"
    assert as_table(("a",), [("sixsix",)], (6,)) == "a\n------\nsixsix\n"
