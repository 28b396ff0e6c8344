"""Numbers of paragraphs and sections as people write them: "45", "45.", "para. 45 (b)", "3.2", in digits of any script."""

import re
from collections.abc import Sequence

from tansiq.engines.redline.align.folding import fold, words

_PART = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")


def parts_of(number: str) -> tuple[str, ...]:
    """Return the parts of a number: "45 (b)" gives ("45", "b"), "3.2." gives ("3.2",), "" gives ()."""
    return tuple(_PART.findall(fold(number, loose=True)))


def paragraphs_of_number(numbers: Sequence[tuple[str, ...]], wanted: tuple[str, ...]) -> list[int]:
    """Return the positions in `numbers` (parts of each paragraph's number, in order) of the number `wanted`.

    "45 (b)" is the paragraph so numbered, else the item "(b)" between paragraph 45 and the next number of its kind.
    """
    if not wanted:
        return []
    same = [position for position, number in enumerate(numbers) if number == wanted]
    if same or len(wanted) == 1:
        return same
    found = []
    for parent in paragraphs_of_number(numbers, wanted[:-1]):
        item = _item_below(numbers, parent, wanted[-1:])
        if item is not None:
            found.append(item)
    return found


def in_section(heading: str, section: str) -> bool:
    """Whether a heading is the one a reviewer names, by its number ("3.2", "Section 3.2") or by its words."""
    title, named = words(heading), words(section)
    if not title or not named:
        return False
    if fold(heading, loose=True) == fold(section, loose=True):
        return True
    number = [part for part in parts_of(section) if part[0].isdigit()]
    if number:
        above = parts_of(heading)
        return bool(above) and above[0] == number[0]
    return len(named) > 1 and any(title[start:start + len(named)] == named for start in range(len(title)))


def _item_below(numbers: Sequence[tuple[str, ...]], parent: int, item: tuple[str, ...]) -> int | None:
    for position in range(parent + 1, len(numbers)):
        if numbers[position] == item:
            return position
        if numbers[position] and _is_numeral(numbers[position]) == _is_numeral(numbers[parent]):
            return None
    return None


def _is_numeral(number: tuple[str, ...]) -> bool:
    return number[0][0].isdigit()
