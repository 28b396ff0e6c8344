"""What a word that people wrote means: a heading, a disposition, a category, a status, in any of the three languages or as a code."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar
from unicodedata import normalize

from tansiq.engines.redline.report.columns import HIDDEN_TITLES, Column
from tansiq.engines.redline.report.decisions import Category, Decision, Status
from tansiq.engines.redline.report.words.languages import LANGUAGES, words_of

_Code = TypeVar("_Code", bound=StrEnum)
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ALEFS = str.maketrans("أإآٱى", "ااااي")
_BLANK = re.compile(r"[\s_]+")


def plain(word: str) -> str:
    """A word as compared: capitals, vowel signs, kashida, forms of alef, apostrophes and the number of blanks make no difference."""
    folded = _MARKS.sub("", normalize("NFKC", word)).translate(_ALEFS).casefold().replace("\u2019", "'")
    return _BLANK.sub(" ", folded).strip().rstrip(".:")


def _meanings(kind: type[_Code], labels: Iterable[Mapping[_Code, str]]) -> dict[str, _Code]:
    return {plain(code): code for code in kind} | {plain(label): code for each in labels for code, label in each.items()}


_ALL = tuple(words_of(language) for language in LANGUAGES)
_COLUMNS = _meanings(Column, (words.columns for words in _ALL)) | {plain(title): column for column, title in HIDDEN_TITLES.items()}
_DECISIONS = _meanings(Decision, (words.decisions for words in _ALL))
_CATEGORIES = _meanings(Category, (words.categories for words in _ALL))
_STATUSES = _meanings(Status, (words.statuses for words in _ALL))


def columns_meant(headings: Iterable[str]) -> dict[Column, int]:
    """The place (from 0) of every column that a row of headings names; the first of two that say the same."""
    found: dict[Column, int] = {}
    for place, heading in enumerate(headings):
        column = _COLUMNS.get(plain(heading))
        if column is not None:
            found.setdefault(column, place)
    return found


def decision_meant(word: str) -> Decision | None:
    """The disposition a word stands for, None for a word that is none."""
    return _DECISIONS.get(plain(word))


def category_meant(word: str) -> Category | None:
    """The category a word stands for, None for a word that is none."""
    return _CATEGORIES.get(plain(word))


def status_meant(word: str) -> Status | None:
    """The status a word stands for, None for a word that is none."""
    return _STATUSES.get(plain(word))
