"""One side of a date in English, perhaps not complete: the "26" of "26-27 September 2017". Made whole by the other side in parse.py."""

from dataclasses import dataclass, replace
from datetime import date

from tansiq.engines.dates.errors import UnreadableDate
from tansiq.engines.dates.months import ENGLISH, WEEKDAYS_ENGLISH
from tansiq.engines.dates.scan import Kind, Token
from tansiq.engines.dates.spans import day_of
from tansiq.engines.dates.value import PartialDate

# The orders in which people write day, month and year; "26 September, 2017" and "September 26, 2017" differ by a comma, which says nothing.
# A day and a year alone are the right side of "September 26-27, 2017"; whole() refuses them where no month comes from the left.
_ORDERS = frozenset({"D", "M", "Y", "DM", "MD", "DY", "MY", "YM", "DMY", "MDY", "YMD"})
_SAID_BY = {Kind.NUMBER: "D", Kind.MONTH: "M", Kind.YEAR: "Y"}
_JOINTS = ("of", "the", "month", "year")


@dataclass(frozen=True, slots=True)
class Piece:
    """Day, month and year as far as this side says them; `weekday` (Monday 0) is only to be checked."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None

    def completed_from(self, other: "Piece") -> "Piece":
        """Month and year taken from the other side where they are missing here; a month only for a day."""
        month = self.month if self.month is not None or self.day is None else other.month
        return replace(self, month=month, year=self.year if self.year is not None else other.year)


def read_piece(tokens: list[Token], text: str) -> Piece:
    """The piece these tokens say. Raises UnreadableDate when they say something twice or something else."""
    if not tokens:
        raise UnreadableDate(text, "a day, month or year is missing")
    if len(tokens) == 1 and tokens[0].kind in (Kind.ISO, Kind.NUMERIC):
        return _iso(tokens[0]) if tokens[0].kind is Kind.ISO else _numeric(tokens[0], text)
    said, order, weekday = Piece(), "", None
    for token in tokens:
        if token.kind is Kind.WEEKDAY and weekday is None:
            weekday = token.number
        elif token.kind in _SAID_BY:
            order += _SAID_BY[token.kind]
            said = _with(said, token)
        elif token.kind is not Kind.COMMA and token.text not in _JOINTS:
            raise UnreadableDate(text, f'"{token.text}" is not expected there')
    if order not in _ORDERS:
        raise UnreadableDate(text, _why_not(order))
    if weekday is not None and said.day is None:
        raise UnreadableDate(text, "a weekday stands in it without its day")
    return replace(said, weekday=weekday)


def whole(piece: Piece, text: str) -> PartialDate:
    """The day, month or year the piece says. Raises UnreadableDate when it lacks its year or its weekday is another, and ImpossibleDate."""
    if piece.year is None:
        raise UnreadableDate(text, "it has no year")
    if piece.month is None and piece.day is not None:
        raise UnreadableDate(text, f"the day {piece.day} has no month", '"26 September 2017" for a day, "2018-2019" for years')
    if piece.month is None:
        return PartialDate.year(piece.year)
    if piece.day is None:
        return PartialDate.month(piece.year, piece.month)
    day = day_of(piece.year, piece.month, piece.day)
    _check_weekday(day, piece.weekday, text)
    return PartialDate.on(day)


def _check_weekday(day: date, weekday: int | None, text: str) -> None:
    if weekday is not None and day.weekday() != weekday:
        why = f"{day.isoformat()} is a {WEEKDAYS_ENGLISH[day.weekday()]}, not a {WEEKDAYS_ENGLISH[weekday]}"
        raise UnreadableDate(text, why, "the date without its weekday, or correct one of them")


def _with(piece: Piece, token: Token) -> Piece:
    if token.kind is Kind.NUMBER:
        return replace(piece, day=token.number)
    return replace(piece, month=token.number) if token.kind is Kind.MONTH else replace(piece, year=token.number)


def _why_not(order: str) -> str:
    if not order:
        return "no day, month or year stands where one is expected"
    if len(set(order)) < len(order):
        return "it has two days, months or years side by side"
    return "its day, month and year stand in no usual order"


def _iso(token: Token) -> Piece:
    year, month, *day = (int(figures) for figures in token.text.split("-"))
    return Piece(day[0] if day else None, month, year)


def _numeric(token: Token, text: str) -> Piece:
    first, second, year = (int(figures) for figures in token.text.replace("/", "-").replace(".", "-").split("-"))
    if first != second and 1 <= first <= 12 and 1 <= second <= 12:
        letters = f'the month in letters, "{first} {ENGLISH[second - 1]} {year}" or "{second} {ENGLISH[first - 1]} {year}"'
        raise UnreadableDate(text, "the day may stand before the month or after it", letters)
    return Piece(first, second, year) if second <= 12 else Piece(second, first, year)
