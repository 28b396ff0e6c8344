"""The PDF as validators, readers and screen readers meet it."""

import base64
import hashlib
import io
import json
import os
import re
import subprocess
import sys

import outloud
import pdfua
import pikepdf
import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tansiq.engines.press.errors import InvalidTree
from tansiq.engines.press.fonts import FAMILIES
from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.pdf import write_pdf
from tests.engines.press.sample import document, heading, paragraph, png, text
from tests.engines.press.writers.pdf.reading import (
    LANGUAGES,
    REPORTS,
    WORDS,
    folded,
    languages,
    made,
    pages_of_pdf,
    report,
    strings,
    structure,
    text_of_pdf,
)

INJECTION = '#read("/etc/passwd"), $x^2$, *bold*, _it_, <label>, @ref, = heading, \\ and `code` // comment ~ --- "quoted" \'single\''


@pytest.fixture(scope="module")
def pdfs():
    return {language: write_pdf(report(language)) for language in LANGUAGES}


@pytest.fixture
def findings(tmp_path):
    """The errors of both validators for a PDF."""

    def validated(content):
        path = tmp_path / "checked.pdf"
        path.write_bytes(content)
        checked = outloud.check(str(path))
        assert checked.error is None
        errors = [(finding.rule, finding.message) for finding in checked.findings if finding.severity == "error"]
        return errors + [(finding.rule_id, finding.message) for finding in pdfua.validate(str(path)).findings]

    return validated


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_passes_the_validators(pdfs, findings, language):
    assert findings(pdfs[language]) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_report_prints_every_string(pdfs, language):
    printed = text_of_pdf(pdfs[language])
    wanted = {folded(string) for string in strings(json.loads((REPORTS / f"{language}.json").read_text("utf-8")))}
    # The Arabic word in the English report is looked for below.
    assert [string for string in wanted if string not in printed and not re.search("[\u0621-\u064a]", string)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_prints_every_word(pdfs, language):
    # Readers order mixed lines differently, lose spaces there and detach vowelled endings: words are looked for one by one.
    printed = text_of_pdf(pdfs[language]).replace(" ", "")
    plain = json.loads((REPORTS / f"{language}.json").read_text("utf-8"))
    unmarked = {word for string in strings(plain) for word in WORDS.findall(string) if folded(word) == word}
    assert len(unmarked) > 20
    assert [word for word in sorted(unmarked) if word not in printed] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_tree_gives_the_same_bytes_in_another_process(pdfs, language):
    script = (
        "import hashlib, sys\nfrom tansiq.engines.press.tree_json import from_json\n"
        "from tansiq.engines.press.writers.pdf import write_pdf\n"
        "print(hashlib.sha256(write_pdf(from_json(open(sys.argv[1], 'rb').read()))).hexdigest())"
    )
    environment = os.environ | {"PYTHONHASHSEED": "42", "PYTHONPATH": os.pathsep.join(sys.path)}
    path = str(REPORTS / f"{language}.json")
    run = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.strip() == hashlib.sha256(pdfs[language]).hexdigest()


def test_markup_in_the_text_is_printed_as_it_stands():
    assert text_of_pdf(made(paragraph("p", INJECTION))) == f"Report {INJECTION} Page 1 of 1"


@pytest.mark.parametrize(("language", "direction"), [("en", "/L2R"), ("fr", "/L2R"), ("ar", "/R2L")])
def test_file_tells_language_direction_title_and_standard(pdfs, language, direction):
    with pikepdf.open(io.BytesIO(pdfs[language])) as pdf:
        assert str(pdf.Root.Lang) == language
        assert str(pdf.Root.ViewerPreferences.get("/Direction", "/L2R")) == direction
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.Title) == report(language).title
        assert str(pdf.docinfo.CreationDate).startswith("D:20171115")
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_language_with_region_is_told():
    with pikepdf.open(io.BytesIO(made(paragraph("p", "x"), language="ar-LB"))) as pdf:
        assert str(pdf.Root.Lang) == "ar-LB"


