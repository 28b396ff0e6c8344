"""YAML is read with its lines; what is not a list of records in UTF-8 YAML is refused with its place."""

import pytest

from tansiq.secretariat.record.interchange.entries import ImportFailed, read_entries, read_yaml


def entries(tmp_path, text):
    path = tmp_path / "things.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_entries(path))


def problem(tmp_path, text):
    with pytest.raises(ImportFailed) as failed:
        entries(tmp_path, text)
    return [str(each) for each in failed.value.problems]


def test_entry_value_and_place(tmp_path):
    first, second = entries(tmp_path, "- slug: a\n  names:\n    - en: {long: A}\n- slug: b\n  on: 2017-11-15\n  n: 2018\n  yes: no\n")
    assert second.value == {"slug": "b", "on": "2017-11-15", "n": 2018, "yes": "no"}
    assert str(first.place("names", 0, "en", "long")) == "things.yaml:3: names[0].en.long"
    assert str(second.place("on")) == "things.yaml:5: on"
    assert str(second.place("nowhere", "deep")) == "things.yaml:4: nowhere.deep"


def test_empty_file_has_no_entries(tmp_path):
    assert entries(tmp_path, "") == entries(tmp_path, "# only a comment\n") == []


def test_byte_order_mark_is_read_over(tmp_path):
    assert [entry.value for entry in entries(tmp_path, b"\xef\xbb\xbf- slug: a\n")] == [{"slug": "a"}]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- slug: [a\n- b", "things.yaml:1: a { or [ is not closed, or a comma is missing; where a text"),
        ("- slug: a\n  slug: b\n", "things.yaml:2: slug: this field stands twice."),
        ("slug: a\n", "things.yaml:1: a list of records is expected: each begins with '- slug: ...'."),
        ("- slug: a\n-\n", "things.yaml:2: this is no record: each begins with '- slug: ...'; take the hyphen away where nothing follows"),
        ("- a\n", "things.yaml:1: this is no record: each begins with '- slug: ...';"),
        (b"- slug: a\n- slug: \xff\n", "things.yaml:2: the file is not UTF-8; save it as UTF-8 and import it again."),
        ("- slug: a\n\tx: 1\n", "things.yaml:2: a tab stands here; use spaces, not a tab, to indent."),
        ("- slug: &x a\n- *y\n", "things.yaml:2: a text that begins with * or & is not read as a text; put the whole text"),
        ("- !!python/object:os.system {}\n- - -\n", "things.yaml:2: this is no record: "),
    ],
)
def test_bad_file_is_one_line_with_its_place(tmp_path, text, line):
    [found] = problem(tmp_path, text)
    assert found.startswith(line)
    assert "\n" not in found


def test_anchors_that_explode_are_refused(tmp_path):
    bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    for level in range(1, 9):
        bomb += f"{chr(97 + level)}: &{chr(97 + level)} [{','.join(['*' + chr(96 + level)] * 10)}]\n"
    (tmp_path / "bomb.yaml").write_text(bomb)
    with pytest.raises(ImportFailed, match="more than 200000 values"):
        read_yaml(tmp_path / "bomb.yaml")


def test_anchor_that_holds_itself_is_refused(tmp_path):
    [found] = problem(tmp_path, "- &a {slug: *a}\n")
    assert found.startswith("things.yaml:1: this is not YAML")


def test_deep_nesting_is_refused_in_one_line(tmp_path):
    [found] = problem(tmp_path, "- " + "[" * 5000)
    assert found.startswith("things.yaml:1")
