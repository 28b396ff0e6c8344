"""The rows of the matrix: what one decision is taken on, made from the ledger; no words, no files.

A deletion and the insertions that replace it are one row; the same change by several agencies is one row with its supporters; a
comment and its replies are one row. Comments of the base that no agency answered are the secretariat's own and have no row.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from tansiq.engines.redline.edits import Comment, Edit, Kind, Ledger, Place
from tansiq.engines.redline.merge.agreement import WITHDRAWN
from tansiq.engines.redline.report.category import suggested
from tansiq.engines.redline.report.decisions import Category, Decision, Disposition, RowType

FORMATS = frozenset({Kind.FORMAT, Kind.PARAGRAPH_FORMAT, Kind.TABLE_FORMAT})
_TEXTS = frozenset({Kind.INSERTION, Kind.DELETION, Kind.PARAGRAPH_INSERTION, Kind.PARAGRAPH_DELETION, Kind.NOTE, Kind.FIELD})
_LEAVES = frozenset({Kind.DELETION, Kind.PARAGRAPH_DELETION, Kind.ROW_DELETION, Kind.CELL_DELETION})
_STORIES = ("body", "textbox", "footnote", "endnote", "header", "footer")
_TOP, _BOX = re.compile(r"[^#]*#[^/]*"), re.compile(r"[^#]*#.*/x\d+")
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Row:
    """One row. `edits` are those of the agency that made the change first, `agreeing` the same by others; `thread` a comment, its replies.

    `key` stays the same for the same inputs in any order; `number` counts the rows from 1 in the order of the base.
    """

    key: str
    number: int
    agency: str
    edits: tuple[Edit, ...] = ()
    agreeing: tuple[Edit, ...] = ()
    thread: tuple[Comment, ...] = ()

    @property
    def first(self) -> Edit | Comment:
        """The edit or comment that stands for the row: its place, person, date and source are the row's."""
        return self.edits[0] if self.edits else next(comment for comment in self.thread if comment.agency)

    @property
    def place(self) -> Place:
        """Where in the base."""
        return self.edits[0].place if self.edits else self.thread[0].place

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of every edit and comment that the row decides on."""
        return tuple(edit.id for edit in (*self.edits, *self.agreeing)) + tuple(comment.id for comment in self.thread)

    @property
    def supporters(self) -> tuple[str, ...]:
        """The agencies that propose the same, besides the row's own."""
        return tuple(sorted({edit.agency for edit in self.agreeing} - {self.agency}))

    @property
    def agencies(self) -> tuple[str, ...]:
        """Every agency that has a part in the row: its own first, then supporters or those who replied."""
        others = ({edit.agency for edit in self.agreeing} | {comment.agency for comment in self.thread}) - {self.agency, ""}
        return (self.agency, *sorted(others))

    @cached_property
    def before(self) -> str:
        """What the base has there; of a comment, the text it is on."""
        return self.thread[0].anchor_text if self.thread else "".join(edit.before for edit in _in_place(self.edits))

    @cached_property
    def after(self) -> str:
        """What is proposed instead; "" for a comment and a deletion."""
        return "".join(edit.after for edit in _in_place(self.edits))

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The ids of the conflicts that a change of the row is in."""
        found = dict.fromkeys(edit.conflict for edit in (*self.edits, *self.agreeing) if edit.conflict)
        return tuple(found)

    @property
    def type(self) -> RowType:
        """What kind of row it is."""
        if self.thread:
            return RowType.GENERAL if self.thread[0].starts is None and not self.thread[0].anchor_text else RowType.COMMENT
        kinds = {edit.kind for edit in self.edits}
        if kinds <= FORMATS:
            return RowType.FORMAT
        return RowType.TEXT if kinds <= _TEXTS else RowType.STRUCTURE

    @property
    def category(self) -> Category | None:
        """The category suggested before people have their say; None where only they can say."""
        if self.thread:
            return Category.GENERAL if self.type is RowType.GENERAL else None
        return suggested(self.edits, self.before, self.after)

    @property
    def withdrawn(self) -> bool:
        """Whether its own agency took the change out again, so that nothing of it is shown and nothing is left to decide."""
        return bool(self.edits) and all(edit.said == WITHDRAWN for edit in self.edits)

    @property
    def undecided(self) -> Disposition:
        """The disposition of the row before anybody wrote one."""
        return Disposition(self.key, Decision.WITHDRAWN if self.withdrawn else None)

    @property
    def modifiable(self) -> bool:
        """Whether a final text can stand for what is proposed: only where it is words that come or go."""
        plain = {Kind.INSERTION, Kind.DELETION, Kind.PARAGRAPH_INSERTION, Kind.PARAGRAPH_DELETION}
        return bool(self.thread) or {edit.kind for edit in self.edits} <= plain


def rows(ledger: Ledger) -> tuple[Row, ...]:
    """The rows of the matrix in the order of the base: what is on the whole document first, then story by story, place by place."""
    made = [*_edit_rows(ledger.edits), *_comment_rows(ledger.comments)]
    made.sort(key=lambda row: (*_order(row.place), bool(row.thread), row.first.agency, *_within(row)))
    return tuple(Row(row.key, number, row.agency, row.edits, row.agreeing, row.thread) for number, row in enumerate(made, start=1))


def agreements(edits: Sequence[Edit]) -> dict[str, frozenset[str]]:
    """For each edit, all edits that are the same change, itself included, whichever of them names the other."""
    group = {edit.id: {edit.id} for edit in edits}
    for edit in edits:
        for other in edit.agrees_with:
            if other in group and group[other] is not group[edit.id]:
                group[edit.id] |= group[other]
                for member in group[other]:
                    group[member] = group[edit.id]
    return {each: frozenset(members) for each, members in group.items()}


def _edit_rows(edits: Sequence[Edit]) -> list[Row]:
    units = _units(edits)
    agreed = agreements(edits)
    by_signature: dict[frozenset[frozenset[str]], list[int]] = {}
    for number, unit in enumerate(units):
        by_signature.setdefault(frozenset(agreed[edit.id] for edit in unit), []).append(number)
    found = []
    for numbers in by_signature.values():
        # Two changes of one agency are never each other's support, so every unit of the same signature is of another agency or person.
        ordered = sorted((units[number] for number in numbers), key=_precedence)
        first, others = ordered[0], [edit for unit in ordered[1:] for edit in unit]
        ids = sorted(edit.id for unit in ordered for edit in unit)
        found.append(Row(_key(ids), 0, first[0].agency, first, tuple(others)))
    return found


def _units(edits: Sequence[Edit]) -> list[tuple[Edit, ...]]:
    """Each change as its agency made it: a deletion with the insertions that replace it, or an edit alone."""
    known = {edit.id for edit in edits}
    together: dict[str, list[Edit]] = {}
    for edit in edits:
        root = edit.replaces if edit.replaces in known and edit.replaces else edit.id
        together.setdefault(root, []).append(edit)
    return [tuple(sorted(unit, key=lambda edit: (edit.kind not in _LEAVES, edit.place.start, edit.id))) for unit in together.values()]


def _precedence(unit: tuple[Edit, ...]) -> tuple[bool, bool, str, str, str]:
    """Who is named first of those who agree: tracked before untracked, then the earliest date, then the agency."""
    first = unit[0]
    return not first.tracked, not first.date, first.date, first.agency, first.id


def _comment_rows(comments: Sequence[Comment]) -> list[Row]:
    known = {comment.id: comment for comment in comments}
    threads: dict[str, list[Comment]] = {}
    for comment in comments:
        threads.setdefault(_root(comment, known), []).append(comment)
    found = []
    for root, thread in threads.items():
        ordered = sorted(thread, key=lambda comment: (comment.id != root, comment.date, comment.id))
        said = [comment for comment in ordered if comment.agency]
        if said:
            found.append(Row(_key(sorted(comment.id for comment in ordered)), 0, said[0].agency, thread=tuple(ordered)))
    return found


def _root(comment: Comment, known: dict[str, Comment]) -> str:
    seen = {comment.id}
    while comment.parent in known and comment.parent not in seen:
        comment = known[comment.parent]
        seen.add(comment.id)
    return comment.id


def _in_place(edits: Sequence[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda edit: (edit.place.start, edit.place.end, edit.rank))


def _within(row: Row) -> tuple[int, str, tuple[tuple[int, str], ...]]:
    """The order of what one agency did at one place."""
    return row.edits[0].rank if row.edits else 0, row.first.date, _natural(row.first.id)


def _order(place: Place) -> tuple[int, tuple[tuple[int, str], ...], int, int, tuple[tuple[int, str], ...], int, int]:
    """A place as a sort key: story, paragraph, offset in it; the numbers in a flow's name count as numbers."""
    story = _STORIES.index(place.story) if place.story in _STORIES else len(_STORIES)
    # Paragraphs are counted anew in each text box, note, header and footer.
    counted = (_BOX if place.story == "textbox" else _TOP).match(place.flow) if story else None
    container = counted.group() if counted else ""
    return story, _natural(container), place.paragraph, place.start_in, _natural(place.flow), place.start, place.end


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in _DIGITS.split(name) if piece)


def _key(ids: Sequence[str]) -> str:
    return "row-" + sha256("\n".join(ids).encode()).hexdigest()[:16]
