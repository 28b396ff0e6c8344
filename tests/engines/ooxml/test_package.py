"""A package: parts, trees, relationships, types, and the same bytes every time."""

import pytest

from tansiq.engines.ooxml import Package, PackageRefused, Relationship, read_package
from tansiq.engines.ooxml.names import CONTENT_TYPES, OFFICE_RELATIONS, relation_type, w
from tests.engines.ooxml.files import document, docx, override, relations, types, zipped

NOTES = b"<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"


def package() -> Package:
    """A document with footnotes, a picture and a link."""
    return read_package(
        docx({
            "[Content_Types].xml": types(
                '<Default Extension="png" ContentType="image/png"/>', override("word/footnotes.xml", CONTENT_TYPES["footnotes"])
            ),
            "word/_rels/document.xml.rels": relations(
                ("rId1", "footnotes", "footnotes.xml"), ("rId2", "image", "media/image1.png"),
                ("rId3", "hyperlink", "https://example.org/a?b=c#d", "External"),
            ),
            "word/footnotes.xml": NOTES,
            "word/media/image1.png": b"\x89PNG",
        }),
        name="a.docx",
    )


def test_package_read_names_its_parts_without_relations_and_types():
    assert list(package().parts) == ["word/document.xml", "word/footnotes.xml", "word/media/image1.png"]


def test_main_is_the_part_of_the_office_document_relation():
    assert package().main == "word/document.xml"


def test_main_absent_is_refused():
    empty = package()
    empty.unrelate("", "rId1")
    with pytest.raises(PackageRefused, match="a.docx: it has no main document part"):
        empty.main  # noqa: B018 (reading it is the test)


def test_related_finds_a_part_by_the_last_step_or_the_whole_type():
    found = package()
    assert found.related(found.main, "footnotes") == "word/footnotes.xml"
    assert found.related(found.main, relation_type("footnotes")) == "word/footnotes.xml"
    assert found.related(found.main, "comments") is None


def test_relationships_resolve_parts_and_keep_addresses():
    assert package().relationships("word/document.xml") == {
        "rId1": Relationship("rId1", f"{OFFICE_RELATIONS}/footnotes", "word/footnotes.xml"),
        "rId2": Relationship("rId2", f"{OFFICE_RELATIONS}/image", "word/media/image1.png"),
        "rId3": Relationship("rId3", f"{OFFICE_RELATIONS}/hyperlink", "https://example.org/a?b=c#d", external=True),
    }


def test_relate_uses_an_equal_relationship_again_and_else_a_free_id():
    found = package()
    assert found.relate(found.main, type="footnotes", target="word/footnotes.xml") == "rId1"
    assert found.relate(found.main, type="hyperlink", target="https://example.org/", external=True) == "rId4"


def test_relate_after_unrelate_gives_no_id_twice():
    found = package()
    found.unrelate(found.main, "rId1")
    assert found.relate(found.main, type="people", target="word/people.xml") == "rId4"


def test_xml_changed_in_place_is_written():
    found = package()
    found.xml(found.main)[0][0].append(found.xml(found.main).makeelement(w("bookmarkStart")))
    assert b"bookmarkStart" in found.parts[found.main]
    assert b"bookmarkStart" in read_package(found.write(), name="b").parts[found.main]


def test_peek_gives_the_tree_of_xml_and_leaves_the_bytes_alone():
    found = package()
    tree = found.peek("word/footnotes.xml")
    assert found.parts["word/footnotes.xml"] == NOTES
    assert found.xml("word/footnotes.xml") is tree
    assert found.peek("word/footnotes.xml") is tree


def test_replace_drops_the_tree():
    found = package()
    tree = found.xml(found.main)
    found.replace(found.main, document("<w:p/>"))
    assert found.xml(found.main) is not tree
    assert len(found.xml(found.main)[0]) == 1


def test_untouched_parts_keep_their_bytes():
    assert read_package(package().write(), name="b").parts["word/footnotes.xml"] == NOTES


def test_add_part_is_there_with_its_type_after_writing():
    found = package()
    found.add_part("word/comments.xml", NOTES.replace(b"footnotes", b"comments"), CONTENT_TYPES["comments"])
    found.add_part("word/media/picture.jpeg", b"\xff\xd8", "image/jpeg")
    found.relate(found.main, type="comments", target="word/comments.xml")
    found.relate(found.main, type="image", target="word/media/picture.jpeg")
    again = read_package(found.write(), name="b")
    assert again.content_type("word/comments.xml") == CONTENT_TYPES["comments"]
    assert again.content_type("word/media/picture.jpeg") == "image/jpeg"
    assert again.related(again.main, "comments") == "word/comments.xml"


def test_add_part_of_a_name_that_is_there_in_other_letters_is_an_error():
    with pytest.raises(ValueError, match="there is such a part"):
        package().add_part("Word/Document.XML", b"", "application/xml")


def test_free_name_skips_what_is_there():
    assert package().free_name("word/media/image{}.png") == "word/media/image2.png"


def test_remove_part_takes_its_relations_and_type():
    found = package()
    found.remove_part("word/footnotes.xml")
    assert found.related(found.main, "footnotes") is None
    assert list(found.relationships(found.main)) == ["rId2", "rId3"]
    assert b"footnotes" not in zipped_types(found)


def zipped_types(found: Package) -> bytes:
    """The content types as written."""
    return found._types.write()


def test_copy_is_changed_apart():
    found = package()
    tree = found.xml(found.main)
    other = found.copy()
    other.xml(other.main)[0].clear()
    other.remove_part("word/footnotes.xml")
    other.unrelate(other.main, "rId3")
    assert len(tree[0]) == 1
    assert found.related(found.main, "footnotes") == "word/footnotes.xml"
    assert "rId3" in found.relationships(found.main)


def test_write_gives_the_same_bytes_whatever_the_order_of_the_zip():
    entries = [("word/document.xml", document()), ("_rels/.rels", relations(("rId1", "officeDocument", "/word/document.xml")))]
    one = read_package(zipped([*entries, ("[Content_Types].xml", types())]), name="a")
    two = read_package(zipped([("[Content_Types].xml", types()), *reversed(entries)]), name="b")
    assert one.write() == two.write()


@pytest.mark.needs("shared")
def test_write_and_read_again_changes_nothing_in_any_file_of_the_corpus(shared):
    for path in sorted((shared / "corpus" / "docx").glob("*.docx")):
        found = read_package(path, name=path.name)
        again = read_package(found.write(), name=path.name)
        assert dict(again.parts) == dict(found.parts)
        assert all(again.relationships(source) == found.relationships(source) for source in ["", *found.parts])
        assert {part: again.content_type(part) for part in again.parts} == {part: found.content_type(part) for part in found.parts}
        assert again.write() == found.write()
