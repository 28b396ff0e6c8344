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
        ("début", "early"), ("mi-", "mid-"), ("fin", "late"), ("1er", "1"), ("le", "on"), ("en", "in"), ("de", ""), ("d’", ""), ("d'", ""),
        ("avant la fin", "before the end of"), ("avant", "before"), ("au plus tard le", "by"), ("au plus tard en", "by"),
        ("depuis le", "since"), ("depuis", "since"), ("à compter du", "from"), ("à compter de", "from"), ("au", "to"), ("et", "and"),
        ("premier semestre", "first half of"), ("second semestre", "second half of"), ("premier trimestre", "first quarter of"),
        ("deuxième trimestre", "second quarter of"), ("troisième trimestre", "third quarter of"),
        ("quatrième trimestre", "fourth quarter of"), ("printemps", "spring"), ("été", "summer"), ("automne", "autumn"),
        ("hiver", "winter"), ("(date approximative)", "(approximate)"), ("(date incertaine)", "(uncertain)"),
        ("(date approximative et incertaine)", "(approximate and uncertain)"),
    ),
    "ar": (
        *((name, english) for both, english in zip(ARABIC, ENGLISH, strict=True) for name in (both, *both.split("/"))),
        *((f"و{name}", f"and {english}") for name, english in zip(ARABIC, ENGLISH, strict=True)),
        ("مطلع", "early"), ("أوائل", "early"), ("منتصف", "mid"), ("أواخر", "late"), ("في", "in"), ("عام", ""), ("عامي", ""),
        ("قبل نهاية", "before the end of"), ("قبل", "before"), ("في موعد أقصاه", "by"), ("منذ", "since"), ("اعتباراً من", "from"),
        ("إلى", "to"), ("النصف الأول من", "first half of"), ("النصف الثاني من", "second half of"), ("الربع الأول من", "first quarter of"),
        ("الربع الثاني من", "second quarter of"), ("الربع الثالث من", "third quarter of"), ("الربع الأخير من", "last quarter of"),
        ("ربيع", "spring"), ("صيف", "summer"), ("خريف", "autumn"), ("شتاء", "winter"),
        ("(تاريخ تقريبي)", "(approximate)"), ("(تاريخ غير مؤكد)", "(uncertain)"),
        ("(تاريخ تقريبي وغير مؤكد)", "(approximate and uncertain)"),
    ),
}
_OPEN = ("-", "’", "'")
"""What the words end in that stand before others without a space."""

_JOINED = re.compile(r"(?<!\w)و(?=[0-9])")
"""The Arabic "and", which is written to the number after it."""

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
        said = re.sub(rf"(?<!\w){written}" + ("" if word.endswith(_OPEN) else r"(?!\w)"), english, said)
    return _JOINED.sub("and ", said)
