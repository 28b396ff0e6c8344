"""Revisions around runs: the run content goes or is set free, and nothing empty is left around it.

Nesting needs no rule of its own: content is there if every revision around it leaves it (ISO/IEC 29500-1, 17.13.5.14 and following).
"""

from lxml import etree

from tansiq.engines.ooxml.names import m, w
from tansiq.engines.ooxml.revisions.kinds import Revision
from tansiq.engines.ooxml.revisions.markers import is_silent, rescue, take_away

PLAIN = {w("delText"): w("t"), w("delInstrText"): w("instrText")}

WRAPPERS = frozenset(
    w(name) for name in ("hyperlink", "fldSimple", "smartTag", "bdo", "dir", "ins", "del", "moveFrom", "moveTo")
) | {m("oMath"), m("oMathPara")}
"""What has no meaning once its content is gone."""

_OWN_PROPERTIES = frozenset({w("smartTagPr"), w("fldData"), m("oMathParaPr")})


def settle_content(revision: Revision, *, undone: bool) -> None:
    """Remove the content of a revision around runs, or set it free."""
    if revision.element.getparent() is None:
        return
    if undone:
        remove_content(revision.element)
    else:
        set_free(revision.element)


def remove_content(element: etree._Element) -> None:
    """Remove `element`; markers of ranges that reach out of it stay in its place, wrappers left empty go."""
    for marker in rescue(element):
        element.addprevious(marker)
    parent = element.getparent()
    take_away(element)
    while parent is not None and parent.tag in WRAPPERS and _is_hollow(parent):
        above = parent.getparent()
        for child in list(parent):
            if child.tag not in _OWN_PROPERTIES:
                parent.addprevious(child)
        take_away(parent)
        parent = above


def set_free(mark: etree._Element) -> None:
    """Put the content of `mark` in its place; deleted text becomes plain text where no other deletion is around it."""
    texts = list(mark.iter(*PLAIN)) if mark.tag in {w("del"), w("moveFrom")} else []
    for child in list(mark):
        mark.addprevious(child)
    take_away(mark)
    for text in texts:
        if next(text.iterancestors(w("del")), None) is None:
            make_plain(text)


def make_plain(text: etree._Element) -> None:
    """`w:delText` to `w:t`, `w:delInstrText` to `w:instrText`; `xml:space` means the same in both, so it stays as it is."""
    text.tag = PLAIN[text.tag]


def _is_hollow(wrapper: etree._Element) -> bool:
    """Whether nothing but markers is left in `wrapper`."""
    return all(child.tag in _OWN_PROPERTIES or is_silent(child) for child in wrapper)
