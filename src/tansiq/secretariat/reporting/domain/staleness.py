"""What of a frozen report no longer holds: what was corrected since, and apart from that what time has changed. It only reads.

The report is composed anew with today's knowledge, once as of its own day, once as of today; matching.py pairs the texts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tansiq.engines.press.tree import Document, Name, RecordNode
from tansiq.secretariat.record.domain.asking import asking_once
from tansiq.secretariat.record.domain.changes import Changed, changes_of
from tansiq.secretariat.reporting.domain.compose import compose
from tansiq.secretariat.reporting.domain.errors import NotComposable
from tansiq.secretariat.reporting.domain.freezing import document_of
from tansiq.secretariat.reporting.domain.matching import NUMBERED, Matched, Place, holds, matched, places_of, says
from tansiq.secretariat.reporting.models import FrozenReport

EMPTY = Document(language="en", title="-", blocks=())
"""Stands for the report of a day on which there is none: nothing has become otherwise."""

Pair = tuple[Place | None, Place | None]
"""A place of the frozen text, None for something added, and its twin, None for something gone."""


@dataclass(frozen=True)
class StaleFact:
    """Something that would be printed otherwise. `old` and `new` are texts, "" for nothing; `node` is the frozen one, None when added.

    `block` is the id of the block where it stands (for something added: would stand), "" on the cover; `paragraph` its number, None
    on the cover and in a heading. `changed` says who changed it and when; None when no row tells.
    """

    node: RecordNode | None
    old: str
    new: str
    block: str
    paragraph: int | None
    changed: Changed | None


@dataclass(frozen=True)
class Staleness:
    """`corrected`: no longer true of the report's own day. `moved_on`: still true of that day, and otherwise today.

    `composable` is False when the record no longer knows of such a session on that day, so that nothing can be compared.
    """

    corrected: tuple[StaleFact, ...]
    moved_on: tuple[StaleFact, ...]
    composable: bool = True


def stale_facts(frozen: FrozenReport, now: datetime) -> Staleness:
    """What of the frozen report would be printed otherwise `now`: as of its own day, and as of today, in the order of the text.

    What would only be added or left out because time went on is not told: another report says that. Four queries.
    """
    with asking_once():
        anew, later_on = (_composed(frozen, day, now) for day in (frozen.as_of, max(frozen.as_of, now.date())))
    if anew is None:
        return Staleness((), (), composable=False)
    old, same_day, today = places_of([document_of(frozen), anew, later_on or EMPTY])
    again = matched(old, same_day)
    untrue: list[Pair] = [(place, twin) for place, twin in zip(old, again.twins, strict=True) if twin is None or not holds(place, twin)]
    untrue += [(None, place) for place in again.added if place.key[0] != "name" or _new_name(place, old)]
    later = list(_later(old, again, today))
    changes = changes_of({ref for pair in (*untrue, *later) for place in pair if place for ref in place.node.rests_on})
    return Staleness(
        tuple(_told(pair, _since(pair, changes, frozen.known_at)) for pair in untrue),
        tuple(_told(pair, _latest(_fresh(pair), changes)) for pair in later),
    )


def _composed(frozen: FrozenReport, day: date, now: datetime) -> Document | None:
    try:
        return compose(group=frozen.group.slug, session=frozen.session.number, as_of=day, known_at=now, language=frozen.language)
    except NotComposable:
        return None


def _new_name(place: Place, old: Sequence[Place]) -> bool:
    """Whether a name that was added names something that its block did not name before."""
    return all((other.block, other.key[:2]) != (place.block, place.key[:2]) for other in old)


def _later(old: Sequence[Place], again: Matched, today: Sequence[Place]) -> Iterator[Pair]:
    """What today says otherwise than the frozen text, where a correction does not say it already."""
    for place, same_day, twin in zip(old, again.twins, matched(old, today).twins, strict=True):
        if twin is not None and not holds(place, twin) and (same_day is None or says(same_day.node) != says(twin.node)):
            yield place, twin


def _told(pair: Pair, changed: Changed | None) -> StaleFact:
    old, new = pair
    where = next(place for place in pair if place is not None)
    return StaleFact(
        old.node if old else None, old.node.text if old else "", new.node.text if new else "", where.block, where.paragraph, changed
    )


def _since(pair: Pair, changes: Mapping[str, Sequence[Changed]], known_at: datetime) -> Changed | None:
    """The last change that the frozen report did not know of, among the rows of either text.

    A name comes and goes with the rows that are about the thing named, such as its seat: where its own did not change, those are asked.
    """
    refs = {ref for place in pair if place for ref in place.node.rests_on}
    about = {f"-{place.node.of.rpartition('/')[2]}" for place in pair if place and isinstance(place.node, Name)}
    others = {ref for ref in changes if any(NUMBERED.sub("", ref).endswith(slug) for slug in about)}
    return _recent(refs, changes, known_at) or _recent(others, changes, known_at)


def _recent(refs: Iterable[str], changes: Mapping[str, Sequence[Changed]], known_at: datetime) -> Changed | None:
    return _newest(change for ref in refs for change in changes.get(ref, ()) if change.at > known_at)


def _latest(refs: Iterable[str], changes: Mapping[str, Sequence[Changed]]) -> Changed | None:
    return _newest(change for ref in refs for change in changes.get(ref, ()) if not change.corrected)


def _fresh(pair: Pair) -> set[str]:
    """The rows that only the new text rests on."""
    old, new = ({*place.node.rests_on} if place else set() for place in pair)
    return new - old


def _newest(changes: Iterable[Changed]) -> Changed | None:
    return max(changes, key=lambda change: (change.at, change.ref), default=None)
