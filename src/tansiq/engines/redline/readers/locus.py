"""Where a reviewer says it is, in English, French or Arabic: "Page 12, para 3", "§ 45 bis", "p. 3-4, ligne 7", "الفقرة ٤٥"."""

import re
from dataclasses import replace

from tansiq.engines.redline.align.index import Locus

_TO = r"(?:\s*(?:[-\u2010-\u2015]|to|à|au|إلى|الى)\s*(?P<last>\d{1,5}))?"
_NUMBER = r"(?P<number>\d{1,5}(?:\.\d{1,3}){0,4}(?:\s?(?:bis|ter|quater)\b)?(?:\s?\([^\W_]{1,4}\))?|\([^\W_]{1,4}\))"
_NO = r"\s*(?:no\.?|nos\.?|number|n°|رقم)?\s*:?\s*"
_ITEMS = {
    "page": r"(?:pages?|pg\.?|pp\.|p\.|p(?=\s?\d)|الصفحات|الصفحة|صفحة|ص\.?(?=\s?\d))" + _NO + r"(?P<number>\d{1,5})" + _TO,
    "paragraph": r"(?:paragraphs?|paragraphes?|paras?\.?|par\.|§§?|الفقرات|الفقرة|فقرة)" + _NO + _NUMBER + _TO,
    "line": r"(?:lines?|lignes?|l\.|السطر|سطر|الأسطر)" + _NO + r"(?P<number>\d{1,5})" + _TO,
    "section": r"(?:sections?|sect?\.|chapters?|chapitres?|chap\.|القسم|الفصل)" + _NO
               + r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,6}\b|[A-Z]\b)",
}
_PATTERNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _ITEMS.items()}
_LEAD = re.compile(r"\s*(?:(?:[-*\u2022\u2023\u25cf]|\d{1,3}[.)])\s+)?(?:(?:on|in|at|re|sur|à|في|على)\s*:?\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,;/&\u060c\u061b]|and|of|on|et|de la|de|à la|من|في|و)?\s*", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:[:.)\u2010-\u2015;,\u060c\u061b]|-(?=\s|$)|$)\s*")


def read_locus(text: str) -> tuple[Locus, str, str]:
    """Return the locus a text begins with, its own words, and the rest. No locus: an empty one, "" and the whole text.

    The rest is the whole text too when the words run on ("Para 45 should go"): cutting would leave half a sentence.
    """
    start = at = _end(_LEAD, text, 0)
    locus = Locus()
    reached = at
    while (item := _item(text, at)) is not None:
        kind, match = item
        locus = _with(locus, kind, match)
        reached = match.end()
        at = _end(_AND, text, reached)
    if not locus:
        return locus, "", text
    after = _AFTER.match(text, reached)
    said = text[start:reached].strip()
    return locus, said, text[after.end():] if after else text


def page_of(cell: str) -> Locus:
    """A cell of a column of pages: "12", "p. 12-13". Anything else is no page."""
    return _from_cell(cell, "page")


def number_of(cell: str) -> Locus:
    """A cell of a column of paragraphs: "45", "para 45 (b)", "3.2"."""
    return _from_cell(cell, "paragraph")


def line_of(cell: str) -> Locus:
    """A cell of a column of lines: "7", "7-9", "line 7"."""
    return _from_cell(cell, "line")


def says_it_all(cell: str, kind: str) -> bool:
    """Whether a cell holds nothing but one page, paragraph or line, so that its words need not be kept."""
    return _bare(kind).fullmatch(cell.strip()) is not None


def _from_cell(cell: str, kind: str) -> Locus:
    match = _bare(kind).match(cell.strip())
    return _with(Locus(), kind, match) if match else Locus()


def _bare(kind: str) -> re.Pattern[str]:
    """The item with or without its word: the column says it."""
    number = _NUMBER if kind == "paragraph" else r"(?P<number>\d{1,5})"
    word = _ITEMS[kind].split(_NO)[0]
    return re.compile(f"(?:{word})?{_NO}{number}{_TO}\\.?", re.IGNORECASE)


def _item(text: str, at: int) -> tuple[str, re.Match[str]] | None:
    for kind, pattern in _PATTERNS.items():
        match = pattern.match(text, at)
        if match:
            return kind, match
    return None


def _with(locus: Locus, kind: str, match: re.Match[str]) -> Locus:
    number = match["number"]
    if kind == "page":
        return replace(locus, page=int(number), last_page=int(match["last"] or 0))
    if kind == "line":
        return replace(locus, line=int(number))
    return replace(locus, number=number) if kind == "paragraph" else replace(locus, section=number)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
