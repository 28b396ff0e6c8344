"""What is taken away from a package and listed: links to elsewhere, objects, templates, fields that fetch."""

import re

import pytest
from lxml import etree

from tansiq.engines.ooxml import Package, Stripped, What, read_package
from tansiq.engines.ooxml.outside import fetching_fields
from tests.engines.ooxml.files import WORD, R, W, document, docx, override, relations, types

MAIN = "word/document.xml"
MICROSOFT = "http://schemas.microsoft.com/office"
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFFICE = 'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def read(body: str, *relationships: tuple[str, ...], settings: str = "", **parts: bytes) -> Package:
    """A document with that body, those relationships, and parts named with `__` for a dot and `___` for a slash."""
    lines = ['<Default Extension="bin" ContentType="application/octet-stream"/>', f'<Default Extension="xlsx" ContentType="{WORKBOOK}"/>']
    more: dict[str, bytes] = {f"word/{name.replace('___', '/').replace('__', '.')}": data for name, data in parts.items()}
    if settings:
        lines.append(override("word/settings.xml", f"{WORD}.settings+xml"))
        more["word/settings.xml"] = f"<w:settings {W} {R}>{settings}</w:settings>".encode()
        relationships = (*relationships, ("rId99", "settings", "settings.xml"))
    return read_package(
        docx({
            "[Content_Types].xml": types(*lines), MAIN: document(body), f"word/_rels/{MAIN[5:]}.rels": relations(*relationships), **more,
        }),
        name="a.docx",
    )


