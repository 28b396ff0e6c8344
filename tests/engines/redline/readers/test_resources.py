"""What a fragment needs: notes with their own relations, styles and lists that the base lacks, parts with theirs."""

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.readers.resources import Lists, Resources
from tests.engines.ooxml.revisions.written import PIXEL, p, package_of, t

PART = "word/document.xml"


def style(name: str, based: str = "") -> str:
    return f'<w:style w:styleId="{name}">{f"<w:basedOn w:val={chr(34)}{based}{chr(34)}/>" if based else ""}</w:style>'


def numbering(*lists: tuple[str, str, str]) -> str:
    """Lists as (number, format, text of the first level)."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>' for number, form, text in lists
    )
    return abstract + "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number, _, _ in lists)


def completed(copy: Package, base: Package, *content: str):
    """A fragment of this content of the copy, completed, and what it points to."""
    root = fragment.new()
    root.extend(list(package_of(p(*content)).xml(PART)[0][0]))
    relations = Resources(copy, base).complete(root, PART)
    return root, relations


def styled(name: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{name}"/></w:rPr><w:t>a</w:t></w:r>'


def test_complete_styles_that_the_base_lacks_come_with_what_they_rest_on():
    copy = package_of(p(), styles=style("A", "B") + style("B", "C") + style("C") + style("D"))
    root, _ = completed(copy, package_of(p(), styles=style("C")), styled("A"))
    assert [each[0].get(w("styleId")) for each in fragment.resources(root, fragment.STYLE)] == ["A", "B"]


def test_complete_styles_that_nobody_knows_or_that_run_round_come_once():
    copy = package_of(p(), styles=style("A", "B") + style("B", "A"))
    root, _ = completed(copy, package_of(p()), styled("A"), styled("Lost"))
    assert [each[0].get(w("styleId")) for each in fragment.resources(root, fragment.STYLE)] == ["A", "B"]


def test_complete_note_comes_with_its_blocks():
    note = f'<w:footnote w:id="7">{p(t("The note"))}</w:footnote>'
    root, _ = completed(package_of(p(), footnotes=note), package_of(p()), '<w:r><w:footnoteReference w:id="7"/></w:r>')
    [held] = fragment.resources(root, fragment.NOTE)
    assert (held.get("kind"), held.get("id"), "".join(held.itertext())) == ("footnote", "7", "The note")


def test_complete_note_that_is_lost_is_an_empty_one():
    root, _ = completed(package_of(p()), package_of(p()), '<w:r><w:endnoteReference w:id="7"/></w:r>')
    [held] = fragment.resources(root, fragment.NOTE)
    assert (held.get("kind"), len(held)) == ("endnote", 0)


def test_complete_relations_bring_the_bytes_of_their_parts():
    copy = package_of(p(), pictures=True)
    link = copy.relate(PART, type="hyperlink", target="https://example.org/", external=True)
    content = f'<w:r><w:pict><v:imagedata r:id="rId90"/></w:pict></w:r><w:hyperlink r:id="{link}"/>'
    _, relations = completed(copy, package_of(p()), content, '<w:hyperlink r:id="rId404"/>')
    assert [(each.target, each.external, each.data) for each in relations] == [
        ("word/media/image1.png", False, PIXEL), ("https://example.org/", True, None),
    ]


def test_complete_parts_bring_what_they_point_to():
    copy = package_of(p(), pictures=True)
    copy.add_part("word/charts/chart1.xml", b"<c/>", "application/xml")
    copy.relate("word/charts/chart1.xml", type="image", target="word/media/image1.png")
    chart = copy.relate(PART, type="chart", target="word/charts/chart1.xml")
    _, [relation] = completed(copy, package_of(p()), f'<w:hyperlink r:id="{chart}"/>')
    assert [(inner.target, inner.data) for inner in relation.relations] == [("word/media/image1.png", PIXEL)]


def test_complete_list_that_looks_like_one_of_the_base_is_that_one():
    numbered = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    copy, base = (package_of(p(), numbering=numbering((number, "decimal", "%1."))) for number in ("3", "8"))
    root, _ = completed(copy, base, numbered.format(3))
    assert [each.get(w("val")) for each in root.iter(w("numId"))] == ["8"]
    assert list(fragment.resources(root, fragment.NUMBERING)) == []


def test_complete_list_that_the_base_lacks_comes_along():
    numbered = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    copy = package_of(p(), numbering=numbering(("3", "decimal", "%1."), ("4", "upperRoman", "%1)")))
    root, _ = completed(copy, package_of(p()), numbered.format(3), numbered.format(3), numbered.format(4), numbered.format(99))
    held = list(fragment.resources(root, fragment.NUMBERING))
    assert len(held) == 2
    values = [each.get(w("val")) for each in root.iter(w("numId")) if each.getparent().getparent().tag == w("pPr")]
    assert values[0] == values[1] != values[2]
    assert values[3] == "99"
    assert {values[0], values[2]} == {each.get("id") for each in held}


def test_lists_look_alike_when_formats_and_texts_do():
    lists = Lists(package_of(p(), numbering=numbering(("1", "decimal", "%1."), ("2", "decimal", "%1."), ("3", "bullet", "•"))))
    assert lists.look("1") == lists.look("2") != lists.look("3")
    assert lists.look("99") is None
    assert lists.find(lists.look("3") or "") == "3"
    assert [each.tag for each in lists.definition("1")] == [w("abstractNum"), w("num")]
