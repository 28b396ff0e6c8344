"""The main job: the progress report of 2017 states every fact of the acceptance data, in Word, PDF and HTML, from the record."""

import re
import subprocess
import zipfile

import outloud
import pdfua
import pytest
from lxml import etree

from tansiq.engines.press.tree import DateText, Document, Fact, Name, Stated, Text, text_of, walk
from tansiq.engines.press.tree_json import from_json, to_json
from tansiq.engines.press.writers.docx import write_docx
from tansiq.engines.press.writers.html import write_html
from tansiq.engines.press.writers.pdf import write_pdf
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.reporting.domain.compose import compose
from tests.journeys.acceptance import W, docx_sections, expected, folded, holds, html_sections, members, pdf_sections
from tests.journeys.conftest import DAY, LATER

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


@pytest.fixture
def report(example) -> Document:
    return compose(group="wgim", session=23, as_of=DAY, known_at=LATER, language="en")


def renderings(report):
    notes = " ".join(text_of(block.inlines) for note in report.notes for block in note.blocks)
    return {
        "docx": docx_sections(write_docx(report)),
        "html": html_sections(write_html(report)),
        "pdf": pdf_sections(write_pdf(report), notes),
    }


@pytest.mark.needs("shared")
def test_report_states_every_fact_in_its_section_in_three_formats(report, shared):
    missing = []
    for form, sections in renderings(report).items():
        for fact in expected(shared):
            text = sections.get(fact.section, "")
            missing += [f"{form} {fact.id}: {each}" for each in fact.strings if not holds(text, each)]
            missing += [f"{form} {fact.id}: found {each}" for each in fact.never if any(holds(part, each) for part in sections.values())]
    assert missing == []


@pytest.mark.needs("shared")
def test_report_names_the_sixteen_members_as_the_acceptance_data_do(report, shared):
    for sections in renderings(report).values():
        note = sections["achievements"]
        for member in members(shared):
            assert folded(f"{member['name']} ({member['acronym']})") in note


def test_report_lists_members_in_the_order_of_their_names(report):
    [note] = report.notes
    names = [node.text for _, node in walk(note) if isinstance(node, Name) and node.form == "long" and node.of.startswith("register/org")]
    assert len(names) == 16
    assert names == sorted(names, key=str.casefold)


def test_report_digits_dates_and_names_of_bodies_stand_in_record_nodes_only(report):
    texts = [(path, node.text) for path, node in walk(report) if isinstance(node, Text)]
    bodies = {form for name in Names(DAY, LATER).every() for form in (name.long, name.short, name.acronym) if form}
    wrong = [(path, text) for path, text in texts if re.search(r"\d", text) or any(re.search(rf"\b{month}\b", text) for month in MONTHS)]
    wrong += [(path, text) for path, text in texts for body in bodies if re.search(rf"(?<!\w){re.escape(body)}(?!\w)", text)]
    assert wrong == []
    assert len(texts) > 50


def test_report_every_record_node_rests_on_rows_that_exist(report):
    nodes = [node for _, node in walk(report) if isinstance(node, Fact | DateText | Name | Stated)]
    assert len(nodes) > 100
    loose = [node for node in nodes if not node.rests_on and not isinstance(node, DateText)]
    assert loose == []


def test_report_stated_texts_are_no_paragraphs(report):
    stated = [node.text for _, node in walk(report) if isinstance(node, Stated)]
    assert all(len(text) < 300 and not text.endswith(".") for text in stated)


def test_report_survives_json(report):
    assert from_json(to_json(report)) == report


def test_report_same_record_gives_the_same_tree(report):
    assert compose(group="wgim", session=23, as_of=DAY, known_at=LATER, language="en") == report


@pytest.mark.needs("soffice")
def test_report_in_word_survives_libreoffice_with_notes_and_lists(report, tmp_path):
    (tmp_path / "report.docx").write_bytes(write_docx(report))
    for target in ("odt", "docx"):
        source = tmp_path / ("report.docx" if target == "odt" else "report.odt")
        folder = tmp_path if target == "odt" else tmp_path / "back"
        command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", target]
        subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=180)
    before, after = (parts(path) for path in (tmp_path / "report.docx", tmp_path / "back" / "report.docx"))
    assert after == before
    assert before["notes"] == 1
    assert before["items"] == 12


def parts(path):
    """How many footnotes are called, and how many paragraphs are items of lists."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    styles = [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")]
    return {"notes": len(list(body.iter(f"{W}footnoteReference"))), "items": sum(style.startswith("ListBullet") for style in styles)}


def test_report_in_pdf_is_accessible(report, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(write_pdf(report))
    checked = outloud.check(str(path))
    assert checked.error is None
    assert [finding.message for finding in checked.findings if finding.severity == "error"] == []
    assert list(pdfua.validate(str(path)).findings) == []
