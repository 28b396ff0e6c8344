"""Writes a draft as a .docx the way Word writes one: blocks, sections, notes, comments and the parts around them."""

from xml.sax.saxutils import escape, quoteattr

from tests.engines.redline.reviews.inlines import Inlines
from tests.engines.redline.reviews.model import Block, Cell, Control, Draft, Look, Mark, Para, Row, Section, Table
from tests.engines.redline.reviews.parts import HEAD, MAIN, NAMESPACES, OFFICE, PACKAGE, WORD, Hand, Parts

STYLES = ("Heading1", "Heading2", "ListNumber", "Quote", "FootnoteText")
NUMBERS = {"decimal": ("1", "decimal", "%{}."), "letters": ("2", "lowerLetter", "(%{})"), "bullets": ("3", "bullet", "•")}
COLUMN = 2400


class Writer:
    """One part with blocks in it."""

    def __init__(self, draft: Draft, parts: Parts, part: str) -> None:
        self.draft, self.parts, self.part = draft, parts, part
        self.inlines = Inlines(draft, parts, part, self.blocks)
        self.lead = ""                             # a run that the next paragraph begins with

    def blocks(self, blocks: list[Block]) -> str:
        return "".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Control):
            number = 7000 + sum(map(ord, block.name))
            return (f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(block.name)}/><w:id w:val="{number}"/></w:sdtPr>'
                    f"<w:sdtContent>{self.blocks(block.blocks)}</w:sdtContent></w:sdt>")
        return self.paragraph(block)

    def change(self, name: str, mark: Mark, inner: str) -> str:
        return f"<w:{name} {self.inlines.attributes(mark)}>{inner}</w:{name}>"

    def mark(self, kinds: tuple[str, str], inserted: Mark | None, deleted: Mark | None) -> str:
        """Insertion and deletion of a paragraph mark (with the halves of a move), a row or a cell."""
        text = ""
        for name, moved, mark in ((kinds[0], "moveTo", inserted), (kinds[1], "moveFrom", deleted)):
            if mark:
                text += f"<w:{moved if mark.move and name in ('ins', 'del') else name} {self.inlines.attributes(mark)}/>"
        return text

    def paragraph(self, para: Para) -> str:
        marks = self.mark(("ins", "del"), para.inserted, para.deleted)
        inner = look(para.look) + (f"<w:rPr>{marks}</w:rPr>" if marks else "")
        if para.section:
            inner += self.section(para.section)
        if para.restyled:
            inner += self.change("pPrChange", para.restyled[0], f"<w:pPr>{look(para.restyled[1])}</w:pPr>")
        id_ = f' w14:paraId="{self.parts.para_id()}" w14:textId="77777777"' if self.parts.hand.para_ids else ""
        rsid = f' w:rsidR="{self.parts.hand.rsid}"' if self.parts.hand.rsid else ""
        lead, self.lead = self.lead, ""
        return f"<w:p{id_}{rsid}>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{lead}{self.inlines.units(para.units)}</w:p>"

    def table(self, table: Table) -> str:
        columns = max(sum(cell.span for cell in row.cells) for row in table.rows)
        before = max(sum(cell.span for cell in row.cells if not cell.inserted) for row in table.rows)
        grid = f'<w:gridCol w:w="{COLUMN}"/>' * columns
        if before != columns:
            was = f'<w:gridCol w:w="{COLUMN}"/>' * before
            grid += f'<w:tblGridChange w:id="{self.parts.next_id()}"><w:tblGrid>{was}</w:tblGrid></w:tblGridChange>'
        inner = table_look(table.align)
        if table.changed:
            inner += self.change("tblPrChange", table.changed[0], f"<w:tblPr>{table_look(table.changed[1])}</w:tblPr>")
        rows = "".join(self.row(row) for row in table.rows)
        return f"<w:tbl><w:tblPr>{inner}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def row(self, row: Row) -> str:
        inner = "<w:tblHeader/>" if row.heading else ""
        inner += self.mark(("ins", "del"), row.inserted, row.deleted)
        if row.changed:
            inner += self.change("trPrChange", row.changed[0], f"<w:trPr>{'<w:tblHeader/>' if row.changed[1] else ''}</w:trPr>")
        return f"<w:tr>{f'<w:trPr>{inner}</w:trPr>' if inner else ''}{''.join(self.cell(cell) for cell in row.cells)}</w:tr>"

    def cell(self, cell: Cell) -> str:
        inner = cell_look(cell, cell.shade) + self.mark(("cellIns", "cellDel"), cell.inserted, cell.deleted)
        if cell.changed:
            inner += self.change("tcPrChange", cell.changed[0], f"<w:tcPr>{cell_look(cell, cell.changed[1])}</w:tcPr>")
        return f"<w:tc><w:tcPr>{inner}</w:tcPr>{self.blocks(cell.blocks)}</w:tc>"

    def section(self, section: Section) -> str:
        inner = ""
        for name, stories in (("header", section.headers), ("footer", section.footers)):
            for kind in sorted(stories):
                inner += f'<w:{name}Reference w:type="{kind}" r:id="{self.page_edge(name, stories[kind])}"/>'
        inner += section_look(section.landscape, section.columns)
        if section.changed:
            mark, landscape, columns = section.changed
            inner += self.change("sectPrChange", mark, f"<w:sectPr>{section_look(landscape, columns)}</w:sectPr>")
        return f"<w:sectPr>{inner}</w:sectPr>"

    def page_edge(self, name: str, blocks: list[Block]) -> str:
        number = 1 + sum(part.startswith(f"word/{name}") for part in self.parts.types)
        root = {"header": "hdr", "footer": "ftr"}[name]
        file = f"{name}{number}.xml"
        self.parts.types[f"word/{file}"] = ""
        inner = Writer(self.draft, self.parts, f"word/{file}").blocks(blocks)
        self.parts.add(file, name, f"<w:{root} {NAMESPACES}>{inner}</w:{root}>", f"{WORD}.{name}+xml")
        return self.parts.relate(MAIN, name, file)


