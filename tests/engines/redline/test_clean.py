"""The published file: its text unchanged, and no trace of how it came about, over made files and the corpus."""

from pathlib import Path

import pytest

from tansiq.engines.ooxml.names import CONTENT_TYPES, v, w
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import accept_all
from tansiq.engines.redline.clean import clean
from tansiq.engines.redline.errors import UndecidedChanges
from tansiq.engines.redline.traces import traces
from tests.conftest import SHARED
from tests.engines.ooxml.revisions.written import B, body_texts, dele, ins, p, package_of, t
from tests.engines.ooxml.schemas import schema_errors
from tests.engines.redline.test_traces import PEOPLE, PLANTED_IN_TEXT
from tests.engines.redline.through_office import saved_by_libreoffice

SCHEMAS = SHARED / "corpus" / "xsd"
CORPUS = sorted((SHARED / "corpus" / "docx").glob("*.docx"))


def cleaned(package, **options):
    """What is left after writing and reading again."""
    clean(package, **options)
    return read_package(package.write(), name="clean.docx")


def test_clean_undecided_changes_are_refused_by_name_and_nothing_is_touched():
    package = package_of(p(t("a"), ins(t("new words")), dele("old words", B)))
    before = package.write()
    with pytest.raises(UndecidedChanges) as refused:
        clean(package)
    assert refused.value.changes == (
        'insertion "new words" by Reviewer 1, 2026-03-01 in word/document.xml',
        'deletion "old words" by Reviewer 2, 2026-03-02 in word/document.xml',
    )
    assert str(refused.value).startswith("draft.docx: 2 tracked changes are not decided (insertion")
    assert package.write() == before


def test_clean_with_accept_takes_what_is_undecided():
    package = cleaned(package_of(p(t("a"), ins(t("b")), dele("c"))), accept=True)
    assert body_texts(package) == ["ab"]


@pytest.mark.parametrize("planted", PLANTED_IN_TEXT)
def test_clean_planted_trace_leaves_nothing(planted):
    package = package_of(PLANTED_IN_TEXT[planted][0], p(t("text")), settings="<w:rsids/><w:trackRevisions/>")
    assert traces(cleaned(package, accept=True)) == []


def test_clean_comments_go_with_their_parts_and_anchors():
    package = package_of(
        p('<w:commentRangeStart w:id="0"/>', t("a"), '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
        comments=f'<w:comment w:id="0" w:author="Reviewer 1" w:initials="R">{p(t("why?"))}</w:comment>',
    )
    package.add_part("word/people.xml", PEOPLE.encode(), CONTENT_TYPES["people"])
    package.relate(package.main, type="people", target="word/people.xml")
    left = cleaned(package)
    assert sorted(left.names()) == ["word/document.xml"]
    assert [child.tag for child in left.xml(left.main)[0][0]] == [w("r")]


def test_clean_picture_and_note_that_nothing_shows_go():
    package = cleaned(package_of(p(t("a")), pictures=True, footnotes=f'<w:footnote w:id="2">{p(t("unseen"))}</w:footnote>'))
    assert traces(package) == []
    assert not package.has("word/media/image1.png")


def test_clean_works_cited_stay_and_other_custom_xml_goes():
    package = package_of(p(t("a")))
    for name, root in (("item1", "Sources"), ("item2", "Others")):
        package.add_part(
            f"customXml/{name}.xml", f'<{root} xmlns="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>'.encode(),
            "application/xml",
        )
        package.relate(package.main, type="customXml", target=f"customXml/{name}.xml")
    assert sorted(cleaned(package).names()) == ["customXml/item1.xml", "word/document.xml"]


@pytest.mark.needs("shared")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_clean_file_of_the_corpus_has_no_traces_and_all_its_text(path: Path):
    package = read_package(path.read_bytes(), name=path.name)
    accepted = package.copy()
    accept_all(accepted)
    before = schema_errors(package, SCHEMAS)
    left = cleaned(package, accept=True)
    assert traces(left) == []
    assert body_texts(left) == body_texts(accepted)
    assert schema_errors(left, SCHEMAS) - before == set()


@pytest.mark.needs("shared", "soffice")
def test_clean_file_opens_in_libreoffice_with_all_its_text(tmp_path):
    path = SHARED / "corpus" / "docx" / "01-RA001-Tracked-Revisions-01.docx"
    package = read_package(path.read_bytes(), name=path.name)
    clean(package, accept=True)
    opened = read_package(saved_by_libreoffice(package.write(), tmp_path), name=path.name)
    assert [text for text in body_texts(opened) if text.strip()] == [text for text in body_texts(package) if text.strip()]


HOME = "/home"    # joined below, as no file may hold the path of a machine


@pytest.mark.parametrize(("told", "left"), [
    ("C:\\Users\\reviewer\\map of 2017.png", "map of 2017.png"), ("file:///home/reviewer/map.png", "map.png"),
    ("A map: north/south", "A map: north/south"),
    (f"{HOME}/reviewer/map.png", "map.png"), ("/Users", "/Users"),
])
def test_clean_description_of_a_picture_keeps_all_but_the_folder(told, left):
    package = package_of(p(f'<w:r><w:pict><v:shape alt="{told}"/></w:pict></w:r>'))
    clean(package)
    assert next(package.xml(package.main).iter(v("shape"))).get("alt") == left
