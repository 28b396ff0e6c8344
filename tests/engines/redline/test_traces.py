"""Each trace is planted alone into a file that has none, and found; nothing else is found."""

import pytest

from tansiq.engines.ooxml.names import CONTENT_TYPES, relation_type, w
from tansiq.engines.redline.traces import traces
from tests.engines.ooxml.revisions.written import A, dele, ins, p, package_of, t

CLEAN_BODY = (p(t("text")), "<w:sectPr/>")

PLANTED_IN_TEXT = {
    "an insertion": (p(ins(t("x"))), "tracked changes (w:ins)"),
    "a deletion": (p(dele("x")), "tracked changes (w:del)"),
    "a deleted mark": (p(t("a"), mark=f"<w:del {A}/>"), "tracked changes (w:del)"),
    "a move": (p(f"<w:moveTo {A}>{t('x')}</w:moveTo>"), "tracked changes (w:moveTo)"),
    "borders of a move": (p(f'<w:moveFromRangeStart {A} w:name="m"/>'), "tracked changes (w:moveFromRangeStart)"),
    "an old format": (p(f"<w:r><w:rPr><w:rPrChange {A}><w:rPr/></w:rPrChange></w:rPr></w:r>"), "tracked changes (w:rPrChange)"),
    "a comment's range": (p('<w:commentRangeStart w:id="1"/>'), "comments (w:commentRangeStart)"),
    "a permission": (p('<w:permStart w:id="1" w:ed="editor@example.org"/>'), "persons (w:ed)"),
    "ids of saving": ('<w:p w:rsidR="00AA00AA"/>', "ids of saving (w:rsid…)"),
    "hidden text": (p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"), "hidden text"),
    "a bookmark of ours": (p('<w:bookmarkStart w:id="1" w:name="_TansiqP1"/><w:bookmarkEnd w:id="1"/>'), "bookmarks of the consolidation"),
    "a tie to data": (
        p("<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent/></w:sdt>"), "settings of the work on the file (w:dataBinding)",
    ),
    "where a picture lay": (
        p('<w:r><w:pict><v:shape alt="C:\\Users\\reviewer\\map.png"/></w:pict></w:r>'), "where a file lay (alt)",
    ),
    "a hidden row": (
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>", "hidden rows",
    ),
}

PEOPLE = '<p:people xmlns:p="http://schemas.microsoft.com/office/word/2012/wordml"/>'

PLANTED_PARTS = {
    "comments": ("word/comments.xml", "comments", f'<w:comments xmlns:w="{w("")[1:-1]}"/>', "a part of comments"),
    "persons": ("word/people.xml", "people", PEOPLE, "a part of people"),
    "settings of a printer": ("word/printerSettings1.bin", "printerSettings", "DEVMODE", "a part of printerSettings"),
    "custom XML": ("customXml/item1.xml", "customXml", '<ledger xmlns="urn:tansiq:redline:1"/>', "custom XML (ledger)"),
}


def test_traces_of_a_file_without_any_none_are_found():
    assert traces(package_of(*CLEAN_BODY)) == []


@pytest.mark.parametrize("planted", PLANTED_IN_TEXT)
def test_traces_planted_in_the_text_are_found(planted):
    block, expected = PLANTED_IN_TEXT[planted]
    found = traces(package_of(block, *CLEAN_BODY))
    assert f"word/document.xml: {expected}" in found


@pytest.mark.parametrize("planted", PLANTED_PARTS)
def test_traces_planted_as_a_part_are_found(planted):
    name, kind, data, expected = PLANTED_PARTS[planted]
    package = package_of(*CLEAN_BODY)
    package.add_part(name, data.encode(), "application/octet-stream" if name.endswith("bin") else "application/xml")
    package.relate(package.main, type=kind, target=name)
    assert f"{name}: {expected}" in traces(package)


@pytest.mark.parametrize(("setting", "expected"), [
    ("<w:trackRevisions/>", "w:trackRevisions"), ("<w:rsids/>", "w:rsids"), ("<w:docVars/>", "w:docVars"),
    ('<w:documentProtection w:edit="comments"/>', "w:documentProtection"),
])
def test_traces_planted_in_the_settings_are_found(setting, expected):
    found = traces(package_of(*CLEAN_BODY, settings=setting))
    assert found == [f"word/settings.xml: settings of the work on the file ({expected})"]


def test_traces_planted_in_the_properties_are_found():
    package = package_of(*CLEAN_BODY)
    package.add_part(
        "docProps/core.xml",
        b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Report</dc:title><dc:creator>Reviewer 1</dc:creator></cp:coreProperties>',
        CONTENT_TYPES["core-properties"],
    )
    package.relate("", type="core-properties", target="docProps/core.xml")
    assert traces(package) == ["docProps/core.xml: the author (Reviewer 1)"]


def test_traces_planted_as_a_custom_property_are_found_twice():
    package = package_of(*CLEAN_BODY)
    package.add_part(
        "docProps/custom.xml",
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
        b'<property name="Reviewed by"/></Properties>',
        CONTENT_TYPES["custom-properties"],
    )
    package.relate("", type="custom-properties", target="docProps/custom.xml")
    assert traces(package) == ["docProps/custom.xml: a custom property (Reviewed by)", "docProps/custom.xml: a part of custom-properties"]


def test_traces_of_a_note_and_a_picture_that_nothing_shows_are_found():
    package = package_of(*CLEAN_BODY, pictures=True, footnotes=f'<w:footnote w:id="2">{p(t("unseen"))}</w:footnote>')
    assert traces(package) == [
        "word/document.xml: a image that no text shows", "word/footnotes.xml: footnotes that no text refers to",
    ]


def test_traces_in_styles_kept_by_another_part_are_found():
    package = package_of(*CLEAN_BODY)
    package.add_part(
        "word/stylesWithEffects.xml", f'<w:styles xmlns:w="{w("")[1:-1]}"><w:style><w:rsid w:val="1"/></w:style></w:styles>'.encode(),
        "application/vnd.ms-word.stylesWithEffects+xml",
    )
    package.relate(package.main, type=relation_type("stylesWithEffects"), target="word/stylesWithEffects.xml")
    assert traces(package) == ["word/stylesWithEffects.xml: settings of the work on the file (w:rsid)"]
