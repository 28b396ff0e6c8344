"""The borders of moves (ISO/IEC 29500-1, 17.13.5.23 to 17.13.5.28): they go when nothing that was moved is left between them."""

from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions.markers import PAIRS, STARTS

MOVES = {w("moveFrom"): w("moveFromRangeStart"), w("moveTo"): w("moveToRangeStart")}
_RANGES = tuple(MOVES.values())


def ranges_in_use(root: etree._Element) -> list[etree._Element]:
    """The starts of the ranges that hold something moved, content or a paragraph mark."""
    used: dict[etree._Element, bool] = {}
    open_ranges: dict[tuple[str, str | None], etree._Element] = {}
    for element in root.iter(*MOVES, *_RANGES, *(PAIRS[start] for start in _RANGES)):
        if element.tag in MOVES:
            for (tag, _), start in open_ranges.items():
                if tag == MOVES[element.tag]:
                    used[start] = True
        elif element.tag in _RANGES:
            open_ranges[element.tag, element.get(w("id"))] = element
        else:
            open_ranges.pop((STARTS[element.tag], element.get(w("id"))), None)
    return list(used)
