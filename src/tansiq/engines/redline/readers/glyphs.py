"""Letters placed on a PDF page, and the text of a part of the page in reading order, Arabic too. Measures are points of the page."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SAME_LINE = 0.4
WORD_GAP = 0.2
"""Shares of the size of the letters: how far baselines of one line may lie apart, and how wide a gap between words is at least."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter (or what stands for several): its text, from `left` to `right` on its baseline `y`, and its size."""

    text: str
    left: float
    right: float
    y: float
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        """A point inside the letter."""
        return (self.left + self.right) / 2, self.y + 0.3 * self.size


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, glyph: Glyph) -> bool:
        """Whether the middle of a letter lies inside."""
        x, y = glyph.middle
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def text_in(glyphs: Iterable[Glyph], boxes: Sequence[Box]) -> list[str]:
    """Return the text inside the boxes, box by box, a string for each line; a letter in two boxes counts once."""
    left = list(glyphs)
    lines: list[list[Glyph]] = []
    for box in boxes:
        inside = [glyph for glyph in left if box.holds(glyph)]
        left = [glyph for glyph in left if not box.holds(glyph)]
        for line in lines_of(inside):
            if lines and _on_one_line(lines[-1][-1], line[0]):
                lines[-1] += line
            else:
                lines.append(line)
    return [text for line in lines if (text := text_of_line(line))]


def lines_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return letters by line, from the top of the page down."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: -each.y):
        if lines and _on_one_line(lines[-1][-1], glyph):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines


def text_of_line(line: Sequence[Glyph]) -> str:
    """Return the text of one line in reading order: by place from left to right, Arabic words and lines turned around."""
    return "".join(glyph.text for glyph in in_reading_order(line)).strip()


def in_reading_order(line: Sequence[Glyph]) -> list[Glyph]:
    """Return the letters of a line as they are read, with a space where words stand apart.

    Marks that sit on a letter (vowel signs) are left out: programs place them before or after it, and folding does without them.
    """
    seen = _spaced(sorted((glyph for glyph in line if not _sits_on_another(glyph)), key=lambda glyph: (glyph.left, glyph.right)))
    kinds = _kinds(seen)
    rightward = sum(kind == "R" for kind in kinds) > sum(kind == "L" for kind in kinds)
    runs: list[tuple[str, list[Glyph]]] = []
    for glyph, kind in zip(seen, kinds, strict=True):
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(glyph)
        else:
            runs.append((kind, [glyph]))
    ordered = reversed(runs) if rightward else runs
    return [glyph for kind, run in ordered for glyph in (reversed(run) if kind == "R" else run)]


def _kinds(seen: Sequence[Glyph]) -> list[str]:
    """L or R for each letter, going back from what the bidirectional algorithm shows (Unicode Standard Annex 9, W1 to N2).

    A number reads from left to right; signs between two numbers go with the line, but a comma or point inside a number with the number.
    """
    kinds = [_kind(glyph.text) for glyph in seen]
    base = "R" if kinds.count("R") > kinds.count("L") else "L"
    _join_numbers(seen, kinds)
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "N":
            end += 1
        if end > at:
            before = kinds[at - 1] if at else base
            after = kinds[end] if end < len(kinds) else base
            kinds[at:end] = [_between(before, after, base, "".join(glyph.text for glyph in seen[at:end]))] * (end - at)
        at = end + 1
    return ["L" if kind == "D" else kind for kind in kinds]


def _join_numbers(seen: Sequence[Glyph], kinds: list[str]) -> None:
    """A number that a word of Latin letters runs into is part of it: COVID-19."""
    for at, kind in enumerate(kinds):
        if kind == "D":
            before = at - 1
            while before >= 0 and kinds[before] == "N" and not seen[before].text.isspace():
                before -= 1
            if before >= 0 and kinds[before] == "L":
                kinds[at] = "L"


def _between(before: str, after: str, base: str, signs: str) -> str:
    if before == after == "D" and len(signs) == 1 and unicodedata.bidirectional(signs) == "CS":
        return "D"
    one, other = (base if kind == "D" else kind for kind in (before, after))
    return one if one == other else base


def _kind(text: str) -> str:
    for char in text:
        way = unicodedata.bidirectional(char)
        if way in ("R", "AL"):
            return "R"
        if way in ("EN", "AN"):
            return "D"
        if way == "L":
            return "L"
    return "N"


def _spaced(line: Sequence[Glyph]) -> list[Glyph]:
    spaced: list[Glyph] = []
    for glyph in line:
        if spaced and not glyph.text.isspace() and not spaced[-1].text.isspace():
            gap = glyph.left - spaced[-1].right
            if gap > WORD_GAP * max(glyph.size, 1):
                spaced.append(Glyph(" ", spaced[-1].right, glyph.left, glyph.y, glyph.size))
        spaced.append(glyph)
    return spaced


def _sits_on_another(glyph: Glyph) -> bool:
    return bool(glyph.text) and all(unicodedata.category(char) == "Mn" for char in glyph.text)


def _on_one_line(one: Glyph, other: Glyph) -> bool:
    return abs(one.y - other.y) <= SAME_LINE * max(one.size, other.size, 1)
