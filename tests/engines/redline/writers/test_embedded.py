"""The ledger inside a file: put in once, found after writing, taken out without a trace, never taken from another part."""

import pytest

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.edits import Base, Ledger
from tansiq.engines.redline.errors import LedgerMissing
from tansiq.engines.redline.stamp import put_stamp, recognise
from tansiq.engines.redline.writers import embedded, ledger_json
from tests.engines.ooxml.revisions.written import p, package_of, t
from tests.engines.redline.documents import edit

LEDGER = Ledger(Base("base.docx", "00", 3, 1), edits=(edit(after="a & <b> \u0639"),))


def test_embed_is_found_in_the_file_as_written():
    package = package_of(p(t("a")))
    embedded.embed(package, LEDGER)
    assert embedded.find(read_package(package.write(), name="out.docx")) == LEDGER


def test_embed_twice_is_embedded_once():
    package = package_of(p(t("a")))
    embedded.embed(package, Ledger(Base("old.docx", "", 0, 0)))
    embedded.embed(package, LEDGER)
    assert embedded.find(package) == LEDGER
    assert sorted(name for name in package.names() if name.startswith("customXml")) == ["customXml/item1.xml", "customXml/itemProps1.xml"]


def test_remove_leaves_the_package_as_it_was():
    package = package_of(p(t("a")))
    before = package.write()
    embedded.embed(package, LEDGER)
    embedded.remove(package)
    assert package.write() == before
    assert embedded.find(package) is None


def test_embed_beside_the_stamp_of_the_draft_leaves_it():
    package = package_of(p(t("a")))
    stamp = put_stamp(package)
    assert embedded.find(package) is None
    embedded.embed(package, LEDGER)
    assert (recognise(package), embedded.find(package)) == (stamp, LEDGER)
    embedded.remove(package)
    assert recognise(package) == stamp


def test_find_ledger_that_was_tampered_with_is_refused():
    package = package_of(p(t("a")))
    embedded.embed(package, LEDGER)
    package.replace("customXml/item1.xml", package.data("customXml/item1.xml").replace(b"base.docx", b'base.docx"'))
    with pytest.raises(LedgerMissing, match=r"part customXml/item1\.xml is no ledger"):
        embedded.find(package)


def test_ledger_of_a_file_is_the_one_given_else_the_one_it_carries():
    package = package_of(p(t("a")))
    other = Ledger(Base("other.docx", "", 0, 0))
    assert embedded.ledger_of(package, ledger_json.write(other)) == other
    embedded.embed(package, LEDGER)
    assert embedded.ledger_of(package, None) == LEDGER
    assert embedded.ledger_of(package, ledger_json.write(other)) == other


def test_ledger_of_a_file_without_one_says_what_to_give():
    with pytest.raises(LedgerMissing, match=r"carries no ledger.*--ledger"):
        embedded.ledger_of(package_of(p(t("a"))), None)
