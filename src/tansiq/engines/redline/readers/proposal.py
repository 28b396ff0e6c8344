"""The smallest change that makes the base's text a proposed one, in whole words; and whether it can be shown as one at all."""

import re
from dataclasses import dataclass, replace

from tansiq.engines.redline.align.folding import fold
from tansiq.engines.redline.align.index import Found, atoms_in
from tansiq.engines.redline.edits import Place

_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f\u064b-\u065f\u0670\u0640]*)+|\s+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Change:
    """Within `place` (in one paragraph), the half-open range [start, end) from its start: `before` gives way to `after`."""

    place: Place
    start: int
    end: int
    before: str
    after: str

    @property
    def deleted(self) -> Place:
        """The place of the text that goes."""
        return _part(self.place, self.start, self.end)

    @property
    def gap(self) -> Place:
        """Where the new text goes: after the text it stands for."""
        return _part(self.place, self.end, self.end)


@dataclass(frozen=True, slots=True)
class _Token:
    key: str
    start: int
    end: int


def change_of(found: Found, proposed: str) -> Change | None:
    """Return the change from the found text to `proposed`, words alike at both ends left as the base has them.

    None where it cannot be shown as one change of text: not found exactly, over several paragraphs, over a note, picture or field,
    or new paragraphs in it. A change with neither `before` nor `after` changes nothing.
    """
    place = found.place
    if not found.exact or place is None or place.paragraph != place.last_paragraph:
        return None
    has, wants = _tokens(found.text), _tokens(proposed.strip())
    ahead = _alike(has, wants)
    behind = _alike(has[ahead:][::-1], wants[ahead:][::-1])
    start, end = _range(has, ahead, behind, len(found.text))
    before, after = found.text[start:end], _text(wants, ahead, behind, proposed.strip())
    if atoms_in(before) or "\n" in after or "\n" in before:
        return None
    return Change(place, start, end, before, after)


def _tokens(text: str) -> list[_Token]:
    """Words, spaces and signs, comparable; what nobody sees (and a note's reference) belongs to what it follows."""
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        key = " " if match[0].isspace() else fold(match[0])
        if not key and found:
            found[-1] = replace(found[-1], end=match.end())
        elif key:
            found.append(_Token(key, match.start(), match.end()))
    return found


def _alike(some: list[_Token], others: list[_Token]) -> int:
    count = 0
    for one, other in zip(some, others, strict=False):
        if one.key != other.key:
            break
        count += 1
    return count


def _range(tokens: list[_Token], ahead: int, behind: int, length: int) -> tuple[int, int]:
    """From the end of the tokens kept before to the start of those kept behind; an empty range is the gap between them."""
    middle = tokens[ahead:len(tokens) - behind]
    if middle:
        return middle[0].start, middle[-1].end
    gap = tokens[ahead - 1].end if ahead else (tokens[0].start if behind else length)
    return gap, gap


def _text(tokens: list[_Token], ahead: int, behind: int, text: str) -> str:
    middle = tokens[ahead:len(tokens) - behind]
    return text[middle[0].start:middle[-1].end] if middle else ""


def _part(place: Place, start: int, end: int) -> Place:
    return replace(
        place, start=place.start + start, end=place.start + end, start_in=place.start_in + start, end_in=place.start_in + end,
    )
