"""Content controls and custom XML that were put in, taken out or moved around their content (ISO/IEC 29500-1, 17.13.5.4 to 17.13.5.11).

Two pairs of markers stand for one control: around its opening and around its closing. Its content has revisions of its own.
"""

from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions.kinds import Revision
from tansiq.engines.ooxml.revisions.markers import MARKERS, drop_pairs, take_away
from tansiq.engines.ooxml.revisions.tables import keep_whole

_PROPERTIES = frozenset({w("customXmlPr"), w("sdtPr"), w("sdtEndPr")})


def settle_control(revision: Revision, *, undone: bool) -> None:
    """Drop the pair of markers that the revision opens; when `undone`, also the control after it, whose content stays."""
    start = revision.element
    control = _control_after(start) if undone else None
    drop_pairs(start.getroottree().getroot(), [start])
    if control is not None:
        _open_up(control)


def _control_after(start: etree._Element) -> etree._Element | None:
    """The control whose opening `start` marks; None for the pair around a closing."""
    for sibling in start.itersiblings():
        if sibling.tag in {w("sdt"), w("customXml")}:
            return sibling
        if sibling.tag not in MARKERS:
            return None
    return None


def _open_up(control: etree._Element) -> None:
    """Put the content of `control` in its place."""
    parent = control.getparent()
    content = control.find(w("sdtContent")) if control.tag == w("sdt") else control
    for child in list(content) if content is not None else []:
        if child.tag not in _PROPERTIES:
            control.addprevious(child)
    take_away(control)
    if parent is not None:
        keep_whole(parent)
