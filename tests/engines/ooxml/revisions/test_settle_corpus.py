"""Files nobody here made: accepting and rejecting all, against what other programs and the corpus itself say the result is.

Every difference from an oracle stands here by file with its reason; one that is not listed fails.
"""

import random
import re
import subprocess

import pytest
from lxml import html

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import Decision, accept_all, reject_all, revisions, settle, word_parts
from tests.conftest import SHARED
from tests.engines.ooxml.revisions.libreoffice import settle_all
from tests.engines.ooxml.revisions.written import body_texts, texts
from tests.engines.ooxml.schemas import schema_errors

CORPUS = sorted((SHARED / "corpus" / "docx").glob("*.docx"))
BOTH = pytest.mark.parametrize("settle_fully", [accept_all, reject_all])
EACH = pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)

PANDOC_DIFFERS = {
    ("01-RA001-Tracked-Revisions-01", "reject_all"): "pandoc does not read w:del inside w:moveFrom, so text of before stays away",
}

BORDER = "\N{OBJECT REPLACEMENT CHARACTER}"

LIBREOFFICE_DIFFERS = {
    "01-RA001-Tracked-Revisions-01": "LibreOffice leaves a moved table in both places",
    "02-RP051-Arabic": "LibreOffice settles only a part of the changes; the corpus has the two results in files of their own",
    "16-RP019-Deleted-Field-Code": "LibreOffice puts today's date into the field",
    "26-RP004-Deleted-Text-in-CC": "LibreOffice keeps text deleted in a content control",
    "27-WC066-Textbox-Before-Ins-Mod": "LibreOffice adds zero-width spaces around the text box",
    "28-HC031-Complicated-Document": "LibreOffice puts today's date into the field",
    "35-contract-redlined": "LibreOffice writes the number of the page into the footer",
    "37-OXML_TrackChanges_Test": "LibreOffice cuts spaces that the file does not mark with xml:space",
    "40-Tika-792": "LibreOffice keeps an insertion inside w:moveFrom when the move is accepted",
}


def read(name_or_path):
    path = SHARED / "corpus" / "docx" / name_or_path if isinstance(name_or_path, str) else name_or_path
    return read_package(path.read_bytes(), name=path.name)


def settled(path, settle_fully):
    package = read(path)
    settle_fully(package)
    return package


@pytest.mark.needs("shared")
@BOTH
@EACH
def test_corpus_settled_leaves_no_revision_and_can_be_read_again(path, settle_fully):
    package = settled(path, settle_fully)
    assert revisions(package) == []
    again = read_package(package.write(), name=path.name)
    assert body_texts(again) == body_texts(package)


@pytest.mark.needs("shared")
@BOTH
@EACH
def test_corpus_settled_makes_no_kind_of_schema_error_that_was_not_there(path, settle_fully):
    folder = SHARED / "corpus" / "xsd"
    assert schema_errors(settled(path, settle_fully), folder) - schema_errors(read(path), folder) == set()


@pytest.mark.needs("shared")
@EACH
def test_corpus_settled_in_two_steps_has_the_text_of_settling_in_one(path):
    """Paragraphs may differ: a mark that had to stay before a table still undecided, or before text undecided, stays for good."""
    chance = random.Random(path.stem)
    for whole, last in ((accept_all, Decision.ACCEPT), (reject_all, Decision.REJECT)):
        package = read(path)
        settle(package, lambda revision, last=last: chance.choice([Decision.KEEP, last]))
        whole(package)
        assert revisions(package) == []
        assert [texts_of(package, part) for part in word_parts(package)] == [
            texts_of(at_once, part) for at_once in [settled(path, whole)] for part in word_parts(at_once)
        ]


def texts_of(package, part) -> str:
    """The whole text of one part."""
    return "".join(texts(package.peek(part)))


@pytest.mark.needs("shared")
@EACH
def test_corpus_everything_kept_is_not_touched(path):
    package = read(path)
    before = package.write()
    settle(package, lambda revision: Decision.KEEP)
    assert package.write() == before


@pytest.mark.needs("shared")
def test_corpus_arabic_accepted_is_the_accepted_file():
    assert body_texts(settled("02-RP051-Arabic.docx", accept_all)) == body_texts(read("03-RP051-Arabic-Accepted.docx"))


@pytest.mark.needs("shared")
def test_corpus_arabic_rejected_is_the_rejected_file_but_for_one_paragraph():
    """A reviewer cut a paragraph in two and put a table between. Rejected, the halves are one again; the file left them apart."""
    ours, theirs = body_texts(settled("02-RP051-Arabic.docx", reject_all)), body_texts(read("04-RP051-Arabic-Rejected.docx"))
    at = next(number for number, text in enumerate(ours) if text != theirs[number])
    assert ours[at] == theirs[at] + theirs[at + 1]
    assert ours[:at] + ours[at + 1:] == theirs[:at] + theirs[at + 2:]


@pytest.mark.needs("shared")
@pytest.mark.needs("pandoc")
@BOTH
@EACH
def test_corpus_settled_has_the_blocks_that_pandoc_reads(path, settle_fully, tmp_path):
    ours = tmp_path / "ours.docx"
    ours.write_bytes(settled(path, settle_fully).write())
    same = blocks(path, settle_fully) == blocks(ours, settle_fully)
    assert same is ((path.stem, settle_fully.__name__) not in PANDOC_DIFFERS)


def blocks(path, settle_fully) -> list[str]:
    """The text of each block as pandoc reads a file; without white space, as pandoc puts some between joined paragraphs."""
    mode = settle_fully.__name__.removesuffix("_all")
    command = ["pandoc", "-f", "docx", "-t", "html", f"--track-changes={mode}", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    root = html.fromstring(f"<div>{done.stdout}</div>")
    for block in root.iter("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"):
        block.text = BORDER + (block.text or "")
        block.tail = BORDER + (block.tail or "")
    cut = (re.sub(r"\s+", "", each) for each in root.text_content().split(BORDER))
    return [each for each in cut if each]


@pytest.mark.needs("shared", "soffice")
def test_corpus_settled_has_the_text_that_libreoffice_makes(tmp_path):
    tracked = [path for path in CORPUS if revisions(read(path))]
    assert {path.stem for path in tracked} >= set(LIBREOFFICE_DIFFERS)
    agreed = [path for path in tracked if path.stem not in LIBREOFFICE_DIFFERS]
    for theirs, settle_fully in zip(settle_all(agreed, tmp_path), (accept_all, reject_all), strict=True):
        for path in agreed:
            assert shown(settled(path, settle_fully)) == shown(read_package(theirs[path.name], name=path.name)), path.name


def shown(package) -> list[str]:
    """The paragraphs with text of the body and the notes."""
    found = []
    for part in (package.main, package.related(package.main, "footnotes"), package.related(package.main, "endnotes")):
        for paragraph in package.peek(part).iter(w("p")) if part else []:
            text = " ".join("".join(each.text or "" for each in paragraph.iter(w("t"))).split())
            found += [text] if text else []
    return found
