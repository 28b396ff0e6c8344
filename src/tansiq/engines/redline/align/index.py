"""Find in the base what a reviewer pointed at: a paragraph's number, a page and line, quoted text, or words that are nearly it.

Never guesses silently: what is found carries how it was found and a score; what is found in several places is not placed at all.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from tansiq.engines.redline.align.atoms import is_atom
from tansiq.engines.redline.align.folding import WORD, end_of_cluster, fold, fold_with_places, words
from tansiq.engines.redline.align.numbers import in_section, paragraphs_of_number, parts_of
from tansiq.engines.redline.align.resemblance import Likeness, Resemblance
from tansiq.engines.redline.edits import Anchor, Place

LIKE_ENOUGH = 0.6
CLEARLY_BETTER = 0.1
FEWEST_WORDS = 3
MOST_HITS = 50
LONGEST_QUOTE = 20_000
BETWEEN_FLOWS = "\x00"


@dataclass(frozen=True, slots=True)
class BaseParagraph:
    """A paragraph of the base. `text` has one character a unit of its flow (things that are not text as atoms), without the mark.

    `start` is the offset of its first character in `flow`, `paragraph` its number among all paragraphs of the story from 1. `number`
    is what a reader sees before it ("45.", "(b)", "3.2"), typed or computed; `heading` the heading above. `page` is the page of the
    circulated PDF it begins on, 0 where that is not known; `lines` its lines there: (page, number on the page, offset in `text`).
    """

    flow: str
    start: int
    text: str
    number: str = ""
    heading: str = ""
    page: int = 0
    story: str = "body"
    paragraph: int = 0
    row: int = 0
    cell: int = 0
    lines: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Locus:
    """Where a reviewer says it is. 0 and "" stand for "not said"; `number` is the paragraph's, `line` counts on the page."""

    page: int = 0
    last_page: int = 0
    number: str = ""
    line: int = 0
    section: str = ""

    def __bool__(self) -> bool:
        return bool(self.page or self.number or self.line or self.section)


class How(StrEnum):
    """By what a place was found, from the surest to none."""

    QUOTE = "quote"                       # the quoted text, once, where the reviewer says if anything is said
    QUOTE_ELSEWHERE = "quote_elsewhere"   # the quoted text, once, but not where the reviewer says
    LOOSE_QUOTE = "loose_quote"           # the quoted text but for case, diacritics or hamza
    NUMBER = "number"                     # the paragraph of that number
    LINE = "line"                         # that line of the circulated PDF
    REPEATED = "repeated"                 # the quoted text, several times in this one paragraph
    BESIDE = "beside"                     # the paragraph of the line beside which a mark stands
    WORDS = "words"                       # a paragraph that has most of the quoted words in their order
    PAGE_PARAGRAPH = "page_paragraph"     # the n-th paragraph that begins on that page
    SECTION = "section"                   # the first paragraph of that section
    PAGE = "page"                         # the first paragraph of that page
    AMBIGUOUS = "ambiguous"               # several places answer; `candidates` lists their paragraphs
    NOWHERE = "nowhere"


SCORES = {
    How.QUOTE: 1.0, How.QUOTE_ELSEWHERE: 0.9, How.LOOSE_QUOTE: 0.9, How.NUMBER: 1.0, How.LINE: 0.95, How.REPEATED: 0.7,
    How.BESIDE: 0.6, How.PAGE_PARAGRAPH: 0.5, How.SECTION: 0.5, How.PAGE: 0.4, How.AMBIGUOUS: 0.0, How.NOWHERE: 0.0,
}


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of a search. `text` is the base's own text in the place, atoms included; `place` is None when it is not placed.

    `position` is that of the (first) paragraph in the index, -1 without a place.
    """

    how: How
    score: float
    place: Place | None = None
    text: str = ""
    candidates: tuple[int, ...] = ()
    position: int = -1

    @property
    def exact(self) -> bool:
        """Whether the quoted text stands in the place, but for what no reader sees."""
        return self.how in (How.QUOTE, How.QUOTE_ELSEWHERE)

    @property
    def starts(self) -> Anchor | None:
        """The gap before the place."""
        return Anchor(self.place.flow, self.place.start) if self.place else None

    @property
    def ends(self) -> Anchor | None:
        """The gap after the place."""
        return Anchor(self.place.flow, self.place.end) if self.place else None


@dataclass(frozen=True, slots=True)
class _Span:
    """From an offset in one paragraph to an offset in the same or a later one, both by position in the index."""

    first: int
    start: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a locus narrows the base to: `inside` for quotes (None: everything), `at` the paragraphs it means.

    `rather` is the part of `inside` that is sure: a page has the paragraphs that begin on it, and perhaps the end of the one before.
    """

    how: How
    inside: frozenset[int] | None = None
    rather: frozenset[int] | None = None
    at: tuple[int, ...] = ()
    span: _Span | None = None


