"""Elements without width between the runs: ends of bookmarks, comments, moves and permissions, and what becomes of them.

When content goes away, a range that lies wholly in it goes too, one that reaches out of it keeps its end, and comments stay.
"""

import copy
from collections.abc import Collection, Iterator

from lxml import etree

from tansiq.engines.ooxml.names import mc, w

PAIRS = {
    w(f"{name}Start"): w(f"{name}End")
    for name in (
        "bookmark", "perm", "moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange",
        "customXmlMoveToRange",
    )
}
STARTS = {end: start for start, end in PAIRS.items()}
COMMENT_ENDS = frozenset({w("commentRangeStart"), w("commentRangeEnd")})
MARKERS = frozenset(PAIRS) | frozenset(STARTS) | COMMENT_ENDS | {w("proofErr")}
"""What may stand between blocks or runs without being content."""

SILENT_IN_RUN = frozenset({w("rPr"), w("commentReference"), w("lastRenderedPageBreak")})

STORIES = frozenset(
    w(name) for name in ("body", "hdr", "ftr", "footnote", "endnote", "comment", "docPartBody", "txbxContent")
)
"""Elements whose paragraphs make one text."""


def is_silent(element: etree._Element) -> bool:
    """Whether `element` shows nothing by itself: a marker, a run with no more than a comment's reference, an XML comment."""
    if not isinstance(element.tag, str) or element.tag in MARKERS:
        return True
    return element.tag == w("r") and all(child.tag in SILENT_IN_RUN for child in element)


def following_block(block: etree._Element) -> etree._Element | None:
    """The next sibling that is a paragraph, a table, a content control; None at the end of the container."""
    return next(_blocks(block.itersiblings()), None)


def preceding_block(block: etree._Element) -> etree._Element | None:
    """The sibling before, as `following_block`."""
    return next(_blocks(block.itersiblings(preceding=True)), None)


def rescue(element: etree._Element) -> list[etree._Element]:
    """The markers to keep when `element` goes away, taken out of it, in order.

    Kept: one end of a range whose other end lies outside, ends of comments, and comment references, each in a run of its own.
    """
    inside = {(each.tag, each.get(w("id"))) for each in element.iter(*PAIRS, *STARTS)}
    kept = []
    for marker in list(element.iter(*PAIRS, *STARTS, *COMMENT_ENDS, w("commentReference"))):
        partner = PAIRS.get(marker.tag) or STARTS.get(marker.tag)
        if (partner, marker.get(w("id"))) in inside or next(marker.iterancestors(mc("Fallback")), None) is not None:
            continue
        kept.append(_reference_run(marker) if marker.tag == w("commentReference") else marker)
    for marker in kept:
        take_away(marker)
    return kept


def settle_near(markers: list[etree._Element], gone: etree._Element) -> None:
    """Put rescued markers into the paragraph of the same story that follows `gone`, at its start, or precedes it, at its end."""
    if not markers:
        return
    after = _paragraph_beside(gone, preceding=False)
    if after is not None:
        start = 1 if len(after) and after[0].tag == w("pPr") else 0
        after[start:start] = markers
        return
    before = _paragraph_beside(gone, preceding=True)
    if before is not None:
        before.extend(markers)


def drop_pairs(root: etree._Element, starts: Collection[etree._Element]) -> None:
    """Remove the markers `starts`, which stand below `root`, and the end that belongs to each."""
    wanted = {(PAIRS[start.tag], start.get(w("id"))) for start in starts}
    ends = [end for end in root.iter(*{tag for tag, _ in wanted}) if (end.tag, end.get(w("id"))) in wanted] if wanted else []
    for marker in [*starts, *ends]:
        take_away(marker)


def take_away(element: etree._Element) -> None:
    """Remove `element` from its parent; nothing happens when it has none."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _blocks(siblings: Iterator[etree._Element]) -> Iterator[etree._Element]:
    """The siblings that are content; a body's own section properties are none."""
    return (each for each in siblings if isinstance(each.tag, str) and each.tag not in MARKERS and each.tag not in _PROPERTIES)


_PROPERTIES = frozenset(w(name) for name in ("sectPr", "tcPr", "sdtPr", "customXmlPr"))


def _paragraph_beside(gone: etree._Element, *, preceding: bool) -> etree._Element | None:
    """The nearest paragraph outside `gone` in its story."""
    story = next(gone.iterancestors(*STORIES), None)
    here: etree._Element | None = gone
    while here is not None and here is not story:
        for sibling in here.itersiblings(preceding=preceding):
            found = [each for each in sibling.iter(w("p")) if next(each.iterancestors(*STORIES), None) is story]
            if found:
                return found[-1 if preceding else 0]
        here = here.getparent()
    return None


def _reference_run(reference: etree._Element) -> etree._Element:
    """A run that holds nothing but `reference`, with the properties of the run it stood in."""
    run = etree.Element(w("r"))
    parent = reference.getparent()
    properties = parent.find(w("rPr")) if parent is not None else None
    if properties is not None:
        run.append(copy.deepcopy(properties))
    run.append(reference)
    return run
