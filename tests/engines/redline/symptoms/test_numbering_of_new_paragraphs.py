"""Symptom: legal numbering is lost in the redline (Open-XML-SDK#1634), here of paragraphs that an agency put in."""

import pytest
from lxml import etree

from tansiq.engines.redline import consolidate
from tests.conftest import SHARED
from tests.engines.ooxml.revisions.written import A, ins, p, t, zipped
from tests.engines.redline.reviews.parts import unzipped
from tests.engines.redline.reviews.plain_views import W
from tests.engines.redline.reviews.schema import schema_errors

PUT_IN = f"<w:ins {A}/>"
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/>{}<w:lvlText w:val="{}"/><w:lvlJc w:val="left"/></w:lvl>'
STYLE = (
    '<w:style w:type="paragraph" w:styleId="Legal"><w:name w:val="Legal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
NORMAL = '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/></w:style>'
LIST_STYLE = (
    '<w:style w:type="numbering" w:styleId="{0}"><w:name w:val="{0}"/><w:pPr><w:numPr><w:numId w:val="{1}"/></w:numPr></w:pPr></w:style>'
)


def abstract(number: int, *levels: str, before: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{before}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/></w:num>'


def listed(text: str, number: int, level: int = 0, mark: str = "") -> str:
    return p(text, mark=mark, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def file(*blocks: str, **parts: str) -> bytes:
    return zipped(f"<w:body>{''.join(blocks)}</w:body>", parts)


DECIMAL = LEVEL.format(0, "decimal", "", "%1.")
ROMAN = LEVEL.format(0, "upperRoman", "", "Article %1") + LEVEL.format(1, "decimal", "<w:isLgl/>", "%1.%2")


class Numbers:
    """The lists of the consolidation of copies: for each paragraph the texts of its list's levels."""

    def __init__(self, base: bytes, **copies: bytes) -> None:
        self.file = consolidate(base, copies, apart=False).file
        parts = unzipped(self.file)
        self.styles = etree.fromstring(parts["word/styles.xml"]) if "word/styles.xml" in parts else None
        self.numbering = etree.fromstring(parts["word/numbering.xml"])
        self.body = etree.fromstring(parts["word/document.xml"])[0]

    def levels(self, number: str) -> list[str]:
        found = self.numbering.find(f"{W}num[@{W}numId='{number}']/{W}abstractNumId").get(W + "val")
        levels = self.numbering.findall(f"{W}abstractNum[@{W}abstractNumId='{found}']/{W}lvl")
        return [level.find(W + "lvlText").get(W + "val") + (" legal" if level.find(W + "isLgl") is not None else "") for level in levels]

    def used(self) -> list[str]:
        """The number of each paragraph's list, "" without one."""
        found = (paragraph.find(f"{W}pPr/{W}numPr/{W}numId") for paragraph in self.body.iter(W + "p"))
        return ["" if number is None else number.get(W + "val") for number in found]


def test_list_comes_along_into_a_draft_that_has_none():
    copy = file(p(t("one")), listed(ins(t("a")), 1, 1, PUT_IN), p(t("two")), numbering=abstract(0, ROMAN) + num(1, 0))
    made = Numbers(file(p(t("one")), p(t("two"))), IOM=copy)
    assert made.used() == ["", "1", ""]
    assert made.levels("1") == ["Article %1", "%1.%2 legal"]


def test_list_under_a_number_that_the_draft_uses_for_another_gets_its_own():
    base = file(listed(t("one"), 1), p(t("two")), numbering=abstract(0, DECIMAL) + num(1, 0))
    copy = file(
        listed(t("one"), 2), listed(ins(t("a")), 1, 1, PUT_IN), listed(ins(t("b")), 2, 0, PUT_IN), p(t("two")),
        numbering=abstract(0, ROMAN) + abstract(1, DECIMAL) + num(1, 0) + num(2, 1),
    )
    made = Numbers(base, IOM=copy)
    assert made.used() == ["1", "2", "1", ""]
    assert made.levels("2") == ["Article %1", "%1.%2 legal"]


def test_paragraph_taken_out_of_its_list_stays_out():
    numbering = abstract(0, DECIMAL) + num(1, 0)
    base = file(listed(t("one"), 1), p(t("two")), numbering=numbering)
    made = Numbers(base, IOM=file(listed(t("one"), 1), listed(ins(t("a")), 0, 0, PUT_IN), p(t("two")), numbering=numbering))
    assert made.used() == ["1", "0", ""]


def test_new_list_that_looks_like_the_drafts_begins_at_one():
    base = file(listed(t("one"), 1), p(t("two")), numbering=abstract(0, DECIMAL) + num(1, 0))
    both = abstract(0, DECIMAL) + abstract(1, DECIMAL) + num(1, 0) + num(2, 1)
    copies = {
        agency: file(listed(t("one"), 1), listed(ins(t(f"{agency} a")), 2, 0, PUT_IN), p(t("two")), numbering=both)
        for agency in ("FAO", "IOM")
    }
    made = Numbers(base, **copies)
    assert made.used() == ["1", "2", "3", ""]
    assert made.levels("2") == made.levels("3") == ["%1."]


@pytest.mark.needs("shared")
@pytest.mark.parametrize("parts", [{}, {"styles": NORMAL}])
def test_list_of_a_style_comes_along_with_the_style(parts):
    linked = abstract(0, LEVEL.format(0, "upperRoman", '<w:pStyle w:val="Legal"/>', "Article %1")) + num(1, 0)
    base = file(p(t("one")), p(t("two")), numbering=abstract(0, DECIMAL) + num(1, 0), **parts)
    copy = file(
        p(t("one")), p(ins(t("a")), mark=PUT_IN, properties='<w:pStyle w:val="Legal"/>'), p(t("two")), numbering=linked, styles=STYLE,
    )
    made = Numbers(base, IOM=copy)
    number = made.styles.find(f"{W}style[@{W}styleId='Legal']/{W}pPr/{W}numPr/{W}numId").get(W + "val")
    assert (number, made.levels(number)) == ("2", ["Article %1"])
    assert schema_errors(made.file, SHARED / "corpus" / "xsd") == set()


def test_lists_that_styles_of_lists_define_are_told_apart():
    """Word writes such a list as a number whose own definition has no levels (17.9.21)."""
    def linked(name: str, level: str) -> dict[str, str]:
        link = f'<w:numStyleLink w:val="{name}"/>'
        numbering = abstract(0, level, before=f'<w:styleLink w:val="{name}"/>') + abstract(1, before=link) + num(1, 1) + num(2, 0)
        return {"numbering": numbering, "styles": LIST_STYLE.format(name, 2)}

    base = file(listed(t("one"), 1), p(t("two")), **linked("Plain", DECIMAL))
    made = Numbers(base, IOM=file(listed(t("one"), 5), listed(ins(t("a")), 1, 0, PUT_IN), p(t("two")), **linked("Law", ROMAN)))
    assert made.levels(made.used()[1]) == ["Article %1", "%1.%2 legal"]
    assert [each.get(W + "val") for each in made.numbering.iter(W + "styleLink", W + "numStyleLink")] == ["Plain", "Plain"]
