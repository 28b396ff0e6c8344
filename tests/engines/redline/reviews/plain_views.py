"""What a reader sees in a .docx with everything accepted or everything rejected, read simply and apart from the engine.

Lines of text with notes, boxes, pictures, fields and formulas written out where they stand, so that ids do not matter. With `rich`
the formats of characters and paragraphs are written too. Of joined paragraphs the later one's properties stay; a table of which
nothing is left stands between no paragraphs.
"""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lxml import etree

from tests.engines.redline.reviews.model import VOLATILE
from tests.engines.redline.reviews.parts import OFFICE, unzipped
from tests.engines.redline.reviews.pictures import picture_name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = f"{{{OFFICE}/relationships}}"
M = f"{{{OFFICE}/math}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
INSERTED, DELETED = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")
TEXTS = (W + "t", W + "delText")
PLAIN = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad", W + "ptab": "\t"}
THROUGH = {W + name for name in ("hyperlink", "smartTag", "customXml", "sdtContent", "dir", "bdo", "ins", "moveTo", "del", "moveFrom")}
IGNORED_FORMATS = {W + name for name in ("rPrChange", "ins", "del", "moveFrom", "moveTo", "lang", "noProof", "rsid")}


def rels_of(part: str) -> str:
    path = PurePosixPath(part)
    return str(path.parent / "_rels" / f"{path.name}.rels") if part else "_rels/.rels"


def relations(parts: dict[str, bytes], part: str) -> dict[str, str]:
    """Targets of a part's relations by id, as part names or addresses."""
    path = PurePosixPath(part)
    data = parts.get(rels_of(part))
    if data is None:
        return {}
    found = {}
    for one in etree.fromstring(data):
        target = one.get("Target")
        internal = one.get("TargetMode") != "External"
        found[one.get("Id")] = (target.lstrip("/") if target.startswith("/") else normal(path.parent / target)) if internal else target
    return found


def normal(path: PurePosixPath) -> str:
    kept: list[str] = []
    for piece in path.parts:
        if piece == "..":
            kept.pop()
        elif piece != ".":
            kept.append(piece)
    return "/".join(kept)


@dataclass
class Fields:
    """The complex fields open at this point: code, result and whether the result has begun."""

    open: list[dict] = field(default_factory=list)


