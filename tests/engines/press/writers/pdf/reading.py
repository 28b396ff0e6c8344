"""What the tests of the PDF writer share: the reports they write, and how a reader finds text and tags in a PDF."""

import io
import re
import unicodedata
from pathlib import Path

import pikepdf
import pymupdf

from tansiq.engines.press.tree_json import from_json
from tansiq.engines.press.writers.pdf import write_pdf
from tests.engines.press.sample import document

REPORTS = Path(__file__).parent / "reports"
LANGUAGES = ("en", "fr", "ar")
WORDS = re.compile(r"[A-Za-z\u00c0-\u024f]+|[\u0621-\u0652]+|\d+")
_PRESENTATION_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_MARKS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u0640\u064b-\u0652\u0670]")


def report(language):
    """The tree in reports/, which holds every kind of node in English and Arabic."""
    return from_json((REPORTS / f"{language}.json").read_bytes())


def made(*blocks, **more):
    return write_pdf(from_json(document(*blocks, **more)))


def folded(words):
    """Text as readers compare it: no presentation forms, vowel marks or direction marks; any white space one space."""
    plain = _PRESENTATION_FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), words)
    return " ".join(_MARKS.sub("", unicodedata.normalize("NFC", plain)).split())


def text_of_pdf(content):
    with pymupdf.open(stream=content, filetype="pdf") as pdf:
        return folded("\n".join(page.get_text() for page in pdf))


def pages_of_pdf(content):
    with pymupdf.open(stream=content, filetype="pdf") as pdf:
        return [folded(page.get_text()) for page in pdf]


def structure(content):
    """The structure elements in reading order: kind and alternative text."""
    found = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for part in node:
                walk(part)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append((str(node.S).lstrip("/"), str(node.get("/Alt", ""))))
            if "/K" in node:
                walk(node.K)

    with pikepdf.open(io.BytesIO(content)) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return found


def languages(content):
    """The languages that marked content in the pages is said to be in."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    return {found.decode() for found in re.findall(rb"/Lang ?\(([^)]*)\)", drawn)}


def strings(plain):
    """Every text a tree in JSON prints."""
    if isinstance(plain, dict):
        yield from (plain[key] for key in ("text", "number", "label") if isinstance(plain.get(key), str))
        plain = list(plain.values())
    if isinstance(plain, list):
        for part in plain:
            yield from strings(part)
