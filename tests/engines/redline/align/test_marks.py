"""Who marked a change: as the file says it, or nothing."""

from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.marks import child_mark, mark_of
from tansiq.engines.redline.align.pieces import Mark
from tests.engines.ooxml.revisions.written import A, B, p, package_of
from tests.engines.redline.documents import DAY


def test_mark_of_names_the_person_and_the_date():
    element = etree.Element(w("ins"), {w("author"): " Reviewer 1 ", w("date"): DAY})
    assert mark_of(element, "move1") == Mark("Reviewer 1", DAY, "move1")
    assert mark_of(etree.Element(w("ins"))) == Mark("", "", "")


def test_child_mark_is_that_of_the_first_name_found():
    package = package_of(p(mark=f"<w:ins {A}/><w:del {B}/>"))
    properties = next(package.xml(package.main).iter(w("rPr")))
    assert child_mark(properties, "moveTo", "ins") == Mark("Reviewer 1", DAY)
    assert child_mark(properties, "del", "ins", move="m") == Mark("Reviewer 2", "2026-03-02T09:00:00Z", "m")
    assert child_mark(properties, "moveTo") is None
    assert child_mark(None, "ins") is None
