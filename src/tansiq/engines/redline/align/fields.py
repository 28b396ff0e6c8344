"""Fields while a story is read: the code of a field is one atom, its result is text, its end another atom.

Programs cut a field's code into runs as they like, so that only what the field is (PAGE, REF, HYPERLINK …) is compared.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.atoms import FIELD_CLOSE, Atoms
from tansiq.engines.redline.align.pieces import Mark, Piece

Put = Callable[[str, Element, tuple[Element, ...], Mark | None, Mark | None], Piece]

# Fields whose result a program computes anew; what stands there is nobody's wording (ISO/IEC 29500-1, 17.16.5).
COMPUTED = frozenset({
    "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "TOC", "INDEX", "TOA", "DATE", "TIME", "CREATEDATE", "SAVEDATE",
    "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE", "NUMWORDS", "NUMCHARS", "REVNUM", "LASTSAVEDBY", "SEQ", "REF", "NOTEREF",
    "STYLEREF", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM",
})


@dataclass(slots=True)
class _Open:
    element: Element
    units: list[Element]
    ins: Mark | None
    dele: Mark | None
    absorbed: bool                          # it stands in the code of another field
    in_code: bool = True
    code: list[str] = field(default_factory=list)
    computed: bool = False


def _nowhere(text: str, element: Element, units: tuple[Element, ...], ins: Mark | None, dele: Mark | None) -> Piece:
    return Piece(0, text, element, units, ins, dele)


class Fields:
    """The fields open at a point of a story."""

    def __init__(self, put: Put, atoms: Atoms) -> None:
        self._put = put
        self._atoms = atoms
        self._stack: list[_Open] = []

    def close(self) -> None:
        """The story has been read: forget where its pieces went."""
        self._put = _nowhere

    @property
    def volatile(self) -> bool:
        """Whether what stands here is the result of a computed field."""
        return bool(self._stack) and any(one.computed and not one.in_code for one in self._stack)

    @property
    def _collecting(self) -> _Open | None:
        return next((one for one in self._stack if one.in_code and not one.absorbed), None) if self._stack else None

    def take(self, run: Element) -> bool:
        """Take a run's content into the code that is being read; False outside a code."""
        one = self._collecting
        if one is None:
            return False
        if one.units[-1] is not run:
            one.units.append(run)
        return True

    def code(self, element: Element, run: Element) -> bool:
        """Take a piece of a field's code; False where no field is open (a deleted or broken one)."""
        one = self._collecting
        if one is None:
            return False
        if self._stack[-1] is one:
            one.code.append(element.text or "")
        return self.take(run)

    def character(self, element: Element, run: Element, ins: Mark | None, dele: Mark | None) -> None:
        """Take the begin, separate or end of a field."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            absorbed = self.take(run)
            self._stack.append(_Open(element, [run], ins, dele, absorbed))
        elif kind == "separate":
            self._separate(run)
        elif kind == "end":
            self._end(element, run, ins, dele)

    def open_simple(self, element: Element, ins: Mark | None, dele: Mark | None) -> None:
        """Open a simple field: what a complex one says in runs stands in its attribute."""
        one = _Open(element, [element], ins, dele, self._collecting is not None, code=[element.get(w("instr")) or ""])
        self._stack.append(one)
        if not one.absorbed:
            self._finish(one, ())

    def close_simple(self, element: Element, ins: Mark | None, dele: Mark | None) -> None:
        """Close the simple field opened last."""
        one = self._stack.pop()
        if not one.absorbed:
            self._put(FIELD_CLOSE, element, (), ins, dele)

    def end_of_paragraph(self) -> None:
        """A code never runs over a paragraph's end: what was read of it stands as it is."""
        for one in self._stack:
            if one.in_code and not one.absorbed:
                self._finish(one, tuple(one.units))
        self._stack = [one for one in self._stack if not one.absorbed]

    def _separate(self, run: Element) -> None:
        if not self._stack:
            return
        one = self._stack[-1]
        if one.absorbed:
            one.in_code = False
            self.take(run)
        elif one.in_code:
            self.take(run)
            self._finish(one, tuple(one.units))

    def _end(self, element: Element, run: Element, ins: Mark | None, dele: Mark | None) -> None:
        one = self._stack.pop() if self._stack else None
        if one is not None and one.absorbed:
            self.take(run)
            return
        if one is not None and one.in_code:
            self._finish(one, tuple(one.units))
        self._put(FIELD_CLOSE, element, (run,), ins, dele)

    def _finish(self, one: _Open, units: tuple[Element, ...]) -> None:
        words = "".join(one.code).split()
        kind = words[0].upper() if words else ""
        self._put(self._atoms.char("field", kind), one.element, units, one.ins, one.dele).is_field = True
        one.in_code = False
        one.computed = kind in COMPUTED