def body_of(package: Package) -> str:
    """The body as text, without namespaces."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(package.peek(MAIN)[0], encoding="unicode"))


@pytest.mark.parametrize("address", ["http://example.org/", "HTTPS://example.org/a", "mailto:a@example.org", "#place"])
def test_link_to_a_page_or_a_mail_address_stays(address):
    package = read('<w:hyperlink r:id="rId1"/>', ("rId1", "hyperlink", address, "External"))
    assert package.stripped == []
    assert package.relationships(MAIN)["rId1"].target == address
    assert 'r:id="rId1"' in body_of(package)


@pytest.mark.parametrize("address", [
    "file:///etc/passwd", "C:\\report.docx", "\\\\host\\share\\a.docx", "ftp://example.org/", "javascript:alert(1)", "report.docx",
])
def test_link_elsewhere_loses_its_address_and_keeps_its_text(address):
    link = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>see</w:t></w:r></w:hyperlink></w:p>'
    package = read(link, ("rId1", "hyperlink", address, "External"))
    assert package.stripped == [Stripped(MAIN, What.EXTERNAL_LINK, address)]
    assert package.relationships(MAIN) == {}
    assert body_of(package) == "<w:body><w:p><w:hyperlink><w:r><w:t>see</w:t></w:r></w:hyperlink></w:p></w:body>"


def test_link_of_a_drawing_elsewhere_goes_whole():
    package = read(f'<w:p><a:x {DRAWING}><a:hlinkClick r:id="rId1"/></a:x></w:p>', ("rId1", "hyperlink", "file:///a", "External"))
    assert body_of(package) == "<w:body><w:p><a:x/></w:p></w:body>"


def test_picture_that_lies_elsewhere_keeps_its_copy_in_the_package():
    package = read(
        f'<w:p><a:blip {DRAWING} r:embed="rId2" r:link="rId1"/></w:p>', ("rId1", "image", "http://example.org/a.png", "External"),
        ("rId2", "image", "a.bin"), a__bin=b"x",
    )
    assert package.stripped == [Stripped(MAIN, What.EXTERNAL_PICTURE, "http://example.org/a.png")]
    assert body_of(package) == '<w:body><w:p><a:blip r:embed="rId2"/></w:p></w:body>'


def test_picture_of_vml_that_lies_elsewhere_loses_its_address():
    package = read(f'<w:p><v:imagedata {OFFICE} src="http://example.org/a.png" o:title="b"/></w:p>')
    assert package.stripped == [Stripped(MAIN, What.EXTERNAL_PICTURE, "http://example.org/a.png")]
    assert body_of(package) == '<w:body><w:p><v:imagedata o:title="b"/></w:p></w:body>'


def test_attached_template_goes_from_the_settings():
    package = read("", settings='<w:attachedTemplate r:id="rId1"/>', _rels___settings__xml__rels=relations(
        ("rId1", "attachedTemplate", "file:///C:/a.dotm", "External"),
    ))
    assert package.stripped == [Stripped("word/settings.xml", What.ATTACHED_TEMPLATE, "file:///C:/a.dotm")]
    assert len(package.peek("word/settings.xml")) == 0


def test_mail_merge_goes_whole_with_its_data():
    package = read("", settings='<w:mailMerge><w:query w:val="a"/><w:dataSource r:id="rId1"/></w:mailMerge><w:zoom/>',
                   _rels___settings__xml__rels=relations(("rId1", "mailMergeSource", "file:///a.mdb", "External")))
    assert package.stripped == [Stripped("word/settings.xml", What.EXTERNAL, "file:///a.mdb")]
    assert [etree.QName(each).localname for each in package.peek("word/settings.xml")] == ["zoom"]


def test_mail_merge_without_a_relationship_goes_too():
    package = read("", settings='<w:mailMerge><w:connectString w:val="a"/></w:mailMerge>')
    assert package.stripped == [Stripped("word/settings.xml", What.EXTERNAL, "mailMerge")]
    assert len(package.peek("word/settings.xml")) == 0


def test_object_goes_and_its_picture_stays():
    package = read(
        f'<w:p><w:object><v:shape {OFFICE}/><o:OLEObject {OFFICE} r:id="rId1"/>rest</w:object></w:p>',
        ("rId1", "oleObject", "embeddings/a.bin"), embeddings___a__bin=b"x",
    )
    assert package.stripped == [Stripped(MAIN, What.OLE, "word/embeddings/a.bin")]
    assert list(package.parts) == [MAIN]
    assert body_of(package) == "<w:body><w:p><w:object><v:shape/>rest</w:object></w:p></w:body>"


def test_active_x_goes_with_what_it_leads_to():
    package = read(
        '<w:p><w:object>a<w:control r:id="rId1"/>b</w:object></w:p>', ("rId1", "control", "activeX/a.xml"), activeX___a__xml=b"<a/>",
        activeX____rels___a__xml__rels=relations(("rId1", f"{MICROSOFT}/2006/relationships/activeXControlBinary", "a.bin")),
        activeX___a__bin=b"x",
    )
    assert package.stripped[0] == Stripped(MAIN, What.ACTIVEX, "word/activeX/a.xml")
    assert list(package.parts) == [MAIN]
    assert body_of(package) == "<w:body><w:p><w:object>ab</w:object></w:p></w:body>"


def test_embedded_document_goes():
    package = read("", ("rId1", "package", "a.xlsx"), a__xlsx=b"PK")
    assert package.stripped == [Stripped(MAIN, What.EMBEDDED_PACKAGE, "word/a.xlsx")]
    assert list(package.parts) == [MAIN]


def test_workbook_of_a_chart_stays_and_is_listed():
    package = read_package(
        docx({
            "[Content_Types].xml": types(f'<Default Extension="xlsx" ContentType="{WORKBOOK}"/>', override("word/chart.xml", CHART)),
            "word/_rels/document.xml.rels": relations(("rId1", "chart", "chart.xml")), "word/chart.xml": b"<a/>",
            "word/_rels/chart.xml.rels": relations(("rId1", "package", "a.xlsx")), "word/a.xlsx": b"PK",
        }),
        name="a",
    )
    assert package.stripped == [Stripped("word/chart.xml", What.EMBEDDED_PACKAGE, "word/a.xlsx", kept=True)]
    assert "word/a.xlsx" in package.parts


@pytest.mark.parametrize(("kind", "what"), [
    (f"{MICROSOFT}/2011/relationships/webextensiontaskpanes", What.WEB_EXTENSION),
    (f"{MICROSOFT}/2006/relationships/ui/extensibility", What.MACROS),
    ("http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", What.SIGNATURE),
])
def test_what_hangs_on_the_package_goes(kind, what):
    package = read_package(
        docx({"_rels/.rels": relations(("rId1", "officeDocument", MAIN), ("rId2", kind, "b/a.xml")), "b/a.xml": b"<a/>"}), name="a",
    )
    assert package.stripped == [Stripped("", what, "b/a.xml")]
    assert list(package.parts) == [MAIN]


def test_part_that_something_else_leads_to_stays():
    package = read("", ("rId1", "oleObject", "a.bin"), ("rId2", "image", "a.bin"), a__bin=b"x")
    assert [each.type for each in package.stripped] == [What.OLE]
    assert "word/a.bin" in package.parts


def test_orphans_and_parts_without_a_type_go_and_are_listed():
    package = read("", a__bin=b"x", __DS_Store=b"y")
    assert package.stripped == [Stripped("", What.UNNAMED_PART, "word/.DS_Store"), Stripped("word/a.bin", What.ORPHAN_PART, "word/a.bin")]
    assert list(package.parts) == [MAIN]


def test_relationship_to_a_part_that_is_not_there_stays_and_is_listed():
    package = read("", ("rId1", "image", "NULL"))
    assert package.stripped == [Stripped(MAIN, What.MISSING_PART, "word/NULL", kept=True)]
    assert "rId1" in package.relationships(MAIN)


def run(*codes: str) -> str:
    """A complex field whose code is split over runs."""
    marks = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    runs = (each if each.startswith("<") else f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in codes)
    return marks[0] + "".join(runs) + marks[1]


@pytest.mark.parametrize(("body", "found"), [
    (run(' INCLUDEPICTURE "http://example.org/a.png" \\d '), ['INCLUDEPICTURE "http://example.org/a.png" \\d']),
    (run("DDE", "AUTO c:\\\\a", " b"), ["DDEAUTO c:\\\\a b"]),
    (run("IF ", run("includetext a"), " = 1"), ["includetext a"]),
    ('<w:fldSimple w:instr=" LINK Excel.Sheet a "/>', ["LINK Excel.Sheet a"]),
    ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE a</w:instrText></w:r>', ["DDE a"]),
    (run("PAGE"), []), (run("HYPERLINK", ' "http://example.org/"'), []), (run("TOC \\o"), []), (run(""), []),
    ('<w:r><w:fldChar w:fldCharType="end"/></w:r>', []),
])
def test_fields_that_fetch_are_listed_and_stay(body, found):
    package = read(f"<w:p>{body}</w:p>")
    assert package.stripped == [Stripped(MAIN, What.FIELD, each, kept=True) for each in found]
    assert [" ".join(each.split()) for each in fetching_fields(package.peek(MAIN))] == found
