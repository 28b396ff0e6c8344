"""Which paragraphs get a number, and the list they get it from."""

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.paragraph_numbers import LIST_NAME, number_paragraphs
from tests.engines.ooxml.revisions.written import p, package_of, t

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Chapter"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Points"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
)


def styled(style, text="x"):
    return p(t(text), properties=f'<w:pStyle w:val="{style}"/><w:jc w:val="both"/>')


def numbers(package):
    """The number of the list of each paragraph of the body, "" without one."""
    return [
        "".join(each.get(w("val")) for each in paragraph.iterfind(f"{w('pPr')}/{w('numPr')}/{w('numId')}"))
        for paragraph in package.xml(package.main)[0].iterchildren(w("p"))
    ]


def test_number_paragraphs_only_running_text_is_numbered():
    package = package_of(
        styled("H1"), styled("Sub"), p(t("a")), p(t(" ")), styled("Points"), styled("Loop"),
        p(t("b"), properties='<w:outlineLvl w:val="1"/>'),
        p(t("c"), properties='<w:numPr><w:numId w:val="3"/></w:numPr>'),
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p(t('cell'))}</w:tc></w:tr></w:tbl>", p(t("d")), styles=STYLES,
    )
    assert number_paragraphs(package) == 3
    assert numbers(package) == ["", "", "1", "", "", "1", "", "3", "1"]


def test_number_paragraphs_stands_at_its_place_among_the_properties():
    package = package_of(p(t("a"), properties='<w:pStyle w:val="Normal"/><w:keepNext/><w:jc w:val="both"/>'), styles=STYLES)
    number_paragraphs(package)
    properties = package.xml(package.main)[0][0][0]
    assert [child.tag for child in properties] == [w("pStyle"), w("keepNext"), w("numPr"), w("jc")]


def test_number_paragraphs_list_is_added_once_beside_those_there_are():
    package = package_of(p(t("a")), numbering=(
        '<w:abstractNum w:abstractNumId="4"/><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>'
    ))
    number_paragraphs(package)
    package.xml(package.main)[0].append(package_of(p(t("b"))).xml("word/document.xml")[0][0])
    assert number_paragraphs(package) == 1
    root = package.xml("word/numbering.xml")
    assert numbers(package) == ["10", "10"]
    assert [child.tag for child in root] == [w("abstractNum"), w("abstractNum"), w("num"), w("num")]
    assert [name.get(w("val")) for name in root.iter(w("name"))] == [LIST_NAME]


def test_number_paragraphs_of_an_empty_draft_adds_nothing():
    package = package_of(p())
    assert number_paragraphs(package) == 0
    assert not package.has("word/numbering.xml")
