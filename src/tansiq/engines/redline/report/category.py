"""A first category for a change, which people correct in the matrix: editorial only where no word and no figure differs."""

import re
from unicodedata import category, normalize

from tansiq.engines.redline.edits import Edit, Kind
from tansiq.engines.redline.report.decisions import Category

_FORMATS = frozenset({Kind.FORMAT, Kind.PARAGRAPH_FORMAT, Kind.TABLE_FORMAT})
# A sign, a decimal mark or a per cent sign is part of the figure: 1.5 and 15 differ by more than punctuation.
_FIGURE = re.compile(r"[-\u2212+]?\d+(?:[.,\u066b\u066c/:\u2013-]\d+)*[%\u066a]?")
_WORD = re.compile(r"[^\W\d_]+")
# Kashida, and the vowel signs that Arabic writes or leaves out.
_UNWRITTEN = re.compile("[\u0640\u064b-\u0652\u0670\u200c-\u200f\u202a-\u202e\u2066-\u2069]")


def suggested(edits: tuple[Edit, ...], before: str, after: str) -> Category | None:
    """The category of a change that takes `before` to `after`, made by `edits`; None where only a person can say.

    Formats are editorial. In text, different figures make it factual; the same words (capitals, vowel signs, punctuation and spacing
    aside) make it editorial, anything else substantive. Structure (moves, rows, sections) and pictures are left to people.
    """
    kinds = {edit.kind for edit in edits}
    if kinds and kinds <= _FORMATS:
        return Category.EDITORIAL
    if not kinds <= {Kind.INSERTION, Kind.DELETION, Kind.PARAGRAPH_INSERTION, Kind.PARAGRAPH_DELETION}:
        return None
    if _figures(before) != _figures(after):
        # A sentence with a year in it that comes or goes is a matter of substance; a figure put for another is one of fact.
        return Category.FACTUAL if _words(before) == _words(after) and before and after else Category.SUBSTANTIVE
    return Category.EDITORIAL if _words(before) == _words(after) and not _symbols(before, after) else Category.SUBSTANTIVE


def _figures(text: str) -> list[str]:
    return _FIGURE.findall(normalize("NFKC", text))


def _words(text: str) -> list[str]:
    return _WORD.findall(_UNWRITTEN.sub("", normalize("NFC", text)).casefold())


def _symbols(before: str, after: str) -> bool:
    """Whether a character that is neither letter, digit, mark, blank nor punctuation (a currency, an object) comes or goes."""
    kept = [[sign for sign in text if category(sign)[0] in "SC" and category(sign) != "Cf" and not sign.isspace()]
            for text in (before, after)]
    return kept[0] != kept[1]
