"""Reads the acceptance data and the files under test in the way the data's own header says: folded, and section by section."""

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import yaml
from lxml import etree
from pypdf import PdfReader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]")
SPACES = re.compile("[\u00a0\u202f\u2009\u2007\\s]+")
DASHES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2212": "-", "\u2019": "'", "\u02bc": "'"})
SECTIONS = ("achievements", "planned", "decisions")


def folded(text: str) -> str:
    """White space, no-break spaces, dashes, apostrophes and case folded; invisible characters taken out."""
    return SPACES.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(DASHES)).casefold().strip()


def holds(text: str, wanted: str) -> bool:
    """Whether folded `text` has the string; one of digits only is looked for as a whole number."""
    if wanted.isdigit():
        return re.search(rf"(?<![\d.,/]){wanted}(?!\d)(?![.,/]\d)", text) is not None
    return folded(wanted) in text


@dataclass(frozen=True)
class Expected:
    """One fact of the acceptance data."""

    id: str
    section: str
    strings: tuple[str, ...]
    never: tuple[str, ...]


def expected(shared: Path) -> list[Expected]:
    """Every fact that an English rendering must state, with its section."""
    data = yaml.safe_load((shared / "acceptance" / "working-group-2017.yaml").read_text(encoding="utf-8"))
    return [Expected(each["id"], each["section"], tuple(each["en"]), tuple(each.get("must_not", ()))) for each in data["facts"]]


def members(shared: Path) -> list[dict[str, str]]:
    """The sixteen members, by acronym and name."""
    data = yaml.safe_load((shared / "acceptance" / "working-group-2017.yaml").read_text(encoding="utf-8"))
    return list(data["group"]["members_as_of_2017_11"])


def sections_of(paragraphs: list[tuple[bool, str]], notes: str) -> dict[str, str]:
    """Folded text by section: (is a heading of level 1, text) in order; the notes belong to the first section, which calls them."""
    found: dict[str, list[str]] = {}
    current = "cover"
    for is_heading, text in paragraphs:
        if is_heading:
            current = next((name for name in SECTIONS if name in folded(text)), "other")
        found.setdefault(current, []).append(text)
    found.setdefault("achievements", []).append(notes)
    return {name: folded(" ".join(texts)) for name, texts in found.items()}


def docx_sections(content: bytes) -> dict[str, str]:
    """The sections of a Word file, note marks left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    paragraphs = []
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else ""
        paragraphs.append((name == "Heading1", words(paragraph)))
    return sections_of(paragraphs, " ".join(words(note) for note in notes))


def words(element: etree._Element) -> str:
    """The text of a part of a Word file; a tab is a space."""
    return "".join(" " if each.tag == f"{W}tab" else each.text or "" for each in element.iter(f"{W}t", f"{W}tab"))


def html_sections(content: str) -> dict[str, str]:
    """The sections of a web page, note marks left out."""
    page = lxml.html.fromstring(content)
    for mark in page.xpath("//sup"):
        mark.drop_tree()
    notes = page.xpath("//*[@role='doc-endnotes' or @role='doc-footnote' or contains(@class, 'notes')]")
    text_of_notes = " ".join(note.text_content() for note in notes)
    main = page.xpath("//main")[0]
    paragraphs = [(each.tag == "h2", each.text_content()) for each in main.iter("h1", "h2", "h3", "p", "li", "td", "th", "div")]
    return sections_of(paragraphs, text_of_notes)


def pdf_sections(content: bytes, notes: str) -> dict[str, str]:
    """The sections of a PDF by its headings; `notes` is the text of the notes, which a page prints at its foot."""
    lines = [line for page in PdfReader(io.BytesIO(content)).pages for line in page.extract_text().splitlines()]
    paragraphs = [(re.match(r"[IVX]+\.\s", line) is not None, line) for line in lines]
    return sections_of(paragraphs, notes if folded(notes)[:60] in folded(" ".join(lines)) else "")
