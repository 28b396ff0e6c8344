"""`tansiq press render`: a tree to three formats without a data folder; a bad tree is refused with its path."""

import json

import pytest

SKIPPED = {"type": "heading", "id": "h", "level": 3, "inlines": [{"type": "text", "text": "x"}]}
TREE = {
    "type": "document", "language": "en", "title": "A tree",
    "blocks": [{"type": "paragraph", "id": "p", "inlines": [{"type": "text", "text": "Words."}]}],
}


def render(tansiq, path, form="html", language="en", output="-"):
    return tansiq("press", "render", path, "--language", language, "--format", form, "-o", output)


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_render_writes_the_file(tansiq, tmp_path, form):
    (tmp_path / "tree.json").write_text(json.dumps(TREE))
    assert render(tansiq, tmp_path / "tree.json", form, output=tmp_path / f"tree.{form}").code == 0
    assert (tmp_path / f"tree.{form}").stat().st_size > 500


def test_render_language_sets_direction(tansiq, tmp_path):
    (tmp_path / "tree.json").write_text(json.dumps(TREE))
    out = render(tansiq, tmp_path / "tree.json", language="ar").out
    assert 'lang="ar"' in out
    assert 'dir="rtl"' in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ("[]", "document"),
        (json.dumps({**TREE, "blocks": [{"type": "blink", "id": "x"}]}), "blocks[0]"),
        (json.dumps({**TREE, "blocks": [SKIPPED]}), "blocks[0]"),
    ],
)
def test_render_bad_tree_is_one_line_with_its_path(tansiq, tmp_path, text, said):
    (tmp_path / "tree.json").write_text(text)
    ran = render(tansiq, tmp_path / "tree.json", output=tmp_path / "out.html")
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "out.html").exists()


def test_render_missing_file_is_one_line(tansiq, tmp_path):
    ran = render(tansiq, tmp_path / "nothing.json")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
