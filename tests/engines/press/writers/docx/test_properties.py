"""The parts beside the text."""

from lxml import etree

from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.docx.manuscript import Manuscript
from tansiq.engines.press.writers.docx.properties import app, core, fonts, settings
from tansiq.engines.press.writers.docx.styles import FONT
from tests.engines.press.sample import document
from tests.engines.press.writers.docx.opened import W


def told(**more):
    return {etree.QName(child).localname: child.text for child in etree.fromstring(core(from_json(document(**more))))}


def test_core_says_title_language_and_the_time_of_the_record():
    assert told(symbol="A/1", known_at="2017-11-15T12:00:00+02:00") == {
        "title": "Report",
        "identifier": "A/1",
        "language": "en-GB",
        "created": "2017-11-15T10:00:00Z",
        "modified": "2017-11-15T10:00:00Z",
    }
    assert told(as_of="20171115")["created"] == "2017-11-15T00:00:00Z"


def test_core_names_no_author_and_no_clock():
    assert told(language="ar") == {"title": "Report", "language": "ar-LB"}


def test_settings_of_french_have_a_decimal_comma():
    found = settings(Manuscript(from_json(document(language="fr")), {}))
    assert [found.find(f"{W}{name}").get(f"{W}val") for name in ("decimalSymbol", "listSeparator")] == [",", ";"]


def test_fonts_and_app_name_face_and_program():
    assert fonts()[0].get(f"{W}name") == FONT
    assert b"Tansiq" in app()
