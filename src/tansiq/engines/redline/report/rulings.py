"""What dispositions come to for every edit and comment: accept, reject or keep, with losers of a conflict closed. Pure.

Checks what people wrote on rows against each other; the words and the files they stood in are behind us here.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tansiq.engines.redline.edits import Edit, Kind, Ledger, Place
from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.report.decisions import NEEDS_TEXT, TAKES, BulkRule, Decision, Disposition, Status
from tansiq.engines.redline.report.rows import FORMATS, Row, agreements, rows


class Outcome(StrEnum):
    """What happens to the markup of an edit in the next version."""

    ACCEPT = "accept"
    REJECT = "reject"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was ruled on one edit or comment of the ledger.

    `final_text` is given on one edit of a row that is accepted with other words: the text of an insertion becomes it; where the edit is
    a deletion that nothing replaces, it comes in place of what is deleted. The row's other insertions, also the same one by those who
    agree, are then rejected.
    """

    outcome: Outcome
    disposition: Disposition
    final_text: str | None = None


@dataclass(frozen=True)
class Rulings:
    """Every edit and comment by id, and the disposition that each row came to, by key of the row.

    `left` are the keys of rows that bulk rules would have accepted but that exclude each other.
    """

    edits: Mapping[str, Ruling]
    comments: Mapping[str, Ruling]
    rows: Mapping[str, Disposition]
    left: tuple[str, ...] = ()


@dataclass
class _Docket:
    """The dispositions on single edits and comments while they are worked out."""

    rows: Sequence[Row]
    row_of: Mapping[str, Row]
    edits: Mapping[str, Edit]
    agreed: Mapping[str, frozenset[str]]
    exclusive: Sequence[tuple[Edit, Edit]]
    taken: dict[str, Disposition] = field(default_factory=dict)

    def takes(self, edit: str) -> bool:
        disposition = self.taken.get(edit)
        return disposition is not None and counts(disposition) and disposition.decision in TAKES

    def undecided(self, member: str) -> bool:
        return member not in self.taken or self.taken[member].decision is None


def counts(disposition: Disposition) -> bool:
    """Whether a disposition decides: one that is only proposed, deferred to a meeting, or empty does not."""
    return disposition.decision not in {None, Decision.DEFERRED} and disposition.status is not Status.PROPOSED


def rulings(ledger: Ledger, dispositions: Iterable[Disposition], rules: Sequence[BulkRule] = ()) -> Rulings:
    """Rule on every edit and comment of the ledger.

    What people wrote on a row counts for all its edits, and what is accepted for one agency is for those who propose the same. A rule
    decides rows that nobody decided; the first that matches counts; a rule that turns down one agency's proposals leaves those that
    another agency makes too. An accepted change closes undecided ones that it excludes (`superseded`).

    Raises DispositionRefused: an id or a row unknown or decided twice; no final text where one is needed, or one where it would be lost;
    a duplicate of a row that does not exist; a rule for an agency that sent nothing; two accepted rows that exclude each other.
    """
    made = rows(ledger)
    _refuse_unknown_agencies(rules, {copy.name for copy in ledger.copies} | {agency for row in made for agency in row.agencies})
    edits = {edit.id: edit for edit in ledger.edits}
    agreed = agreements(ledger.edits)
    row_of = {member: row for row in made for member in row.members}
    docket = _Docket(made, row_of, edits, agreed, _exclusive_pairs(ledger, edits, agreed))
    _enter(docket, dispositions)
    _follow_agreement(docket)
    _refuse_exclusive(docket)
    left = _apply_rules(docket, rules)
    _follow_agreement(docket)
    _close_losers(docket)
    ruled = {edit.id: _edit_ruling(docket, edit) for edit in ledger.edits}
    came_to = {row.key: _row_disposition(docket, row, ruled) for row in made}
    comments = {comment.id: _comment_ruling(docket, comment.id) for comment in ledger.comments}
    return Rulings(ruled, comments, came_to, tuple(key for key in left if came_to[key].decision is None))


def _refuse_unknown_agencies(rules: Sequence[BulkRule], known: Set[str]) -> None:
    for rule in rules:
        if rule.agency and rule.agency not in known:
            names = ", ".join(sorted(known - {""})) or "none"
            raise DispositionRefused(f"a rule for {rule.agency!r}: nothing came from an agency of that name. There are: {names}.")


def _enter(docket: _Docket, dispositions: Iterable[Disposition]) -> None:
    by_key = {row.key: row for row in docket.rows}
    for disposition in dispositions:
        where = disposition.place or disposition.of
        row = by_key.get(disposition.of) or docket.row_of.get(disposition.of)
        if row is None:
            raise DispositionRefused(f"{where}: the ledger has no row, edit or comment {disposition.of!r}; it belongs to another file.")
        _check(disposition, row, len(docket.rows), where)
        for member in row.members if disposition.of == row.key else (disposition.of,):
            if member in docket.taken:
                raise DispositionRefused(
                    f"{where}: row No. {row.number} is decided twice, also by {docket.taken[member].place or docket.taken[member].of}. "
                    "Leave one of the two."
                )
            docket.taken[member] = disposition


