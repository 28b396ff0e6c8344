"""One day as reviewers write it in a cell or above a mail, in English, French or Arabic; what could be two days is none."""

import re
from datetime import date

from tansiq.engines.dates import DateError, parse
from tansiq.engines.dates.months import ARABIC, ENGLISH, FRENCH
from tansiq.engines.redline.align.folding import fold

LONGEST = 80
_WEEKDAY = re.compile(
    r"^(?:\w*day|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"(?:يوم\s+)?(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد))\s*[,،]?\s+(?:le\s+)?", re.IGNORECASE,
)
_HOUR = re.compile(r"[,،]?\s+(?:at\s+|à\s+|في\s+)?\d{1,2}(?:[:h]\d{2}).*$|T\d{2}:\d{2}.*$", re.IGNORECASE | re.DOTALL)
_FIRST = re.compile(r"\b1er\b", re.IGNORECASE)


def first_moment(written: str) -> str:
    """Return the first moment of the day as ISO 8601 in UTC ("2018-03-12T00:00:00Z"), "" for anything that is not one day."""
    day = _FIRST.sub("1", _HOUR.sub("", _WEEKDAY.sub("", " ".join(written.split())[:LONGEST])))
    try:
        read = parse(_in_english(day)).edtf
        return f"{date.fromisoformat(read).isoformat()}T00:00:00Z" if len(read) == len("2018-03-12") else ""
    except (DateError, ValueError):
        return ""


def _in_english(day: str) -> str:
    folded = fold(day, loose=True).replace(",", " ").replace("،", " ")
    for name, english in _MONTHS:
        if re.search(rf"(?<!\w){name}(?!\w)", folded):
            return re.sub(rf"(?<!\w){name}(?!\w)", english, folded)
    return day


def _month_names() -> tuple[tuple[str, str], ...]:
    """French and Arabic names, loosely folded, longest first: the pair "آذار/مارس" and each of its two."""
    names: dict[str, str] = {}
    for month, english in enumerate(ENGLISH):
        levantine, _, transliterated = ARABIC[month].partition("/")
        for name in (FRENCH[month], ARABIC[month], levantine, transliterated):
            names[re.escape(fold(name, loose=True))] = english
    names |= {"يونيه": "June", "يوليه": "July"}
    return tuple(sorted(names.items(), key=lambda each: -len(each[0])))


_MONTHS = _month_names()
