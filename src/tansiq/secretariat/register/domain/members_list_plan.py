"""Says what recording a list would do: which seats, which new organizations, which contacts, and what is left out and why."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.register.domain.members_list import Named, Note, Reading, merged
from tansiq.secretariat.register.enums import SeatKind
from tansiq.secretariat.register.models import Group, SeatTerm

ORGANIZATION, SAME, NEW, SKIP = "organization", "same", "new", "skip"
"""What an unknown name can be said to be: one of the register, the same as another name of the list, a new one, or left out."""

SEAT, SITS, CLASHES, BEFORE = "seat", "sits", "clashes", "before"
"""A seat is recorded; it sits already; it would meet a seat on other days; it sat before, and the list does not say since when."""

Choice = Mapping[str, str]


@dataclass(frozen=True)
class Entry:
    """What becomes of one organization of the list. `organization` is its slug, "" for one that is made; `new` then says how."""

    named: Named
    status: str
    organization: str = ""
    new: Choice = field(default_factory=dict)
    since: PartialDate | None = None
    kind: SeatKind = SeatKind.MEMBER


@dataclass(frozen=True)
class Plan:
    """What recording would do. `undecided` are the names for which nobody has said yet what they are: then nothing is recorded."""

    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]
    skipped: tuple[tuple[Named, str], ...]
    undecided: tuple[Named, ...]

    @property
    def seats(self) -> list[Entry]:
        """Those that take a seat."""
        return [entry for entry in self.entries if entry.status == SEAT]

    @property
    def others(self) -> list[Entry]:
        """Those that do not, because of a seat they have or had."""
        return [entry for entry in self.entries if entry.status != SEAT]

    @property
    def contacts(self) -> int:
        """How many contacts stand beside organizations that sit or will sit."""
        return sum(len(entry.named.reaches) for entry in self.entries if entry.status in (SEAT, SITS))

    @property
    def records(self) -> bool:
        """Whether there is anything to record."""
        return bool(self.seats) or bool(self.contacts)

    @property
    def digest(self) -> str:
        """What identifies the plan that an officer saw: another one has another digest."""
        said: list[Any] = [
            [e.status, e.organization, dict(e.new), e.since.edtf if e.since else "", e.kind.value, [str(r) for r in e.named.reaches]]
            for e in self.entries
        ]
        said += [[named.key, why] for named, why in self.skipped] + [named.key for named in self.undecided]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def plan(
    *, group: Group, reading: Reading, choices: Mapping[str, Choice], on: PartialDate, since: PartialDate | None = None
) -> Plan:
    """What recording the reading under the choices would do, as the record stands. One query.

    `on` is the day on which the list holds; `since` the date of members for whom the list gives none, None where nobody knows.
    """
    settled, skipped, undecided = _settled(reading.named, choices)
    terms: dict[str, list[SeatTerm]] = {}
    for term in SeatTerm.objects.current().filter(seat__group=group).select_related("seat__organization"):
        terms.setdefault(term.seat.organization.slug, []).append(term)
    entries = [
        _placed(Entry(named, SEAT, slug, new, _begins(named, since), named.kind or SeatKind.MEMBER), terms.get(slug, []), on)
        for slug, new, named in settled
    ]
    notes = [*reading.notes, *_differing(entries, terms, on)]
    return Plan(tuple(entries), tuple(notes), tuple(skipped), tuple(undecided))


def choice_of(named: Named, choices: Mapping[str, Choice]) -> Choice | None:
    """What a name is said to be: what is certain needs no choice; None while nobody has said."""
    if named.found.certain:
        return {"what": ORGANIZATION, "slug": named.found.certain}
    return choices.get(named.key)


def _settled(
    named: Sequence[Named], choices: Mapping[str, Choice]
) -> tuple[list[tuple[str, Choice, Named]], list[tuple[Named, str]], list[Named]]:
    """Who is meant, each organization once; who is skipped and why; who is undecided."""
    by_target: dict[str, tuple[str, Choice, Named]] = {}
    skipped, undecided = [], []
    keys = {each.key: each for each in named}
    for each in named:
        choice = choice_of(each, choices)
        if choice and choice["what"] == SAME:
            other = keys.get(choice["key"])
            target_key, choice = (other.key, choice_of(other, choices)) if other else ("", None)
        else:
            target_key = each.key
        if choice is None or choice["what"] == SAME:
            undecided.append(each)
        elif choice["what"] == SKIP:
            skipped.append((each, choice["why"]))
        else:
            slug = choice.get("slug", "")
            target = slug or f"+{target_key}"
            held = by_target.get(target)
            both = _merged(held[2], each) if held else each
            by_target[target] = (slug, {} if slug else choice, both)
    return list(by_target.values()), skipped, undecided


def _merged(held: Named, each: Named) -> Named:
    disputed = held.disputed or bool(held.since and each.since and held.since != each.since)
    return merged(held, each, disputed=disputed)


def _begins(named: Named, since: PartialDate | None) -> PartialDate | None:
    """Since when a member sits: what its rows say, else what was said for all; where rows disagree, nobody knows."""
    return named.since or (None if named.disputed else since)


def _placed(entry: Entry, terms: Sequence[SeatTerm], on: PartialDate) -> Entry:
    """The entry beside the seats that the organization has had."""
    held = _held(terms, on)
    if held is not None:
        return replace(entry, status=SITS, since=held.begins, kind=SeatKind(held.kind))
    if entry.since is None:
        return replace(entry, status=BEFORE) if terms else entry
    day = entry.since.counts_from()
    return replace(entry, status=CLASHES) if any(term.valid_to is None or term.valid_to > day for term in terms) else entry


def _held(terms: Sequence[SeatTerm], on: PartialDate) -> SeatTerm | None:
    """The term by which the seat is held on the day of the list."""
    day = on.happened_by() or on.counts_from()
    return next((term for term in terms if term.valid_from <= day and (term.valid_to is None or term.valid_to > day)), None)


def _differing(entries: Sequence[Entry], terms: Mapping[str, Sequence[SeatTerm]], on: PartialDate) -> list[Note]:
    """Where the list says another kind of seat than the record: that is a change, and made on the page of the seat."""
    found = []
    for entry in entries:
        held = _held(terms.get(entry.organization, []), on)
        if held is not None and entry.named.kind is not None and entry.named.kind != held.kind:
            found.append(Note("kind-differs", entry.named.rows[0], entry.named.text))
    return found
