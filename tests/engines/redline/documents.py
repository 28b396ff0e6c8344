"""Drafts and copies in a few lines of WordprocessingML, and rows of a ledger, for the tests of redline's parts."""

from dataclasses import replace

from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import Document, read_document
from tansiq.engines.redline.align.pieces import Flow
from tansiq.engines.redline.consolidate import Consolidation, consolidate
from tansiq.engines.redline.edits import Comment, Edit, Kind, Place
from tansiq.engines.redline.readers.copy import Reading, read_copy
from tests.engines.ooxml.revisions.written import package_of

BODY = "word/document.xml#body"
DAY = "2026-03-01T09:00:00Z"
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def tc(*blocks: str, properties: str = "") -> str:
    """A cell of blocks."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def ranged(number: int, *content: str) -> str:
    """Content that a comment is about, and the comment's reference behind it."""
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    return f'{start}{"".join(content)}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def remark(number: int, text: str, person: str = "Reviewer 1", *, paragraph: str = "") -> str:
    """A comment as its part has it."""
    id_ = f' w14:paraId="{paragraph}"' if paragraph else ""
    inner = f"<w:p{id_}><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f'<w:comment w:id="{number}" w:author="{person}" w:date="{DAY}" w:initials="R">{inner}</w:comment>'


def document_of(*blocks: str, **parts: str) -> Document:
    """A package read as flows."""
    return read_document(package_of(*blocks, **parts), Atoms())


def flow_of(*blocks: str) -> Flow:
    """The body of a package as a flow."""
    return document_of(*blocks).body


def read(base: Package, copy: Package, **options: object) -> Reading:
    """What FAO's copy brings."""
    return read_copy(base, copy, agency="FAO", file="fao.docx", data=b"", enough=0, **options)


def edit(kind: Kind = Kind.INSERTION, start: int = 0, end: int | None = None, **changes: object) -> Edit:
    """An edit of FAO; `end` is `start` when not given, `flow` the body. Its id is made of what was given."""
    place = Place(str(changes.pop("flow", BODY)), start, start if end is None else end)
    agency = str(changes.get("agency", "FAO"))
    made = Edit(f"{agency}-{kind}-{start}-{end}", agency, "Reviewer", DAY, kind, True, place)
    return replace(made, **changes)


def comment(number: str = "c1", text: str = "Which one?", start: int = 0, **changes: object) -> Comment:
    """A comment of FAO on the body."""
    return replace(Comment(number, "FAO", "Reviewer", DAY, Place(BODY, start, start), "", text), **changes)


def consolidated(base: Package, **copies: Package) -> Consolidation:
    """The consolidation of these copies, read in this process."""
    return consolidate(base.write(), {name: copy.write() for name, copy in copies.items()}, apart=False)