class Reader:
    """Reads the stories of one file with everything accepted or rejected; with `by`, what other hands did is rejected."""

    def __init__(self, file: bytes, *, accepted: bool, rich: bool = False, formats: bool = True, by: str = "") -> None:
        self.parts, self.accepted, self.rich, self.by = unzipped(file), accepted, rich, by
        self.formats = rich and formats
        self.trees: dict[str, etree._Element] = {}
        self.targets: dict[str, dict[str, str]] = {}
        self.main = self.of_kind("", "officeDocument")

    def takes(self, change: etree._Element) -> bool:
        """Whether a change is accepted."""
        author = change.get(W + "author", "")
        return self.accepted and (not self.by or author == self.by or author.endswith(f" [{self.by}]"))

    def of_kind(self, part: str, kind: str) -> str:
        """The part that `part` points to by a relation of that kind, "" when there is none."""
        data = self.parts.get(rels_of(part))
        found = [one.get("Id") for one in (() if data is None else etree.fromstring(data)) if one.get("Type").endswith(f"/{kind}")]
        return self.target(part, found[0]) if found else ""

    def tree(self, part: str) -> etree._Element:
        if part not in self.trees:
            self.trees[part] = etree.fromstring(self.parts[part])
        return self.trees[part]

    def target(self, part: str, id_: str | None) -> str:
        if part not in self.targets:
            self.targets[part] = relations(self.parts, part)
        return self.targets[part].get(id_ or "", f"dangling {id_}")

    def lines(self) -> list[str]:
        body = self.tree(self.main).find(W + "body")
        lines = self.blocks(self.main, body)
        for section in body.iter(W + "sectPr"):
            if section.getparent().tag != W + "sectPrChange":
                lines += self.edges(section)
        return lines

    def edges(self, section: etree._Element) -> list[str]:
        lines = []
        if self.rich:
            change = section.find(W + "sectPrChange")
            shown = section if change is None or self.takes(change) else change.find(W + "sectPr")
            lines.append(f"[section {';'.join(markup(child) for child in shown if child.tag[len(W):] in ('pgSz', 'cols', 'type'))}]")
        for name in ("header", "footer"):
            for reference in sorted(section.findall(f"{W}{name}Reference"), key=lambda one: one.get(W + "type")):
                part = self.target(self.main, reference.get(R + "id"))
                lines += [f"[{name} {reference.get(W + 'type')}]", *self.blocks(part, self.tree(part))]
        return lines

    def gone(self, holder: etree._Element | None) -> bool:
        """Whether a mark of insertion or deletion takes away what it stands in."""
        if holder is None:
            return False
        taken = [one for name in ("del", "moveFrom", "cellDel") for one in holder.findall(W + name)]
        put = [one for name in ("ins", "moveTo", "cellIns") for one in holder.findall(W + name)]
        return any(map(self.takes, taken)) or not all(map(self.takes, put))

    def skips(self, change: etree._Element) -> bool:
        """Whether a change around runs takes away what is in it."""
        return self.takes(change) if change.tag in DELETED else change.tag in INSERTED and not self.takes(change)

    def blocks(self, part: str, holder: etree._Element) -> list[str]:
        lines: list[str] = []
        carried, fields = "", Fields()
        tables = {child: self.table(part, child) for child in flat(holder) if child.tag == W + "tbl"}
        children = [child for child in flat(holder) if child.tag == W + "p" or tables.get(child)]
        for place, child in enumerate(children):
            if child in tables:
                lines += tables[child]
                continue
            carried += self.inline(part, child, fields)
            after = children[place + 1] if place + 1 < len(children) else None
            joins = after is not None and after.tag == W + "p" and after.getparent() is child.getparent()
            if not self.gone(child.find(f"{W}pPr/{W}rPr")) or (not joins and carried):
                lines.append(self.look(child) + carried)
                carried = ""
        return lines

    def look(self, para: etree._Element) -> str:
        if not self.rich:
            return ""
        change = para.find(f"{W}pPr/{W}pPrChange")
        shown = para.find(W + "pPr") if change is None or self.takes(change) else change.find(W + "pPr")
        properties = () if shown is None else shown
        kept = [self.numbered(child) for child in properties if child.tag[len(W):] not in ("rPr", "sectPr", "pPrChange")]
        return f"<{';'.join(sorted(kept))}>" if kept else ""

    def numbered(self, child: etree._Element) -> str:
        """A property of a paragraph; a numbering by what it says, for ids may differ from file to file."""
        number = child.find(W + "numId") if child.tag == W + "numPr" else None
        part = self.of_kind(self.main, "numbering")
        if number is None or not part:
            return markup(child)
        tree = self.tree(part)
        found = [one for one in tree.findall(W + "num") if one.get(W + "numId") == number.get(W + "val")]
        abstract = found[0].find(W + "abstractNumId").get(W + "val") if found else ""
        formats = [markup(one) for each in tree.findall(W + "abstractNum") if each.get(W + "abstractNumId") == abstract
                   for one in each.iter(W + "numFmt", W + "lvlText")]
        level = child.find(W + "ilvl")
        return f"numbered {0 if level is None else level.get(W + 'val')} {','.join(formats)}"

    def table(self, part: str, table: etree._Element) -> list[str]:
        lines: list[str] = []
        for row in (child for child in flat(table) if child.tag == W + "tr"):
            if self.gone(row.find(W + "trPr")):
                continue
            cells = [cell for cell in flat(row) if cell.tag == W + "tc" and not self.gone(cell.find(W + "tcPr"))]
            lines += ["[row]"] if cells else []
            for cell in cells:
                lines += ["[cell]", *(self.blocks(part, cell) or [""])]
        return ["[table]", *lines, "[end]"] if lines else []

    def inline(self, part: str, holder: etree._Element, fields: Fields) -> str:
        text = ""
        for child in holder:
            if self.skips(child):
                continue
            if child.tag == W + "r":
                text += self.run(part, child, fields)
            elif child.tag in THROUGH:
                text += self.inline(part, child, fields)
            elif child.tag == W + "sdt":
                text += "".join(self.inline(part, one, fields) for one in child.findall(W + "sdtContent"))
            elif child.tag == W + "fldSimple":
                text += field_said(child.get(W + "instr"), self.inline(part, child, Fields()))
            elif child.tag in (M + "oMath", M + "oMathPara"):
                text += self.formula(child)
        return text

    def formula(self, holder: etree._Element) -> str:
        shown = [one.text or "" for one in holder.iter(M + "t") if not any(map(self.skips, one.iterancestors()))]
        return f"[formula {''.join(shown)}]" if shown else ""

    def run(self, part: str, run: etree._Element, fields: Fields) -> str:
        text = ""
        for child in run:
            if child.tag == W + "fldChar":
                text += self.field_char(child, fields)
            elif child.tag in (W + "instrText", W + "delInstrText"):
                if fields.open:
                    fields.open[-1]["code"] += child.text or ""
            else:
                said = self.leaf(part, child)
                if said and fields.open:
                    fields.open[-1]["result"] += said
                elif said:
                    text += self.formatted(run, said)
        return text

    def field_char(self, char: etree._Element, fields: Fields) -> str:
        kind = char.get(W + "fldCharType")
        if kind == "begin":
            fields.open.append({"code": "", "result": ""})
        if kind != "end" or not fields.open:
            return ""
        done = fields.open.pop()
        said = field_said(done["code"], done["result"])
        if fields.open:
            fields.open[-1]["result"] += said
            return ""
        return said

    def formatted(self, run: etree._Element, said: str) -> str:
        if not self.formats:
            return said
        change = run.find(f"{W}rPr/{W}rPrChange")
        shown = run.find(W + "rPr") if change is None or self.takes(change) else change.find(W + "rPr")
        formats = sorted(markup(child) for child in (() if shown is None else shown) if child.tag not in IGNORED_FORMATS)
        short = ";".join(formats).replace("()", "")
        return "".join(f"{letter}{{{short}}}" for letter in said) if formats else said

    def leaf(self, part: str, child: etree._Element) -> str:
        if child.tag in TEXTS:
            return child.text or ""
        if child.tag == W + "br" and child.get(W + "type") == "page":
            return "[page]"
        if child.tag in PLAIN:
            return PLAIN[child.tag]
        for kind in ("footnote", "endnote"):
            if child.tag == f"{W}{kind}Reference":
                return f"[{kind}: {' | '.join(self.note(kind, child.get(W + 'id')))}]"
        if child.tag == MC + "AlternateContent":
            choice = child.find(MC + "Choice")
            return self.drawing(part, child if choice is None else choice)
        return self.drawing(part, child) if child.tag in (W + "drawing", W + "pict", W + "object") else ""

    def note(self, kind: str, id_: str) -> list[str]:
        part = self.of_kind(self.main, f"{kind}s")
        found = [one for one in self.tree(part) if one.get(W + "id") == id_] if part else []
        return self.blocks(part, found[0]) if found else [f"dangling {id_}"]

    def drawing(self, part: str, holder: etree._Element) -> str:
        boxes = list(holder.iter(W + "txbxContent"))
        if boxes:
            return "".join(f"[box: {' | '.join(self.blocks(part, box))}]" for box in boxes)
        shown = [self.target(part, one.get(R + "embed")) for one in holder.iter(A + "blip")]
        return "".join(f"[picture {picture_name(self.parts.get(name, b''))}]" for name in shown) or "[drawing]"


