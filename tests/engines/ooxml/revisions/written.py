"""Documents of these tests: packages made from a few lines of WordprocessingML, cases from files, and their text as a reader sees it."""

import copy
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from lxml import etree

from tansiq.engines.ooxml.names import CONTENT_TYPES, NAMESPACES, WORD_MAIN, relation_type, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package

CASES = Path(__file__).parent / "cases"
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if prefix in {"w", "r", "m", "mc", "v", "wps", "w14"})
ROOTS = {"header": "hdr", "footer": "ftr"}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


@dataclass(frozen=True)
class Case:
    """A body as given, and what is expected when all is accepted and when all is rejected."""

    name: str
    given: etree._Element
    accepted: etree._Element
    rejected: etree._Element


def cases(file: str) -> list[Case]:
    """The cases of one file in the folder `cases`."""
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True)
    root = etree.parse(CASES / file, parser).getroot()
    return [Case(each.get("name"), *(each.find(name) for name in ("given", "accepted", "rejected"))) for each in root]


def check_case(case: Case, settle_all) -> None:
    """Settle the given body with `settle_all` (accept_all or reject_all) and compare."""
    expected = case.accepted if settle_all.__name__ == "accept_all" else case.rejected
    package = package_of(*case.given)
    settle_all(package)
    assert canonical(package.xml(package.main)[0]) == canonical(bodied(expected))


def bodied(holder: etree._Element) -> etree._Element:
    """The children of `holder` in a body."""
    body = etree.Element(w("body"))
    body.extend(copy.deepcopy(child) for child in holder)
    return body


def canonical(element: etree._Element) -> str:
    """The element as text: one line a tag, attributes sorted, without white space between tags and without declarations."""
    copied = copy.deepcopy(element)
    for each in copied.iter():
        each.tail = None
        if len(each):
            each.text = None
    etree.cleanup_namespaces(copied)
    text = etree.tostring(copied, method="c14n2").decode()
    for prefix, uri in NAMESPACES.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"', "")
    return text.replace("><", ">\n<")


def package_of(*blocks: etree._Element | str, pictures: bool = False, **parts: str) -> Package:
    """A package whose body holds `blocks`; `parts` are the inner XML of further parts by kind (`footnotes`, `comments`)."""
    inner = "".join(each if isinstance(each, str) else etree.tostring(each).decode() for each in blocks)
    return read_package(zipped(f"<w:body>{inner}</w:body>", parts, pictures=pictures), name="draft.docx")


def zipped(body: str, parts: dict[str, str], *, pictures: bool = False) -> bytes:
    """The bytes of such a package. A picture, if there is one, is rId90 of the main part."""
    overrides = {"word/document.xml": WORD_MAIN} | {f"word/{kind}.xml": CONTENT_TYPES[kind] for kind in parts}
    relations = [(f"rId{number}", relation_type(kind), f"{kind}.xml") for number, kind in enumerate(parts, 1)]
    if pictures:
        relations.append(("rId90", relation_type("image"), "media/image1.png"))
    entries = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{part}" ContentType="{type_}"/>' for part, type_ in overrides.items()) + "</Types>",
        "_rels/.rels": relations_xml([("rId1", relation_type("officeDocument"), "word/document.xml")]),
        "word/document.xml": f"<w:document {DECLARED}>{body}</w:document>",
        "word/_rels/document.xml.rels": relations_xml(relations),
    }
    for kind, inner in parts.items():
        root = ROOTS.get(kind, kind)
        entries[f"word/{kind}.xml"] = f"<w:{root} {DECLARED}>{inner}</w:{root}>"
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
        if pictures:
            archive.writestr("word/media/image1.png", PIXEL)
    return out.getvalue()


def relations_xml(relations: list[tuple[str, str, str]]) -> str:
    """A relationships part."""
    each = "".join(f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"/>' for id_, type_, target in relations)
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{each}</Relationships>'


def texts(element: etree._Element) -> list[str]:
    """The text of each paragraph below `element`; deleted text is none."""
    return ["".join(each.text or "" for each in paragraph.iter(w("t"))) for paragraph in element.iter(w("p"))]


def body_texts(package: Package) -> list[str]:
    """The text of each paragraph of the main document."""
    return texts(package.xml(package.main))


A = 'w:id="1" w:author="Reviewer 1" w:date="2026-03-01T09:00:00Z"'
B = 'w:id="2" w:author="Reviewer 2" w:date="2026-03-02T09:00:00Z"'


def p(*content: str, mark: str = "", properties: str = "") -> str:
    """A paragraph; `mark` is what its mark carries (`<w:ins …/>`)."""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    inside = f"<w:pPr>{properties}{marked}</w:pPr>" if properties or mark else ""
    return f"<w:p>{inside}{''.join(content)}</w:p>"


def t(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(*content: str, by: str = A) -> str:
    """Content put in."""
    return f"<w:ins {by}>{''.join(content)}</w:ins>"


def dele(text: str, by: str = A) -> str:
    """Text taken out."""
    return f'<w:del {by}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
