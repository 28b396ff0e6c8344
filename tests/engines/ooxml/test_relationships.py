"""Relationships: which part holds them, what their targets mean, how they are written."""

import pytest

from tansiq.engines.ooxml.relationships import (
    Relationship,
    read_relationships,
    relations_part,
    relative,
    resolved,
    source_of,
    spelled,
    write_relationships,
)
from tests.engines.ooxml.files import relations


@pytest.mark.parametrize(("part", "holds"), [
    ("", "_rels/.rels"), ("word/document.xml", "word/_rels/document.xml.rels"), ("a.xml", "_rels/a.xml.rels"),
    ("word/charts/chart1.xml", "word/charts/_rels/chart1.xml.rels"),
])
def test_relations_part_and_source_of_are_inverse(part, holds):
    assert relations_part(part) == holds
    assert source_of(holds) == part


@pytest.mark.parametrize(("target", "part", "found"), [
    ("styles.xml", "word/document.xml", "word/styles.xml"), ("../customXml/item1.xml", "word/document.xml", "customXml/item1.xml"),
    ("/word/styles.xml", "word/document.xml", "word/styles.xml"), ("word/document.xml", "", "word/document.xml"),
    ("./media/../styles.xml", "word/document.xml", "word/styles.xml"), ("../../../../etc/passwd", "word/document.xml", "etc/passwd"),
    ("//host/share/a.png", "word/document.xml", "host/share/a.png"), ("styles.xml#a", "word/document.xml", "word/styles.xml"),
])
def test_resolved_stays_in_the_package(target, part, found):
    assert resolved(target, part) == found


@pytest.mark.parametrize(("target", "part", "written"), [
    ("word/styles.xml", "word/document.xml", "styles.xml"), ("customXml/item1.xml", "word/document.xml", "../customXml/item1.xml"),
    ("word/document.xml", "", "word/document.xml"), ("word/media/a.png", "word/charts/chart1.xml", "../media/a.png"),
])
def test_relative_is_resolved_back(target, part, written):
    assert relative(target, part) == written
    assert resolved(written, part) == target


def test_spelled_finds_a_part_in_other_letters_or_percent_signs():
    names = {"word/media/a b.png": "word/Media/a b.png"}
    assert spelled("WORD/media/A b.png", names) == "word/Media/a b.png"
    assert spelled("word/media/a%20b.png", names) == "word/Media/a b.png"
    assert spelled("word/other.png", names) == "word/other.png"


@pytest.mark.parametrize(("target", "mode", "external"), [
    ("http://example.org/", "External", True), ("a.docx", "External", True), ("http://example.org/", "", True),
    ("file:///etc/passwd", "Internal", True), ("#place", "", True), ("C:\\a.docx", "", True), ("a.xml", "", False),
])
def test_read_relationships_outside_is_outside_whatever_the_mode(target, mode, external):
    data = relations(("rId1", "hyperlink", target, mode) if mode else ("rId1", "hyperlink", target))
    found = read_relationships(data, part="word/document.xml", name="a")["rId1"]
    assert found.external is external
    assert found.kind == "hyperlink"


def test_write_relationships_reads_back_the_same():
    some = {
        "rId2": Relationship("rId2", "urn:type/image", "word/media/a.png"),
        "rId1": Relationship("rId1", "urn:type/hyperlink", "https://example.org/?a=1&b=أ", external=True),
    }
    data = write_relationships(some, "word/document.xml")
    assert read_relationships(data, part="word/document.xml", name="a") == some
    assert list(read_relationships(data, part="word/document.xml", name="a")) == ["rId2", "rId1"]
