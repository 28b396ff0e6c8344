"""What the package offers."""

from tansiq.engines import press


def test_all_names_exist_and_are_sorted_by_kind():
    assert [name for name in press.__all__ if not hasattr(press, name)] == []
    assert {"from_json", "to_json", "validate", "number_tree", "write_docx", "write_html", "html_body"} <= set(press.__all__)
