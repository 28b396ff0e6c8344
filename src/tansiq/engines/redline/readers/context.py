"""What the reading of one copy works with: both documents, whose copy it is, and what it has found so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tansiq.engines.redline.align.atoms import DRAWING, ENDNOTE, FOOTNOTE, Atoms
from tansiq.engines.redline.align.document import Document
from tansiq.engines.redline.align.pieces import Flow, Mark, Piece
from tansiq.engines.redline.align.places import Places
from tansiq.engines.redline.edits import Anchor, Edit, Fragment, Kind, Noise, Place
from tansiq.engines.redline.errors import CopyOfAnotherBase
from tansiq.engines.redline.readers.difference import Slice
from tansiq.engines.redline.readers.resources import Resources

UNTRACKED = ""
"""The person of an edit that no program marked: who made it is not known."""


@dataclass(slots=True)
class Context:
    """One reading under way. `date` is that of edits without a mark; `kept` and `total` count characters of the base's body."""

    agency: str
    base: Document
    copy: Document
    atoms: Atoms
    places: Places
    resources: Resources
    date: str
    by_word: bool
    everything: bool = False                   # white space, breaks and pictures are edits, too
    edits: list[Edit] = field(default_factory=list)
    noise: list[Noise] = field(default_factory=list)
    unread: list[tuple[str, Flow]] = field(default_factory=list)   # headers and footers without one in the other document
    spots: dict[tuple[str, str], Anchor] = field(default_factory=dict)
    seen_notes: set[str] = field(default_factory=set)
    kept: int = 0
    total: int = 0
    enough: float = 0.0                        # the share of the base's body that must be in the copy
    whole: int = field(init=False)

    def __post_init__(self) -> None:
        self.whole = self.base.body_length

    def keep(self, kept: int, length: int) -> None:
        """Count one flow of the body: `kept` of its `length` characters are in the copy.

        Raises CopyOfAnotherBase as soon as too much is missing, before anything is made of a text that has nothing in common.
        """
        self.kept += kept
        self.total += length
        if self.total - self.kept > (1 - self.enough) * self.whole:
            raise CopyOfAnotherBase(self.agency, 1 - (self.total - self.kept) / self.whole)

    def add(
        self, kind: Kind, place: Place, mark: Mark | None, *, before: str = "", after: str = "", fragment: Fragment | None = None,
        said: str = "", rank: int = 0, undone: Mark | None = None,
    ) -> None:
        """Take an edit into the list; its id comes when all are there."""
        person, date = (mark.person, mark.date or self.date) if mark is not None else (UNTRACKED, self.date)
        self.edits.append(Edit(
            "", self.agency, person, date, kind, mark is not None, place, before, after, fragment=fragment, said=said, rank=rank,
            undone_by=undone.person if undone else "", undone_on=undone.date if undone else "",
        ))

    def readable(self, slices: Sequence[Slice]) -> str:
        """The text of slices of the copy as a person reads it."""
        return "".join(self._shown(each.piece, each.text, self.copy) for each in slices)

    def readable_base(self, flow_key: str, start: int, end: int) -> str:
        """The text [start, end) of a flow of the base as a person reads it."""
        pieces = self.base.flows[flow_key].between(start, end)
        return "".join(
            self._shown(piece, piece.text[max(0, start - piece.at):end - piece.at], self.base) for piece in pieces
        )

    def _shown(self, piece: Piece, text: str, document: Document) -> str:
        if text in (FOOTNOTE, ENDNOTE):
            note = document.notes.get((text, note_id(piece)))
            return f"[{self.atoms.readable(note.current()).strip()}]" if note is not None else "[]"
        if text == DRAWING:
            inside = " ".join(self.atoms.readable(box.current()).strip() for box in piece.boxes)
            return f"[{picture_name(piece)}: {inside}]" if inside else f"[{picture_name(piece)}]"
        if piece.table is not None:
            rows = ("\t".join(self.atoms.readable(cell.flow.current()).strip() for cell in row.cells) for row in piece.table.rows)
            return "\n".join(rows) + "\n"
        return self.atoms.readable(text)


def note_id(piece: Piece) -> str:
    """The id of the note a reference points to."""
    return next((str(value) for name, value in piece.element.attrib.items() if str(name).endswith("}id")), "")


def picture_name(piece: Piece) -> str:
    """The alternative text of a picture, else its name."""
    for element in piece.element.iter():
        if str(element.tag).endswith("}docPr"):
            return element.get("descr") or element.get("name") or "picture"
    return "picture"
