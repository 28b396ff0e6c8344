"""Where each fact of a report comes from: one entry for each thing printed from the record, with the rows it rests on, in words."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from tansiq.engines.dates import PartialDate, format_date
from tansiq.engines.press.tree import DateText, Document, Fact, Name, Node, RecordNode, Stated
from tansiq.engines.press.typography import format_number
from tansiq.secretariat.record.domain.references import Particular, Source, Thing
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.naming import Names, tables
from tansiq.secretariat.reporting.domain.telling import record_nodes
from tansiq.secretariat.reporting.web.words import COLUMNS, FACTS, GRAMMAR, KINDS, STATES

AT_ONCE = 20
"""The most entries of one page."""

COVER = "text"
"""The fragment of the whole text, where something is printed first that stands in no block: the cover."""


@dataclass(frozen=True)
class Said:
    """A column and what stands in it; `language` is the one the text is in, "" for the page's own."""

    column: str
    text: str
    language: str = ""


@dataclass(frozen=True)
class RowShown:
    """A row in words: what kind of row, what it says, and the row itself for its dates and its reference."""

    kind: str
    says: tuple[Said, ...]
    row: Source
    basis: str


@dataclass
class Printed:
    """Something printed from the record, once for all places where it is printed alike; `block` is the fragment of the first."""

    number: int
    node: RecordNode
    block: str
    places: int = field(default=1)

    @property
    def id(self) -> str:
        """The fragment that leads to where it comes from."""
        return f"f-{self.number}"

    @property
    def page(self) -> int:
        """The page, from 1, on which its sources stand."""
        return (self.number - 1) // AT_ONCE + 1


@dataclass(frozen=True)
class EntryShown:
    """Where something printed comes from: what it is, what the machine asked for, the rows it rests on."""

    printed: Printed
    title: str
    key: str
    rows: tuple[RowShown, ...]
    missing: tuple[str, ...]


def identity(node: Node) -> str:
    """What makes two nodes the same entry: they print the same of the same rows."""
    said = {name: value for name, value in vars(node).items() if name != "id"}
    return json.dumps([node.type, said], sort_keys=True, default=list)


