"""What loses its last reference goes, and nothing else."""

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions.references import references, remove_relation, remove_unreferred
from tests.engines.ooxml.revisions.test_settle import DEFINITIONS, NOTE, PICTURE
from tests.engines.ooxml.revisions.written import p, package_of


def test_references_of_notes_and_relationships_are_found():
    package = package_of(p(NOTE, PICTURE), footnotes=DEFINITIONS, pictures=True)
    found = references(package, ["word/document.xml"])
    assert found.notes == {"footnotes": frozenset({"2"}), "endnotes": frozenset()}
    assert found.relations == {"word/document.xml": frozenset({"rId90"})}


def test_remove_unreferred_after_the_text_lost_them():
    package = package_of(p(NOTE, PICTURE), footnotes=DEFINITIONS, pictures=True)
    before = references(package, ["word/document.xml"])
    package.xml(package.main)[0][0].clear()
    remove_unreferred(package, before)
    assert [note.get(w("id")) for note in package.xml("word/footnotes.xml")] == ["-1"]
    assert not package.has("word/media/image1.png")


def test_remove_relation_keeps_a_part_that_another_part_needs_and_drops_what_only_it_led_to():
    package = package_of(p(PICTURE), header=p(PICTURE), pictures=True)
    package.relate("word/header.xml", type="image", target="word/media/image1.png")
    remove_relation(package, package.main, "rId90")
    assert package.has("word/media/image1.png")
    header = next(each.id for each in package.relationships(package.main).values() if each.kind == "header")
    remove_relation(package, package.main, header)
    assert sorted(package.names()) == ["word/document.xml"]


def test_remove_relation_that_is_not_there_changes_nothing():
    package = package_of(p())
    before = package.write()
    remove_relation(package, package.main, "rId77")
    assert package.write() == before
