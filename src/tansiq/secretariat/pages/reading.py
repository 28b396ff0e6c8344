"""Reads the day a person asks for, in any language of the pages. Dates are the business of engines.dates; here French and Arabic names
of months are turned into those it reads, so that what a page prints can be sent back to it."""

import re
import unicodedata
from contextlib import suppress
from datetime import date

from tansiq.engines.dates import PartialDate, Precision, UnreadableDate, parse
from tansiq.engines.dates.months import ARABIC, ENGLISH, FRENCH

_WORDS = {
    "fr": (
        *zip(FRENCH, ENGLISH, strict=True),
        ("début", "early"), ("mi-", "mid-"), ("fin", "late"), ("1er", "1"), ("le", "on"), ("en", "in"), ("de", ""),
    ),
    "ar": (
        *((name, english) for both, english in zip(ARABIC, ENGLISH, strict=True) for name in (both, *both.split("/"))),
        ("مطلع", "early"), ("أوائل", "early"), ("منتصف", "mid"), ("أواخر", "late"), ("في", "in"),
    ),
}

_ARABIC_INDIC = {0x0660 + figure: str(figure) for figure in range(10)}


def read_day(text: str) -> date:
    """The day meant, in any of the languages; of a longer period its last day, as the command line reads `--as-of`.

    Raises UnreadableDate when the text is no date, or one without a last day such as "since 2013".
    """
    value = read_date(text)
    if value.last_day is None or value.precision is Precision.BEFORE:
        raise UnreadableDate(text, "it is open on one side, and the record is asked on a day")
    return value.last_day


def read_date(text: str) -> PartialDate:
    """The date meant, exact or not, in any of the languages. Raises UnreadableDate when the text is no date."""
    try:
        return parse(text)
    except UnreadableDate as refused:
        for language in _WORDS:
            with suppress(UnreadableDate):
                return parse(_in_english(text, language))
        raise refused


def _in_english(text: str, language: str) -> str:
    """The text with the words of `language` for months and parts of a year replaced, longest first."""
    said = " ".join(unicodedata.normalize("NFC", text).translate(_ARABIC_INDIC).casefold().split())
    for word, english in sorted(_WORDS[language], key=lambda pair: -len(pair[0])):
        written = re.escape(word.casefold())
        said = re.sub(rf"(?<!\w){written}" + ("" if word.endswith("-") else r"(?!\w)"), english, said)
    return said
