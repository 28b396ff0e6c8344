"""What a weave shares: authors as they are written, numbers, and which mark stands for which edits."""

from dataclasses import replace

import pytest

from tansiq.engines.ooxml.names import NAMESPACES, w, wp
from tansiq.engines.redline.merge.weave.loom import Loom, author_of, first_numbers, written_author
from tests.engines.ooxml.revisions.written import p, package_of, t
from tests.engines.redline.documents import DAY, edit

PICTURE = f'<w:r><w:drawing><wp:inline xmlns:wp="{NAMESPACES["wp"]}"><wp:docPr id="{{}}" name="x"/></wp:inline></w:drawing></w:r>'


def loom_of(*blocks: str) -> Loom:
    return Loom(package_of(*blocks), lambda item: author_of(item.agency, item.person), lambda each: (each.id,))


@pytest.mark.parametrize(("agency", "person", "agency_only", "written"), [
    ("FAO", "Reviewer", False, "Reviewer [FAO]"), ("FAO", "", False, "untracked [FAO]"), ("FAO", "Reviewer", True, "FAO"),
    ("", "Author", True, "Author"), ("", "", False, "draft"),
])
def test_author_of_is_the_person_and_the_agency(agency: str, person: str, agency_only: bool, written: str):
    assert author_of(agency, person, agency_only=agency_only) == written


def test_written_author_tracked_without_a_name_is_the_agency():
    unnamed = edit(person="", agency="IOM")
    assert (written_author(unnamed), written_author(replace(unnamed, tracked=False))) == ("IOM", "untracked [IOM]")


def test_mark_is_signed_by_the_first_and_stands_for_all():
    loom = loom_of(p())
    first, second = edit(id="e1"), edit(id="e2", agency="IOM")
    mark = loom.mark("ins", [first, second])
    assert (mark.tag, mark.get(w("author")), mark.get(w("date")), mark.get(w("id"))) == (w("ins"), "Reviewer [FAO]", DAY, "1")
    assert loom.marks == {1: ("e1", "e2")}
    assert loom.mark("del", iter([second])).get(w("id")) == "2"
    assert loom.number() == 3


def test_mark_without_a_date_has_none():
    assert loom_of(p()).mark("ins", [edit(date="")]).get(w("date")) is None


def test_rename_pictures_gives_numbers_in_order():
    loom = loom_of(p(PICTURE.format(7), PICTURE.format(7)))
    loom.next_picture = 40
    root = loom.package.xml(loom.package.main)
    loom.rename_pictures(root)
    assert [each.get("id") for each in root.iter(wp("docPr"))] == ["40", "41"]


def test_first_numbers_are_behind_the_highest_and_broken_ones_do_not_count():
    marks = "".join(f'<w:bookmarkStart w:id="{number}" w:name="a"/>' for number in ("41", "abc", "99999999999"))
    package = package_of(p(marks, t("a"), PICTURE.format(12), PICTURE.format("x")), footnotes=f'<w:footnote w:id="70">{p()}</w:footnote>')
    assert first_numbers(package, ["word/document.xml"]) == (42, 13)
    assert first_numbers(package, ["word/document.xml", "word/footnotes.xml"]) == (71, 13)
    assert first_numbers(package, []) == (1, 1)
