"""What stands in each source cell of the matrix, in one language; the same for Excel, Word and the reading back. No files here."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import TypeAlias

from tansiq.engines.redline.edits import Comment, Edit, Kind, Ledger, Place, Source
from tansiq.engines.redline.report.columns import SOURCE, Column
from tansiq.engines.redline.report.decisions import RowType
from tansiq.engines.redline.report.rows import Row, rows
from tansiq.engines.redline.report.words import Words, words_of
from tansiq.engines.redline.report.words.properties import property_words

Value: TypeAlias = str | int | date | None

_NAMED_BY_PROPERTIES = frozenset({Kind.FORMAT, Kind.PARAGRAPH_FORMAT, Kind.TABLE_FORMAT, Kind.SECTION})
_LINE_ENDS = re.compile("\r\n|[\r\v\f\u2028\u2029]")
# What XML 1.0 cannot hold (production 2), and the surrogates that a broken file may leave behind.
_UNWRITABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?![^T ])")
_FIRST_YEAR = 1900
"""Excel counts days from 1900 on; an older date is text."""


def writable(text: str) -> str:
    """The text with one kind of line end, and U+FFFD for what no XML file can hold."""
    return _UNWRITABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def day(stamp: str) -> date | str:
    """The day of an ISO 8601 date or time as its writer wrote it (no change of time zone); what is no such day stays text."""
    if _DAY.match(stamp):
        try:
            found = date.fromisoformat(stamp[:10])
        except ValueError:
            return stamp
        return found if found.year >= _FIRST_YEAR else stamp
    return stamp


@dataclass(frozen=True)
class Matrix:
    """The matrix of one ledger in one language. `pages` gives the page of each paragraph of the body, by number from 1.

    With `agency_only` no person is named.
    """

    ledger: Ledger
    language: str = "en"
    pages: Mapping[int, int] = field(default_factory=dict)
    agency_only: bool = False

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows in the order of the base."""
        return rows(self.ledger)

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number of the row that decides on an edit or comment, by its id."""
        return {member: row.number for row in self.rows for member in row.members}

    @cached_property
    def words(self) -> Words:
        """The words of the language."""
        return words_of(self.language)

    @cached_property
    def source_columns(self) -> tuple[Column, ...]:
        """The columns from the ledger that this matrix shows."""
        return tuple(column for column in SOURCE if not (self.agency_only and column is Column.PERSON))

    def agency(self, row: Row) -> str:
        """The agency of a row; changes that were in the draft when it went out are nobody's answer and say so."""
        return row.agency or self.words.own

    def page(self, row: Row) -> int | None:
        """The page a row is on; None outside the body and where pages are not known."""
        return self.pages.get(row.place.paragraph) if row.place.story == "body" else None

    def values(self, row: Row) -> dict[Column, Value]:
        """What each source column shows for a row; text is writable, None is an empty cell."""
        words, first = self.words, row.first
        found: dict[Column, Value] = {
            Column.NUMBER: row.number, Column.AGENCY: self.agency(row), Column.PERSON: first.person, Column.DATE: day(first.date),
            Column.DRAFT: self.ledger.base.file, Column.SECTION: row.place.heading, Column.PAGE: self.page(row),
            Column.PARAGRAPH: self._paragraph(row.place), Column.PART: self._part(row), Column.TYPE: words.types[row.type],
            Column.CHANGE: self._change(row), Column.TRACKED: self._tracked(first), Column.CURRENT: row.before,
            Column.PROPOSED: "" if row.type is RowType.FORMAT and row.after == row.before else row.after,
            Column.COMMENT: self._said(row), Column.RATIONALE: self._rationale(row),
            Column.AGREEING: words.separator.join(row.supporters), Column.CONFLICT: self._conflict(row),
            Column.NOTE: "\n".join(filter(None, dict.fromkeys(map(self._note, row.edits)))),
        }
        return {column: (writable(value) or None) if isinstance(value, str) else value
                for column, value in found.items() if column in self.source_columns}

    @cached_property
    def numbered(self) -> bool:
        """Whether the draft numbers its paragraphs, so that rows name these numbers; else paragraphs are counted. Items "(a)" are none."""
        places = [edit.place for edit in self.ledger.edits] + [comment.place for comment in self.ledger.comments]
        return any(place.number[:1].isdecimal() for place in places if place.story == "body" and not place.row)

    def _paragraph(self, place: Place) -> int | str | None:
        """The paragraph of a place: its number in the draft, or where that numbers none, its count in the story."""
        if place.number:
            return int(place.number) if place.number.isdecimal() else place.number
        if not place.paragraph or (self.numbered and place.story == "body"):
            return None
        return f"{place.paragraph}\u2013{place.last_paragraph}" if place.last_paragraph > place.paragraph else place.paragraph

    def _part(self, row: Row) -> str:
        place = row.place
        if not place.paragraph and not place.row:
            return ""
        # The heading and the paragraph find a place in the body; of the other stories the kind must be said.
        where = self.words.cell if place.cell else self.words.row if place.row else ""
        table = where.format(row=place.row, cell=place.cell)
        story = self.words.stories.get(place.story, place.story)
        return table if table and place.story == "body" else self.words.separator.join(filter(None, (story, table)))

    def _change(self, row: Row) -> str:
        if not row.edits:
            return ""
        first = row.edits[0]
        if first.moved_to is not None:
            return self.words.moved_to.format(paragraph=self._paragraph(first.moved_to) or first.moved_to.paragraph)
        if row.before and row.after and row.type is RowType.TEXT and row.modifiable:
            return self.words.replacement
        kinds = self.words.separator.join(dict.fromkeys(self.words.kinds[edit.kind] for edit in row.edits))
        properties = property_words(first.said, self.language) if first.kind in _NAMED_BY_PROPERTIES else ()
        return self.words.labelled.format(label=kinds, text=self.words.separator.join(properties)) if properties else kinds

    def _note(self, edit: Edit) -> str:
        said_elsewhere = edit.kind in _NAMED_BY_PROPERTIES or edit.source is not Source.WORD
        return self.words.notes.get(edit.said, "" if said_elsewhere else edit.said)

    def _tracked(self, first: Edit | Comment) -> str:
        if isinstance(first, Edit) and first.source is Source.WORD:
            return self.words.tracked if first.tracked else self.words.untracked
        return self.words.sources[first.source]

    def _said(self, row: Row) -> str:
        lines = []
        for comment in row.thread:
            who = self.words.separator.join(filter(None, (comment.agency, "" if self.agency_only else comment.person, comment.date[:10])))
            text = self.words.labelled.format(label=who, text=comment.text) if len(row.thread) > 1 and who else comment.text
            lines.append(f"{text} {self.words.resolved}" if comment.resolved else text)
        return "\n".join(lines)

    def _rationale(self, row: Row) -> str:
        """What a reviewer wrote beside the change tells why: with it, or in a comment of the same agency on the same text."""
        with_it = dict.fromkeys(edit.said for edit in row.edits if edit.said and edit.source is not Source.WORD)
        numbers = [number for edit in row.edits for place, number in self._remarks.get((row.agency, edit.place.flow), ())
                   if place.start <= edit.place.end and edit.place.start <= place.end]
        see = self.words.see.format(numbers=self._list(dict.fromkeys(numbers))) if numbers else ""
        return "\n".join(filter(None, (*with_it, see)))

    @cached_property
    def _remarks(self) -> dict[tuple[str, str], list[tuple[Place, int]]]:
        found: dict[tuple[str, str], list[tuple[Place, int]]] = {}
        for row in self.rows:
            if row.thread and row.thread[0].starts is not None:
                found.setdefault((row.agency, row.place.flow), []).append((row.place, row.number))
        return found

    def _conflict(self, row: Row) -> str:
        return "\n".join(self._conflicts[each] for each in row.conflicts)

    @cached_property
    def _conflicts(self) -> dict[str, str]:
        """What each conflict is called: its number in the order of the matrix, its rows, its reason."""
        named: dict[str, set[str]] = {}
        for row in self.rows:
            for edit in (*row.edits, *row.agreeing):
                if edit.conflict:
                    named.setdefault(edit.conflict, set()).add(edit.id)
        known = {conflict.id: conflict for conflict in self.ledger.conflicts}
        found = {}
        for number, (each, ids) in enumerate(named.items(), start=1):
            edits = ids | set(known[each].edits if each in known else ())
            code = known[each].reason if each in known else ""
            numbers = sorted({self.number_of[edit] for edit in edits if edit in self.number_of})
            listed = self.words.numbers.format(numbers=self._list(numbers))
            found[each] = self.words.conflict.format(number=number, rows=listed, reason=self.words.reasons.get(code, code))
        return found

    def _list(self, numbers: Iterable[int]) -> str:
        return self.words.separator.join(str(number) for number in numbers)


def fingerprint(row: Row, page: int | None) -> str:
    """A hash of what a row rests on in the ledger, persons aside: the same in every language, with and without persons."""
    edits = [[edit.id, edit.agency, edit.kind, edit.before, edit.after, edit.place.flow, edit.place.start, edit.place.end]
             for edit in (*row.edits, *row.agreeing)]
    comments = [[comment.id, comment.agency, comment.parent, comment.anchor_text, comment.text] for comment in row.thread]
    # Surrogates that a broken file left behind have no UTF-8; ASCII escapes hold them.
    return sha256(json.dumps([row.key, row.number, page, edits, comments], ensure_ascii=True).encode()).hexdigest()[:16]