class Printings:
    """What a document prints from the record, in the order in which it is first printed."""

    def __init__(self, document: Document | None) -> None:
        self._printed: dict[str, Printed] = {}
        self._blocks: dict[int, str] = {}
        for node, block in record_nodes(document) if document else ():
            self._blocks[id(node)] = block or COVER
            key = identity(node)
            if key in self._printed:
                self._printed[key].places += 1
            else:
                self._printed[key] = Printed(len(self._printed) + 1, node, block or COVER)

    def __iter__(self) -> Iterator[Printed]:
        return iter(self._printed.values())

    def __len__(self) -> int:
        return len(self._printed)

    @property
    def places(self) -> int:
        """In how many places the record is printed."""
        return sum(each.places for each in self)

    @property
    def pages(self) -> int:
        """How many pages their sources fill, one at least."""
        return max(1, -(-len(self) // AT_ONCE))

    def block_of(self, node: RecordNode) -> str:
        """The fragment of the block in which that very node stands. Raises KeyError when it is none of the document."""
        return self._blocks[id(node)]

    def of(self, node: Node) -> Printed:
        """What a node prints. Raises KeyError when it is none of the document."""
        return self._printed[identity(node)]


class Sources:
    """Puts into words where what is printed comes from; `rows` are the sources of its references."""

    def __init__(self, rows: Mapping[str, Source], names: Names, language: str) -> None:
        self.language = language
        self._names, self._rows = names, rows

    def entry(self, printed: Printed) -> EntryShown:
        """Something printed, with the rows it rests on."""
        node = printed.node
        rows = tuple(self._row(self._rows[ref]) for ref in node.rests_on if ref in self._rows)
        missing = tuple(ref for ref in node.rests_on if ref not in self._rows)
        return EntryShown(printed, self._title(node), self._key(node), rows, missing)

    def _title(self, node: RecordNode) -> str:
        if isinstance(node, Fact):
            return str(FACTS.get(node.key, node.key))
        if isinstance(node, Name):
            return str(KINDS.get(f"{node.of.rsplit('/', 1)[0]}-name", _("Name")))
        if isinstance(node, Stated):
            kind, column = KINDS.get(node.of.rsplit("/", 1)[0], ""), COLUMNS.get(node.field, node.field)
            return _("%(kind)s: %(column)s") % {"kind": kind, "column": column} if kind else str(column)
        if not node.rests_on:
            return _("Date of the report itself")
        kinds = [ref.rsplit("/", 1)[0] for ref in node.rests_on]
        stating = next((kind for kind in kinds if kind != "record/move"), kinds[0])
        return _("Date: %(kind)s") % {"kind": KINDS.get(stating, stating)}

    def _key(self, node: RecordNode) -> str:
        """What the machine asked for: a fact's key with its parameters, a date in EDTF, the thing named, the column."""
        if isinstance(node, Fact):
            return f"{node.key} ({', '.join(f'{name} {value}' for name, value in sorted(node.params.items()))})"
        if isinstance(node, DateText):
            return f"EDTF {node.edtf}"
        return f"{node.of} ({node.form})" if isinstance(node, Name) else f"{node.of} ({node.field})"

    def _row(self, row: Source) -> RowShown:
        says = tuple(said for each in row.particulars if each.column not in GRAMMAR for said in self._said(each, row))
        basis = row.basis
        dated = f", {self._date(basis.dated)}" if basis and basis.dated else ""
        return RowShown(
            str(KINDS.get(row.kind, row.kind)), says, row,
            f"{basis.get_kind_display()}: {basis.reference}{dated}" if basis else "",
        )

    def _said(self, each: Particular, row: Source) -> Iterator[Said]:
        column = str(COLUMNS.get(each.column, each.column))
        value: Any = each.value
        if isinstance(value, Texts):
            text, language = value.shown(self.language)
            yield Said(column, text, language)
        elif isinstance(value, Thing):
            text, language = self._named(value)
            yield Said(column, f"{KINDS.get(value.kind, '')} {text}" if each.column == "subject" else text, language)
        elif each.column == "after" and row.kind == "record/move":
            yield Said(str(COLUMNS["state"]), str(STATES.get(value, value)))
        else:
            yield Said(column, self._plain(each), self._language_of(row) if each.column in ("long", "short", "acronym") else "")

    def _plain(self, each: Particular) -> str:
        value: Any = each.value
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, int) and each.column != "year":
            return format_number(value, self.language)
        if isinstance(value, PartialDate):
            return self._date(value)
        if isinstance(value, tuple):
            known: dict[str, str] = dict(settings.LANGUAGES)
            return _(", ").join(str(known.get(text, text)) for text in value)
        return str(value)

    def _language_of(self, row: Source) -> str:
        """The language a name is in: its reference ends with it, before the number of the term."""
        return row.ref.rsplit(".", 1)[0].rsplit("-", 1)[-1] if row.kind.endswith("-name") else ""

    def _named(self, thing: Thing) -> tuple[str, str]:
        """What a thing is called and in which language; one without names is told by what it belongs to."""
        if thing.kind in tables():
            form = self._names.name(thing.ref, self.language)
            return form.text("short" if self.language == "ar" else "acronym"), form.language
        return _(", ").join(self._parts(thing)) or thing.ref.rsplit("/", 1)[1], ""

    def _parts(self, thing: Thing) -> Iterator[str]:
        for each in thing.particulars:
            if isinstance(each.value, Thing):
                yield self._named(each.value)[0]
            elif not isinstance(each.value, bool):
                yield self._plain(each)

    def _date(self, value: PartialDate) -> str:
        return format_date(value, self.language)
