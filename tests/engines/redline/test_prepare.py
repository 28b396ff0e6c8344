"""The draft to circulate."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import accept_all
from tansiq.engines.redline.errors import UndecidedChanges
from tansiq.engines.redline.prepare import prepare
from tansiq.engines.redline.stamp import recognise
from tests.conftest import SHARED
from tests.engines.ooxml.revisions.written import body_texts, canonical, ins, p, package_of, t
from tests.engines.ooxml.schemas import schema_errors

SCHEMAS = SHARED / "corpus" / "xsd"
CORPUS = sorted((SHARED / "corpus" / "docx").glob("*.docx"))


def settings_of(package):
    return [child.tag.rpartition("}")[2] for child in package.xml(package.related(package.main, "settings"))]


def test_prepare_pending_changes_are_refused_by_name():
    with pytest.raises(UndecidedChanges, match=r'\(insertion "b" by Reviewer 1.*\); accept or reject them before the draft goes out'):
        prepare(package_of(p(t("a"), ins(t("b")))))


def test_prepare_turns_tracking_on_at_its_place_and_keeps_names_and_dates():
    package = package_of(p(t("a")), settings=(
        '<w:zoom w:percent="100"/><w:removePersonalInformation/><w:removeDateAndTime/><w:proofState/><w:trackRevisions w:val="0"/>'
        "<w:doNotTrackMoves/><w:doNotTrackFormatting/><w:defaultTabStop/>"
    ))
    prepare(package)
    assert settings_of(package) == ["zoom", "proofState", "trackRevisions", "defaultTabStop"]
    assert package.xml("word/settings.xml").find(w("trackRevisions")).attrib == {}


def test_prepare_draft_without_settings_gets_them():
    package = package_of(p(t("a")))
    prepare(package)
    assert settings_of(package) == ["trackRevisions"]


def test_prepare_leaves_the_text_alone_and_stamps_it():
    package = package_of(p(t("a")))
    before = canonical(package.xml(package.main))
    stamp = prepare(package)
    assert canonical(package.xml(package.main)) == before
    assert recognise(package) == stamp


@pytest.mark.parametrize("numbered", [False, True])
def test_prepare_twice_changes_nothing(numbered):
    package = package_of(p(t("a")), p(t("b")))
    first = prepare(package, numbered=numbered)
    before = package.write()
    assert prepare(package, numbered=numbered) == first
    assert package.write() == before


@pytest.mark.needs("shared")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_prepare_file_of_the_corpus_is_valid_tracked_and_recognised(path):
    package = read_package(path.read_bytes(), name=path.name)
    accept_all(package)
    before = schema_errors(package, SCHEMAS)
    texts = body_texts(package)
    stamp = prepare(package, numbered=True)
    again = read_package(package.write(), name=path.name)
    assert schema_errors(again, SCHEMAS) - before == set()
    assert recognise(again) == stamp
    assert settings_of(again).count("trackRevisions") == 1
    assert body_texts(again) == texts
