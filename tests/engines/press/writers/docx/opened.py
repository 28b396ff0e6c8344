"""A written file opened for tests: its parts, paragraphs and texts."""

import zipfile
from io import BytesIO

from lxml import etree

from tansiq.engines.press import from_json, write_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NS = {"w": W[1:-1]}


class Opened:
    """The parts of a Word file."""

    def __init__(self, blob: bytes) -> None:
        with zipfile.ZipFile(BytesIO(blob)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def xml(self, name: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self.parts[name])

    def paragraphs(self, name: str = "word/document.xml") -> list[tuple[str, str]]:
        """(style, text) of every paragraph."""
        return [(style_of(paragraph), text_in(paragraph)) for paragraph in self.xml(name).iter(f"{W}p")]

    def codes(self) -> list[str]:
        """The codes of all fields of the body."""
        return [(code.text or "").strip() for code in self.xml().iter(f"{W}instrText")]


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find("w:pPr/w:pStyle", NS)
    return "" if found is None else str(found.get(f"{W}val"))


def text_in(element: etree._Element) -> str:
    """The characters of `w:t`; a tab as such."""
    kinds = {f"{W}t", f"{W}tab", f"{W}br"}
    runs = [part for part in element.iter() if part.tag in kinds and part.getparent().tag == f"{W}r"]
    return "".join((part.text or "") if part.tag == f"{W}t" else "\t" if part.tag == f"{W}tab" else "\n" for part in runs)


def runs_of(paragraph: etree._Element) -> list[tuple[str, bool]]:
    """(text, whether right to left) of the runs of a paragraph that hold text."""
    found = [(text_in(run), run.find("w:rPr/w:rtl", NS) is not None) for run in paragraph.iter(f"{W}r")]
    return [(words, rtl) for words, rtl in found if words]


def written(tree: dict) -> Opened:
    """The file of a tree in JSON."""
    return Opened(write_docx(from_json(tree)))