class BaseIndex:
    """The paragraphs of the base, in document order, ready to be searched."""

    def __init__(self, paragraphs: Sequence[BaseParagraph]) -> None:
        self.paragraphs = tuple(paragraphs)

    def locate(self, quote: str = "", where: Locus = Locus()) -> Found:  # noqa: B008   (frozen)
        """Return where `quote` is, or what `where` means when nothing is quoted or the quote is not there.

        A quote that stands in several paragraphs is AMBIGUOUS unless `where` tells them apart. A place found by words has the share
        of the quoted words, weighted, as score (at least 0.6, and 0.1 above the next paragraph's).
        """
        scope = self._scope(where)
        quoted = quote[:LONGEST_QUOTE]
        if not words(quoted):
            return self._by_scope(scope)
        for loose in (False, True):
            found = self._choose(list(self._hits(quoted, loose=loose)), scope, loose=loose)
            if found is not None:
                return found
        like = self._by_words(quoted, scope)
        return like if like is not None else self._by_scope(scope)

    def beside(self, line: str, where: Locus) -> Found:
        """Return the paragraph that has the line of text beside which a mark stands; else what `where` means."""
        found = self.locate(line, where)
        if found.how in (How.QUOTE, How.LOOSE_QUOTE, How.REPEATED, How.WORDS):
            return self._found(self._whole(found.position), How.BESIDE)
        return self.locate(where=where)

    # -- quotes

    def _hits(self, quote: str, *, loose: bool) -> Iterator[_Span]:
        sought = fold(quote, loose=loose)
        everything, starts, numbers = self._loose if loose else self._plain
        at, met = everything.find(sought), 0
        while at >= 0 and met < MOST_HITS:
            end = at + len(sought)
            if not (_inside_word(everything, at) or _inside_word(everything, end)):
                met += 1
                first, last = bisect_right(starts, at) - 1, bisect_right(starts, end - 1) - 1
                yield self._unfold(numbers[first], at - starts[first], numbers[last], end - 1 - starts[last], loose=loose)
            at = everything.find(sought, at + 1)

    def _unfold(self, first: int, start: int, last: int, end: int, *, loose: bool) -> _Span:
        """From places in folded text to places in the text itself; `end` is that of the last character, not after it."""
        head = fold_with_places(self.paragraphs[first].text, loose=loose)[1]
        text = self.paragraphs[last].text
        tail = head if last == first else fold_with_places(text, loose=loose)[1]
        return _Span(first, head[start], last, end_of_cluster(text, tail[end]))

    def _choose(self, hits: list[_Span], scope: _Scope, *, loose: bool) -> Found | None:
        for narrowed in (scope.rather or scope.inside, scope.inside):
            inside = [hit for hit in hits if narrowed is None or hit.first in narrowed or hit.last in narrowed]
            if len(inside) == 1:
                return self._found(inside[0], How.LOOSE_QUOTE if loose else How.QUOTE)
            if inside:
                return self._several(inside, scope)
        if len(hits) == 1:
            return self._found(hits[0], How.LOOSE_QUOTE if loose else How.QUOTE_ELSEWHERE)
        return self._several(hits, scope) if hits and not scope.at else None

    def _several(self, hits: list[_Span], scope: _Scope) -> Found:
        """Several times in one paragraph is that paragraph; in several paragraphs it is none."""
        holders = sorted({hit.first for hit in hits} | {hit.last for hit in hits})
        if len(holders) > 1:
            return Found(How.AMBIGUOUS, 0.0, candidates=tuple(self.paragraphs[holder].paragraph for holder in holders))
        if scope.span is not None:
            return self._found(scope.span, scope.how)
        return self._found(self._whole(holders[0]), How.REPEATED)

    # -- words

    def _by_words(self, quote: str, scope: _Scope) -> Found | None:
        asked = words(quote)
        if len(asked) < FEWEST_WORDS:
            return None
        for among in (scope.inside, None) if scope.inside is not None else (None,):
            ranked = self._resemblance.ranked(asked, among)
            if ranked and ranked[0].score >= LIKE_ENOUGH:
                if len(ranked) > 1 and ranked[1].score > ranked[0].score - CLEARLY_BETTER:
                    return None
                return self._found(self._words_span(ranked[0]), How.WORDS, round(ranked[0].score, 2))
        return None

    def _words_span(self, likeness: Likeness) -> _Span:
        text = self.paragraphs[likeness.paragraph].text
        folded, places = fold_with_places(text, loose=True)
        matches = list(WORD.finditer(folded))
        start = places[matches[likeness.first_word].start()]
        end = end_of_cluster(text, places[matches[likeness.after_word - 1].end() - 1])
        return _Span(likeness.paragraph, start, likeness.paragraph, end)

    # -- what the reviewer says

    def _scope(self, where: Locus) -> _Scope:
        """The narrowest scope the locus gives. A number is taken within its page or section where those are known."""
        around = self._around(where)
        if where.line:
            on_line = self._line(where)
            if on_line is not None:
                return _Scope(How.LINE, frozenset({on_line.first}), at=(on_line.first,), span=on_line)
        if where.number:
            numbered = self._numbered(where, around)
            if numbered is not None:
                return numbered
        return around

    def _around(self, where: Locus) -> _Scope:
        last = max(where.page, where.last_page)
        on_page = tuple(self._beginning_on(where.page, last)) if where.page else ()
        if where.page and (on_page or self._carried_onto(where.page)):
            inside = frozenset(on_page) | frozenset(self._carried_onto(where.page))
            return _Scope(How.PAGE, inside, frozenset(on_page), at=on_page[:1] or tuple(inside))
        if where.section:
            under = [number for number, each in enumerate(self.paragraphs) if in_section(each.heading, where.section)]
            if under:
                return _Scope(How.SECTION, frozenset(under), at=tuple(under[:1]))
        return _Scope(How.NOWHERE)

    def _numbered(self, where: Locus, around: _Scope) -> _Scope | None:
        wanted = parts_of(where.number)
        found = paragraphs_of_number(self._numbers, wanted)
        if around.inside is not None:
            found = [number for number in found if number in around.inside] or found
        if found:
            return _Scope(How.NUMBER if len(found) == 1 else How.AMBIGUOUS, frozenset(found), at=tuple(found))
        counted = self._counted(where, wanted)
        return None if counted is None else _Scope(How.PAGE_PARAGRAPH, around.inside, around.rather, at=(counted,))

    def _counted(self, where: Locus, wanted: tuple[str, ...]) -> int | None:
        """Where nothing has that number, "page 12, para 3" is the third paragraph of text that begins on page 12."""
        if not where.page or len(wanted) != 1 or not wanted[0].isdecimal():
            return None
        on_page = [number for number in self._beginning_on(where.page, where.page) if self.paragraphs[number].story == "body"]
        place = int(wanted[0])
        return on_page[place - 1] if 1 <= place <= len(on_page) else None

    def _line(self, where: Locus) -> _Span | None:
        for position, paragraph in enumerate(self.paragraphs):
            ends = [offset for _, _, offset in paragraph.lines[1:]] + [len(paragraph.text)]
            for (page, line, offset), end in zip(paragraph.lines, ends, strict=False):
                if line == where.line and page == where.page:
                    return _Span(position, offset, position, end)
        return None

    def _beginning_on(self, first: int, last: int) -> Iterator[int]:
        for number, paragraph in enumerate(self.paragraphs):
            if first <= paragraph.page <= last and words(paragraph.text):
                yield number

    def _carried_onto(self, page: int) -> list[int]:
        """The paragraph that may run on from the page before."""
        before = [number for number in self._with_words if 0 < self.paragraphs[number].page < page]
        return before[-1:]

    def _by_scope(self, scope: _Scope) -> Found:
        if scope.span is not None:
            return self._found(scope.span, scope.how)
        if scope.how is How.AMBIGUOUS:
            return Found(How.AMBIGUOUS, 0.0, candidates=tuple(self.paragraphs[number].paragraph for number in scope.at))
        if not scope.at:
            return Found(How.NOWHERE, 0.0)
        return self._found(self._whole(scope.at[0]), scope.how)

    # -- places

    def _whole(self, position: int) -> _Span:
        return _Span(position, 0, position, len(self.paragraphs[position].text))

    def _found(self, span: _Span, how: How, score: float | None = None) -> Found:
        return Found(how, SCORES[how] if score is None else score, self._place(span), self._text(span), position=span.first)

    def _text(self, span: _Span) -> str:
        if span.first == span.last:
            return self.paragraphs[span.first].text[span.start:span.end]
        between = [each.text for each in self.paragraphs[span.first + 1:span.last]]
        return "\n".join((self.paragraphs[span.first].text[span.start:], *between, self.paragraphs[span.last].text[:span.end]))

    def _place(self, span: _Span) -> Place:
        first, last = self.paragraphs[span.first], self.paragraphs[span.last]
        return Place(
            first.flow, first.start + span.start, last.start + span.end, story=first.story, paragraph=first.paragraph,
            last_paragraph=last.paragraph, start_in=span.start, end_in=span.end, heading=first.heading, row=first.row, cell=first.cell,
            number="\u2013".join(dict.fromkeys(filter(None, (each.number.rstrip(".") for each in (first, last))))),
        )

    # -- made once, when asked for

    @cached_property
    def _plain(self) -> tuple[str, list[int], list[int]]:
        return self._joined(loose=False)

    @cached_property
    def _loose(self) -> tuple[str, list[int], list[int]]:
        return self._joined(loose=True)

    @cached_property
    def _numbers(self) -> list[tuple[str, ...]]:
        return [parts_of(paragraph.number) for paragraph in self.paragraphs]

    @cached_property
    def _with_words(self) -> list[int]:
        return [number for number, paragraph in enumerate(self.paragraphs) if words(paragraph.text)]

    @cached_property
    def _resemblance(self) -> Resemblance:
        return Resemblance([words(paragraph.text) for paragraph in self.paragraphs])

    def _joined(self, *, loose: bool) -> tuple[str, list[int], list[int]]:
        """All text folded, where each paragraph with text begins in it, and which paragraph that is.

        Paragraphs that follow each other in a flow are joined by a space, as a reviewer copies them; nothing reaches over a flow's end.
        """
        pieces: list[str] = []
        starts: list[int] = []
        numbers: list[int] = []
        at = 0
        breaks = {number + 1 for number, (one, next_) in enumerate(pairwise(self.paragraphs)) if not _follows(one, next_)}
        joint = BETWEEN_FLOWS
        for number, paragraph in enumerate(self.paragraphs):
            joint = BETWEEN_FLOWS if number in breaks else joint
            folded = fold(paragraph.text, loose=loose)
            if not folded:
                continue
            pieces += (joint, folded)
            starts.append(at + 1)
            numbers.append(number)
            at += 1 + len(folded)
            joint = " "
        return "".join(pieces), starts, numbers


def _follows(one: BaseParagraph, next_: BaseParagraph) -> bool:
    return one.flow == next_.flow and next_.start == one.start + len(one.text) + 1


def _inside_word(text: str, gap: int) -> bool:
    return 0 < gap < len(text) and text[gap - 1].isalnum() and text[gap].isalnum()


def atoms_in(text: str) -> bool:
    """Whether a text of the base holds something other than text: a note, a picture, a field's end."""
    return any(is_atom(char) for char in text)
