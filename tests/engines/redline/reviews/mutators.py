"""What programs do to a file without changing what it says: runs cut anew, ids lost or renumbered, parts in another order."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Collection
from copy import deepcopy

from lxml import etree

from tests.engines.redline.reviews.parts import MAIN, unzipped, zipped
from tests.engines.redline.reviews.plain_views import W

Mutator = Callable[[bytes, random.Random], bytes]
MUTATORS: dict[str, Mutator] = {}
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STORIES = re.compile(r"word/(document|footnotes|endnotes|header\d+|footer\d+)\.xml")


def mutator(function: Mutator) -> Mutator:
    MUTATORS[function.__name__] = function
    return function


def on_stories(file: bytes, change: Callable[[etree._Element], None], only: Collection[str] | None = None) -> bytes:
    """The file with a change made to the tree of every story, or of the parts named alone."""
    parts = unzipped(file)
    for name in parts:
        if STORIES.fullmatch(name) and (only is None or name in only):
            tree = etree.fromstring(parts[name])
            change(tree)
            parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(parts)


@mutator
def runs_cut_anew(file: bytes, rng: random.Random) -> bytes:
    def change(tree: etree._Element) -> None:
        for run in list(tree.iter(W + "r")):
            texts = run.findall(W + "t") + run.findall(W + "delText")
            if len(texts) == 1 and len(run) <= 2 and len(texts[0].text or "") > 1 and rng.random() < 0.5:
                second = deepcopy(run)
                text, at = texts[0].text, rng.randint(1, len(texts[0].text) - 1)
                texts[0].text = text[:at]
                second.find(texts[0].tag).text = text[at:]
                run.addnext(second)
    return on_stories(file, change)


@mutator
def proofing_marks(file: bytes, rng: random.Random) -> bytes:
    def change(tree: etree._Element) -> None:
        for run in list(tree.iter(W + "r")):
            if run.getparent().tag == W + "p" and rng.random() < 0.3:
                run.addprevious(etree.Element(W + "proofErr", {W + "type": "spellStart"}))
                run.addnext(etree.Element(W + "proofErr", {W + "type": "spellEnd"}))
    return on_stories(file, change)


@mutator
def ids_dropped(file: bytes, rng: random.Random) -> bytes:
    """Neither w14:paraId nor rsid in the stories, as most programs save."""
    def change(tree: etree._Element) -> None:
        for element in tree.iter():
            for name in list(element.attrib):
                if name.startswith(W14) or "}rsid" in name:
                    del element.attrib[name]
    return on_stories(file, change)


@mutator
def ids_renumbered(file: bytes, rng: random.Random) -> bytes:
    """Every tracked change gets another id, some the same one: they mean nothing."""
    names = {W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")}

    def change(tree: etree._Element) -> None:
        for element in tree.iter(*names):
            element.set(W + "id", str(rng.randrange(90000, 99999)))
    return on_stories(file, change)


@mutator
def zip_order(file: bytes, rng: random.Random) -> bytes:
    parts = unzipped(file)
    names = list(parts)
    rng.shuffle(names)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", rng.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])) as archive:
        for name in names:
            archive.writestr(name, parts[name])
    return held.getvalue()


@mutator
def space_attribute_dropped(file: bytes, rng: random.Random) -> bytes:
    """xml:space goes where it says nothing."""
    def change(tree: etree._Element) -> None:
        for text in tree.iter(W + "t", W + "delText"):
            if text.text and text.text == text.text.strip():
                text.attrib.pop(XML_SPACE, None)
    return on_stories(file, change)


@mutator
def languages_marked(file: bytes, rng: random.Random) -> bytes:
    """A proofing language on runs: no change that anybody made."""
    def change(tree: etree._Element) -> None:
        for properties in tree.iter(W + "rPr"):
            if properties.getparent().tag == W + "r" and rng.random() < 0.5 and properties.find(W + "rPrChange") is None:
                properties.append(etree.Element(W + "lang", {W + "val": "en-GB"}))
    return on_stories(file, change)


@mutator
def last_rendered_breaks(file: bytes, rng: random.Random) -> bytes:
    def change(tree: etree._Element) -> None:
        for run in tree.iter(W + "r"):
            if run.find(W + "t") is not None and rng.random() < 0.1:
                run.find(W + "t").addprevious(etree.Element(W + "lastRenderedPageBreak"))
    return on_stories(file, change)


@mutator
def main_part_renamed(file: bytes, rng: random.Random) -> bytes:
    """Some programs call the main part document2.xml."""
    parts = unzipped(file)
    if MAIN not in parts:
        return file
    other = MAIN.replace("document", "document2")
    parts[other] = parts.pop(MAIN)
    relations = "word/_rels/document.xml.rels"
    parts[relations.replace("document", "document2")] = parts.pop(relations)
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")
    return zipped(parts)