def _check(disposition: Disposition, row: Row, count: int, where: str) -> None:
    decision, text = disposition.decision, disposition.final_text
    if decision is Decision.DUPLICATE and (not 1 <= disposition.duplicate_of <= count or disposition.duplicate_of == row.number):
        raise DispositionRefused(f"{where}: a duplicate needs the number of the other row, from 1 to {count}.")
    if decision is Decision.ACCEPTED_WITH_MODIFICATION or (decision is Decision.PARTLY_ACCEPTED and row.edits):
        if not row.modifiable:
            raise DispositionRefused(
                f"{where}: this change is no change of words, so no other words can stand for it. Accept or reject it."
            )
        if not text.strip():
            raise DispositionRefused(f"{where}: {decision} needs a final text. Write the text as it shall stand.")
    elif row.edits and text.strip() and decision not in {None, Decision.DEFERRED}:
        kept = row.after if decision is Decision.ACCEPTED else row.before
        if text.strip() != kept.strip():
            raise DispositionRefused(
                f"{where}: a final text stands beside {decision}, which would not use it. Choose accepted_with_modification, or empty it."
            )


def _follow_agreement(docket: _Docket) -> None:
    """Give what was decided on one edit of a row to the same change of those who agree, where nothing was said of theirs."""
    for row in docket.rows:
        for edit in (*row.edits, *row.agreeing):
            if docket.takes(edit.id):
                for other in docket.agreed[edit.id]:
                    if docket.row_of.get(other) is row and docket.undecided(other):
                        docket.taken[other] = docket.taken[edit.id]


def _refuse_exclusive(docket: _Docket) -> None:
    for first, second in docket.exclusive:
        if docket.takes(first.id) and docket.takes(second.id):
            names = [docket.taken[edit.id].place or f"row No. {docket.row_of[edit.id].number}" for edit in (first, second)]
            raise DispositionRefused(
                f"{names[1]}: {second.agency}'s change and {first.agency}'s ({names[0]}) exclude each other and are both accepted. "
                "Accept one; if both have a part in it, accept it with modification and write the final text."
            )


def _apply_rules(docket: _Docket, rules: Sequence[BulkRule]) -> tuple[str, ...]:
    """Decide the rows that rules match; returns the keys of those left because they exclude another one that is accepted."""
    written = dict(docket.taken)
    ruled = {}
    for row in docket.rows:
        rule = next((rule for rule in rules if _matches(rule, row, docket)), None)
        if rule is not None and not row.withdrawn and all(docket.undecided(member) for member in row.members):
            for member in row.members:
                own = written.get(member, Disposition(row.key))
                ruled[member] = replace(own, decision=rule.decision, response=own.response or rule.response)
    docket.taken |= ruled
    both = [pair for pair in docket.exclusive if all(docket.takes(edit.id) for edit in pair)]
    left = dict.fromkeys(docket.row_of[edit.id].key for pair in both for edit in pair if edit.id in ruled)
    for member in ruled:
        if docket.row_of[member].key in left:
            docket.taken.pop(member)
            docket.taken |= {member: written[member]} if member in written else {}
    return tuple(left)


def _matches(rule: BulkRule, row: Row, docket: _Docket) -> bool:
    written = next((docket.taken[member].category for member in row.members if member in docket.taken), None)
    # What another agency proposes too is not turned down by a rule on one of them.
    proposers = (row.agency, *row.supporters)
    agencies = proposers if rule.decision in TAKES or len(proposers) == 1 else ()
    return (
        rule.agency in {"", *agencies}
        and rule.category in {None, written or row.category}
        and rule.type in {None, row.type}
    )


def _close_losers(docket: _Docket) -> None:
    for pair in docket.exclusive:
        for winner, loser in (pair, pair[::-1]):
            if docket.takes(winner.id) and not docket.takes(loser.id):
                row = docket.row_of[loser.id]
                for member in row.members:
                    if docket.undecided(member):
                        own = docket.taken.get(member, Disposition(row.key))
                        docket.taken[member] = replace(own, decision=Decision.SUPERSEDED)


