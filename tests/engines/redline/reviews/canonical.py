"""The XML of a .docx in one spelling, so that a file put back together can be compared with the one it came from.

Runs that were cut are joined again, anchors of comments and rsids left out; nothing else is forgiven.
"""

import re

from lxml import etree

from tests.engines.redline.reviews.parts import unzipped
from tests.engines.redline.reviews.plain_views import W

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STORIES = re.compile(r"word/(document\d*|footnotes|endnotes|header\d*|footer\d*|styles|numbering|fontTable|theme/.*)\.xml")
ANCHORS = {W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")}


def canonical(file: bytes) -> dict[str, list[str]]:
    """By part: its paragraphs and what stands around them, one line each. Pictures by their bytes."""
    found = {}
    for name, data in unzipped(file).items():
        if STORIES.fullmatch(name):
            tree = etree.fromstring(data)
            spelled(tree)
            text = etree.tostring(tree, method="c14n", exclusive=True).decode()
            found[name] = re.sub(r"(</w:p>|</w:tr>|</w:pPr>|</w:style>)", r"\1\n", text).splitlines()
        elif name.startswith("word/media/"):
            found[name] = [data.hex()]
    return found


def spelled(tree: etree._Element) -> None:
    for element in list(tree.iter(*ANCHORS)):
        drop(element)
    for element in tree.iter(etree.Element):
        for key in [key for key in element.attrib if "}rsid" in key]:
            del element.attrib[key]
        element.attrib.pop(XML_SPACE, None)
        element.tail = (element.tail or "").strip() or None
        if len(element):
            element.text = (element.text or "").strip() or None
    for run in list(tree.iter(W + "r")):
        join_texts(run)
        join_run(run)


def drop(element: etree._Element) -> None:
    """Take an element away, and the run around it when nothing else was in it."""
    run = element.getparent()
    run.remove(element)
    if run.tag == W + "r" and all(child.tag == W + "rPr" for child in run):
        run.getparent().remove(run)


def join_run(run: etree._Element) -> None:
    """Join a run with the one before it when both look the same."""
    before = run.getprevious()
    if before is None or before.tag != W + "r" or look(before) != look(run) or not len(before):
        return
    for child in [child for child in run if child.tag != W + "rPr"]:
        before.append(child)
    run.getparent().remove(run)
    join_texts(before)


def look(run: etree._Element) -> bytes:
    properties = run.find(W + "rPr")
    return b"" if properties is None or not len(properties) else etree.tostring(properties, method="c14n", exclusive=True)


def join_texts(run: etree._Element) -> None:
    for text in list(run.findall(W + "t")):
        before = text.getprevious()
        if before is not None and before.tag == W + "t":
            before.text = (before.text or "") + (text.text or "")
            run.remove(text)


def first_difference(one: list[str], other: list[str]) -> str:
    """Where two lists of lines part, for a message: the line, and what stands around the first letter that differs."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            at = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
            start = max(0, at - 60)
            return f"line {place}, letter {at}: {left[start:at + 80]!r} is {right[start:at + 80]!r}"
    return f"{len(one)} lines are {len(other)}; after {one[-1:]!r:.80}: {(one + other)[min(len(one), len(other)):][:2]!r:.300}"
