"""Symptom: list items deleted as tracked changes shift the numbers of all that follow (JSv4/Docxodus#311)."""

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tests.engines.ooxml.revisions.written import A, body_texts, canonical, dele, p, package_of, t

LISTED = '<w:pStyle w:val="List"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
BEFORE = [p(t(text), properties=LISTED) for text in ("one", "two", "three", "four")]
DELETED = p(dele("two"), mark=f"<w:del {A}/>", properties=LISTED)


def items(package):
    """The text of what the list counts, in order: the number of each follows from its place."""
    return [
        text for text, paragraph in zip(body_texts(package), package.xml(package.main).iter(w("p")), strict=True)
        if paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}") is not None
    ]


def test_deleted_list_item_accepted_leaves_no_empty_number():
    package = package_of(BEFORE[0], DELETED, *BEFORE[2:])
    accept_all(package)
    assert items(package) == ["one", "three", "four"]


def test_deleted_list_item_rejected_is_the_list_of_before():
    package = package_of(BEFORE[0], DELETED, *BEFORE[2:])
    reject_all(package)
    assert items(package) == ["one", "two", "three", "four"]
    assert canonical(package.xml(package.main)) == canonical(package_of(*BEFORE).xml("word/document.xml"))
