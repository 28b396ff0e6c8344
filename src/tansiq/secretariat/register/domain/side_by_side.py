"""Two versions of a text, or of a list of texts, beside each other: what pairs with what, and which words differ.

Plain Python on plain texts; that a version is of the terms of reference is known in terms_versions.py only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

WORDS = re.compile(r"\s+|[^\s.,;:!?()\[\]«»“”\"،؛؟]+|.")
ALIKE = 0.5
"""How alike two texts are, from 0 to 1, from which on one is taken for the other's new wording."""

MOST = 4_000
"""The most words of two texts together that are compared word by word; longer ones stand beside each other whole."""


@dataclass(frozen=True)
class Piece:
    """A run of a text; `differs` when the text beside it does not have it there."""

    text: str
    differs: bool


@dataclass(frozen=True)
class Pair:
    """Two texts that stand beside each other: None where one side has none. `same` when nothing differs."""

    earlier: tuple[Piece, ...] | None
    later: tuple[Piece, ...] | None

    @property
    def same(self) -> bool:
        """Whether both sides say the same."""
        return self.earlier is not None and self.earlier == self.later and not any(piece.differs for piece in self.earlier)


def beside(earlier: str, later: str) -> Pair:
    """Two texts, each as runs of words that the other has or lacks; an empty text is none."""
    if earlier == later:
        whole = (Piece(earlier, False),) if earlier else None
        return Pair(whole, whole)
    if not earlier or not later:
        return Pair(_whole(earlier), _whole(later))
    words = WORDS.findall(earlier), WORDS.findall(later)
    if len(words[0]) + len(words[1]) > MOST:
        return Pair(_whole(earlier), _whole(later))
    steps = SequenceMatcher(None, *words, autojunk=False).get_opcodes()
    # The space between two words that differ is no text that both have.
    differ = [step != "equal" or (0 < at < len(steps) - 1 and not "".join(words[0][start:end]).strip())
              for at, (step, start, end, _from, _to) in enumerate(steps)]
    return Pair(
        _joined((words[0][start:end], differs) for (_step, start, end, _from, _to), differs in zip(steps, differ, strict=True)),
        _joined((words[1][start:end], differs) for (_step, _from, _to, start, end), differs in zip(steps, differ, strict=True)),
    )


def aligned(earlier: Sequence[str], later: Sequence[str]) -> list[Pair]:
    """Two lists of texts: equal ones pair, between them those that are alike, in order; the rest stands alone."""
    pairs: list[Pair] = []
    for step, start, end, begin, stop in SequenceMatcher(None, earlier, later, autojunk=False).get_opcodes():
        if step == "equal":
            pairs += [beside(text, text) for text in earlier[start:end]]
        else:
            pairs += [beside(*both) for both in _matched(earlier[start:end], later[begin:stop])]
    return pairs


def _matched(earlier: Sequence[str], later: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs in the order of both lists whose likeness together is greatest, found from the end of the lists to their beginning."""
    alike = [[_alike(one, other) for other in later] for one in earlier]
    best = [[0.0] * (len(later) + 1) for _row in range(len(earlier) + 1)]
    for row in reversed(range(len(earlier))):
        for column in reversed(range(len(later))):
            paired = alike[row][column] + best[row + 1][column + 1] if alike[row][column] else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < len(earlier) and column < len(later):
        if alike[row][column] and best[row][column] == alike[row][column] + best[row + 1][column + 1]:
            yield earlier[row], later[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            yield earlier[row], ""
            row += 1
        else:
            yield "", later[column]
            column += 1
    yield from ((text, "") for text in earlier[row:])
    yield from (("", text) for text in later[column:])


def _alike(one: str, other: str) -> float:
    """How alike two texts are by their words, 0 below what counts."""
    words = WORDS.findall(one.casefold()), WORDS.findall(other.casefold())
    if len(words[0]) + len(words[1]) > MOST:
        return 0.0
    first, second = ([word for word in each if not word.isspace()] for each in words)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    found = matcher.ratio()
    return found if found >= ALIKE else 0.0


def _joined(runs: Iterator[tuple[Sequence[str], bool]]) -> tuple[Piece, ...]:
    """Pieces of the runs, neighbours that differ or are the same alike made one."""
    said = groupby(((words, differs) for words, differs in runs if words), key=lambda run: run[1])
    return tuple(Piece("".join(word for words, _differs in together for word in words), differs) for differs, together in said)


def _whole(text: str) -> tuple[Piece, ...] | None:
    return (Piece(text, True),) if text else None
