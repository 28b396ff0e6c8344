"""A file that is not YAML is explained in plain words, at the line to change."""

import pytest

from tansiq.secretariat.record.interchange.entries import ImportFailed, read_entries

QUOTES = 'put the whole text in double quotes ("...").'
MARKS = "where a text itself has such marks"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- slug: a\n\tx: 1\n", 2, "a tab stands here; use spaces, not a tab, to indent."),
        ("- slug: a\n  t:\tb: c\n", 2, "a tab stands here; use spaces, not a tab, to indent."),
        ("- slug: a\n  title: Report: the end\n", 2, f"a colon stands in a text here; {QUOTES}"),
        ("- slug: a\n  en: {long: Report: the end}\n", 2, f"a colon stands in a text here; {QUOTES}"),
        ("- slug: a\n  title: 'The region's report'\n  b: 1\n", 2, f"a quotation mark or apostrophe ends the text too early; {QUOTES}"),
        ("- slug: a\n  en: {long: 'The region's report'}\n", 2, f"a quotation mark or apostrophe ends the text too early; {QUOTES}"),
        ('- slug: a\n  t: "He said "x" today"\n', 2, f"a quotation mark or apostrophe ends the text too early; {QUOTES}"),
        ("- slug: a\n  title: 'never closed\n  b: 2\n", 2, "a text in quotes begins here and does not end; close it with the same mark."),
        ("- slug: a\n  t: [a, b\n  c: d\n", 2, f"a {{ or [ is not closed, or a comma is missing; {MARKS}, {QUOTES}"),
        ("- slug: a\n  t: @x\n", 2, f"a text cannot begin with that character; {QUOTES}"),
        ("- slug: *y\n", 1, f"a text that begins with * or & is not read as a text; {QUOTES}"),
        ("- slug: a\n   b: 1\n", 2, "this line is indented too far; begin it under the field above."),
        ("- slug: a\n b: 1\n", 2, "this line does not stand under the one before; begin the fields of one record in the same column."),
        ("- slug: a\n  b\n  c: 1\n", 3, f"a field is written 'name: text', with a colon and a space; a long text: {QUOTES}"),
    ],
)
def test_why_says_what_to_change_and_where(tmp_path, text, line, words):
    path = tmp_path / "things.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportFailed) as failed:
        list(read_entries(path))
    assert str(failed.value) == f"things.yaml:{line}: {words}"
