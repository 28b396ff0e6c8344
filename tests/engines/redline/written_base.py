"""A short draft as a Word file, with numbered paragraphs, a table and a run of its own look, for tests of the ways agencies answer."""

from io import BytesIO

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import read_document

LEVELS = (("decimal", "%1."), ("lowerLetter", "(%2)"))


def written_base():
    """The bytes of the draft."""
    document = docx.Document()
    number = _list(document)
    document.add_heading("Background", level=1)
    _numbered(document, "The Working Group has ", number).add_run("16 members").bold = True
    _numbered(document, "It meets twice a year in Beirut.", number)
    _numbered(document, "once in spring;", number, level=1)
    _numbered(document, "once in autumn.", number, level=1)
    document.add_heading("Achievements", level=1)
    _numbered(document, "The Situation Report covers 22 countries.", number)
    document.add_paragraph("7.2 A number typed by hand.")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Lebanon", "It hosts 1.5 million refugees."
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def as_document(data):
    return read_document(read_package(data, name="draft.docx"), Atoms())


def _numbered(document, text, number, level=0):
    paragraph = document.add_paragraph(text)
    numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = number
    return paragraph


def _list(document):
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for level, (form, text) in enumerate(LEVELS):
        described = OxmlElement("w:lvl")
        described.set(qn("w:ilvl"), str(level))
        for name, value in (("start", "1"), ("numFmt", form), ("lvlText", text)):
            child = OxmlElement(f"w:{name}")
            child.set(qn("w:val"), value)
            described.append(child)
        abstract.append(described)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    points = OxmlElement("w:abstractNumId")
    points.set(qn("w:val"), "90")
    number.append(points)
    root.append(number)
    return 90
