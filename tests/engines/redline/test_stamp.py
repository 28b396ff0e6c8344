"""The stamp of a draft is put in, read back, found again after other programs, and goes with `clean`."""

import pytest

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.clean import clean
from tansiq.engines.redline.stamp import fingerprint, put_stamp, recognise, remove_stamp
from tests.engines.ooxml.revisions.written import ins, p, package_of, t
from tests.engines.redline.through_office import saved_by_libreoffice


def test_recognise_stamp_put_in_and_read_back():
    package = package_of(p(t("a")))
    stamp = put_stamp(package)
    assert recognise(read_package(package.write(), name="copy.docx")) == stamp
    assert stamp.sha256 == fingerprint(package_of(p(t("a"))))


def test_recognise_without_a_stamp_is_none():
    assert recognise(package_of(p(t("a")))) is None


def test_put_stamp_twice_is_put_once():
    package = package_of(p(t("a")))
    first = put_stamp(package)
    before = package.write()
    assert put_stamp(package) == first
    assert package.write() == before


def test_put_stamp_other_text_has_another_id():
    one, other = put_stamp(package_of(p(t("a")))), put_stamp(package_of(p(t("b"))))
    assert one.id != other.id
    assert one.sha256 != other.sha256


@pytest.mark.parametrize("dropped", ["customXml/item1.xml", "docProps/custom.xml"])
def test_recognise_when_a_program_dropped_one_of_the_two(dropped):
    package = package_of(p(t("a")))
    stamp = put_stamp(package)
    package.remove_part(dropped)
    assert recognise(package) == stamp


def test_recognise_copy_with_changes_still_carries_the_stamp_of_the_draft():
    package = package_of(p(t("a")))
    stamp = put_stamp(package)
    package.xml(package.main)[0].append(package_of(p(ins(t("b")))).xml("word/document.xml")[0][0])
    assert recognise(package) == stamp
    assert fingerprint(package) != stamp.sha256


def test_remove_stamp_leaves_the_package_as_it_was():
    package = package_of(p(t("a")))
    names = sorted(package.names())
    put_stamp(package)
    remove_stamp(package)
    assert sorted(set(package.names()) - {"docProps/custom.xml"}) == names
    assert recognise(package) is None


def test_clean_takes_the_stamp_away():
    package = package_of(p(t("a")))
    put_stamp(package)
    clean(package)
    assert recognise(package) is None
    assert sorted(package.names()) == ["word/document.xml"]


@pytest.mark.needs("soffice")
def test_recognise_copy_saved_by_libreoffice(tmp_path):
    package = package_of(p(t("a")))
    stamp = put_stamp(package)
    saved = read_package(saved_by_libreoffice(package.write(), tmp_path), name="copy.docx")
    assert recognise(saved) == stamp
