"""Media types of parts by name and by extension."""

import pytest

from tansiq.engines.ooxml import PackageRefused
from tansiq.engines.ooxml.content_types import ContentTypes, extension, read_content_types
from tests.engines.ooxml.files import override, types


def test_of_prefers_the_part_to_its_extension_and_leaves_parameters_out():
    found = read_content_types(types(override("word/a.xml", "text/plain; charset=utf-8")), name="a")
    assert found.of("word/A.XML") == "text/plain"
    assert found.of("word/b.xml") == "application/xml"
    assert found.of("word/c.png") == ""


def test_read_same_type_twice_is_taken_and_another_refused():
    assert read_content_types(types(override("a.xml", "a/b"), override("A.xml", "a/b")), name="a").of("a.xml") == "a/b"
    with pytest.raises(PackageRefused, match="gives 'a.xml' two types"):
        read_content_types(types(override("a.xml", "a/b"), override("A.xml", "a/c")), name="a")


def test_set_uses_the_extension_for_what_is_no_markup():
    found = ContentTypes({"xml": "application/xml"})
    found.set("word/media/a.png", "image/png")
    found.set("word/media/b.png", "image/x-png")
    found.set("word/a.xml", "a+xml")
    found.set("word/b.xml", "application/xml")
    assert found.defaults == {"xml": "application/xml", "png": "image/png"}
    assert found.overrides == {"word/media/b.png": ("word/media/b.png", "image/x-png"), "word/a.xml": ("word/a.xml", "a+xml")}


def test_forget_takes_away_what_is_said_of_the_part_alone():
    found = ContentTypes({"xml": "application/xml"}, {"word/a.xml": ("word/a.xml", "a+xml")})
    found.forget("word/A.xml")
    assert found.of("word/a.xml") == "application/xml"


def test_write_is_sorted_and_reads_back_the_same():
    one = ContentTypes({"xml": "application/xml", "bin": "a/b"}, {"b.xml": ("B.xml", "b+xml"), "a.xml": ("a.xml", "a+xml")})
    again = read_content_types(one.write(), name="a")
    assert again.defaults == {"bin": "a/b", "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    assert again.overrides == one.overrides
    assert one.write().index(b"/B.xml") < one.write().index(b"/a.xml")


def test_extension_in_lower_case():
    assert [extension(each) for each in ("word/a.PNG", "a", "word.x/a", "a.b.xml")] == ["png", "", "", "xml"]
