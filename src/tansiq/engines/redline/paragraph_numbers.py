"""Numbers for the paragraphs of a draft, so that an answer can name the paragraph it means. Headings, lists and tables have none.

One list of its own in the numbering part, counted through the body; the text itself stays as it is.
"""

from lxml import etree

from tansiq.engines.ooxml.names import CONTENT_TYPES, NAMESPACES, w
from tansiq.engines.ooxml.package import Package

LIST_NAME = "Tansiq paragraphs"
BEFORE_NUMBERS = frozenset(w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))
NOT_COUNTED = ("toc", "title", "subtitle", "caption", "heading", "footnote", "endnote", "header", "footer", "list")
"""Beginnings of the built-in names of styles whose paragraphs carry no number (ISO/IEC 29500-1, 17.7.4.9)."""


def number_paragraphs(package: Package) -> int:
    """Number the paragraphs of running text in the body that have no number yet, in place; how many there are.

    Numbered are paragraphs directly in the body, with text, without a number, an outline level or a style of headings, lists,
    captions or contents. A draft numbered before keeps its numbers and gets them for new paragraphs.
    """
    root = package.peek(package.main)
    body = root.find(w("body"))
    styles = _styles(package)
    counted = [each for each in body.iterchildren(w("p")) if _is_running_text(each, styles)] if body is not None else []
    if counted:
        package.xml(package.main)
        number = _list(package)
        for paragraph in counted:
            _put_number(paragraph, number)
    return len(counted)


def _styles(package: Package) -> dict[str, etree._Element]:
    """The paragraph styles by id; the default one also under ""."""
    part = package.related(package.main, "styles")
    styles: dict[str, etree._Element] = {}
    for style in package.peek(part).iter(w("style")) if part is not None else []:
        if style.get(w("type")) == "paragraph":
            styles[style.get(w("styleId"), "")] = style
            if style.get(w("default"), "0") in {"1", "true", "on"}:
                styles[""] = style
    return styles


def _is_running_text(paragraph: etree._Element, styles: dict[str, etree._Element]) -> bool:
    """Whether a paragraph is to carry a number."""
    properties = paragraph.find(w("pPr"))
    if not any((text.text or "").strip() for text in paragraph.iter(w("t"))):
        return False
    named = ""
    if properties is not None:
        if properties.find(w("numPr")) is not None or properties.find(w("outlineLvl")) is not None:
            return False
        style = properties.find(w("pStyle"))
        named = style.get(w("val"), "") if style is not None else ""
    return not _style_forbids(named, styles)


def _style_forbids(named: str, styles: dict[str, etree._Element]) -> bool:
    """Whether a style, or one it is based on, numbers its paragraphs or is one of headings, lists and the like."""
    seen: set[str] = set()
    while named in styles and named not in seen:
        seen.add(named)
        style = styles[named]
        label = style.find(w("name"))
        if label is not None and label.get(w("val"), "").lower().startswith(NOT_COUNTED):
            return True
        properties = style.find(w("pPr"))
        if properties is not None and (properties.find(w("numPr")) is not None or properties.find(w("outlineLvl")) is not None):
            return True
        based = style.find(w("basedOn"))
        if based is None:
            return False
        named = based.get(w("val"), "")
    return False


def _put_number(paragraph: etree._Element, number: str) -> None:
    """Give a paragraph its place in list `number`."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    numbers = etree.Element(w("numPr"))
    etree.SubElement(numbers, w("ilvl")).set(w("val"), "0")
    etree.SubElement(numbers, w("numId")).set(w("val"), number)
    properties.insert(sum(1 for child in properties if child.tag in BEFORE_NUMBERS), numbers)


def _list(package: Package) -> str:
    """The `w:numId` of our list, which is added when it is not there (17.9)."""
    root = package.xml(_numbering(package))
    for abstract in root.iterchildren(w("abstractNum")):
        name = abstract.find(w("name"))
        if name is not None and name.get(w("val")) == LIST_NAME:
            for number in root.iterchildren(w("num")):
                of = number.find(w("abstractNumId"))
                if of is not None and of.get(w("val")) == abstract.get(w("abstractNumId")):
                    return number.get(w("numId"), "")
    return _add_list(root)


def _add_list(root: etree._Element) -> str:
    """Add the definition and its number; definitions stand before numbers."""
    definitions = list(root.iterchildren(w("abstractNum")))
    free = _next(definitions, w("abstractNumId"), first=0)
    definition = etree.Element(w("abstractNum"))
    definition.set(w("abstractNumId"), free)
    for name, value in (("multiLevelType", "singleLevel"), ("name", LIST_NAME)):
        etree.SubElement(definition, w(name)).set(w("val"), value)
    level = etree.SubElement(definition, w("lvl"))
    level.set(w("ilvl"), "0")
    for name, value in (("start", "1"), ("numFmt", "decimal"), ("suff", "space"), ("lvlText", "%1."), ("lvlJc", "left")):
        etree.SubElement(level, w(name)).set(w("val"), value)
    before = definitions[-1] if definitions else next(root.iterchildren(w("numPicBullet")), None)
    root.insert(root.index(before) + 1 if before is not None else 0, definition)
    numbers = list(root.iterchildren(w("num")))
    number = etree.Element(w("num"))
    number.set(w("numId"), _next(numbers, w("numId"), first=1))
    etree.SubElement(number, w("abstractNumId")).set(w("val"), free)
    root.insert(root.index(numbers[-1] if numbers else definition) + 1, number)
    return str(number.get(w("numId")))


def _next(elements: list[etree._Element], name: str, *, first: int) -> str:
    """The number after the highest one that the attribute `name` of `elements` has."""
    values = [each.get(name, "") for each in elements]
    return str(max((int(value) + 1 for value in values if value.isascii() and value.isdigit()), default=first))


def _numbering(package: Package) -> str:
    """The numbering part, added when there is none."""
    part = package.related(package.main, "numbering")
    if part is None:
        part = package.free_name("word/numbering{}.xml") if package.has("word/numbering.xml") else "word/numbering.xml"
        root = etree.Element(w("numbering"), nsmap={"w": NAMESPACES["w"]})
        package.add_part(part, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), CONTENT_TYPES["numbering"])
        package.relate(package.main, type="numbering", target=part)
    return part
