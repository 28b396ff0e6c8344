"""Which way text runs: of a language, of a document, and of every stretch of characters (UAX #9, simplified).

Word wants each stretch of one script as a run of its own; browsers and Typst do this themselves. No markup here.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias
from unicodedata import bidirectional

from tansiq.engines.press.tree import Document

Direction: TypeAlias = Literal["ltr", "rtl"]

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_STRONG = {"L": "L", "R": "R", "AL": "R", "AN": "R", "EN": "R", "XN": "R"}


class Stretch(NamedTuple):
    """Characters that stand in one run."""

    text: str
    rtl: bool


def language_direction(language: str) -> Direction:
    """The direction of the usual script of a BCP 47 language tag."""
    return "rtl" if language.replace("_", "-").split("-", 1)[0].lower() in RIGHT_TO_LEFT else "ltr"


def document_direction(document: Document) -> Direction:
    """The direction a document names, else that of its language."""
    return document.direction or language_direction(document.language)


def stretches(parts: Sequence[str], base: Direction, *, numbers_apart: bool = True) -> list[list[Stretch]]:
    """Cut each part of one paragraph into stretches of one direction, seen in the whole paragraph that runs `base`.

    In a right-to-left paragraph European digits are a left-to-right stretch (not where `numbers_apart` is off): `1 939` with U+00A0 or
    U+202F is one stretch, `A/71/280` one; what stands between two directions (blanks, brackets) goes with the paragraph. Rules W1 to W7
    and N0 to N2 of UAX #9, without explicit embeddings.
    """
    text = "".join(parts)
    flags = _flags(text, base, numbers_apart=numbers_apart and base == "rtl")
    cut = []
    at = 0
    for part in parts:
        cut.append(_cut(part, flags[at : at + len(part)]))
        at += len(part)
    return cut


def _cut(text: str, flags: list[bool]) -> list[Stretch]:
    found: list[Stretch] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or flags[end] != flags[start]:
            found.append(Stretch(text[start:end], flags[start]))
            start = end
    return found


def _flags(text: str, base: Direction, *, numbers_apart: bool) -> list[bool]:
    if base == "ltr" and not _RIGHT_TO_LEFT_LETTER.search(text):
        return [False] * len(text)
    kinds = [bidirectional(character) or "L" for character in text]
    original = list(kinds)
    own = "R" if base == "rtl" else "L"
    _resolve_weak(kinds, own)
    _resolve_brackets(text, kinds, own)
    _resolve_neutral(kinds, own)
    # In a left-to-right paragraph a number stays with the Arabic before it.
    return [
        kind == "R" or (kind == "AN" and before == "AN") or (kind in ("EN", "XN") and not numbers_apart)
        for kind, before in zip(kinds, original, strict=True)
    ]


def _resolve_weak(kinds: list[str], own: str) -> None:
    """W1 to W7. European digits after Arabic letters become XN (AN of rule W2, but known to be European)."""
    strong, last = own, own
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = last
        elif kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "XN"
        last = kinds[index]
    _join_separators(kinds)
    _join_terminators(kinds)
    strong = own
    for index, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
        if kinds[index] == "AL":
            kinds[index] = "R"


def _join_separators(kinds: list[str]) -> None:
    """W4: one separator between two numbers of one kind becomes part of the number."""
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and (kind == "CS" and after in ("EN", "XN", "AN") or kind == "ES" and after == "EN"):
            kinds[index] = after


def _join_terminators(kinds: list[str]) -> None:
    """W5: signs such as % beside a European number become part of it."""
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for index in order:
            if kinds[index] == "ET" and kinds[index + step] == "EN":
                kinds[index] = "EN"


def _resolve_brackets(text: str, kinds: list[str], own: str) -> None:
    """N0: both brackets of a pair take one direction, that of the paragraph when its text holds any of it."""
    opened: list[int] = []
    pairs = []
    for index, character in enumerate(text):
        if character in _CLOSING:
            opened.append(index)
        while opened and character in _CLOSING.values():
            start = opened.pop()
            if _CLOSING[text[start]] == character:
                pairs.append((start, index))
                break
    for start, end in sorted(pairs):
        inside = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if own in inside:
            kinds[start] = kinds[end] = own
        elif inside:
            before = next((_STRONG[kind] for kind in reversed(kinds[:start]) if kind in _STRONG), own)
            kinds[start] = kinds[end] = before


def _resolve_neutral(kinds: list[str], own: str) -> None:
    """N1 and N2: neutrals between two equal directions take it, others that of the paragraph."""
    start = 0
    while start < len(kinds):
        if kinds[start] in _STRONG:
            start += 1
            continue
        end = start
        while end < len(kinds) and kinds[end] not in _STRONG:
            end += 1
        before = _STRONG[kinds[start - 1]] if start else own
        after = _STRONG[kinds[end]] if end < len(kinds) else own
        kinds[start:end] = [before if before == after else own] * (end - start)
        start = end