def test_fonts_in_the_file_are_embedded_subsets_of_the_packaged_ones(pdfs):
    names = set()
    for content in pdfs.values():
        with pymupdf.open(stream=content, filetype="pdf") as pdf:
            names |= {font[3] for page in pdf for font in page.get_fonts()}
    families = {family.replace(" ", "") for family in FAMILIES}
    assert all(name[6] == "+" and name[7:].split("-")[0] in families for name in names)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_tags_tell_what_each_block_is(pdfs, language):
    elements = structure(pdfs[language])
    kinds = [kind for kind, _ in elements]
    expected = {"H1": 4, "H2": 3, "TOC": 3, "TOCI": 6, "Note": 2, "Table": 1, "THead": 1, "TH": 6, "Figure": 1, "Caption": 2, "L": 5}
    assert {kind: kinds.count(kind) for kind in expected} == expected
    alternatives = [alternative for kind, alternative in elements if kind == "Figure"]
    assert alternatives == [next(block.alternative for block in report(language).blocks if block.type == "picture")]


def test_language_switches_are_tagged(pdfs):
    assert languages(pdfs["en"]) == {"en", "ar", "fr"}
    assert languages(pdfs["ar"]) == {"ar", "en"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_bookmarks_follow_the_headings(pdfs, language):
    with pymupdf.open(stream=pdfs[language], filetype="pdf") as pdf:
        bookmarks = [(level, folded(title)) for level, title, _ in pdf.get_toc()]
    headings = [block for block in report(language).blocks if block.type == "heading"]
    told = [(block.level, folded(f"{block.number} {block.inlines[0].text}")) for block in headings]
    assert bookmarks[: len(told)] == told


def test_pages_tell_their_number_and_how_many():
    pages = pages_of_pdf(made(paragraph("a", "x"), {"type": "page_break", "id": "b"}, paragraph("c", "y"), language="fr"))
    assert [page.rpartition("Page")[2] for page in pages] == [" 1 sur 2", " 2 sur 2"]


def test_contents_and_page_references_tell_the_page(pdfs):
    pages = pages_of_pdf(pdfs["en"])
    assert "II. Main activities and outputs planned for 2018" in pages[3]
    assert "(page 3)" in pages[2]
    assert pages[1].count(" 3 ") >= 2


def test_header_of_a_long_table_stands_on_every_page():
    pages = pages_of_pdf(made(long_table("Heading of the column")))
    assert len(pages) > 1
    assert all("Heading of the column" in page for page in pages)


def test_note_in_the_header_of_a_long_table_stands_once(findings):
    call = {"type": "footnote", "note": "n"}
    notes = [{"id": "n", "blocks": [paragraph("np", "Said once")]}]
    content = made(long_table("Heading of the column", call), notes=notes)
    assert text_of_pdf(content).count("Said once") == 1
    assert findings(content) == []


def test_note_in_a_heading_stands_once_beside_its_contents(findings):
    call = {"type": "footnote", "note": "n"}
    contents = {"type": "contents", "id": "c", "title": [text("Contents")], "levels": 2}
    notes = [{"id": "n", "blocks": [paragraph("np", "Said once")]}]
    content = made(contents, heading("h", 1, "Head", call), paragraph("p", {"type": "xref", "to": "h", "form": "title"}), notes=notes)
    assert text_of_pdf(content).count("Said once") == 1
    assert [kind for kind, _ in structure(content)].count("Note") == 1
    assert findings(content) == []


def test_table_without_header_is_read_in_order_and_valid(findings):
    content = made(long_table(None, rows=3))
    assert "Table" not in [kind for kind, _ in structure(content)]
    assert "r0 0 r1 1 r2 2" in text_of_pdf(content)
    assert findings(content) == []


def test_link_in_running_lines_is_printed_without_a_link(findings):
    link = {"type": "link", "href": "https://example.org/", "inlines": [text("our site")]}
    content = made(paragraph("p", "x"), running={"header": [text("Head of page, "), link], "footer": [text("Foot")]})
    assert "Head of page, our site" in text_of_pdf(content)
    assert "Link" not in [kind for kind, _ in structure(content)]
    assert findings(content) == []


def picture(name, data, alternative):
    return {"type": "picture", "id": name, "media_type": "image/png", "data": data, "caption": [], "alternative": alternative}


@pytest.mark.parametrize(
    ("block", "rule", "path"),
    [
        (picture("g", png(), " "), "missing alternative text", "blocks[0]"),
        (heading("h", 2, "Skipped"), "skipped heading level", "blocks[0]"),
        (paragraph("p", "a", "from \u65e5"), "unprintable character", "blocks[0].inlines[1].text"),
    ],
)
def test_tree_that_cannot_be_printed_is_refused_with_its_place(block, rule, path):
    with pytest.raises(InvalidTree, match=rule) as refused:
        made(block)
    assert refused.value.path == path


def test_title_that_cannot_be_printed_is_refused_with_its_place():
    with pytest.raises(InvalidTree, match=r"title: unprintable character: .*U\+65E5"):
        made(paragraph("p", "x"), title="\u65e5")


def test_picture_cut_short_is_refused_with_its_place():
    cut = base64.b64encode(base64.b64decode(png())[:40]).decode()
    with pytest.raises(InvalidTree, match=r"blocks\[1\]\.data: unreadable picture"):
        made(picture("a", png(), "Grey."), picture("b", cut, "Grey."))


def long_table(head, *more, rows=90):
    cells = [{"inlines": [text(head), *more]}, {"inlines": [text("Value")]}] if head else None
    return {
        "type": "table",
        "id": "t",
        "columns": [{}, {"align": "end"}],
        "header": [{"cells": cells}] if cells else [],
        "rows": [{"cells": [{"inlines": [text(f"r{n}")], "header": True}, {"inlines": [text(str(n))]}]} for n in range(rows)],
        "caption": [text("A table")],
        "number": 1,
    }


# Characters all three typefaces hold, and what Typst's markup would take for its own.
WRITTEN = st.text(alphabet="ab Z19.,:;()[]{}#$*_`<>@=-+/\\~\"'«»–—\u00a0\u202f\u2066\u2069\u200fمنتلاأُ،؛؟éœ", min_size=1, max_size=20)
KINDS = st.sampled_from(["strong", "emphasis"])
ORDERS = st.sampled_from(["ordered", "bulleted"])


def words(string, language):
    return text(string, **({"language": language} if language else {}))


def marked(kind, inlines):
    return {"type": kind, "inlines": inlines}


def listed(order, items):
    return {"type": "list", "kind": order, "items": items}


def few(strategy):
    return st.lists(strategy, min_size=1, max_size=3)


LEAVES = st.builds(words, WRITTEN, st.sampled_from([None, "en", "ar"]))
INLINES = st.recursive(LEAVES, lambda inner: st.builds(marked, KINDS, few(inner)), max_leaves=5)
BLOCKS = st.one_of(few(INLINES), st.builds(listed, ORDERS, few(INLINES)))


@settings(max_examples=60)
@given(st.lists(BLOCKS, min_size=1, max_size=4), st.sampled_from(LANGUAGES))
def test_any_small_tree_is_written(parts, language):
    blocks = []
    for index, part in enumerate(parts):
        if isinstance(part, dict):
            items = [{"id": f"b{index}-{n}", "inlines": [inlines]} for n, inlines in enumerate(part["items"])]
            blocks.append({**part, "id": f"b{index}", "items": items})
        else:
            blocks.append(paragraph(f"b{index}", *part))
    tree = from_json(document(*blocks, language=language))
    content = write_pdf(tree)
    assert content.startswith(b"%PDF-1.7")
    assert content == write_pdf(tree)
