"""A consolidated file opened again: its base and its ledger, proved to belong together."""

import json

import pytest

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.errors import LedgerMissing, MarkupChanged
from tansiq.engines.redline.opened import open_consolidated
from tansiq.engines.redline.readers.comments import read_comments
from tansiq.engines.redline.writers import embedded, ledger_json
from tests.engines.ooxml.revisions.written import B, canonical, dele, ins, p, package_of, t
from tests.engines.redline.documents import consolidated, ranged, remark

OWN = {"comments": remark(1, "Own")}
BASE = package_of(p(ranged(1, t("one two three"))), p(t("four")), **OWN)
COPY = package_of(
    p(ranged(1, t("one "), dele("two "), ranged(2, t("three")))), p(ins(t("new ")), t("four")),
    comments=remark(1, "Own") + remark(2, "Which?"),
)
OTHER = package_of(p(ranged(1, t("one "), dele("two ", B), t("three"))), p(t("four")), **OWN)
MADE = consolidated(BASE, FAO=COPY, IOM=OTHER)


def test_open_gives_the_base_and_the_ledger():
    opened = open_consolidated(MADE.file)
    assert opened.ledger == MADE.ledger
    assert not opened.agency_only
    assert embedded.find(opened.base) is None
    assert canonical(opened.base.xml("word/document.xml")).count("<w:commentRangeStart") == 1
    assert [found.text for found in read_comments(opened.base).values()] == ["Own"]
    text = [each.text for each in opened.base.xml("word/document.xml").iter("{*}t")]
    assert "".join(text) == "one two threefour"


def test_open_after_another_program_saved_it_with_other_runs():
    package = read_package(MADE.file, name="all.docx")
    for run in package.xml(package.main).iter("{*}r"):
        run.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rsidR", "00AA00AA")
    assert open_consolidated(package.write()).ledger == MADE.ledger


@pytest.mark.parametrize("change", ["text", "author", "accepted"])
def test_open_file_whose_changes_were_edited_is_refused(change: str):
    package = read_package(MADE.file, name="all.docx")
    root = package.xml(package.main)
    mark = next(root.iter("{*}ins"))
    if change == "text":
        next(root.iter("{*}t")).text = "ONE "
    elif change == "author":
        mark.set(next(name for name in mark.attrib if name.endswith("author")), "Somebody else")
    else:
        mark.getparent().replace(mark, mark[0])
    with pytest.raises(MarkupChanged, match="all.docx was edited after"):
        open_consolidated(package.write(), name="all.docx")


def test_open_file_without_a_ledger_or_with_one_given():
    package = read_package(MADE.file, name="all.docx")
    embedded.remove(package)
    with pytest.raises(LedgerMissing, match="carries no ledger"):
        open_consolidated(package.write())
    assert open_consolidated(package.write(), ledger=ledger_json.write(MADE.ledger)).ledger == MADE.ledger
    with pytest.raises(LedgerMissing, match="is no ledger"):
        open_consolidated(package.write(), ledger="{}")


def test_open_with_the_ledger_of_another_file_is_refused():
    other = consolidated(BASE, FAO=OTHER)
    with pytest.raises(MarkupChanged):
        open_consolidated(MADE.file, ledger=ledger_json.write(other.ledger))


def test_open_with_a_ledger_that_was_changed_by_hand_is_refused():
    text = ledger_json.write(MADE.ledger)
    again = json.dumps(json.loads(text), sort_keys=True)
    assert open_consolidated(MADE.file, ledger=again).ledger == MADE.ledger
    for old, new in (('"after": "new "', '"after": "old "'), ('"start": 4', '"start": 400000'), ('"Reviewer 1"', '"X"')):
        assert old in text
        with pytest.raises(LedgerMissing, match="was changed since"):
            open_consolidated(MADE.file, ledger=text.replace(old, new, 1))
