"""Reads the dates people write in English, and EDTF. One text, one value: what could mean two things is refused, never guessed.

Only English is read: forms in French and Arabic are printed, and data comes in as EDTF. Finding dates inside prose is not done here.
"""

import re
from datetime import timedelta

from tansiq.engines.dates.edtf import has_edtf_shape, parse_edtf
from tansiq.engines.dates.errors import DateError, UnknownLanguage, UnreadableDate
from tansiq.engines.dates.named import qualifier_around, read_named, without
from tansiq.engines.dates.pieces import Piece, read_piece, whole
from tansiq.engines.dates.scan import LONGEST, Kind, Token, plain, tokens
from tansiq.engines.dates.spans import day_of
from tansiq.engines.dates.value import PartialDate, Precision

_LEADS = frozenset({"on", "in", "at", "during", "over", "within", "the", "of"})
_JOINERS = frozenset({"to", "and", "through", "until", "till"})
# The words that open a period, longest first, and whether the day, month or year after them lies inside it.
_UNTIL = ((("no", "later", "than"), True), (("not", "later", "than"), True), (("up", "to"), True), (("by",), True), (("until",), True),
          (("till",), True), (("before",), False))
_SINCE = ((("as", "from"), True), (("starting",), True), (("since",), True), (("from",), True), (("after",), False))
_SHORT_FIGURES = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_END_OF = ("end", "of")
_ONWARDS = ("on", "onward", "onwards")


def parse(text: str, *, language: str = "en") -> PartialDate:
    """The date the text says. Case, kinds of dash, no-break spaces and a leading preposition do not matter.

    Read: a day, a run of days, months or years ("26-27 September 2017", "30 November - 2 December 2017", "September-October 2017"),
    quarters and halves ("last quarter of 2017", "Q2 2021", "first half of 2017"), seasons, "early", "mid-" and "late" with a month or year
    ("beginning of", "end of"), "before", "by", "until", "since", "from", "after", "about", and whatever `parse_edtf` reads.

    "before 2015" and "before the end of 2014" are one value; "by 2017" and "by the end of 2017" too. "26 and 27 September" is a run of
    days, "26 and 29" is not and is refused. Refused as meaning two things: 03/04/2017; "winter 2018"; "2018/19", which in United Nations
    usage is one period of twelve months, where 2018-2019 is two years; 2018–19 with a dash, as 2018-12 is a month.

    Raises UnreadableDate, whatever the text, with what was found and how to write it; UnknownLanguage for another language than English.
    """
    if language != "en":
        raise UnknownLanguage(language, ("en",))
    try:
        if len(text) <= LONGEST and has_edtf_shape(plain(text)):
            return parse_edtf(plain(text))
        _refuse_short_figures(text)
        qualifier, said = qualifier_around(tokens(text))
        return _statement(_without_leads(said), text).qualified(qualifier)
    except UnreadableDate:
        raise
    except DateError as error:
        raise UnreadableDate(text, str(error)) from error


def _refuse_short_figures(text: str) -> None:
    """2023-3-1 and 2023/03/01 are in the right order and yet not ISO dates: say how it is written, where the day exists."""
    found = _SHORT_FIGURES.fullmatch(plain(text)) if len(text) <= LONGEST else None
    if found is not None:
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        day_of(year, month, day)
        raise UnreadableDate(text, "month and day have two figures each, with hyphens between", f"{year:04d}-{month:02d}-{day:02d}")


def _statement(said: list[Token], text: str) -> PartialDate:
    for words, inside in _UNTIL:
        if _begins(said, words):
            return _until(_without_leads(said[len(words):]), inside, text)
    for words, inside in _SINCE:
        if _begins(said, words):
            rest = said[len(words):]
            if words == ("from",) and _joiners(rest):
                break
            return _since(_without_leads(rest), inside, text)
    return _period(said, text)


def _until(said: list[Token], inside: bool, text: str) -> PartialDate:
    for words in (_END_OF, _END_OF[:1]):
        if _begins(said, words):
            return PartialDate.until(_bound(said[len(words):], text))
    bound = _bound(said, text)
    if inside:
        return PartialDate.until(bound)
    return PartialDate.until(_neighbour(bound, -1))


def _since(said: list[Token], inside: bool, text: str) -> PartialDate:
    if not inside and _begins(said, _END_OF):
        said = said[len(_END_OF):]
    if said and said[-1].text in _ONWARDS:
        said = said[:-1]
    bound = _bound(said, text)
    return PartialDate.since(bound if inside else _neighbour(bound, +1))


def _bound(said: list[Token], text: str) -> PartialDate:
    bound = _period(_without_leads(said), text)
    if bound.precision not in (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.QUARTER, Precision.HALF):
        raise UnreadableDate(text, f"a period cannot begin or end with {bound.edtf}", "a day, month, quarter, half or year there")
    return bound


def _neighbour(bound: PartialDate, step: int) -> PartialDate:
    """The day, month or year just before (-1) or after (+1), of the same size; a month next to a quarter or half."""
    edge = bound.start if step < 0 else bound.end
    if edge is None or (step > 0 and bound.ends_after() is None):
        raise DateError("nothing comes after the year 9999")
    day = edge + timedelta(days=step)
    if bound.precision is Precision.DAY:
        return PartialDate.on(day)
    return PartialDate.year(day.year) if bound.precision is Precision.YEAR else PartialDate.month(day.year, day.month)


def _period(said: list[Token], text: str) -> PartialDate:
    named = read_named(said, text)
    if named is not None:
        return named
    between = _begins(said, ("between",))
    said = said[1:] if between or _begins(said, ("from",)) else said
    places = _joiners(said)
    if not places:
        return whole(read_piece(said, text), text)
    if len(places) > 1:
        raise UnreadableDate(text, "it has more than two ends")
    left, joiner, right = said[: places[0]], said[places[0]], said[places[0] + 1:]
    listed = joiner.text == "and" and _is_list(left, right)
    first, last = _ends(read_piece(left[:1] if listed else left, text), read_piece(right, text), text)
    if joiner.text == "and" and not (listed or between) and not (first == last or first.ends_after() == last.start):
        raise UnreadableDate(text, "its two dates do not follow each other", 'each date by itself, or "to" between them')
    return PartialDate.spanning(first, last)


def _ends(left: Piece, right: Piece, text: str) -> tuple[PartialDate, PartialDate]:
    first, last = whole(left.completed_from(right), text), whole(right.completed_from(left), text)
    if first.precision is not last.precision:
        raise UnreadableDate(text, f"it begins with a {first.precision} and ends with a {last.precision}", "both ends alike")
    return first, last


def _is_list(left: list[Token], right: list[Token]) -> bool:
    """Whether "4, 5" and "6 December 2017" list days that follow each other, so that the first and last stand for all of them."""
    days = [token.number for token in left if token.kind is Kind.NUMBER]
    if len(days) < 2 or not right or any(token.kind not in (Kind.NUMBER, Kind.COMMA) for token in left):
        return False
    return [*days, right[0].number] == list(range(days[0], days[0] + len(days) + 1))


def _joiners(said: list[Token]) -> list[int]:
    return [place for place, token in enumerate(said) if token.kind is Kind.DASH or token.text in _JOINERS]


def _begins(said: list[Token], words: tuple[str, ...]) -> bool:
    return tuple(token.text for token in said[: len(words)]) == words


def _without_leads(said: list[Token]) -> list[Token]:
    return without(_LEADS, said)
