"""Names as lxml writes them and the types of relationships."""

import pytest

from tansiq.engines.ooxml import names, read_package


def test_qualified_name_has_its_namespace():
    assert names.w("p") == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    assert names.w15("commentEx") == "{http://schemas.microsoft.com/office/word/2012/wordml}commentEx"


@pytest.mark.parametrize(("kind", "type_"), [
    ("comments", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"),
    ("people", "http://schemas.microsoft.com/office/2011/relationships/people"),
    ("core-properties", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
    ("urn:x:y", "urn:x:y"),
])
def test_relation_type_of_a_kind_or_a_whole_type(kind, type_):
    assert names.relation_type(kind) == type_


@pytest.mark.needs("shared")
def test_content_types_of_parts_are_those_of_the_corpus(shared):
    from_word = {
        "comments", "commentsExtended", "people", "footnotes", "endnotes", "header", "footer", "styles", "numbering", "settings",
        "core-properties", "commentsIds", "customXmlProps",
    }
    assert from_word <= set(names.CONTENT_TYPES)
    found = {
        (relation.kind, package.content_type(relation.target))
        for path in sorted((shared / "corpus" / "docx").glob("*.docx"))
        for package in [read_package(path, name=path.name)]
        for source in package.sources()
        for relation in package.relationships(source).values()
        if relation.kind in names.CONTENT_TYPES
    }
    assert {kind for kind, _ in found} >= from_word - {"customXmlProps", "commentsIds"}
    assert {type_ for kind, type_ in found} <= set(names.CONTENT_TYPES.values())
    assert all(type_ == names.CONTENT_TYPES[kind] for kind, type_ in found)
