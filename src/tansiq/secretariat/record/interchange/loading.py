"""What a loader works with: it reads fields of an entry, finds what they refer to, and settles the record to what is wanted."""

import difflib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction

from tansiq.engines.dates import DateError, PartialDate, parse
from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.record.domain.evidence import basis_for, keep
from tansiq.secretariat.record.domain.log import log
from tansiq.secretariat.record.domain.moves import advance, standing_moves
from tansiq.secretariat.record.domain.terms import begin, supersede_all
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.enums import BasisKind
from tansiq.secretariat.record.interchange.entries import Entry
from tansiq.secretariat.record.models import Actor, Basis, Evidence, Identity, Stateful, Term, Texts, kind_of

NOT_KNOWN = frozenset({"", "tbc", "tbd", "tba", "t.b.c", "t.b.d", "unknown", "not known", "n/a", "n.a", "na", "none", "nil", "-", "–", "—"})
"""What people write where a date is not known (lower case, without full stops and question marks at either end)."""

AnyIdentity = TypeVar("AnyIdentity", bound=Identity)
AnyRow = TypeVar("AnyRow", bound=models.Model)


@dataclass
class Loading:
    """The state of one import: on whose behalf, when, from which folder, and what became of the entry at hand."""

    by: Actor
    at: datetime
    folder: Path
    outcome: str = "unchanged"
    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def changed(self) -> None:
        """Note that the entry at hand changed the record (an entry that began as created stays created)."""
        if self.outcome == "unchanged":
            self.outcome = "changed"

    def date(self, entry: Entry, *path: str | int) -> PartialDate | None:
        """The date at `path`, None where there is none. A date that cannot be read is a problem at its place."""
        value = entry.get(*path)
        if value is None:
            return None
        if str(value).strip().casefold().strip(".?") in NOT_KNOWN:
            raise entry.wrong(f"{value!r} is not a date; leave the field out while the date is not known", *path)
        try:
            return parse(str(value))
        except DateError as error:
            raise entry.wrong(str(error), *path) from error

    def required_date(self, entry: Entry, *path: str | int) -> PartialDate:
        """The date at `path`; its absence is a problem too."""
        found = self.date(entry, *path)
        if found is None:
            raise entry.wrong("a date is missing here: write the day, or the month or year when no more is known", *path)
        return found

    def texts(self, entry: Entry, *path: str | int) -> Texts:
        """The text in several languages at `path`; empty where there is none."""
        value: dict[str, Any] = dict(entry.get(*path) or {})
        verified = value.pop("verified", {})
        return Texts(value, verified)

    def find(self, model: type[AnyRow], slug: str, entry: Entry, *path: str | int) -> AnyRow:
        """The row of that slug. A reference to nothing is a problem at its place, with the nearest slug there is."""
        found = model._default_manager.filter(slug=slug).first()
        if found is not None:
            return found
        slugs = list(model._default_manager.values_list("slug", flat=True))
        near = difflib.get_close_matches(slug, slugs, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        word = kind_of(model).split("/")[1].replace("-", " ")
        raise entry.wrong(f"there is no {word} {slug!r}{hint}", *path)

    def optional(self, model: type[AnyRow], entry: Entry, *path: str | int) -> AnyRow | None:
        """The row whose slug stands at `path`, None where nothing stands there."""
        slug = entry.get(*path)
        return None if slug is None else self.find(model, str(slug), entry, *path)

    def identity(self, model: type[AnyIdentity], slug: str, entry: Entry, **fixed: Any) -> AnyIdentity:
        """The identity of that slug, made when it is new. What is fixed at its making may not differ later.

        The entry is created when what it is about (its own slug) is made; an identity below it (an office) changes it only.
        """
        found = model._default_manager.filter(slug=slug).first()
        if found is None:
            try:
                with transaction.atomic():
                    made = model._default_manager.create(slug=slug, **fixed)
            except IntegrityError as error:
                held = " and ".join(name.replace("_", " ") for name in fixed)
                raise entry.wrong(f"the record has another one with the same {held}; use the slug that it has", "slug") from error
            log(code="identity.made", subject=made.ref, by=self.by, at=self.at)
            if slug == entry.get("slug"):
                self.outcome = "created"
            self.changed()
            return made
        for name, value in fixed.items():
            if getattr(found, name) != value:
                raise entry.wrong(f"{found.ref} has {name} {getattr(found, name)}, which cannot change; use a new slug", name)
        return found

    def basis(self, entry: Entry, *path: str | int) -> Basis | None:
        """The basis at `path`, with its file kept as evidence when one is named."""
        value = entry.get(*path)
        if value is None:
            return None
        evidence = self.evidence(entry, *path, "file", received_on=self.date(entry, *path, "dated"))
        return basis_for(
            kind=BasisKind(value["kind"]), reference=value["reference"], dated=self.date(entry, *path, "dated"), evidence=evidence
        )

    def evidence(self, entry: Entry, *path: str | int, received_on: PartialDate | None) -> Evidence | None:
        """The file named at `path`, kept as received; it must lie inside the folder."""
        name = entry.get(*path)
        if name is None:
            return None
        file = (self.folder / str(name)).resolve()
        if not file.is_relative_to(self.folder.resolve()) or not file.is_file():
            raise entry.wrong(f"there is no file {name!r} in the folder", *path)
        return keep(content=file.read_bytes(), filename=file.name, received_on=received_on, by=self.by, at=self.at)

    def period(self, entry: Entry, *path: str | int) -> dict[str, Any]:
        """The columns every term has: `begins`, `ends` and `basis`, from the fields `from`, `to` and `basis` at `path`."""
        begins, ends = self.date(entry, *path, "from"), self.date(entry, *path, "to")
        if begins and ends:
            last = ends.ends_after()
            if last is not None and last <= begins.counts_from():
                raise entry.wrong(f"it ends ({said(ends)}) before it begins ({said(begins)})", *path, "to")
        return {"begins": begins, "ends": ends, "basis": self.basis(entry, *path, "basis")}

    def settle(self, wanted: Sequence[Term], *, because: str = "", gone: Sequence[Term] = ()) -> None:
        """Make the current terms of one identity say exactly what `wanted` says, through `begin` and `supersede`.

        All of `wanted` speak of one identity. What stands already is left alone, the rest is superseded. `gone` gives
        current terms of that identity to withdraw when `wanted` is empty.
        """
        model = type((*wanted, *gone)[0])
        identity = (*wanted, *gone)[0].identity()
        current = list(model._default_manager.filter(**identity, superseded_at=None))
        left = [term for term in wanted if not any(term.says() == held.says() for held in current)]
        stale = [held for held in current if not any(term.says() == held.says() for term in wanted)]
        if stale:
            supersede_all(terms=stale, with_=left, by=self.by, at=self.at, because=because)
        else:
            for term in sorted(left, key=lambda each: each.begins.counts_from().toordinal() if each.begins else 0):
                begin(term=term, by=self.by, at=self.at, because=because)
        if stale or left:
            self.changed()

    def moves(self, row: Stateful, entry: Entry, *path: str | int) -> None:
        """Bring a row through the moves listed at `path`. Those it has made must stand first in the list, as they are."""
        made = list(standing_moves(row.ref))  # type: ignore[attr-defined]
        listed = entry.get(*path, default=[])
        for index, move in enumerate(listed):
            on = self.required_date(entry, *path, index, "on")
            if index < len(made):
                if (made[index].name, made[index].occurred_on) != (move["move"], on):
                    was = f"{made[index].name!r} on {said(made[index].occurred_on)}"
                    raise entry.wrong(f"the record holds {was} here; take that move back first, then import again", *path, index, "move")
                continue
            self._move(row, entry, (*path, index), on)
            self.changed()

    def _move(self, row: Stateful, entry: Entry, path: tuple[str | int, ...], on: PartialDate) -> None:
        """Make the move at `path`. A refusal is a problem of that move."""
        evidence = self.evidence(entry, *path, "file", received_on=on)
        try:
            advance(
                row=row, transition=entry.get(*path, "move"), occurred_on=on, by=self.by, at=self.at,
                because=entry.get(*path, "because", default=""), evidence=evidence,
            )
        except Refused as refused:
            raise entry.wrong(str(refused), *path, "move") from refused
