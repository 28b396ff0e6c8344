"""What fragments need, brought along once: parts by their bytes, notes with numbers of the base, styles and lists."""

from tansiq.engines.ooxml.names import relation_type, w
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.edits import Fragment, Relation
from tansiq.engines.redline.merge.weave.imports import Imports
from tansiq.engines.redline.merge.weave.loom import Loom
from tests.engines.ooxml.revisions.written import PIXEL, p, package_of, t
from tests.engines.redline.documents import edit

PART = "word/document.xml"
XMLNS = f'xmlns:x="{fragment.NS}" xmlns:w="{w("x")[1:-2]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PICTURE = Relation("rId7", relation_type("image"), "word/media/image1.png", content_type="image/png", data=b"\x89PNG new")
LIST = (
    '<x:numbering id="look"><w:abstractNum w:abstractNumId="4"><w:nsid w:val="1"/><w:lvl w:ilvl="0"/></w:abstractNum>'
    '<w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num></x:numbering>'
)
NUMBERED = '<x:mark><w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr></x:mark>'


def imports_of(*blocks: str, pictures: bool = False, **parts: str) -> Imports:
    package = package_of(*blocks, pictures=pictures, **parts)
    imports = Imports(Loom(package, lambda item: "x", lambda each: (each.id,)))
    imports.made = package      # type: ignore[attr-defined]  # what the tests look at
    return imports


def bringing(inner: str, *relations: Relation) -> Fragment:
    return Fragment(f"<x:fragment {XMLNS}>{inner}</x:fragment>", relations)


def test_content_relations_get_ids_of_the_package():
    imports = imports_of(p(), pictures=True)
    bring = bringing('<w:r><w:pict r:id="rId7"/></w:r>', PICTURE)
    [run] = imports.content(bring, PART)
    relation = imports.made.relationships(PART)[run[0].values()[0]]
    assert imports.made.data(relation.target) == b"\x89PNG new"
    assert relation.target != "word/media/image1.png"


def test_part_the_same_bytes_are_there_once():
    imports = imports_of(p(), pictures=True)
    known = Relation("rId1", relation_type("image"), "word/media/image1.png", content_type="image/png", data=PIXEL)
    assert imports.part(known, PART) == "word/media/image1.png"
    first = imports.part(PICTURE, PART)
    before = set(imports.made.names())
    assert imports.part(PICTURE, PART) == first
    assert set(imports.made.names()) == before


def test_part_with_parts_of_its_own_brings_them():
    imports = imports_of(p())
    picture = Relation("rId3", relation_type("image"), "word/media/i.png", data=b"x", content_type="image/png")
    name = imports.part(Relation(
        "rId5", relation_type("chart"), "word/charts/chart1.xml", content_type="application/xml",
        data=b'<c r="rId3"/>', relations=(picture,),
    ), PART)
    [inner] = imports.made.relationships(name).values()
    assert f'"{inner.id}"'.encode() in imports.made.data(name)
    assert imports.made.data(inner.target) == b"x"


def test_content_external_relation_is_an_address():
    imports = imports_of(p())
    link = Relation("rId2", relation_type("hyperlink"), "https://example.org/", external=True)
    [made] = imports.content(bringing(f'<w:hyperlink r:id="rId2">{t("a")}</w:hyperlink>', link), PART)
    assert imports.made.relationships(PART)[made.values()[0]].target == "https://example.org/"


def test_content_note_is_numbered_behind_those_of_the_base_and_marked():
    imports = imports_of(p(), footnotes=f'<w:footnote w:id="2">{p()}</w:footnote>')
    note = f'<w:r><w:footnoteReference w:id="2"/></w:r><x:note kind="footnote" id="2">{p(t("The note"))}</x:note>'
    [run] = imports.content(bringing(note), PART, edit())
    assert run[0].get(w("id")) == "3"
    made = imports.made.xml("word/footnotes.xml")[-1]
    assert (made.get(w("id")), "".join(made.itertext())) == ("3", "The note")
    assert len(list(made.iter(w("ins")))) == 1


def test_content_two_notes_of_one_number_keep_apart():
    imports = imports_of(p())
    note = f'<w:r><w:footnoteReference w:id="2"/></w:r><x:note kind="footnote" id="2">{p(t("{}"))}</x:note>'
    numbers = [imports.content(bringing(note.replace("{}", text)), PART)[0][0].get(w("id")) for text in ("one", "two")]
    assert numbers == ["1", "2"]
    kinds = [each.get(w("type")) for each in imports.made.xml("word/footnotes.xml")]
    assert kinds == ["separator", "continuationSeparator", None, None]


def test_content_style_is_added_once_and_is_no_default():
    imports = imports_of(p(), styles='<w:style w:styleId="A"/>')
    for name in ("A", "B", "B"):
        imports.content(bringing(f'<x:style><w:style w:styleId="{name}" w:default="1"/></x:style>'), PART)
    styles = list(imports.made.xml("word/styles.xml"))
    assert [each.get(w("styleId")) for each in styles] == ["A", "B"]
    assert styles[1].get(w("default")) is None


def test_content_list_is_brought_once_an_agency():
    imports = imports_of(p())
    bring = bringing(NUMBERED.format("look") + LIST)
    marks = [imports.content(bring, PART, edit(agency=agency))[0] for agency in ("FAO", "FAO", "IOM")]
    assert [mark.find(f".//{w('numId')}").get(w("val")) for mark in marks] == ["1", "1", "2"]
    root = imports.made.xml("word/numbering.xml")
    assert [each.tag for each in root] == [w("abstractNum"), w("abstractNum"), w("num"), w("num")]
    assert root[0].find(w("nsid")) is None


def test_content_list_of_the_base_keeps_its_number():
    imports = imports_of(p())
    [mark] = imports.content(bringing(NUMBERED.format("7")), PART)
    assert mark.find(f".//{w('numId')}").get(w("val")) == "7"
    assert not imports.made.has("word/numbering.xml")
