"""Word files made by hand for the tests of ooxml: a smallest document, and the same with parts put in, changed or left out."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def types(*lines: str) -> bytes:
    """Content types of a smallest document and `lines` more."""
    return (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{"".join(lines)}</Types>'
    ).encode()


def override(part: str, content_type: str) -> str:
    """One line of the content types for a part."""
    return f'<Override PartName="/{part}" ContentType="{content_type}"/>'


def relations(*each: tuple[str, str, str] | tuple[str, str, str, str]) -> bytes:
    """A relationships part of (id, kind or whole type, target[, mode])."""
    lines = []
    for id_, kind, target, *mode in each:
        whole = kind if ":" in kind else f"{RELATIONS}/{kind}"
        how = f' TargetMode="{mode[0]}"' if mode else ""
        lines.append(f'<Relationship Id="{id_}" Type="{whole}" Target="{target}"{how}/>')
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'.encode()


def document(body: str = "<w:p><w:r><w:t>Text</w:t></w:r></w:p>") -> bytes:
    """A main part with that body."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {W} {R}><w:body>{body}</w:body></w:document>'.encode()


SMALLEST: Mapping[str, bytes] = {
    "[Content_Types].xml": types(),
    "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
    "word/document.xml": document(),
}


def zipped(entries: Mapping[str, bytes] | Sequence[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of those entries, in that order."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries.items() if isinstance(entries, Mapping) else entries:
            archive.writestr(name, data)
    return out.getvalue()


def docx(changed: Mapping[str, bytes | None] | None = None) -> bytes:
    """The smallest document with parts changed, put in, or left out (None)."""
    entries = {**SMALLEST, **(changed or {})}
    return zipped({name: data for name, data in entries.items() if data is not None})
