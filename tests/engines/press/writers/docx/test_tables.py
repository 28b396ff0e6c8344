"""Tables: direction, spans, heads."""

from tansiq.engines.press.writers.docx.tables import CELL_MARGIN
from tests.engines.press.sample import document, inlines_of, paragraph
from tests.engines.press.writers.docx.opened import NS, W, text_in, written


def cell(words, **more):
    return {"inlines": inlines_of(words), **more}


def table(**more):
    rows = [
        {"cells": [cell("a", rowspan=2, header=True), cell("b", colspan=2)]},
        {"cells": [cell("c"), {"blocks": [paragraph("p", "d")]}]},
        {"cells": [cell("e", colspan=3)]},
    ]
    header = [{"cells": [cell("H", header=True), cell("I"), cell("J")]}]
    columns = [{"width": 2}, {"align": "center"}, {"align": "end"}]
    return {"type": "table", "id": "t", "columns": columns, "header": header, "rows": rows, "caption": inlines_of("C"), "number": 1, **more}


def grid(found):
    rows = []
    for row in found.iter(f"{W}tr"):
        cells = []
        for part in row.iter(f"{W}tc"):
            merge = part.find("w:tcPr/w:vMerge", NS)
            span = part.find("w:tcPr/w:gridSpan", NS)
            state = "" if merge is None else merge.get(f"{W}val") or "continue"
            cells.append((text_in(part), 1 if span is None else int(span.get(f"{W}val")), state))
        rows.append(cells)
    return rows


def test_table_spans_fill_the_grid():
    found = written(document(table())).xml().find(".//w:tbl", NS)
    assert grid(found) == [
        [("H", 1, ""), ("I", 1, ""), ("J", 1, "")],
        [("a", 1, "restart"), ("b", 2, "")],
        [("", 1, "continue"), ("c", 1, ""), ("d", 1, "")],
        [("e", 3, "")],
    ]


def test_table_header_repeats_and_rows_do_not_break():
    rows = list(written(document(table())).xml().iter(f"{W}tr"))
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True, False, False, False]
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)


def test_table_columns_run_with_the_document():
    for language, expected in (("en", False), ("ar", True)):
        found = written(document(table(), language=language)).xml().find(".//w:tbl", NS)
        assert (found.find("w:tblPr/w:bidiVisual", NS) is not None) == expected
        # The order in the file is that of the tree: the first column stands on the right by `bidiVisual` alone.
        assert [text_in(part) for part in next(found.iter(f"{W}tr")).iter(f"{W}tc")] == ["H", "I", "J"]


def test_table_styles_say_head_and_alignment():
    styles = [style for style, _ in written(document(table())).paragraphs() if style.startswith("Table")]
    assert styles == [
        "TableHead", "TableHeadCenter", "TableHeadEnd", "TableHead", "TableTextCenter", "TableText", "TableTextCenter", "TableTextEnd",
        "TableText",
    ]


def test_table_widths_follow_the_weights():
    found = written(document(table())).xml().find(".//w:tblGrid", NS)
    first, second, third = (int(column.get(f"{W}w")) for column in found)
    assert second == third
    assert abs(first - 2 * second) <= 2 < CELL_MARGIN


def test_table_without_source_or_caption_does_not_touch_the_next():
    bare = table(caption=[], number=None)
    blocks = [{**bare, "rows": [{"cells": [cell("x", colspan=3)]}]}, {**bare, "id": "u", "rows": [{"cells": [cell("x", colspan=3)]}]}]
    children = [child.tag for child in written(document(*blocks)).xml()[0]]
    assert f"{W}tbl {W}tbl" not in " ".join(children)
    assert children[-2:] == [f"{W}p", f"{W}sectPr"]
