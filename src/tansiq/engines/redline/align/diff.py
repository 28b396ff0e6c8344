"""Which stretches of two texts are the same: whole lines first (a line ends with a paragraph mark), then words in what differs.

Lines that occur once in both texts anchor the match (as in patience diff); between anchors difflib compares, within limits of work,
so that a text without any likeness costs no more than one with.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from os.path import commonprefix
from typing import NamedTuple

from tansiq.engines.redline.align.atoms import MARK, TABLE

# Words in any script, white space, or one other character (an atom among them).
TOKEN = re.compile(r"[^\W_]+|\s+|.", re.DOTALL)
_LINE = re.compile(f"[^{MARK}{TABLE}]*[{MARK}{TABLE}]|[^{MARK}{TABLE}]+$", re.DOTALL)
_MOST_PAIRS = 2_500                        # pairs of paragraphs whose likeness is reckoned in one hunk
_LEAST = 0.25                              # the share of words that a paragraph keeps when it is rewritten
_MOST_CELLS = 4_000_000                    # pairs of tokens compared in one hunk before only its ends are compared


class Same(NamedTuple):
    """`size` characters from `base` on in the base equal those from `other` on in the other text."""

    base: int
    other: int
    size: int


def same(base: str, other: str) -> list[Same]:
    """The stretches that `other` has kept of `base`, in order; both last paragraph marks are matched with each other.

    Half-open and in characters. What lies between two stretches was taken out of the base, put in, or both.
    """
    if base == other:
        return [Same(0, 0, len(base))] if base else []
    tail = 1 if base[-1:] == MARK == other[-1:] else 0
    found = list(_merged(_by_lines(base[:len(base) - tail], other[:len(other) - tail])))
    if tail:
        found = list(_merged([*found, Same(len(base) - 1, len(other) - 1, 1)]))
    return _by_paragraphs(found, base, other)


def _by_paragraphs(blocks: list[Same], base: str, other: str) -> list[Same]:
    """Slide what was only put in or only taken out so that it ends with a mark: a paragraph goes with its own mark, not the one before.

    Between equal texts there are several ways to lay a hunk; all say the same, but the mark decides which paragraph's look is kept.
    """
    for number in range(len(blocks) - 1):
        before, after = blocks[number], blocks[number + 1]
        text, start, end = base, before.base + before.size, after.base
        if start == end:
            text, start, end = other, before.other + before.size, after.other
        elif after.other != before.other + before.size:
            continue
        shift = _slide(text, start, end, before.size, after.size)
        if shift:
            blocks[number] = before._replace(size=before.size + shift)
            blocks[number + 1] = Same(after.base + shift, after.other + shift, after.size - shift)
    return [block for block in blocks if block.size]


def _slide(text: str, start: int, end: int, room_before: int, room_after: int) -> int:
    """By how many characters [start, end) is to be moved so that it ends with a mark; 0 when it need not or cannot be."""
    if MARK not in text[start:end] or text[end - 1] == MARK:
        return 0
    shift = 0
    while shift < room_after and text[start + shift] == text[end + shift]:
        shift += 1
        if text[end + shift - 1] == MARK:
            return shift
    shift = 0
    while shift < room_before and text[start - shift - 1] == text[end - shift - 1]:
        shift += 1
        if text[end - shift - 1] == MARK:
            return -shift
    return 0


def _merged(blocks: Sequence[Same] | Iterator[Same]) -> Iterator[Same]:
    last: Same | None = None
    for block in blocks:
        if last is not None and last.base + last.size == block.base and last.other + last.size == block.other:
            last = Same(last.base, last.other, last.size + block.size)
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _by_lines(base: str, other: str) -> Iterator[Same]:
    ours, theirs = _LINE.findall(base), _LINE.findall(other)
    at_ours, at_theirs = _offsets(ours), _offsets(theirs)
    for first, second in _hunks(ours, theirs):
        if first[2]:                       # equal lines
            yield Same(at_ours[first[0]], at_theirs[second[0]], at_ours[first[1]] - at_ours[first[0]])
            continue
        start, end = at_ours[first[0]], at_ours[first[1]]
        begin, finish = at_theirs[second[0]], at_theirs[second[1]]
        for block in _in_hunk(base[start:end], other[begin:finish]):
            yield Same(block.base + start, block.other + begin, block.size)


def _offsets(lines: Sequence[str]) -> list[int]:
    total, offsets = 0, [0]
    for line in lines:
        total += len(line)
        offsets.append(total)
    return offsets


Hunk = tuple[tuple[int, int, bool], tuple[int, int]]


def _hunks(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Hunk]:
    """Cover both sequences with hunks: (start, end, equal) of ours and (start, end) of theirs."""
    at, to = 0, 0
    for start, begin, size in [*_anchored(ours, theirs, 0, 0), (len(ours), len(theirs), 0)]:
        if (at, to) != (start, begin):
            yield (at, start, False), (to, begin)
        if size:
            yield (start, start + size, True), (begin, begin + size)
        at, to = start + size, begin + size


def _anchored(ours: Sequence[str], theirs: Sequence[str], at: int, to: int) -> list[tuple[int, int, int]]:
    """Equal runs of two sequences as (start, begin, size), offset by `at` and `to`."""
    head = 0
    while head < min(len(ours), len(theirs)) and ours[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < min(len(ours), len(theirs)) - head and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    found = [(at, to, head)] if head else []
    mine, other = ours[head:len(ours) - tail], theirs[head:len(theirs) - tail]
    if mine and other:
        found += _middle(mine, other, at + head, to + head)
    if tail:
        found.append((at + len(ours) - tail, to + len(theirs) - tail, tail))
    return found


def _middle(ours: Sequence[str], theirs: Sequence[str], at: int, to: int) -> list[tuple[int, int, int]]:
    anchors = _unique_in_order(ours, theirs)
    if not anchors:
        return _plain(ours, theirs, at, to)
    found: list[tuple[int, int, int]] = []
    last, before = 0, 0
    for start, begin in [*anchors, (len(ours), len(theirs))]:
        found += _anchored(ours[last:start], theirs[before:begin], at + last, to + before)
        if start < len(ours):
            found.append((at + start, to + begin, 1))
        last, before = start + 1, begin + 1
    return found


def _unique_in_order(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of lines that occur once in each, the longest run of them that is in the same order in both."""
    mine, other = Counter(ours), Counter(theirs)
    where = {line: number for number, line in enumerate(theirs) if other[line] == 1}
    pairs = [(number, where[line]) for number, line in enumerate(ours) if mine[line] == 1 and line in where]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    tops: list[int] = []                   # for each length, the pair with the smallest end
    before: list[int] = []
    for number, (_, value) in enumerate(pairs):
        low, high = 0, len(tops)
        while low < high:
            middle = (low + high) // 2
            if pairs[tops[middle]][1] < value:
                low = middle + 1
            else:
                high = middle
        before.append(tops[low - 1] if low else -1)
        tops[low:low + 1] = [number]
    chain: list[tuple[int, int]] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _plain(ours: Sequence[str], theirs: Sequence[str], at: int, to: int) -> list[tuple[int, int, int]]:
    if len(ours) * len(theirs) > _MOST_CELLS:
        return []
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return [(at + block.a, to + block.b, block.size) for block in blocks if block.size]


