"""Reads the text form of values: EDTF (ISO 8601-2:2019, levels 0 to 2, as far as a value can hold it) and the plain words for thirds.

Not read, as no value can hold them: times, sets, years of other than four figures, unspecified digits, marks on a part of a date,
unknown (as against open) ends, intervals whose ends differ in precision or mark.
"""

import re
from collections.abc import Callable

from tansiq.engines.dates.errors import DateError, UnreadableDate
from tansiq.engines.dates.spans import day_of
from tansiq.engines.dates.value import PartialDate, Precision, Qualifier

LONGEST = 40
HOW = (
    "2017-09-26, 2017-09, 2017, a season 2017-21 to -24, a quarter 2017-33 to -36, a half 2017-40 or -41, 2017-09-26/2017-09-27, "
    "../2017 or 2018-02/.. for an open end"
)
# Every quantifier is bounded and no two alternatives overlap: linear time on any text.
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_SHAPE = re.compile(r"(?:\.\.|[0-9]{4}(?:-[0-9]{2}){0,2}[~?%]?)(?:/(?:\.\.|[0-9]{4}(?:-[0-9]{2}){0,2}[~?%]?))?")
_CODES: dict[int, tuple[Callable[[int, int], PartialDate], int]] = {
    **{code: (PartialDate.season, code - 20) for code in range(21, 25)},
    **{code: (PartialDate.quarter, code - 32) for code in range(33, 37)},
    **{code: (PartialDate.half, code - 39) for code in (40, 41)},
}
_OPEN = ".."


def parse_edtf(text: str) -> PartialDate:
    """The value whose `edtf` is the text. Raises UnreadableDate.

    Source: Extended Date/Time Format (EDTF) Specification, Library of Congress, 4 February 2019: level 0 date and time interval, level 1
    seasons, qualification and extended interval, level 2 sub-year groupings. The thirds in plain words are ours.
    """
    if len(text) > LONGEST:
        raise UnreadableDate(text, f"it is longer than {LONGEST} characters", HOW)
    try:
        return _read(text)
    except UnreadableDate:
        raise
    except DateError as error:
        raise UnreadableDate(text, str(error), HOW) from error


def has_edtf_shape(text: str) -> bool:
    """Whether the text is built like one of the forms in figures, be its days possible or not."""
    return len(text) <= LONGEST and _SHAPE.fullmatch(text) is not None


def _read(text: str) -> PartialDate:
    word, space, rest = text.partition(" ")
    if space and word in (Precision.EARLY, Precision.MID, Precision.LATE):
        return _third(Precision(word), rest, text)
    first, slash, last = text.partition("/")
    if not slash:
        return _one(text, text)
    if first == last == _OPEN:
        raise UnreadableDate(text, "both ends are open", HOW)
    if last == _OPEN:
        return PartialDate.since(_one(first, text))
    if first == _OPEN:
        return PartialDate.until(_one(last, text))
    return _interval(_one(first, text), _one(last, text), text)


def _one(part: str, text: str) -> PartialDate:
    found = _DATE.fullmatch(part)
    if found is None:
        raise UnreadableDate(text, "it is not one of the forms read here", HOW)
    year, month, day = (None if figures is None else int(figures) for figures in found.group(1, 2, 3))
    return _value(int(found.group(1)), month, day).qualified(Qualifier(found.group(4)))


def _value(year: int, month: int | None, day: int | None) -> PartialDate:
    if month is None:
        return PartialDate.year(year)
    if day is not None:
        return PartialDate.on(day_of(year, month, day))
    if month in _CODES:
        build, number = _CODES[month]
        return build(year, number)
    return PartialDate.month(year, month)


def _third(which: Precision, rest: str, text: str) -> PartialDate:
    whole = _one(rest, text)
    if whole.precision not in (Precision.MONTH, Precision.YEAR):
        raise UnreadableDate(text, f'"{which}" stands before a month or a year only', f"{which} 2018 or {which} 2018-09")
    year, month = whole.counts_from().year, whole.counts_from().month
    return PartialDate.third(which, year, month if whole.precision is Precision.MONTH else None).qualified(whole.qualifier)


def _interval(first: PartialDate, last: PartialDate, text: str) -> PartialDate:
    if first.precision is not last.precision:
        why = f"it begins with a {first.precision} and ends with a {last.precision}"
        raise UnreadableDate(text, why, "both ends alike, 2017-09-26/2017-10-31")
    if first.qualifier is not last.qualifier:
        raise UnreadableDate(text, "its ends are not marked alike", "the mark at both ends or at none")
    return PartialDate.spanning(first, last)
