"""A report told: the document as of a day, and the rows that what is printed in it rests on. It only reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tansiq.engines.press.tree import DateText, Document, Fact, Name, RecordNode, Stated, walk
from tansiq.secretariat.record.domain.asking import asking_once
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.domain.references import Source, resolve
from tansiq.secretariat.record.models import kind_of
from tansiq.secretariat.register.domain.naming import NameForm, Names
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.models import Group
from tansiq.secretariat.reporting.domain.compose import compose
from tansiq.secretariat.reporting.domain.errors import NotComposable
from tansiq.secretariat.reporting.domain.messages import available_languages
from tansiq.secretariat.reporting.domain.offered import day_of_report, sessions_of_groups
from tansiq.secretariat.reporting.domain.sessions import SessionOnDay


@dataclass(frozen=True)
class Told:
    """A report. `session` is the session as fixed today, `usual_day` the day asked unless another is.

    `document` is None when the record knew of no such session on `day`; `language` is the one it is in: English where
    the language asked for has no texts yet.
    """

    group: NameForm
    session: SessionOnDay
    usual_day: date
    day: date
    language: str
    document: Document | None
    names: Names


def tell(*, group: str, number: int, as_of: date | None, known_at: datetime, today: date, language: str) -> Told:
    """The report of a group (a slug) to session `number`, as of a day or of its usual one.

    Two queries. Raises UnknownReference when the record has no such group, or no such session even today.
    """
    with asking_once():
        session = _session(group, number, today, known_at)
        usual = day_of_report(session, today)
        day = as_of or usual
        written = language if language in available_languages() else "en"
        try:
            document = compose(group=group, session=number, as_of=day, known_at=known_at, language=written)
        except NotComposable:
            document = None
        names = Names(day, known_at)
        called = names.name(f"{kind_of(Group)}/{group}", language)
    return Told(called, session, usual, day, written, document, names)


def sources_of(nodes: Iterable[RecordNode]) -> dict[str, Source]:
    """The rows that nodes rest on, by reference. Two queries."""
    return resolve({ref for node in nodes for ref in node.rests_on})


def record_nodes(document: Document) -> Iterator[tuple[RecordNode, str]]:
    """The nodes of a document that print something of the record, in order, each with the id of the block it stands in, "" on the cover."""
    block = ""
    for _path, node in walk(document):
        if isinstance(node, Fact | DateText | Name | Stated):
            yield node, block
        else:
            block = getattr(node, "id", block)


def references(document: Document) -> set[str]:
    """Every row that a document rests on."""
    return {ref for node, _block in record_nodes(document) for ref in node.rests_on}


def _session(group: str, number: int, today: date, known_at: datetime) -> SessionOnDay:
    """The session as fixed today: as known at `known_at`, or as the record knows it now when it did not yet."""
    for moment in (known_at, LATEST):
        found = [each for each in sessions_of_groups([group], today, moment).get(group, []) if each.number == number]
        if found:
            return found[0]
    if not Group.objects.filter(slug=group).exists():
        raise UnknownReference(f"the record has no group {group!r}.")
    raise UnknownReference(f"the record has no session {number} of a mechanism that the group {group!r} reports to.")