def _in_hunk(base: str, other: str) -> Iterator[Same]:
    """Text that was only put in or only taken out is found to the letter; what was replaced is compared word by word."""
    head = len(commonprefix([base, other]))
    tail = len(commonprefix([base[head:][::-1], other[head:][::-1]]))
    if head + tail < min(len(base), len(other)):
        yield from _by_paragraph_pairs(base, other)
        return
    if head:
        yield Same(0, 0, head)
    if tail:
        yield Same(len(base) - tail, len(other) - tail, tail)


def _by_paragraph_pairs(base: str, other: str) -> Iterator[Same]:
    """Where several paragraphs differ, each is compared with the one it became; those that became none are whole."""
    ours, theirs = _LINE.findall(base), _LINE.findall(other)
    if len(ours) == len(theirs) == 1 or len(ours) * len(theirs) > _MOST_PAIRS:
        yield from _by_words(base, other)
        return
    at_ours, at_theirs = _offsets(ours), _offsets(theirs)
    for mine, its in _likely(ours, theirs):
        for block in _by_words(ours[mine], theirs[its]):
            yield Same(block.base + at_ours[mine], block.other + at_theirs[its], block.size)


def _likely(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of lines in the order of both whose likenesses sum up to most; lines with little in common are no pair."""
    words = [Counter(TOKEN.findall(line)) for line in ours]
    others = [Counter(TOKEN.findall(line)) for line in theirs]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    like = [[_likeness(mine, its) for its in others] for mine in words]
    for first in range(len(ours) - 1, -1, -1):
        for second in range(len(theirs) - 1, -1, -1):
            paired = like[first][second] + best[first + 1][second + 1] if like[first][second] else 0.0
            best[first][second] = max(paired, best[first + 1][second], best[first][second + 1])
    pairs, first, second = [], 0, 0
    while first < len(ours) and second < len(theirs):
        if like[first][second] and best[first][second] == like[first][second] + best[first + 1][second + 1]:
            pairs.append((first, second))
            first, second = first + 1, second + 1
        elif best[first][second] == best[first + 1][second]:
            first += 1
        else:
            second += 1
    return pairs


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words two lines have in common, 0 when it is too small for one to have become the other."""
    blank = {token for token in (*one, *other) if token.isspace() or token == MARK}
    both = sum(count for token, count in (one & other).items() if token not in blank)
    most = max(sum(count for token, count in each.items() if token not in blank) for each in (one, other))
    if most == 0:
        return 1.0
    share = both / most
    return share if share >= _LEAST else 0.0


def _by_words(base: str, other: str) -> Iterator[Same]:
    ours, theirs = TOKEN.findall(base), TOKEN.findall(other)
    at_ours, at_theirs = _offsets(ours), _offsets(theirs)
    found = [Same(*block) for block in _anchored(ours, theirs, 0, 0)]
    for start, begin, size in _readable(list(_merged(found)), ours, len(theirs)):
        yield Same(at_ours[start], at_theirs[begin], at_ours[start + size] - at_ours[start])


def _readable(blocks: Sequence[Same], ours: Sequence[str], theirs: int) -> Iterator[Same]:
    """Without the matches that only a program sees: white space alone between two changed words."""
    for start, begin, size in blocks:
        edge = start == begin == 0 or (start + size == len(ours) and begin + size == theirs)
        if edge or size > 1 or not ours[start].isspace():
            yield Same(start, begin, size)
