"""Who marked a change, read from its element: authors may be missing, dates may be odd, and both are kept as they stand."""

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.pieces import Mark

INSERTING = frozenset({w("ins"), w("moveTo")})
DELETING = frozenset({w("del"), w("moveFrom")})
_AUTHOR, _DATE = w("author"), w("date")


def mark_of(element: Element, move: str = "") -> Mark:
    """The person and date of a tracked change; "" where the file names none."""
    return Mark((element.get(_AUTHOR) or "").strip(), (element.get(_DATE) or "").strip(), move)


def child_mark(properties: Element | None, *names: str, move: str = "") -> Mark | None:
    """The mark of the first child of `properties` that has one of these names."""
    if properties is None:
        return None
    for name in names:
        found = properties.find(w(name))
        if found is not None:
            return mark_of(found, move)
    return None
