"""Paragraph marks that go: two paragraphs become one, and the second keeps its properties (ISO/IEC 29500-1, 17.13.5.13, 17.13.5.15).

A mark cannot go where no paragraph follows in the same container (before a table, at the end of a cell or a story): the paragraph
then goes with it if nothing is left in it, and otherwise stays.
"""

from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions.kinds import Revision
from tansiq.engines.ooxml.revisions.markers import MARKERS, following_block, is_silent, preceding_block, settle_near, take_away
from tansiq.engines.ooxml.revisions.properties import prune


def settle_mark(revision: Revision, *, undone: bool) -> None:
    """Settle a revision of a paragraph's mark. Called in document order, so that a row of paragraphs folds into the last one."""
    if undone:
        remove_mark(revision.element)
    else:
        _unmark(revision.element)


def remove_mark(mark: etree._Element) -> None:
    """Take away the paragraph mark among whose properties `mark` stands, or only `mark` where the paragraph must stay."""
    paragraph = next(mark.iterancestors(w("p")), None)
    if paragraph is None:
        return
    following = following_block(paragraph)
    if following is not None and following.tag == w("p"):
        _join(paragraph, following)
    elif not _is_empty(paragraph) or not _may_go(paragraph, following):
        _unmark(mark)
    else:
        _drop(paragraph)


def _unmark(mark: etree._Element) -> None:
    """Take the mark away, the paragraph stays."""
    properties = mark.getparent()
    take_away(mark)
    prune(properties)


def _join(paragraph: etree._Element, following: etree._Element) -> None:
    """Put the content of `paragraph` at the start of `following`; markers between the two stay between."""
    carried = _content(paragraph)
    if carried:
        between = []
        for sibling in paragraph.itersiblings():
            if sibling is following:
                break
            between.append(sibling)
        start = 1 if len(following) and following[0].tag == w("pPr") else 0
        following[start:start] = [*carried, *between]
    take_away(paragraph)


def _may_go(paragraph: etree._Element, following: etree._Element | None) -> bool:
    """Whether the container does without `paragraph`: something follows it, or it ends with another paragraph."""
    if following is not None:
        return True
    before = preceding_block(paragraph)
    return before is not None and before.tag == w("p")


def _drop(paragraph: etree._Element) -> None:
    """Remove an empty paragraph; the markers in it go to its neighbour."""
    left = _content(paragraph)
    before = preceding_block(paragraph)
    if before is not None and before.tag == w("p") and following_block(paragraph) is None:
        before.extend(left)
    elif all(child.tag in MARKERS for child in left):
        for child in left:
            paragraph.addprevious(child)
    else:
        settle_near(left, paragraph)
    take_away(paragraph)


def _content(paragraph: etree._Element) -> list[etree._Element]:
    """The children of `paragraph` without its properties."""
    return [child for child in paragraph if child.tag != w("pPr")]


def _is_empty(paragraph: etree._Element) -> bool:
    """Whether `paragraph` shows nothing."""
    return all(is_silent(child) for child in _content(paragraph))
