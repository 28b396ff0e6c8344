"""Hypothesis strategies for valid document trees that hold every kind of node, and the order in which their texts are read."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from tansiq.engines.press.tree import DateText, Document, Fact, FootnoteReference, Name, Node, Stated, Text, children, walk
from tests.engines.press.sample import document, fact, png, text

LETTERS = "abcdXYZ àéœ’ ابتثجأهـ 0123456789 ()[]«» \u00a0\u202f.,;:/-–%&<>\"'#$*_\\{}@~^|…🙂"
words = st.text(LETTERS, min_size=1, max_size=24).filter(lambda found: found.strip())
languages = st.sampled_from(["en", "fr", "ar"])
REFS = ["register/organization/fao"]


class Names:
    """Gives out ids and collects the notes that are called while a tree is drawn."""

    def __init__(self) -> None:
        self.count = 0
        self.notes: list[str] = []

    def next(self, kind: str) -> str:
        self.count += 1
        return f"{kind}{self.count}"


def leaf(draw: st.DrawFn, names: Names) -> dict[str, Any]:
    kind = draw(st.sampled_from(["text", "text", "fact", "date", "name", "stated", "line_break", "switched"]))
    said = draw(words)
    if kind == "fact":
        return fact(names.next("f"), said)
    made = {
        "text": text(said),
        "switched": text(said, language=draw(languages)),
        "line_break": {"type": "line_break"},
        "date": {"type": "date", "edtf": "2017-09", "text": said, "rests_on": REFS},
        "name": {"type": "name", "of": REFS[0], "form": "long", "text": said, "rests_on": REFS},
        "stated": {"type": "stated", "of": REFS[0], "field": "title", "language": draw(languages), "text": said, "rests_on": REFS},
    }
    return made[kind]


def inlines(draw: st.DrawFn, names: Names, *, notes: bool = True) -> list[dict[str, Any]]:
    found = [text(draw(words))]
    for _ in range(draw(st.integers(0, 3))):
        inner = [leaf(draw, names), text(draw(words))]
        kind = draw(st.sampled_from(["leaf", "strong", "emphasis", "link", "footnote", "xref", "both"]))
        if kind == "footnote" and notes:
            names.notes.append(names.next("n"))
            found.append({"type": "footnote", "note": names.notes[-1]})
        elif kind == "xref":
            found.append({"type": "xref", "to": "first", "form": draw(st.sampled_from(["number", "title", "page"]))})
        elif kind == "link":
            found.append({"type": "link", "href": draw(st.sampled_from(["https://example.org/?a=1&b=2", "#first"])), "inlines": inner})
        elif kind == "both":
            found.append({"type": "strong", "inlines": [{"type": "emphasis", "inlines": inner, "language": draw(languages)}]})
        else:
            found += inner if kind in ("leaf", "footnote") else [{"type": kind, "inlines": inner}]
    return found


def a_list(draw: st.DrawFn, names: Names, depth: int = 1) -> dict[str, Any]:
    items = []
    for _ in range(draw(st.integers(1, 3))):
        item: dict[str, Any] = {"id": names.next("i"), "inlines": inlines(draw, names)}
        if depth < 4 and draw(st.booleans()):
            item["blocks"] = [a_list(draw, names, depth + 1) if draw(st.booleans()) else a_paragraph(draw, names)]
        items.append(item)
    return {"type": "list", "id": names.next("l"), "kind": draw(st.sampled_from(["ordered", "bulleted"])), "items": items}


def a_paragraph(draw: st.DrawFn, names: Names) -> dict[str, Any]:
    return {"type": "paragraph", "id": names.next("p"), "inlines": inlines(draw, names)}


def a_table(draw: st.DrawFn, names: Names) -> dict[str, Any]:
    def cell(**more: Any) -> dict[str, Any]:
        blocks = draw(st.booleans())
        content = {"blocks": [a_list(draw, names, 3)]} if blocks else {"inlines": inlines(draw, names)}
        return {**content, **more}

    rows = [
        {"cells": [cell(rowspan=2, header=True), cell(colspan=2)]},
        {"cells": [cell(), cell()]},
        {"cells": [cell(colspan=3)]},
    ]
    return {
        "type": "table",
        "id": names.next("t"),
        "columns": [{"width": 2}, {"align": "center"}, {"align": "end"}],
        "header": [{"cells": [cell(header=True) for _ in range(3)]}] if draw(st.booleans()) else [],
        "rows": rows,
        "caption": inlines(draw, names) if draw(st.booleans()) else [],
        "source": inlines(draw, names),
    }


def a_picture(draw: st.DrawFn, names: Names) -> dict[str, Any]:
    name = {"type": "picture", "id": names.next("g"), "media_type": "image/png", "data": png()}
    return {**name, "caption": inlines(draw, names), "alternative": draw(words)}


def a_quote(draw: st.DrawFn, names: Names) -> dict[str, Any]:
    name = {"type": "quote", "id": names.next("q")}
    if draw(st.booleans()):
        return {**name, "blocks": [a_paragraph(draw, names), a_list(draw, names, 4)]}
    return {**name, "inlines": inlines(draw, names), "source": inlines(draw, names)}


def a_page_break(draw: st.DrawFn, names: Names) -> dict[str, Any]:
    return {"type": "page_break", "id": names.next("b")}


def a_contents(draw: st.DrawFn, names: Names) -> dict[str, Any]:
    return {"type": "contents", "id": names.next("c"), "title": [text(draw(words))], "levels": draw(st.integers(1, 6))}


BLOCKS = (a_paragraph, a_list, a_table, a_picture, a_quote, a_page_break, a_contents)


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Any]:
    """The JSON of a valid document, not numbered but for its first heading."""
    names = Names()
    head = {"type": "heading", "id": "first", "level": 1, "number": "I.", "inlines": [text("First")]}
    blocks = [head, *[draw(st.sampled_from(BLOCKS))(draw, names) for _ in range(draw(st.integers(1, 4)))]]
    annex = {"id": "annex", "title": [text(draw(words))], "blocks": [a_paragraph(draw, names)]}
    tree = document(*blocks, language=draw(languages), annexes=[annex])
    if draw(st.booleans()):
        tree["cover"] = {"lines": [{"role": "title", "inlines": [text("Report")]}, {"role": "date", "inlines": [text(draw(words))]}]}
    if draw(st.booleans()):
        tree["running"] = {"header": [text(draw(words))], "footer": [text(draw(words))]}
    for note in names.notes:
        spoken_in_note = {"type": "paragraph", "id": names.next("p"), "inlines": inlines(draw, names, notes=False)}
        tree.setdefault("notes", []).append({"id": note, "blocks": [spoken_in_note]})
    return tree


def spoken(nodes: list[Node]) -> Iterator[str]:
    """The words of the leaves below nodes as they are read."""
    for node in nodes:
        if isinstance(node, Text | Fact | DateText | Name | Stated):
            yield node.text
        yield from spoken([child for _, child in children(node)])


def body_words(tree: Document) -> list[str]:
    """The words of cover, blocks and annexes in order."""
    cover: list[Node] = [tree.cover] if tree.cover else []
    return list(spoken([*cover, *tree.blocks, *tree.annexes]))


def note_words(tree: Document) -> list[str]:
    """The words of the notes, in the order they are called."""
    called = [node.note for _, node in walk(tree) if isinstance(node, FootnoteReference)]
    return list(spoken(sorted(tree.notes, key=lambda note: called.index(note.id))))


def stand_in_order(parts: list[str], whole: str) -> bool:
    """Whether each part is found in `whole` after the one before."""
    at = 0
    for part in parts:
        found = whole.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True
