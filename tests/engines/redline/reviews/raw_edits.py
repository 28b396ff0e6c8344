"""Tracked changes put into any .docx, on its XML: what a reviewer might do to a file this generator did not make."""

import random
from copy import deepcopy

from lxml import etree

from tests.engines.redline.reviews.mutators import on_stories
from tests.engines.redline.reviews.plain_comments import stories_in_use
from tests.engines.redline.reviews.plain_views import Reader, W
from tests.engines.redline.reviews.words import phrase, right_to_left

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PLACES = {W + name for name in ("p", "hyperlink", "sdtContent")}


def reviewed_file(file: bytes, rng: random.Random, *, person: str = "Desk officer", share: float = 0.15) -> bytes:
    """The file with words put in and taken out, with tracking, in about that share of its runs."""
    numbers = iter(range(900000, 999999))

    def mark(name: str) -> etree._Element:
        date = f"2024-02-{rng.randint(1, 28):02}T10:{rng.randint(0, 59):02}:00Z"
        return etree.Element(W + name, {W + "id": str(next(numbers)), W + "author": person, W + "date": date})

    def change(tree: etree._Element) -> None:
        for run in list(tree.iter(W + "r")):
            if editable(run) and rng.random() < share:
                edit(run, rng, mark)
    return on_stories(file, change, only=stories_in_use(Reader(file, accepted=True)))


def editable(run: etree._Element) -> bool:
    """A run of text alone that stands in a paragraph and in no field, change or text box's second form."""
    texts = run.findall(W + "t")
    if len(texts) != 1 or len(run) > 2 or not (texts[0].text or "").strip() or run.getparent().tag not in PLACES:
        return False
    if len(run) == 2 and run.find(W + "rPr") is None:
        return False
    if any(one.get(W + "type") for one in run.iterancestors(W + "footnote", W + "endnote")):
        return False                               # the lines above notes are nobody's text
    above = {one.tag for one in run.iterancestors()}
    return not any(tag.endswith(("}Fallback", "}fldSimple", "}txbxContent")) for tag in above) and not in_field(run)


def in_field(run: etree._Element) -> bool:
    """Whether the paragraph has a complex field at all: what is its code and what its result is not looked into."""
    para = next(one for one in run.iterancestors() if one.tag == W + "p")
    return para.find(f".//{W}fldChar") is not None


def edit(run: etree._Element, rng: random.Random, mark) -> None:
    """Replace, delete or insert at a place in the run."""
    text = run.find(W + "t").text
    start = rng.randrange(len(text))
    end = min(len(text), start + rng.randint(1, 12))
    kind = rng.choice(["insert", "delete", "replace"])
    if kind == "insert":
        end = start
    pieces = [piece(run, text[:start])]
    if end > start:
        gone = mark("del")
        gone.append(piece(run, text[start:end], "delText"))
        pieces.append(gone)
    if kind != "delete":
        put = mark("ins")
        put.append(piece(run, phrase(rng, "ar" if right_to_left(text) else "en", 2)))
        pieces.append(put)
    pieces.append(piece(run, text[end:]))
    for one in pieces:
        if one is not None:
            run.addprevious(one)
    run.getparent().remove(run)


def piece(run: etree._Element, text: str, name: str = "t") -> etree._Element | None:
    if not text:
        return None
    made = deepcopy(run)
    made.tail = None
    made.remove(made.find(W + "t"))
    etree.SubElement(made, W + name, {SPACE: "preserve"}).text = text
    return made
