"""Cuts English text into the tokens a date is made of. Knows numbers, names and marks; what they make together is parse.py's business."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from tansiq.engines.dates import months
from tansiq.engines.dates.errors import UnreadableDate, shown

LONGEST = 120


class Kind(StrEnum):
    """What a token is."""

    ISO = "an ISO date"
    NUMERIC = "a date in figures"
    SPLIT = "a split year"
    YEAR = "a year"
    NUMBER = "a number"
    PART = "a quarter or half"
    MONTH = "a month"
    WEEKDAY = "a weekday"
    DASH = "a dash"
    WORD = "a word"
    COMMA = "a comma"
    MARK = "a mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; `number` is its figure, month (1-12) or weekday (Monday 0) where it has one."""

    kind: Kind
    text: str
    number: int = 0


# Alternatives in order of length; each begins differently or is bounded, and a token is matched once at one place: linear time.
_TOKEN = re.compile(
    r"(?P<ISO>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9]|-[0-9]))"
    r"|(?P<NUMERIC>[0-9]{1,2}([/.-])[0-9]{1,2}\3[0-9]{4}(?![0-9]))"
    r"|(?P<SPLIT>[0-9]{4}/[0-9]{2}(?![0-9]))"
    r"|(?P<YEAR>[0-9]{4}(?![0-9a-z]))"
    r"|(?P<NUMBER>[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9a-z]))"
    r"|(?P<PART>[qh][1-9](?![0-9a-z]))"
    r"|(?P<WORD>[a-z]{1,20}(?![0-9a-z]))"
    r"|(?P<DASH>[-–]|(?<=[0-9]{4})/(?=[0-9]{4}))"
    r"|(?P<COMMA>,)"
    r"|(?P<MARK>[~?%()])"
)
_DASHES = {ord(dash): "–" for dash in "\u2012\u2013\u2014\u2015\u2212\ufe58"} | {ord(dash): "-" for dash in "\u2010\u2011\ufe63\uff0d"}
_SHORTER = {"sept": 9, "june": 6, "july": 7}
MONTH_OF = {
    **{name.lower(): place + 1 for place, name in enumerate(months.ENGLISH)},
    **{name.lower(): place + 1 for place, name in enumerate(months.ENGLISH_SHORT)},
    **_SHORTER,
}
_WEEKDAY_OF = {
    **{name.lower(): place for place, name in enumerate(months.WEEKDAYS_ENGLISH)},
    **{name[:3].lower(): place for place, name in enumerate(months.WEEKDAYS_ENGLISH)},
    "tues": 1, "thur": 3, "thurs": 3,
}
# A full stop after one of these ends the abbreviation, not the date.
_ABBREVIATIONS = frozenset({*(name.lower() for name in months.ENGLISH_SHORT), "sept", "mon", "tue", "tues", "wed", "thu", "thur", "thurs",
                            "fri", "sat", "sun", "ca", "c"})
_ORDINAL_ENDING = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def plain(text: str) -> str:
    """The text in lower case with one plain space for any white space, no format characters, and one sign each for hyphens and dashes."""
    seen = (" " if letter.isspace() else letter for letter in text)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) != "Cf")
    return " ".join(kept.translate(_DASHES).lower().split())


def tokens(text: str) -> list[Token]:
    """The tokens of the text, in order. Raises UnreadableDate where something else stands in it, or it is empty or too long."""
    if len(text) > LONGEST:
        raise UnreadableDate(text, f"it is longer than {LONGEST} characters")
    line = plain(text)
    if not line:
        raise UnreadableDate(text, "there is nothing in it")
    found: list[Token] = []
    place = 0
    while place < len(line):
        match = _TOKEN.match(line, place)
        if match is None:
            raise UnreadableDate(text, f'"{shown(line[place:].split(" ")[0])}" is not part of a date')
        found.append(_token(match, text))
        place = _after(line, match.end(), found[-1])
    return found


def _after(line: str, place: int, token: Token) -> int:
    if line.startswith(".", place) and (token.text in _ABBREVIATIONS or place == len(line) - 1):
        place += 1
    return place + 1 if line.startswith(" ", place) else place


def _token(match: re.Match[str], text: str) -> Token:
    kind, part = Kind[match.lastgroup or "MARK"], match.group()
    if kind is Kind.WORD and part in MONTH_OF:
        return Token(Kind.MONTH, part, MONTH_OF[part])
    if kind is Kind.WORD and part in _WEEKDAY_OF:
        return Token(Kind.WEEKDAY, part, _WEEKDAY_OF[part])
    if kind is Kind.NUMBER:
        return Token(kind, part, _number(part, text))
    if kind in (Kind.YEAR, Kind.PART):
        return Token(kind, part, int(part.lstrip("qh")))
    return Token(kind, part)


def _number(part: str, text: str) -> int:
    figures = part.rstrip("sthndr")
    ending = part[len(figures):]
    if ending and ending != _ORDINAL_ENDING.get(int(figures), "th"):
        raise UnreadableDate(text, f'"{part}" is not an ordinal', f"{int(figures)} alone")
    return int(figures)
