"""The comments of a .docx as a reader finds them: who, when, what, on which words, in answer to what; read apart from the engine."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tests.engines.redline.reviews.plain_views import DELETED, INSERTED, TEXTS, R, Reader, W

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True)
class Said:
    """One comment or reply; `on` are the words it stands on before any change, `answers` the text of the comment it replies to."""

    id: str
    person: str
    date: str
    text: str
    answers: str
    resolved: bool
    on: str
    anchored: bool

    @property
    def without_anchor(self) -> tuple[str, str, str, str, bool]:
        return self.person, self.date, self.text, self.answers, self.resolved


def comments_of(file: bytes) -> list[Said]:
    """All comments of a file in the order of its comments part."""
    reader = Reader(file, accepted=False)
    part = reader.of_kind(reader.main, "comments")
    if not part:
        return []
    extended = reader.of_kind(reader.main, "commentsExtended")
    rows = {row.get(W15 + "paraId"): row for row in (reader.tree(extended) if extended else ())}
    ids = {one.get(W + "id"): last_paragraph(one) for one in reader.tree(part)}
    texts = {ids[one.get(W + "id")]: text_of(one) for one in reader.tree(part)}
    words = anchors(reader)
    found = []
    for one in reader.tree(part):
        row = rows.get(ids[one.get(W + "id")])
        parent = "" if row is None else row.get(W15 + "paraIdParent", "")
        id_ = one.get(W + "id")
        found.append(Said(
            id_, one.get(W + "author", ""), one.get(W + "date", ""), text_of(one), texts.get(parent, ""),
            row is not None and row.get(W15 + "done") in ("1", "true"), words.get(id_, ""), id_ in words,
        ))
    return found


def last_paragraph(comment: etree._Element) -> str:
    paragraphs = comment.findall(f".//{W}p")
    return paragraphs[-1].get(W14 + "paraId", "") if paragraphs else ""


def text_of(comment: etree._Element) -> str:
    return "\n".join("".join(text.text or "" for text in para.iter(*TEXTS)) for para in comment.iter(W + "p"))


def anchors(reader: Reader) -> dict[str, str]:
    """By comment id the words between its start and end; left out are those that somebody inserted, and results of fields."""
    words: dict[str, list[str]] = {}
    open_: set[str] = set()
    for part in stories(reader):
        shown = set(outside_fields(reader.tree(part)))
        for element in reader.tree(part).iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference", *TEXTS):
            if element.tag == W + "commentRangeStart":
                open_.add(element.get(W + "id"))
                words.setdefault(element.get(W + "id"), [])
            elif element.tag == W + "commentRangeEnd":
                open_.discard(element.get(W + "id"))
            elif element.tag == W + "commentReference":
                words.setdefault(element.get(W + "id"), [])
            elif element in shown and not put_in(element):
                for id_ in open_:
                    words[id_].append(element.text or "")
    return {id_: "".join(pieces) for id_, pieces in words.items()}


def put_in(text: etree._Element) -> bool:
    """Whether a text stands in something inserted: words, a paragraph's row or a cell."""
    for above in text.iterancestors():
        if above.tag in INSERTED:
            return True
        for name, marks in (("tr", ("trPr/", "ins")), ("tc", ("tcPr/", "cellIns"))):
            if above.tag == W + name and above.find(f"{W}{marks[0]}{W}{marks[1]}") is not None:
                return True
    return False


def stories(reader: Reader) -> list[str]:
    names = [reader.main]
    for kind in ("footnotes", "endnotes"):
        part = reader.of_kind(reader.main, kind)
        names += [part] if part else []
    return names


def stories_in_use(reader: Reader) -> list[str]:
    """The body, the notes, and the headers and footers that a section refers to."""
    names = stories(reader)
    for section in reader.tree(reader.main).iter(W + "sectPr"):
        for reference in section.findall(W + "headerReference") + section.findall(W + "footerReference"):
            names.append(reader.target(reader.main, reference.get(R + "id")))
    return list(dict.fromkeys(names))


def letters_by_hand(file: bytes, *, edges: bool = True) -> dict[str, Counter[tuple[str, str, str]]]:
    """By "ins" and "del": how often each letter was put in or taken out, by person and date; `edges`: in headers and footers too.

    Left out are moves, changes in changes (a note that was moved with its paragraph is one), what went with its row, and results of
    fields.
    """
    reader = Reader(file, accepted=False)
    moved = moved_notes(reader)
    found: dict[str, Counter[tuple[str, str, str]]] = {"ins": Counter(), "del": Counter()}
    for part in stories_in_use(reader) if edges else stories(reader):
        for text in outside_fields(reader.tree(part)):
            above = [one for one in around(text) if one.tag in (*INSERTED, *DELETED)]
            alone = len(above) == 1 and above[0].tag in (W + "ins", W + "del") and not in_fallback(text)
            if alone and not goes_with_its_row(text) and not goes_with_its_note(text, moved):
                hand = above[0].get(W + "author", ""), above[0].get(W + "date", "")
                found[above[0].tag[len(W):]].update((*hand, letter) for letter in text.text or "" if letter.isalnum())
    return found


def moved_notes(reader: Reader) -> set[tuple[str, str]]:
    """The notes whose reference came by a move: the kind and the id."""
    references = reader.tree(reader.main).iter(W + "footnoteReference", W + "endnoteReference")
    return {
        (one.tag.removesuffix("Reference"), one.get(W + "id", "")) for one in references
        if any(above.tag == W + "moveTo" for above in one.iterancestors())
    }


def goes_with_its_note(text: etree._Element, moved: set[tuple[str, str]]) -> bool:
    """Whether the note around a text was moved: then the move is the change."""
    return any((above.tag, above.get(W + "id", "")) in moved for above in text.iterancestors(W + "footnote", W + "endnote"))


def outside_fields(tree: etree._Element) -> Iterator[etree._Element]:
    """The texts of a story that stand in no field."""
    depth = 0
    for element in tree.iter(W + "fldChar", *TEXTS):
        if element.tag in TEXTS:
            if not depth and next(element.iterancestors(W + "fldSimple"), None) is None:
                yield element
        elif element.get(W + "fldCharType") != "separate":
            depth += 1 if element.get(W + "fldCharType") == "begin" else -1


def goes_with_its_row(text: etree._Element) -> bool:
    """Whether the row or the cell around a deleted text was deleted: then that is the change."""
    marks = (f"{W}trPr/{W}del", f"{W}tcPr/{W}cellDel")
    return any(above.find(mark) is not None for above in text.iterancestors(W + "tr", W + "tc") for mark in marks)


def around(text: etree._Element) -> list[etree._Element]:
    """What a text stands in, up to its text box: a box that was taken out is one thing."""
    above = []
    for one in text.iterancestors():
        if one.tag == W + "txbxContent":
            break
        above.append(one)
    return above


def in_fallback(element: etree._Element) -> bool:
    return any(above.tag.endswith("}Fallback") for above in element.iterancestors())
