"""The same change by several agencies, and changes that exclude each other. Both are told from places in the base alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tansiq.engines.redline.edits import Conflict, Edit, Kind
from tansiq.engines.redline.merge.identity import conflict_id

_FORMATS = frozenset({Kind.FORMAT, Kind.PARAGRAPH_FORMAT, Kind.TABLE_FORMAT, Kind.SECTION})
_GONE = {Kind.ROW_DELETION: "row_and_cell", Kind.CELL_DELETION: "row_and_cell"}
WITHDRAWN = "withdrawn"


def relate(edits: Sequence[Edit]) -> tuple[list[Edit], list[Conflict]]:
    """The edits with those they agree with and the conflict they are in, and the conflicts in the order of the edits."""
    shown = [edit for edit in edits if edit.said != WITHDRAWN]
    same = _agreements(shown)
    alike = {edit: group for group in same for edit in group}
    pairs = list(_clashes(shown, alike))
    conflicts = _groups(pairs, {edit.id: edit for edit in shown})
    of_conflict = {edit: conflict.id for conflict in conflicts for edit in conflict.edits}
    related = [
        replace(
            edit, agrees_with=tuple(sorted(other for other in alike.get(edit.id, ()) if other != edit.id)),
            conflict=of_conflict.get(edit.id),
        )
        for edit in edits
    ]
    return related, conflicts


def _agreements(edits: Iterable[Edit]) -> list[frozenset[str]]:
    groups: dict[object, list[Edit]] = defaultdict(list)
    seen: Counter[object] = Counter()
    for edit in edits:
        look = edit.fragment.xml if edit.kind in _FORMATS and edit.fragment else ""
        goal = (edit.moved_to.flow, edit.moved_to.start) if edit.moved_to else None
        key = (edit.kind, edit.place.flow, edit.place.start, edit.place.end, edit.before, edit.after, look, goal)
        seen[(key, edit.agency)] += 1          # two equal rows put in by one agency are two changes
        groups[(key, seen[(key, edit.agency)])].append(edit)
    return [frozenset(edit.id for edit in group) for group in groups.values() if len({edit.agency for edit in group}) > 1]


def _clashes(edits: Sequence[Edit], alike: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str, str]]:
    by_flow: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_flow[edit.place.flow].append(edit)
        if edit.moved_to is not None and edit.moved_to.flow != edit.place.flow:
            by_flow[edit.moved_to.flow].append(replace(edit, kind=Kind.INSERTION, place=edit.moved_to))
    agency_of = {edit.id: edit.agency for edit in edits}
    with_whom = {edit: {agency_of[other] for other in group} for edit, group in alike.items()}
    for here in by_flow.values():
        for one, other in _near(sorted(here, key=lambda edit: (edit.place.start, edit.place.end))):
            agree = other.agency in with_whom.get(one.id, ()) or one.agency in with_whom.get(other.id, ())
            reason = "" if one.agency == other.agency or agree else _reason(one, other)
            if reason:
                yield one.id, other.id, reason
    yield from _under_deleted(edits, by_flow, with_whom)


def _near(edits: Sequence[Edit]) -> Iterator[tuple[Edit, Edit]]:
    """Pairs whose ranges touch; the list is sorted by start."""
    active: list[Edit] = []
    for edit in edits:
        active = [other for other in active if other.place.end >= edit.place.start]
        yield from ((other, edit) for other in active)
        active.append(edit)


def _reason(one: Edit, other: Edit) -> str:
    first, second = one.place, other.place
    overlap = first.start < second.end and second.start < first.end
    if one.kind in _FORMATS or other.kind in _FORMATS:
        same_kind = one.kind == other.kind and one.said.partition(":")[0] == other.said.partition(":")[0]
        clash = overlap and one.kind == other.kind and (one.kind != Kind.TABLE_FORMAT or same_kind)
        return "format" if clash else ""
    if first.start == first.end and second.start == second.end:
        return "same_place" if first.start == second.start else ""
    if first.start == first.end or second.start == second.end:
        gap, taken = (first.start, second) if first.start == first.end else (second.start, first)
        return "inside_deletion" if taken.start < gap < taken.end else ""
    return "overlap" if overlap else ""


def _under_deleted(
    edits: Sequence[Edit], by_flow: Mapping[str, Sequence[Edit]], with_whom: Mapping[str, set[str]],
) -> Iterator[tuple[str, str, str]]:
    """A row or cell taken out against what another agency, which does not take it out too, changed in it."""
    for edit in edits:
        if edit.kind not in _GONE:
            continue
        letter = "r" if edit.kind == Kind.ROW_DELETION else "c"
        inside = f"{edit.place.flow}/{letter}{edit.place.start}"
        alike = {edit.agency, *with_whom.get(edit.id, ())}
        for key, others in by_flow.items():
            if key == inside or key.startswith(f"{inside}/"):
                yield from ((edit.id, other.id, _GONE[edit.kind]) for other in others if other.agency not in alike)


def _groups(pairs: Sequence[tuple[str, str, str]], by_id: Mapping[str, Edit]) -> list[Conflict]:
    head: dict[str, str] = {}

    def find(one: str) -> str:
        while head.setdefault(one, one) != one:
            head[one] = head[head[one]]
            one = head[one]
        return one

    reasons: dict[str, list[str]] = defaultdict(list)
    for one, other, reason in pairs:
        head[find(one)] = find(other)
        reasons[one].append(reason)
    members: dict[str, list[str]] = defaultdict(list)
    for edit in by_id:                         # in the order of the ledger
        if edit in head:
            members[find(edit)].append(edit)
    found = []
    for group in members.values():
        why = sorted({reason for edit in group for reason in reasons.get(edit, ())}, key=_ORDER.index)
        found.append(Conflict(conflict_id(group), tuple(group), by_id[group[0]].place, why[0]))
    return found


_ORDER = ("row_and_cell", "overlap", "inside_deletion", "same_place", "format")
