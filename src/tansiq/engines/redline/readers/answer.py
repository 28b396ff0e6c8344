"""What one agency's matrix, PDF or mail holds, as edits and comments in places of the base, and how each was placed.

Shared by the readers of answers that are not Word files. Ids are the reader's own until the ledger gives its stable ones.
"""

from dataclasses import dataclass, field, replace

from tansiq.engines.redline.align.index import BaseIndex, Found, How, Locus
from tansiq.engines.redline.edits import Comment, Edit, Kind, Place, Source, Warned
from tansiq.engines.redline.readers.proposal import Change, change_of


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing a reviewer said. `key` names it in its file (a sheet's row, an annotation, a line); `said_where` is where, in its words.

    `proposed` is the text that should stand instead of `quote`: "" to delete it, None when no text is proposed. Where that cannot be
    an edit, the comment says it: with `in_words`, else with both texts, each after its label. `aside` is said with the edit.
    """

    key: str
    text: str = ""
    person: str = ""
    date: str = ""
    where: Locus = Locus()
    said_where: str = ""
    quote: str = ""
    proposed: str | None = None
    labels: tuple[str, str] = ("<", ">")
    category: str = ""
    parent: str | None = None
    resolved: bool = False
    in_words: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """How a remark was placed, for the intake report: by what, how surely, where else it could be; and the ids it became.

    `candidates` are numbers of paragraphs (from 1, in their story) when several answered and none was taken.
    """

    key: str
    said_where: str
    how: How
    score: float
    candidates: tuple[int, ...]
    ids: tuple[str, ...]
    category: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text that is no comment, listed so that nothing disappears: a greeting, a signature, a quoted mail, a row that changes nothing."""

    kind: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """All of one file. `edits` and `comments` carry their source; `entries` has one row for each remark, in the file's order."""

    source: Source
    edits: tuple[Edit, ...] = ()
    comments: tuple[Comment, ...] = ()
    entries: tuple[Entry, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[Warned, ...] = ()

    @property
    def unplaced(self) -> tuple[Entry, ...]:
        """The remarks that became general comments."""
        return tuple(entry for entry in self.entries if entry.how in (How.NOWHERE, How.AMBIGUOUS))


@dataclass(slots=True)
class Gathering:
    """Takes in remarks one by one. `agency` is that of the upload, whatever the file says; `date` serves remarks without one."""

    source: Source
    agency: str
    index: BaseIndex
    date: str
    edits: list[Edit] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    def enter(self, remark: Remark, found: Found | None = None) -> Found:
        """Place a remark and keep it: an edit when its quote stands in the base exactly, else or besides a comment.

        `found` is where it is, when the reader has looked already. A remark that asks for no change and says nothing is left out.
        """
        found = self.index.locate(remark.quote, remark.where) if found is None else found
        change = self._change(remark, found)
        if change is not None and not (change.before or change.after) and not remark.text:
            self.left_out.append(LeftOut("unchanged", remark.said_where or remark.key, remark.quote))
            return found
        ids = self._edits(remark, change) if change is not None else ()
        text = remark.text if change is not None else _with_proposal(remark)
        if text or not ids:
            ids += (self._comment(remark, found, text),)
        self.entries.append(Entry(remark.key, remark.said_where, found.how, found.score, found.candidates, ids, remark.category))
        return found

    def insert(self, remark: Remark, found: Found, gap: int, text: str) -> None:
        """Keep a remark as the insertion of `text` in the gap before `gap`, an offset from the start of the found place."""
        if found.place is not None:
            change = Change(found.place, gap, gap, "", text)
            self.entries.append(Entry(remark.key, remark.said_where, found.how, found.score, (), self._edits(remark, change)))

    def answer(self) -> Answer:
        """All that was taken in."""
        return Answer(
            self.source, tuple(self.edits), tuple(self.comments), tuple(self.entries), tuple(self.left_out), tuple(self.warnings),
        )

    def warn(self, code: str, **params: str | int) -> None:
        """Add something the secretariat should know."""
        self.warnings.append(Warned(code, params))

    def comment_id(self, key: str) -> str:
        """The id of the comment a remark becomes."""
        return f"{self.source}:{key}"

    def _change(self, remark: Remark, found: Found) -> Change | None:
        if remark.proposed is None or not remark.quote:
            return None
        return change_of(found, remark.proposed)

    def _edits(self, remark: Remark, change: Change) -> tuple[str, ...]:
        made: list[Edit] = []
        if change.before:
            made.append(self._edit(remark, "deletion", Kind.DELETION, change.deleted, before=change.before))
        if change.after:
            insertion = self._edit(remark, "insertion", Kind.INSERTION, change.gap, after=change.after)
            made.append(replace(insertion, replaces=made[0].id) if made else insertion)
        self.edits += made
        return tuple(edit.id for edit in made)

    def _edit(self, remark: Remark, what: str, kind: Kind, place: Place, *, before: str = "", after: str = "") -> Edit:
        return Edit(
            id=f"{self.source}:{remark.key}:{what}", agency=self.agency, person=remark.person, date=remark.date or self.date, kind=kind,
            tracked=True, place=place, before=before, after=after, source=self.source, said=remark.aside,
        )

    def _comment(self, remark: Remark, found: Found, text: str) -> str:
        made = Comment(
            id=self.comment_id(remark.key), agency=self.agency, person=remark.person, date=remark.date or self.date,
            place=found.place or Place("", 0, 0, heading=remark.said_where), anchor_text=remark.quote, text=text,
            parent=None if remark.parent is None else self.comment_id(remark.parent), resolved=remark.resolved,
            starts=found.starts, ends=found.ends, source=self.source,
        )
        self.comments.append(made)
        return made.id


def _with_proposal(remark: Remark) -> str:
    """The comment with the proposal in words, where it could not become an edit."""
    if remark.proposed is None:
        return remark.text
    if remark.in_words:
        return "\n".join(line for line in dict.fromkeys((remark.text, remark.in_words)) if line)
    current, proposed = remark.labels
    lines = [remark.text, f"{current}: {remark.quote}" if remark.quote else "", f"{proposed}: {remark.proposed or '∅'}"]
    return "\n".join(line for line in lines if line)
