"""Periods with names of their own in English: quarters, halves, seasons, early, mid and late; and the words that qualify a date."""

from tansiq.engines.dates.errors import UnreadableDate
from tansiq.engines.dates.pieces import read_piece, whole
from tansiq.engines.dates.scan import Kind, Token
from tansiq.engines.dates.value import PartialDate, Precision, Qualifier

_ABOUT = (("on", "or", "about"), ("about",), ("around",), ("circa",), ("ca",), ("c",), ("approximately",))
_SUFFIXES = {
    ("approximate",): Qualifier.APPROXIMATE,
    ("uncertain",): Qualifier.UNCERTAIN,
    ("approximate", "and", "uncertain"): Qualifier.BOTH,
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_LAST = ("last", "final")
_PARTS = {"quarter": 4, "half": 2, "semester": 2}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_THIRDS = {
    "early": Precision.EARLY, "beginning": Precision.EARLY, "start": Precision.EARLY,
    "mid": Precision.MID, "middle": Precision.MID,
    "late": Precision.LATE, "end": Precision.LATE, "close": Precision.LATE,
}
_FILLERS = frozenset({"of", "the", "in", ","})


def without(words: frozenset[str], said: list[Token]) -> list[Token]:
    """The tokens after the leading ones that are among the words."""
    place = 0
    while place < len(said) and said[place].text in words:
        place += 1
    return said[place:]


def qualifier_around(said: list[Token]) -> tuple[Qualifier, list[Token]]:
    """The qualifier that leading words ("about") or a suffix ("(uncertain)", "~") give the date, and the tokens without them."""
    for words in _ABOUT:
        for skipped in (0, 1):
            lead = said[skipped: skipped + len(words)]
            if tuple(token.text for token in lead) == words and (not skipped or said[0].text in ("on", "in")):
                return Qualifier.APPROXIMATE, said[skipped + len(words):]
    if said[-1].kind is Kind.MARK and said[-1].text in "~?%":
        return Qualifier(said[-1].text), said[:-1]
    if said[-1].text == ")" and "(" in (texts := [token.text for token in said]):
        opening = texts.index("(")
        suffix = tuple(texts[opening + 1: -1])
        if suffix in _SUFFIXES:
            return _SUFFIXES[suffix], said[:opening]
    return Qualifier.CERTAIN, said


def read_named(said: list[Token], text: str) -> PartialDate | None:
    """The quarter, half, season or third these tokens name; None when they name none. Raises UnreadableDate when they do so badly."""
    bare = [token for token in said if token.text not in _FILLERS]
    kinds = [token.kind for token in bare]
    if any(token.kind is Kind.SPLIT for token in bare) and not (bare[0].text == "winter" and len(bare) == 2):
        raise UnreadableDate(text, "a split year may be twelve months or two years", '"2018-2019" for two years, or the months')
    if Kind.PART in kinds:
        return _short_part(bare, text)
    if any(token.text in _PARTS for token in bare):
        return _spelt_part(bare, text)
    if bare and bare[0].text in _SEASONS:
        return _season(bare, text)
    if bare and bare[0].text in _THIRDS:
        return _third(bare, text)
    return None


def _short_part(bare: list[Token], text: str) -> PartialDate:
    kinds = sorted(token.kind for token in bare)
    if kinds != sorted((Kind.PART, Kind.YEAR)):
        raise UnreadableDate(text, "a quarter or half stands with one year and nothing else", '"Q2 2021" or "H1 2017"')
    part, year = sorted(bare, key=lambda token: token.kind is Kind.YEAR)
    build = PartialDate.quarter if part.text.startswith("q") else PartialDate.half
    return build(year.number, part.number)


def _spelt_part(bare: list[Token], text: str) -> PartialDate:
    how = '"first quarter of 2017" or "second half of 2017"'
    if len(bare) != 3 or bare[1].text not in _PARTS or bare[2].kind is not Kind.YEAR:
        raise UnreadableDate(text, "a quarter or half stands with its number and one year", how)
    count = _PARTS[bare[1].text]
    number = count if bare[0].text in _LAST else _ORDINALS.get(bare[0].text, 0)
    if not 1 <= number <= count:
        raise UnreadableDate(text, f'"{bare[0].text}" is not one of the {count} {"quarters" if count == 4 else "halves"}', how)
    return (PartialDate.quarter if count == 4 else PartialDate.half)(bare[2].number, number)


def _season(bare: list[Token], text: str) -> PartialDate:
    name, rest = bare[0].text, bare[1:]
    kinds = [token.kind for token in rest]
    if name == "winter":
        return PartialDate.season(_winter(rest, text), _SEASONS[name])
    if kinds != [Kind.YEAR]:
        raise UnreadableDate(text, "a season stands with one year", f'"{name} 2018"')
    return PartialDate.season(rest[0].number, _SEASONS[name])


def _winter(rest: list[Token], text: str) -> int:
    kinds = [token.kind for token in rest]
    if kinds == [Kind.YEAR, Kind.DASH, Kind.YEAR] and rest[2].number == rest[0].number + 1:
        return rest[0].number
    if kinds == [Kind.SPLIT]:
        year, ending = rest[0].text.split("/")
        if (int(year) + 1) % 100 == int(ending):
            return int(year)
    raise UnreadableDate(text, "a winter has two years, one after the other", '"winter 2018-2019"')


def _third(bare: list[Token], text: str) -> PartialDate:
    which, rest = _THIRDS[bare[0].text], bare[1:]
    if rest and rest[0].kind is Kind.DASH:
        rest = rest[1:]
    period = whole(read_piece(rest, text), text)
    if period.precision not in (Precision.MONTH, Precision.YEAR):
        raise UnreadableDate(text, f'"{bare[0].text}" stands with a month or a year', '"early 2018" or "late September 2017"')
    day = period.counts_from()
    return PartialDate.third(which, day.year, day.month if period.precision is Precision.MONTH else None)
