"""Writes what stands in a paragraph: runs, tracked changes around them, notes, pictures, boxes, fields, formulas, links."""

from collections.abc import Callable
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from tests.engines.redline.reviews.model import VOLATILE, Atom, Block, Draft, Mark, Unit
from tests.engines.redline.reviews.parts import Parts

FORMATS = {
    "bold": "<w:b/>", "italic": "<w:i/>", "caps": "<w:caps/>", "red": '<w:color w:val="C00000"/>', "large": '<w:sz w:val="32"/>',
    "yellow": '<w:highlight w:val="yellow"/>', "underline": '<w:u w:val="single"/>', "rtl": "<w:rtl/>",
}
LEAF = {
    "tab": "<w:tab/>", "break": "<w:br/>", "page": '<w:br w:type="page"/>',
}


class Inlines:
    """The writer of the units of one part; `blocks` writes what a text box holds."""

    def __init__(self, draft: Draft, parts: Parts, part: str, blocks: Callable[[list[Block]], str]) -> None:
        self.draft, self.parts, self.part, self.blocks = draft, parts, part, blocks
        self.remarks = {remark.key: number for number, remark in enumerate(draft.remarks)}

    def attributes(self, mark: Mark) -> str:
        date = f" w:date={quoteattr(mark.date)}" if mark.date else ""
        return f'w:id="{self.parts.next_id()}" w:author={quoteattr(mark.person)}{date}'

    def units(self, units: list[Unit]) -> str:
        text = ""
        for inside, group in groupby(units, key=lambda unit: unit.inside):
            inner = "".join(self.tracked(part) for part in chunks(list(group)))
            text += self.wrapped(inside, inner) if inside else inner
        return text

    def wrapped(self, key: str, inner: str) -> str:
        wrapper = self.draft.wrappers[key]
        if wrapper.kind == "link":
            return f'<w:hyperlink r:id="{self.parts.relate(self.part, "hyperlink", wrapper.target, True)}">{inner}</w:hyperlink>'
        number = sum(map(ord, key))
        return (f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(wrapper.target)}/><w:id w:val="{number}"/></w:sdtPr>'
                f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>")

    def tracked(self, units: list[Unit]) -> str:
        """Units of one state, in the wrappers of that state; a deletion inside an insertion stands inside it."""
        first = units[0]
        if first.zero_width:
            return "".join(self.zero_width(unit) for unit in units)
        inner = "".join(self.runs(unit) for unit in units)
        for mark, plain, moved in ((first.deleted, "del", "moveFrom"), (first.inserted, "ins", "moveTo")):
            if mark:
                name = moved if mark.move else plain
                inner = f"<w:{name} {self.attributes(mark)}>{inner}</w:{name}>"
        return inner

    def zero_width(self, unit: Unit) -> str:
        atom = unit.atom
        if atom.kind in {"comment_start", "comment_end"}:
            return self.anchor(atom)
        if atom.kind.startswith("bookmark"):
            end = atom.kind == "bookmark_end"
            number = 500000 + sum(ord(letter) * place for place, letter in enumerate(atom.value, 1))
            return f'<w:bookmark{"End" if end else "Start"} w:id="{number}"{"" if end else " w:name=" + quoteattr(atom.value)}/>'
        return self.move_border(unit)

    def anchor(self, atom: Atom) -> str:
        """The start or end of a comment; at its end also the references, of its replies too, as Word writes them."""
        keys = [atom.value, *(remark.key for remark in self.draft.remarks if remark.parent == atom.value)]
        if atom.kind == "comment_start":
            return "".join(f'<w:commentRangeStart w:id="{self.remarks[key]}"/>' for key in keys)
        return "".join(
            f'<w:commentRangeEnd w:id="{self.remarks[key]}"/><w:r><w:commentReference w:id="{self.remarks[key]}"/></w:r>' for key in keys
        )

    def move_border(self, unit: Unit) -> str:
        side, name, number = unit.atom.value.split(":")
        if unit.atom.kind == "move_end":
            return f'<w:move{side}RangeEnd w:id="{600000 + int(number)}"/>'
        mark = unit.inserted or unit.deleted
        return (f'<w:move{side}RangeStart w:id="{600000 + int(number)}" w:author={quoteattr(mark.person)} '
                f"w:date={quoteattr(mark.date)} w:name={quoteattr(name)}/>")

    def runs(self, unit: Unit) -> str:
        gone = unit.deleted is not None
        if unit.atom is None:
            name = "delText" if gone and not unit.deleted.move else "t"
            return self.run(unit, f'<w:{name} xml:space="preserve">{escape(unit.text)}</w:{name}>')
        kind = unit.atom.kind
        if kind in LEAF:
            return self.run(unit, LEAF[kind])
        return getattr(self, kind)(unit)

    def properties(self, unit: Unit) -> str:
        inner = "".join(markup for name, markup in FORMATS.items() if name in unit.format)
        if unit.reformatted:
            mark, old = unit.reformatted
            was = "".join(markup for name, markup in FORMATS.items() if name in old)
            inner += f"<w:rPrChange {self.attributes(mark)}><w:rPr>{was}</w:rPr></w:rPrChange>"
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def run(self, unit: Unit, inner: str) -> str:
        rsid = f' w:rsidR="{self.parts.hand.rsid}"' if self.parts.hand.rsid else ""
        return f"<w:r{rsid}>{self.properties(unit)}{inner}</w:r>"

    def note(self, unit: Unit) -> str:
        kind = unit.atom.kind
        notes = self.parts.notes[kind]
        notes.append(unit.atom.blocks)
        return self.run(unit, f'<w:{kind}Reference w:id="{len(notes)}"/>')

    footnote = endnote = note

    def picture(self, unit: Unit) -> str:
        relation, number = self.parts.picture(self.part, unit.atom.value), self.parts.next_id()
        return self.run(unit, (
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="152400" cy="152400"/><wp:docPr id="{number}" '
            f'name="Picture {number}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="image.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
            f'r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext '
            'cx="152400" cy="152400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing>"
        ))

    def box(self, unit: Unit) -> str:
        """A text box as Word writes it: a shape, and the same text once more in VML for older readers."""
        number = self.parts.next_id()
        first, second = self.blocks(unit.atom.blocks), self.blocks(unit.atom.blocks)
        return self.run(unit, (
            f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent '
            f'cx="1828800" cy="914400"/><wp:docPr id="{number}" name="Text Box {number}"/><a:graphic><a:graphicData '
            f'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="1828800" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f"</wps:spPr><wps:txbx><w:txbxContent>{first}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
            f'</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="box{number}" style="width:144pt;height:72pt">'
            f"<v:textbox><w:txbxContent>{second}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
        ))

    def result(self, atom: Atom) -> tuple[str, str]:
        code, _, result = atom.value.partition("|")
        return code, f"{result}{self.draft.wave}" if code.split()[0] in VOLATILE else result

    def field(self, unit: Unit) -> str:
        code, result = self.result(unit.atom)
        gone = unit.deleted is not None and not unit.deleted.move
        instruction, text = ("delInstrText", "delText") if gone else ("instrText", "t")
        pieces = (
            '<w:fldChar w:fldCharType="begin"/>', f'<w:{instruction} xml:space="preserve"> {escape(code)} </w:{instruction}>',
            '<w:fldChar w:fldCharType="separate"/>', f'<w:{text} xml:space="preserve">{escape(result)}</w:{text}>',
            '<w:fldChar w:fldCharType="end"/>',
        )
        return "".join(self.run(unit, piece) for piece in pieces)

    def simple_field(self, unit: Unit) -> str:
        code, result = self.result(unit.atom)
        inner = self.run(unit, f'<w:t xml:space="preserve">{escape(result)}</w:t>')
        return f"<w:fldSimple w:instr={quoteattr(' ' + code + ' ')}>{inner}</w:fldSimple>"

    def formula(self, unit: Unit) -> str:
        return f"<m:oMath><m:r><m:t>{escape(unit.atom.value)}</m:t></m:r></m:oMath>"


def chunks(units: list[Unit]) -> list[list[Unit]]:
    """Units that stand in one wrapper of tracked changes; `fldSimple` may stand in none, so a deleted one is no unit of ours."""
    return [list(group) for _, group in groupby(units, key=lambda unit: (unit.inserted, unit.deleted, unit.zero_width))]
