"""Hostile packages: content types, relationships and parts that are not what they should be."""

from collections.abc import Callable

from tests.engines.ooxml.files import PACKAGE, WORD, W, document, docx, override, relations, types

DOCUMENT = ("rId1", "officeDocument", "word/document.xml")
RELS = "word/_rels/document.xml.rels"


def main_type(content_type: str) -> bytes:
    """A document whose main part has that type."""
    return docx({"[Content_Types].xml": types().replace(f"{WORD}.document.main+xml".encode(), content_type.encode())})


def related(*each: tuple[str, ...], **parts: bytes) -> bytes:
    """A document whose main part has those relationships; `parts` are put in `word/`, `__` stands for a dot."""
    return docx({RELS: relations(*each), **{f"word/{name.replace('__', '.')}": data for name, data in parts.items()}})  # type: ignore[arg-type]


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "no content types": (lambda: docx({"[Content_Types].xml": None}), "a zip without [Content_Types].xml"),
    "content types of another root": (lambda: docx({"[Content_Types].xml": b"<a/>"}), "its main part has the type 'none'"),
    "two types of one part": (
        lambda: docx({"[Content_Types].xml": types(override("Word/document.xml", "image/png"))}), "gives 'word/document.xml' two types",
    ),
    "a hundred thousand types": (
        lambda: docx({"[Content_Types].xml": types(*(override(f"a/{n}.xml", "a/b") for n in range(100_000)))}), "more than 10,000 lines",
    ),
    "main part is a picture": (lambda: main_type("image/png"), "has the type 'image/png'"),
    "macros by type": (lambda: main_type("application/vnd.ms-word.document.macroEnabled.main+xml"), "with macros (.docm)"),
    "template": (lambda: main_type(f"{WORD}.template.main+xml"), "Word template (.dotx)"),
    "template with macros": (lambda: main_type("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), "(.dotm)"),
    "workbook": (
        lambda: main_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "it is an Excel workbook",
    ),
    "presentation": (
        lambda: main_type("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "it is a presentation",
    ),
    "strict": (
        lambda: docx({"_rels/.rels": relations(
            ("rId1", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", "word/document.xml")
        )}),
        "Strict Open XML Document",
    ),
    "no relationships": (lambda: docx({"_rels/.rels": None}), "it has no main document part"),
    "relationships of another root": (lambda: docx({"_rels/.rels": b"<a/>"}), "it has no main document part"),
    "main part missing": (lambda: docx({"word/document.xml": None}), "it has no main document part"),
    "main part elsewhere": (
        lambda: docx({"_rels/.rels": relations(("rId1", "officeDocument", "http://example.org/a", "External"))}), "no main document part",
    ),
    "main part above the root": (
        lambda: docx({"_rels/.rels": relations(("rId1", "officeDocument", "../../../etc/passwd"))}), "it has no main document part",
    ),
    "main part is the package": (lambda: docx({"_rels/.rels": relations(("rId1", "officeDocument", "/"))}), "no main document part"),
    "a hundred thousand relationships": (
        lambda: related(*((f"rId{n}", "hyperlink", f"http://example.org/{n}", "External") for n in range(100_000))),
        "more than 50,000 relationships",
    ),
    "many relationships in all": (
        lambda: docx({f"word/_rels/{part}.rels": relations(*((f"rId{n}", "image", "a.png") for n in range(30_000)))
                      for part in ("document.xml", "a.xml")} | {"word/a.xml": b"<a/>"}),
        "more than 50,000 relationships",
    ),
    "id twice": (lambda: related(("rId1", "image", "a.png"), ("rId1", "image", "b.png")), "gives the id 'rId1' twice, or none"),
    "id missing": (lambda: related(("", "image", "a.png")), "gives the id '' twice, or none"),
    "macros by relationship": (
        lambda: docx({RELS: relations(("rId1", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "a.bin"))}),
        "holds macros",
    ),
    "macros by type of a part": (
        lambda: docx({
            "[Content_Types].xml": types(override("word/a.bin", "application/vnd.ms-office.vbaProject")),
            RELS: relations(("rId1", "image", "a.bin")), "word/a.bin": b"x",
        }),
        "holds macros",
    ),
    "chunk": (lambda: related(("rId1", "aFChunk", "a.html")), "imports another file as a whole (altChunk)"),
    "chunk without relationship": (lambda: docx({"word/document.xml": document('<w:altChunk r:id="rId9"/>')}), "(altChunk)"),
    "notes are a picture": (
        lambda: docx({
            "[Content_Types].xml": types('<Default Extension="png" ContentType="image/png"/>'),
            RELS: relations(("rId1", "footnotes", "a.png")), "word/a.png": b"\x89PNG",
        }),
        "word/a.png should hold footnotes and holds something else",
    ),
    "comments are settings": (
        lambda: docx({
            "[Content_Types].xml": types(override("word/a.xml", f"{WORD}.comments+xml")),
            RELS: relations(("rId1", "comments", "a.xml")), "word/a.xml": f"<w:settings {W}/>".encode(),
        }),
        "word/a.xml should hold comments and holds something else",
    ),
    "notes under a wrong type": (
        lambda: related(("rId1", "footnotes", "a.xml"), a__xml=f"<w:footnotes {W}/>".encode()), "word/a.xml should hold footnotes",
    ),
    "notes are the document": (lambda: related(("rId1", "footnotes", "document.xml")), "word/document.xml should hold footnotes"),
}

TAKEN: dict[str, Callable[[], bytes]] = {
    "circle": lambda: docx({
        RELS: relations(("rId1", "image", "a.xml"), ("rId2", "image", "document.xml")),
        "word/a.xml": b"<a/>", "word/_rels/a.xml.rels": relations(("rId1", "image", "document.xml"), ("rId2", "image", "a.xml")),
    }),
    "relationships to nothing": lambda: related(
        ("rId1", "image", "NULL"), ("rId2", "image", "../../../etc/passwd"), ("rId3", "footnotes", "a.xml"), ("rId4", "image", ""),
    ),
    "relationships of a part that is not there": lambda: docx({"word/_rels/a.xml.rels": relations(("rId1", "image", "b.png"))}),
    "relationships of relationships": lambda: docx({"_rels/_rels/.rels.rels": relations(("rId1", "image", "b.png"))}),
    "relationship without a type": lambda: docx({
        RELS: f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a"/></Relationships>'.encode(),
    }),
}
"""Odd, and still documents."""
