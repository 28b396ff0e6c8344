"""The whole file: the report in three languages against its case, schemas, lint, LibreOffice, generated trees."""

import json
import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx_plus.lint import lint
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tansiq.engines.press import InvalidTree, from_json
from tansiq.engines.press.writers.docx import write_docx
from tests.engines.press.generated import body_words, note_words, stand_in_order, trees
from tests.engines.press.sample import document, heading, linked_to_everything, paragraph
from tests.engines.press.writers.docx.opened import NS, Opened, W, text_in

TREES = Path(__file__).parents[2] / "trees"
LANGUAGES = ("en", "ar", "fr")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
CHECKED = ("document", "styles", "numbering", "footnotes", "settings", "fontTable", "header_default", "footer_default")


def report(language):
    return from_json((TREES / f"report.{language}.json").read_text(encoding="utf-8"))


def features(opened):
    return {
        "paragraphs": [list(entry) for entry in opened.paragraphs()],
        "notes": [text_in(note).strip() for note in opened.xml("word/footnotes.xml")][2:],
        "header": opened.paragraphs("word/header_default.xml")[0][1],
        "footer": opened.paragraphs("word/footer_default.xml")[0][1],
        "fields": [re.sub(r"_T\w{12}", "_T", code) for code in opened.codes()],
        "right_to_left": sum(1 for _ in opened.xml().iter(f"{W}bidi")),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_write_docx_report_has_the_features_of_its_case(language):
    expected = json.loads((TREES / f"report.{language}.docx.json").read_text(encoding="utf-8"))
    assert features(Opened(write_docx(report(language)))) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_write_docx_same_tree_gives_the_same_bytes(language):
    assert write_docx(report(language)) == write_docx(report(language))


@pytest.fixture
def schema(shared):
    return etree.XMLSchema(etree.parse(shared / "corpus/xsd/wml.xsd"))


@pytest.mark.needs("shared")
@pytest.mark.parametrize("language", LANGUAGES)
def test_write_docx_parts_are_valid_by_the_schema(language, schema):
    opened = Opened(write_docx(report(language)))
    for name in CHECKED:
        assert schema.validate(opened.xml(f"word/{name}.xml")), (name, schema.error_log)


@pytest.mark.parametrize("language", LANGUAGES)
def test_write_docx_lint_finds_only_what_is_meant(language):
    # Numbers of headings stand in the text, because the tree numbers (manual-list); a page break is asked for by the tree
    # (style-drift); a label Word cannot count is an instance of its own (list-numbering-continuity); the sample quotes other languages.
    found = lint(docx.Document(BytesIO(write_docx(report(language)))))
    meant = {
        ("manual-list", "a w:numPr list reference"),
        ("style-drift", "page break before=None"),
        ("mixed-language", "en-GB"),
        ("mixed-language", "fr-FR"),
    }
    rest = [finding for finding in found if (finding.rule, finding.expected) not in meant and finding.rule != "list-numbering-continuity"]
    assert rest == []


def test_write_docx_invalid_tree_refused_before_anything_is_written():
    with pytest.raises(InvalidTree, match=r"blocks\[0\]: skipped heading level"):
        write_docx(from_json(document(heading("h", 3, "x"))))


def test_write_docx_known_pages_stand_in_page_fields():
    tree = from_json(document(heading("h", 1, "x"), paragraph("p", {"type": "xref", "to": "h", "form": "page"})))
    assert Opened(write_docx(tree, pages={"h": 7})).paragraphs()[-1] == ("BodyText", "7")


def test_write_docx_every_block_can_be_pointed_to_and_no_bookmark_stands_twice():
    tree = linked_to_everything()
    body = Opened(write_docx(from_json(tree))).xml()
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    anchors = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    assert len(set(anchors)) == 15
    assert set(anchors) <= set(names)
    assert len(names) == len(set(names))


@settings(suppress_health_check=SLOW)
@given(trees())
def test_write_docx_every_word_of_the_tree_is_read_back_in_order(source):
    tree = from_json(source)
    opened = Opened(write_docx(tree))
    assert stand_in_order(body_words(tree), text_in(opened.xml()))
    notes = {note.get(f"{W}id"): text_in(note) for note in opened.xml("word/footnotes.xml")}
    assert stand_in_order(note_words(tree), "".join(notes[str(count)] for count in range(1, len(tree.notes) + 1)))


@pytest.mark.needs("shared")
@settings(suppress_health_check=SLOW, max_examples=25)
@given(source=trees())
def test_write_docx_generated_tree_is_valid_by_the_schema(schema, source):
    opened = Opened(write_docx(from_json(source)))
    for name in ("document", "footnotes", "numbering"):
        assert schema.validate(opened.xml(f"word/{name}.xml")), schema.error_log


def converted(folder: Path, name: str, kind: str) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [shutil.which("soffice"), profile, "--headless", "--convert-to", kind, name]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)


def counted(opened: Opened) -> Counter:
    body = opened.xml()
    return Counter(
        notes=sum(1 for _ in body.iter(f"{W}footnoteReference")),
        numbered=len(body.findall(".//w:pPr/w:numPr/w:numId", NS)),
        contents=sum(1 for code in opened.codes() if code.startswith("TOC ")),
        captions=sum(1 for code in opened.codes() if code.startswith("SEQ ")),
        tables=sum(1 for _ in body.iter(f"{W}tbl")),
        mirrored=sum(1 for _ in body.iter(f"{W}bidiVisual")),
    )


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_write_docx_through_libreoffice_keeps_notes_lists_and_contents(language, tmp_path):
    blob = write_docx(report(language))
    (tmp_path / "report.docx").write_bytes(blob)
    converted(tmp_path, "report.docx", "odt")
    converted(tmp_path, "report.odt", "docx")
    before, after = counted(Opened(blob)), counted(Opened((tmp_path / "report.docx").read_bytes()))
    assert after == before
