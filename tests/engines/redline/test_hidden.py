"""What is hidden goes, what only looks hidden stays."""

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.hidden import hidden_runs, hidden_test, remove_hidden
from tests.engines.ooxml.revisions.written import body_texts, canonical, p, package_of, t

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"/>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
)


def run(text, properties):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def field(code, *, hidden):
    properties = "<w:rPr><w:vanish/></w:rPr>" if hidden else ""
    return "".join(
        f"<w:r>{properties}{each}</w:r>" for each in (
            '<w:fldChar w:fldCharType="begin"/>', f"<w:instrText>{code}</w:instrText>", '<w:fldChar w:fldCharType="end"/>',
        )
    )


def test_hidden_run_removed_with_direct_and_styled_vanish():
    package = package_of(
        p(t("a"), run("b", "<w:vanish/>"), run("c", '<w:vanish w:val="0"/>'), run("d", '<w:rStyle w:val="Unseen"/>'),
          run("e", "<w:webHidden/>"), run("f", '<w:rStyle w:val="Loop"/>')),
        p(t("g"), run("h", '<w:vanish w:val="false"/>'), properties='<w:pStyle w:val="Note"/>'), styles=STYLES,
    )
    remove_hidden(package)
    assert body_texts(package) == ["acef", "h"]


def test_hidden_run_hidden_by_two_styles_is_shown():
    package = package_of(p(run("a", '<w:rStyle w:val="Unseen"/>'), properties='<w:pStyle w:val="Secret"/>'), styles=STYLES)
    assert list(hidden_runs(package.xml(package.main), hidden_test(package))) == []


def test_hidden_field_removed_only_as_a_whole():
    package = package_of(p(field("XE secret", hidden=True), t("a")), p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ))
    remove_hidden(package)
    root = package.xml(package.main)
    assert [each.text for each in root.iter(w("instrText"))] == ["PAGE"]
    assert len(list(root.iter(w("fldChar")))) == 2


def test_hidden_paragraph_removed_as_a_whole():
    package = package_of(p(run("a", "<w:vanish/>"), mark="<w:vanish/>"), p(t("b")))
    remove_hidden(package)
    assert body_texts(package) == ["b"]


def test_hidden_mark_of_a_style_separator_kept():
    given = p(t("Heading"), mark="<w:vanish/><w:specVanish/>"), p(t("text"))
    package = package_of(*given)
    before = canonical(package.xml(package.main))
    remove_hidden(package)
    assert canonical(package.xml(package.main)) == before


def test_hidden_row_removed():
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    package = package_of(
        "<w:tbl><w:tblPr/><w:tblGrid/>" + row.format("", p(t("1"))) + row.format("<w:trPr><w:hidden/></w:trPr>", p(t("2")))
        + row.format('<w:trPr><w:hidden w:val="0"/></w:trPr>', p(t("3"))) + "</w:tbl>", p(),
    )
    remove_hidden(package)
    assert body_texts(package) == ["1", "3", ""]


def test_hidden_note_reference_removed_with_its_note():
    package = package_of(
        p(t("a"), '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'<w:footnote w:id="2">{p(t("note"))}</w:footnote>',
    )
    remove_hidden(package)
    assert list(package.xml("word/footnotes.xml")) == []
