"""The Open Packaging layer (ISO/IEC 29500-2): parts, content types, relationships, one zip with the same bytes every time.

Small and our own: python-docx stamps the wall clock into the zip and cannot hold a footnotes part of ours.
"""

import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import quoteattr

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip entry can name; the day of the report stands in the core properties."""


@dataclass
class Part:
    """One part: its name (`/word/document.xml`), content type, bytes, and the relationships that go out from it."""

    name: str
    content_type: str
    blob: bytes = b""
    relations: list[tuple[str, str, bool]] = field(default_factory=list)

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship of `kind` (last step of its URI, or the whole) to `target`; an equal one is used again."""
        relation = (kind if "://" in kind else f"{RELATIONS}/{kind}", target, external)
        if relation not in self.relations:
            self.relations.append(relation)
        return f"rId{self.relations.index(relation) + 1}"


def zipped(root: Part, parts: list[Part]) -> bytes:
    """The package as bytes. `root` carries the relationships of the package itself and has no bytes of its own."""
    entries = [("[Content_Types].xml", _content_types(parts)), ("_rels/.rels", _relations(root))]
    for part in parts:
        folder, _, file = part.name.lstrip("/").rpartition("/")
        entries.append((part.name.lstrip("/"), part.blob))
        if part.relations:
            entries.append((f"{folder}/_rels/{file}.rels", _relations(part)))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in entries:
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            # The system that wrote the zip is recorded; say the same on every system.
            info.create_system = 3
            archive.writestr(info, blob)
    return out.getvalue()


def _content_types(parts: list[Part]) -> bytes:
    lines = [
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
    ]
    lines += [f"<Override PartName={quoteattr(part.name)} ContentType={quoteattr(part.content_type)}/>" for part in parts]
    return (XML_HEAD + "".join(lines) + "</Types>").encode()


def _relations(part: Part) -> bytes:
    lines = ['<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">']
    for number, (kind, target, external) in enumerate(part.relations, start=1):
        mode = ' TargetMode="External"' if external else ""
        lines.append(f'<Relationship Id="rId{number}" Type={quoteattr(kind)} Target={quoteattr(target)}{mode}/>')
    return (XML_HEAD + "".join(lines) + "</Relationships>").encode()
