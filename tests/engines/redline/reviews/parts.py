"""The parts of a Word file while it is being written: relations, pictures, notes and the ids that must be unique."""

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tests.engines.redline.reviews.model import Block
from tests.engines.redline.reviews.pictures import png

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{OFFICE}/relationships",
    "m": f"{OFFICE}/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}.items()) + ' mc:Ignorable="w14 w15"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "word/document.xml"


@dataclass(frozen=True)
class Hand:
    """The habits of the program that saved a file."""

    rsid: str = ""
    para_ids: bool = True
    first_id: int = 1


@dataclass
class Parts:
    """What has been written so far."""

    hand: Hand
    data: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, dict[tuple[str, str, bool], str]] = field(default_factory=dict)
    notes: dict[str, list[list[Block]]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    last_id: int = 0
    paragraphs: int = 0

    def next_id(self) -> int:
        self.last_id += 1
        return self.hand.first_id + self.last_id

    def para_id(self) -> str:
        self.paragraphs += 1
        return f"{0x10000000 + self.paragraphs * 37:08X}"

    def relate(self, part: str, kind: str, target: str, external: bool = False) -> str:
        known = self.relations.setdefault(part, {})
        return known.setdefault((kind, target, external), f"rId{len(known) + 1}")

    def picture(self, part: str, shade: str) -> str:
        name = f"media/image{shade}.png"
        self.data[f"word/{name}"] = png(shade)
        return self.relate(part, "image", name)

    def add(self, name: str, kind: str, inner: str, type_: str) -> None:
        """A part of word/ that the document is related to."""
        self.data[f"word/{name}"] = (HEAD + inner).encode()
        self.types[f"word/{name}"] = type_
        self.relate(MAIN, kind, name)

    def zipped(self) -> bytes:
        for part, known in self.relations.items():
            folder, _, name = part.rpartition("/")
            lines = [
                f'<Relationship Id="{id_}" Type={quoteattr(kind if ":" in kind else f"{OFFICE}/relationships/{kind}")}'
                f' Target={quoteattr(target)}{" TargetMode=" + quoteattr("External") if external else ""}/>'
                for (kind, target, external), id_ in known.items()
            ]
            text = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'
            self.data[f"{folder}/_rels/{name}.rels" if name else "_rels/.rels"] = text.encode()
        overrides = "".join(f'<Override PartName="/{escape(name)}" ContentType="{kind}"/>' for name, kind in self.types.items())
        self.data["[Content_Types].xml"] = (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" '
            f'ContentType="image/png"/>{overrides}</Types>'
        ).encode()
        return zipped(self.data)


def zipped(data: dict[str, bytes]) -> bytes:
    """A package with those parts, the same bytes for the same parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(data):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data[name], zipfile.ZIP_DEFLATED)
    return held.getvalue()


def unzipped(file: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
