"""Text made comparable: what a reviewer quoted against what the draft has, and the way back to places in the draft.

Two foldings. `plain` takes away what no reader sees (kinds of space, quotation marks and dashes, invisible marks, tatweel, forms of
composed letters). `loose` also takes away case, diacritics and the spellings of hamza. Neither is meant for display.
"""

import re
import unicodedata
from functools import lru_cache

from tansiq.engines.redline.align.atoms import is_atom

WORD = re.compile(r"[^\W_]+")

_ALIKE = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
}
_HAMZA = {
    **dict.fromkeys("\u0622\u0623\u0625\u0671", "\u0627"),       # alef with madda, hamza above, hamza below; wasla
    "\u0624": "\u0648", "\u0626": "\u064a", "\u0649": "\u064a",   # waw and yeh with hamza; alef maqsura
    "\u06a9": "\u0643", "\u06cc": "\u064a", "\u0629": "\u0647",   # keheh and Farsi yeh, as some keyboards write them; teh marbuta
}
_TATWEEL = "\u0640"
_UNSEEN = frozenset({"Cf", "Cc", "Co", "Cs"})


def fold(text: str, *, loose: bool = False) -> str:
    """Return `text` folded: runs of white space as one space, none at the ends."""
    if text.isascii() and text.isprintable():         # nearly all of an English draft: the long way gives the same
        short = text.replace("`", "'").strip()
        while "  " in short:
            short = short.replace("  ", " ")
        return short.lower() if loose else short
    return fold_with_places(text, loose=loose)[0]


def fold_with_places(text: str, *, loose: bool = False) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the offset in `text` of the cluster it came from."""
    folded: list[str] = []
    places: list[int] = []
    for start, cluster in _clusters(text):
        for char in _fold_cluster(cluster, loose):
            if char == " " and (not folded or folded[-1] == " "):
                continue
            folded.append(char)
            places.append(start)
    if folded and folded[-1] == " ":
        folded.pop()
        places.pop()
    return "".join(folded), places


def end_of_cluster(text: str, start: int) -> int:
    """Return the offset after the character at `start` and the marks that sit on it."""
    end = start + 1
    while end < len(text) and (unicodedata.combining(text[end]) or text[end] == _TATWEEL):
        end += 1
    return end


def words(text: str) -> list[str]:
    """Return the words of `text`, loosely folded, in their order."""
    return WORD.findall(fold(text, loose=True))


def _clusters(text: str) -> list[tuple[int, str]]:
    """Each character with what sits on it or joins it, and where it starts: a composed and a decomposed letter give one cluster each."""
    if text.isascii():
        return list(enumerate(text))
    found: list[tuple[int, str]] = []
    for place, char in enumerate(text):
        if found and (unicodedata.combining(char) or char == _TATWEEL or unicodedata.category(char) == "Cf"):
            start, before = found[-1]
            found[-1] = (start, before + char)
        else:
            found.append((place, char))
    return found


@lru_cache(maxsize=20_000)
def _fold_cluster(cluster: str, loose: bool) -> str:
    first = cluster[0]
    if first.isspace() or first in "\n\t\x0b\x0c":
        return " "
    if is_atom(first) or first in "\ufffc\u0640":
        return ""
    if first in _ALIKE:
        return _ALIKE[first]
    # The presentation forms of a PDF and ligatures become letters; a soft hyphen and bidirectional marks become nothing.
    even = unicodedata.normalize("NFKC", cluster)
    kept = "".join(_ALIKE.get(char, char) for char in even if unicodedata.category(char) not in _UNSEEN and char != _TATWEEL)
    return _loosened(kept) if loose else kept


def _loosened(text: str) -> str:
    """Without case, diacritics and hamza spellings, digits of any script as 0-9."""
    hamza_apart = "".join(_HAMZA.get(char, char) for char in text)
    bare = "".join(char for char in unicodedata.normalize("NFKD", hamza_apart) if not unicodedata.combining(char))
    return "".join(_digit(char) for char in bare.casefold())


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)
