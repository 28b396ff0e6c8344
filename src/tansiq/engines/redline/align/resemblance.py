"""Which paragraph a text resembles: shared words in their order, rare words counting more. A score, never a decision."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LONGEST_QUOTE = 300
CLOSER_LOOK = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a paragraph is: `score` from 0 to 1, and the half-open range of its words from the first to the last shared."""

    paragraph: int
    score: float
    first_word: int
    after_word: int


class Resemblance:
    """The words of all paragraphs, ready to be asked. `paragraphs` are their words, loosely folded."""

    def __init__(self, paragraphs: Sequence[Sequence[str]]) -> None:
        self._paragraphs = paragraphs
        self._where: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(paragraphs):
            for word in set(each):
                self._where[word].append(number)

    def ranked(self, quoted: Sequence[str], among: Collection[int] | None = None) -> list[Likeness]:
        """Return the paragraphs most like `quoted`, best first; `among` limits them. Of equal ones the earlier comes first."""
        asked = list(quoted[:LONGEST_QUOTE])
        shared: defaultdict[int, float] = defaultdict(float)
        for word, times in Counter(asked).items():
            for number in self._where.get(word, ()):
                if among is None or number in among:
                    shared[number] += self._weight(word) * times
        best = sorted(shared, key=lambda number: (-shared[number], number))[:CLOSER_LOOK]
        looked_at = [self._likeness(asked, number) for number in best]
        return sorted(looked_at, key=lambda likeness: (-likeness.score, likeness.paragraph))

    def _likeness(self, asked: list[str], number: int) -> Likeness:
        has = self._paragraphs[number]
        blocks = [block for block in SequenceMatcher(None, has, asked, autojunk=False).get_matching_blocks() if block.size]
        kept = sum(self._weight(word) for block in blocks for word in asked[block.b:block.b + block.size])
        total = sum(self._weight(word) for word in asked)
        return Likeness(number, kept / total, blocks[0].a, blocks[-1].a + blocks[-1].size)

    def _weight(self, word: str) -> float:
        """Rare words tell more: from nearly 0 for a word of every paragraph to the logarithm of their number for one of none."""
        return math.log(1 + len(self._paragraphs) / (1 + len(self._where.get(word, ()))))
