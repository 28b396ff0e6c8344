"""The ledger of one file: alone it has what was tracked, against a base what was not."""

import pytest

from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.redline.errors import CopyOfAnotherBase
from tansiq.engines.redline.reading import read, without_comments
from tests.engines.ooxml.revisions.written import dele, ins, p, package_of, t
from tests.engines.redline.documents import ranged, remark

COPY = package_of(p(ranged(1, t("one ")), dele("two"), ins(t("2")), t(" three")), comments=remark(1, "Which?"))


def test_read_alone_lists_what_was_tracked_and_all_comments():
    ledger = read(COPY.write(), name="fao.docx")
    assert [(edit.before, edit.after, edit.agency, edit.tracked) for edit in ledger.edits] == [("two", "", "", True), ("", "2", "", True)]
    assert [said.text for said in ledger.comments] == ["Which?"]
    assert (ledger.base.file, ledger.copies[0].file) == ("fao.docx", "fao.docx")


def test_read_against_a_base_lists_what_was_not_tracked_too():
    base = package_of(p(t("one two three four")))
    ledger = read(COPY.write(), name="fao.docx", base=base.write(), base_name="base.docx")
    assert [(edit.before, edit.tracked) for edit in ledger.edits if edit.before] == [("two", True), (" four", False)]
    assert ledger.base.file == "base.docx"


def test_read_against_a_base_with_pending_changes_takes_it_as_it_was_before():
    base = package_of(p(t("one "), dele("two"), t(" three")))
    assert [edit.before for edit in read(COPY.write(), name="fao.docx", base=base.write()).edits] == ["two", ""]


def test_read_of_what_cannot_be_read_is_refused():
    with pytest.raises(PackageRefused):
        read(b"no zip", name="fao.docx")
    with pytest.raises(CopyOfAnotherBase):
        read(COPY.write(), name="fao.docx", base=package_of(p(t("Wholly other words of another text."))).write())


def test_without_comments_empties_the_part():
    package = package_of(p(t("a")), comments=remark(1, "x"))
    without_comments(package)
    assert len(package.xml("word/comments.xml")) == 0
    without_comments(package_of(p(t("a"))))