def _exclusive_pairs(ledger: Ledger, known: Mapping[str, Edit], agreed: Mapping[str, frozenset[str]]) -> list[tuple[Edit, Edit]]:
    """Pairs of edits that cannot both be taken: in one conflict, of two agencies, not the same change, and on the same text.

    A conflict joins all edits that are linked by others; two ends of such a chain can both be taken. So can two changes that one
    agency proposes together, whoever else proposes one of them.
    """
    members: dict[str, dict[str, None]] = {conflict.id: dict.fromkeys(conflict.edits) for conflict in ledger.conflicts}
    for edit in ledger.edits:
        if edit.conflict:
            members.setdefault(edit.conflict, {})[edit.id] = None
    proposers = {each: {edit.agency, *(known[other].agency for other in agreed[each])} for each, edit in known.items()}
    pairs = []
    for ids in members.values():
        edits = [known[each] for each in ids if each in known]
        for place, first in enumerate(edits):
            pairs += [
                (first, second) for second in edits[place + 1 :]
                if proposers[first.id].isdisjoint(proposers[second.id]) and _exclude(first, second)
            ]
    return pairs


def _exclude(first: Edit, second: Edit) -> bool:
    if first.agency == second.agency or (first.kind != second.kind and {first.kind, second.kind} & FORMATS):
        # A format and a change of the words under it can both be taken.
        return _takes_away(first, second) or _takes_away(second, first)
    spots = [[spot for spot in (edit.place, edit.moved_to) if spot is not None] for edit in (first, second)]
    return _takes_away(first, second) or _takes_away(second, first) or any(_touch(one, other) for one in spots[0] for other in spots[1])


def _takes_away(first: Edit, second: Edit) -> bool:
    """Whether one takes out the row or cell that the other, of another agency, is in."""
    letter = {Kind.ROW_DELETION: "r", Kind.CELL_DELETION: "c"}.get(first.kind)
    if letter is None or first.agency == second.agency:
        return False
    flow = f"{second.place.flow}/"
    return any(flow.startswith(f"{first.place.flow}/{letter}{number}/") for number in range(first.place.start, first.place.end))


def _touch(one: Place, other: Place) -> bool:
    if one.flow != other.flow:
        return False
    return (one.start < other.end and other.start < one.end) or (one.start == other.start and one.end == other.end)


def _edit_ruling(docket: _Docket, edit: Edit) -> Ruling:
    row = docket.row_of[edit.id]
    disposition = docket.taken.get(edit.id) or row.undecided
    if row.withdrawn:
        return Ruling(Outcome.REJECT, disposition)
    if docket.takes(edit.id):
        if disposition.decision not in NEEDS_TEXT:
            return Ruling(Outcome.ACCEPT, disposition)
        return _modified(docket, edit, disposition)
    # The same change, accepted for another agency, is in the text whatever was said to this one.
    for other in sorted(docket.agreed[edit.id]):
        if docket.takes(other):
            followed = _edit_ruling(docket, docket.edits[other])
            if followed.outcome is Outcome.ACCEPT:
                # With other words it stands in the text once, where that agency put it.
                return Ruling(Outcome.ACCEPT if followed.final_text is None else Outcome.REJECT, disposition)
    return Ruling(Outcome.REJECT if counts(disposition) else Outcome.KEEP, disposition)


def _modified(docket: _Docket, edit: Edit, disposition: Disposition) -> Ruling:
    row = docket.row_of[edit.id]
    taken = [each for each in (*row.edits, *row.agreeing) if docket.takes(each.id)]
    carrier = next((each for each in taken if each.after), taken[0])
    if edit.id == carrier.id:
        return Ruling(Outcome.ACCEPT, disposition, disposition.final_text)
    return Ruling(Outcome.REJECT if edit.after else Outcome.ACCEPT, disposition)


def _row_disposition(docket: _Docket, row: Row, ruled: Mapping[str, Ruling]) -> Disposition:
    said = [docket.taken[member] for member in row.members if member in docket.taken]
    # An edit of the row may be decided alone, by its id: what was decided on any of them stands for the row, acceptance first.
    said.sort(key=lambda disposition: (disposition.decision is None, disposition.decision not in TAKES))
    found = said[0] if said else row.undecided
    came_to = {ruled[edit.id].outcome for edit in row.edits}
    if found.decision is None and came_to and Outcome.KEEP not in came_to:
        return replace(found, decision=Decision.ACCEPTED if came_to == {Outcome.ACCEPT} else Decision.SUPERSEDED)
    return found


def _comment_ruling(docket: _Docket, comment: str) -> Ruling:
    row = docket.row_of.get(comment)
    thread = row.members if row else ()
    said = (docket.taken[each] for each in (comment, *thread) if not docket.undecided(each))
    disposition = next(said, docket.taken.get(comment) or Disposition(row.key if row else comment))
    if not counts(disposition):
        return Ruling(Outcome.KEEP, disposition)
    return Ruling(Outcome.ACCEPT if disposition.decision in TAKES else Outcome.REJECT, disposition)
