"""Every story is looked at, and old properties hold no revisions of their own."""

from tansiq.engines.ooxml.revisions import RevisionKind, revisions, revisions_in, word_parts
from tests.engines.ooxml.revisions.written import A, B, dele, ins, p, package_of, t

BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_revisions_of_all_stories_are_listed_part_by_part():
    package = package_of(
        p(ins(t("a")), BOX.format(p(dele("b", B)))), footnotes=f'<w:footnote w:id="1">{p(ins(t("c")))}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p(ins(t("d")))}</w:endnote>', header=p(ins(t("e"))),
        comments=f'<w:comment w:id="1">{p(ins(t("f")))}</w:comment>',
        styles=f"<w:style><w:rPr><w:rPrChange {A}/></w:rPr></w:style>",
    )
    assert [(each.part, each.kind, each.id, each.author) for each in revisions(package)] == [
        ("word/document.xml", RevisionKind.INSERTION, "1", "Reviewer 1"),
        ("word/document.xml", RevisionKind.DELETION, "2", "Reviewer 2"),
        ("word/document.xml", RevisionKind.DELETION, "2", "Reviewer 2"),
        ("word/comments.xml", RevisionKind.INSERTION, "1", "Reviewer 1"),
        ("word/endnotes.xml", RevisionKind.INSERTION, "1", "Reviewer 1"),
        ("word/footnotes.xml", RevisionKind.INSERTION, "1", "Reviewer 1"),
        ("word/header.xml", RevisionKind.INSERTION, "1", "Reviewer 1"),
        ("word/styles.xml", RevisionKind.RUN_FORMAT, "1", "Reviewer 1"),
    ]


def test_revisions_missing_author_and_date_are_empty():
    package = package_of(p('<w:ins w:id="1"/>'))
    found = revisions(package)[0]
    assert (found.author, found.date) == ("", "")
    assert found.element is package.xml(package.main)[0][0][0]


def test_revisions_in_old_properties_are_none():
    package = package_of(p(properties=f"<w:pPrChange {A}><w:pPr><w:numPr><w:ins {B}/></w:numPr></w:pPr></w:pPrChange>"))
    assert [each.kind for each in revisions(package)] == [RevisionKind.PARAGRAPH_FORMAT]


def test_revisions_of_a_grid_are_signed_by_the_change_of_its_table():
    package = package_of(
        f'<w:tbl><w:tblPr/><w:tblGrid><w:tblGridChange w:id="7"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:cellIns {B}/></w:tcPr><w:p/></w:tc>'
        '</w:tr></w:tbl><w:tbl><w:tblGrid><w:tblGridChange w:id="8"/></w:tblGrid></w:tbl>',
        '<w:tblGrid><w:tblGridChange w:id="9"/></w:tblGrid>',
    )
    grids = [each for each in revisions(package) if each.kind is RevisionKind.TABLE_GRID]
    assert [(each.id, each.author) for each in grids] == [("7", "Reviewer 2"), ("8", ""), ("9", "")]


def test_revisions_in_an_element_are_those_below_it():
    package = package_of(p(ins(t("a"))), p(dele("b")))
    second = package.xml(package.main)[0][1]
    assert [each.kind for each in revisions_in(second)] == [RevisionKind.DELETION]


def test_word_parts_begin_with_the_main_one_and_leave_out_the_rest():
    package = package_of(p(), pictures=True, footnotes="", comments="")
    assert word_parts(package) == ["word/document.xml", "word/comments.xml", "word/footnotes.xml"]
