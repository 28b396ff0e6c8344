"""From a file to a package. What is refused is in test_reading_hostile.py, what is taken away in test_outside.py."""

import pytest

from tansiq.engines.ooxml import Limits, PackageRefused, read_package
from tests.engines.ooxml.files import document, docx, relations


def test_read_package_from_bytes_and_from_a_path_is_the_same(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx())
    assert read_package(tmp_path / "a.docx", name="a").write() == read_package(docx(), name="b").write()


def test_read_package_of_a_path_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(PackageRefused, match=r"a.docx: it cannot be read \(No such file or directory\)"):
        read_package(tmp_path / "a.docx", name="a.docx")


def test_read_package_of_a_folder_is_refused(tmp_path):
    with pytest.raises(PackageRefused, match="a.docx: it cannot be read"):
        read_package(tmp_path, name="a.docx")


def test_read_package_larger_than_the_limit_is_refused(tmp_path):
    (tmp_path / "a.docx").write_bytes(bytes(2_000_001))
    for source in (tmp_path / "a.docx", bytes(2_000_001)):
        with pytest.raises(PackageRefused, match="it is larger than 2 MB"):
            read_package(source, name="a", limits=Limits(file=2_000_000))


def test_read_package_finds_parts_whose_relationships_spell_them_otherwise():
    package = read_package(
        docx({
            "_rels/.rels": relations(("rId1", "officeDocument", "/WORD/Document.xml")), "word/_rels/DOCUMENT.xml.rels":
            relations(("rId1", "image", "media/a%20b.xml")), "word/media/a b.xml": b"<a/>",
        }),
        name="a",
    )
    assert package.main == "word/document.xml"
    assert package.related(package.main, "image") == "word/media/a b.xml"


def test_read_package_trees_are_those_it_parsed_and_bytes_stay():
    data = document("<w:p/>")
    package = read_package(docx({"word/document.xml": data}), name="a")
    assert package.parts["word/document.xml"] == data
    assert package.peek(package.main)[0][0].tag.endswith("}p")