def look(props: Look) -> str:
    text = f'<w:pStyle w:val="{props.style}"/>' if props.style else ""
    if props.number:
        text += f'<w:numPr><w:ilvl w:val="{props.level}"/><w:numId w:val="{NUMBERS[props.number][0]}"/></w:numPr>'
    text += "<w:bidi/>" if props.bidi else ""
    text += f'<w:ind w:left="{props.indent}"/>' if props.indent else ""
    return text + (f'<w:jc w:val="{props.align}"/>' if props.align else "")


def table_look(align: str) -> str:
    return f'<w:tblW w:w="0" w:type="auto"/>{f"""<w:jc w:val="{align}"/>""" if align else ""}<w:tblLook w:val="04A0"/>'


def cell_look(cell: Cell, shade: str) -> str:
    text = f'<w:tcW w:w="{COLUMN * cell.span}" w:type="dxa"/>'
    text += f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    text += f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    return text + (f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "")


def section_look(landscape: bool, columns: int) -> str:
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if landscape else '<w:pgSz w:w="11906" w:h="16838"/>'
    margins = '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
    return f'{size}{margins}<w:cols w:num="{columns}" w:space="720"/>'


def write(draft: Draft, hand: Hand | None = None) -> bytes:
    """The draft as a .docx."""
    parts = Parts(hand or Hand())
    around(parts, draft)
    writer = Writer(draft, parts, MAIN)
    body = writer.blocks(draft.body) + writer.section(draft.section)
    parts.data[MAIN] = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    parts.types[MAIN] = f"{WORD}.document.main+xml"
    for kind in ("footnote", "endnote"):
        if parts.notes[kind]:
            write_notes(parts, draft, kind)
    if draft.remarks:
        write_remarks(parts, draft)
    return parts.zipped()


def write_notes(parts: Parts, draft: Draft, kind: str) -> None:
    writer = Writer(draft, parts, f"word/{kind}s.xml")
    inner = "".join(
        f'<w:{kind} w:type="{type_}" w:id="{number}"><w:p><w:r><w:{type_}/></w:r></w:p></w:{kind}>'
        for number, type_ in ((-1, "separator"), (0, "continuationSeparator"))
    )
    for number, blocks in enumerate(parts.notes[kind], 1):
        writer.lead = f"<w:r><w:{kind}Ref/></w:r>"
        inner += f'<w:{kind} w:id="{number}">{writer.blocks(blocks)}</w:{kind}>'
    parts.add(f"{kind}s.xml", f"{kind}s", f"<w:{kind}s {NAMESPACES}>{inner}</w:{kind}s>", f"{WORD}.{kind}s+xml")


def write_remarks(parts: Parts, draft: Draft) -> None:
    inner, extended, ids = "", "", {}
    for number, remark in enumerate(draft.remarks):
        paragraphs = ""
        for text in remark.paragraphs:
            ids[remark.key] = parts.para_id()
            paragraphs += f'<w:p w14:paraId="{ids[remark.key]}"><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        date = f" w:date={quoteattr(remark.date)}" if remark.date else ""
        inner += (f'<w:comment w:id="{number}" w:author={quoteattr(remark.person)}{date} w:initials={quoteattr(remark.initials)}>'
                  f"{paragraphs}</w:comment>")
        parent = f' w15:paraIdParent="{ids[remark.parent]}"' if remark.parent else ""
        extended += f'<w15:commentEx w15:paraId="{ids[remark.key]}"{parent} w15:done="{int(remark.resolved)}"/>'
    parts.add("comments.xml", "comments", f"<w:comments {NAMESPACES}>{inner}</w:comments>", f"{WORD}.comments+xml")
    parts.add("commentsExtended.xml", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
              f"<w15:commentsEx {NAMESPACES}>{extended}</w15:commentsEx>", f"{WORD}.commentsExtended+xml")


def around(parts: Parts, draft: Draft) -> None:
    """Styles, numbering, settings and the properties of the file."""
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>' for name in STYLES)
    parts.add("styles.xml", "styles", f"<w:styles {NAMESPACES}>{styles}</w:styles>", f"{WORD}.styles+xml")
    levels = {
        number: "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sample.format(level + 1)}"/></w:lvl>'
            for level in range(3)
        )
        for number, kind, sample in NUMBERS.values()
    }
    numbering = "".join(f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>' for number, inner in levels.items())
    numbering += "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in levels)
    parts.add("numbering.xml", "numbering", f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>", f"{WORD}.numbering+xml")
    parts.add("settings.xml", "settings", f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="720"/></w:settings>', f"{WORD}.settings+xml")
    parts.relate("", "officeDocument", MAIN)
    parts.relate("", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    parts.relate("", "extended-properties", "docProps/app.xml")
    parts.data["docProps/core.xml"] = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:modified xsi:type="dcterms:W3CDTF">'
        f"{draft.saved}</dcterms:modified></cp:coreProperties>"
    ).encode()
    parts.types["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    parts.data["docProps/app.xml"] = (
        f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties"><Application>{escape(draft.program)}</Application></Properties>'
    ).encode()
    parts.types["docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
