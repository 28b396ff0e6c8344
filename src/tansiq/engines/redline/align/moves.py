"""The names of moves while a story is read: their ranges open and close between runs or paragraphs (ISO/IEC 29500-1, 17.13.5.21 to 28)."""

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w

_STARTS = {w("moveFromRangeStart"): "from", w("moveToRangeStart"): "to"}
_ENDS = {w("moveFromRangeEnd"): "from", w("moveToRangeEnd"): "to"}


class Moves:
    """The moves that are open at a point of a story."""

    def __init__(self) -> None:
        self._open: dict[str, dict[str, str]] = {"from": {}, "to": {}}
        self.last_from = ""                    # a range may end in a paragraph whose mark was moved with it
        self.last_to = ""

    def see(self, element: Element) -> None:
        """Take note of the start or end of a move's range; other elements pass."""
        side = _STARTS.get(str(element.tag))
        if side is not None:
            name = element.get(w("name")) or ""
            self._open[side][element.get(w("id")) or ""] = name
            if side == "from":
                self.last_from = name
            else:
                self.last_to = name
            return
        side = _ENDS.get(str(element.tag))
        if side is not None:
            self._open[side].pop(element.get(w("id")) or "", None)

    @property
    def from_(self) -> str:
        """The name of the move whose source is open, "" if none."""
        return next(reversed(self._open["from"].values()), "")

    @property
    def to(self) -> str:
        """The name of the move whose destination is open, "" if none."""
        return next(reversed(self._open["to"].values()), "")