def field_said(code: str, result: str) -> str:
    words = code.split() or [""]
    return f"[field {' '.join(words)}{'' if words[0].upper() in VOLATILE else '=' + result}]"


def flat(holder: etree._Element) -> list[etree._Element]:
    """Children, those of content controls and custom XML in their place."""
    found: list[etree._Element] = []
    for child in holder:
        if child.tag == W + "sdt":
            found += [one for content in child.findall(W + "sdtContent") for one in flat(content)]
        elif child.tag in (W + "customXml", W + "ins", W + "moveTo") and child.find(W + "p") is not None:
            found += flat(child)
        else:
            found.append(child)
    return found


def markup(element: etree._Element) -> str:
    """An element as short text, in one spelling."""
    inner = "".join(markup(child) for child in element)
    values = ",".join(f"{etree.QName(name).localname}={value}" for name, value in sorted(element.attrib.items()))
    return f"{etree.QName(element).localname}({values}{inner})"


def read_view(file: bytes, *, accepted: bool, rich: bool = False, formats: bool = True, by: str = "") -> list[str]:
    """The lines of a .docx with everything accepted or everything rejected; with `by`, only what that hand did accepted.

    `rich` adds the looks of paragraphs and, unless `formats` is off, those of characters.
    """
    return Reader(file, accepted=accepted, rich=rich, formats=formats, by=by).lines()
