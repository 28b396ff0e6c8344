"""Sessions of a mechanism: recording them, and finding the one a group reports to and the one before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.asking import Reading, question
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.models import Actor, Texts
from tansiq.secretariat.register.domain.versions import start_version
from tansiq.secretariat.register.enums import RelationKind
from tansiq.secretariat.register.models import Mechanism, RelationTerm
from tansiq.secretariat.reporting.domain.errors import NotComposable
from tansiq.secretariat.reporting.models import Session, SessionTerm


@dataclass(frozen=True)
class SessionOnDay:
    """A session as it was fixed on a day: `rests_on` is the term that says so."""

    ref: str
    slug: str
    number: int
    mechanism: str
    dates: PartialDate
    place: Texts
    symbol: str
    rests_on: str


def fix_session(
    *, mechanism: Mechanism, number: int, dates: PartialDate, place: Texts, by: Actor, at: datetime, begins: PartialDate | None = None,
    symbol: str = "", because: str = "",
) -> SessionTerm:
    """Record when and where a session is held, as fixed from `begins` on; makes the session when it is new. Atomic.

    What was fixed before stays true of the days before.
    """
    with transaction.atomic():
        session = Session.objects.filter(mechanism=mechanism, number=number).first()
        if session is None:
            new = Session(slug=f"{mechanism.slug}-{number}", mechanism=mechanism, number=number)
            session = make(identity=new, by=by, at=at)
        term = SessionTerm(session=session, dates=dates, place=place, symbol=symbol, begins=begins)
        return start_version(term=term, by=by, at=at, because=because)


@question
def mechanisms_of_groups(day: date, known_at: datetime) -> Reading[dict[str, list[str]]]:
    """For each group that reports to a mechanism on `day`, the mechanisms, all by slug. One query."""
    terms = RelationTerm.objects.as_of(day, known_at).filter(kind=RelationKind.REPORTS_TO, mechanism__isnull=False)

    def answer(rows: list[tuple[str, str]]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for group, mechanism in rows:
            found.setdefault(group, []).append(mechanism)
        return found

    return Reading((terms.values_list("group__slug", "mechanism__slug").order_by("group__slug", "mechanism__slug"),), answer)


def sessions(mechanisms: Iterable[str], day: date, known_at: datetime) -> list[SessionOnDay]:
    """The sessions of mechanisms (slugs) as fixed on `day`, by mechanism and number. One query."""
    wanted = set(mechanisms)
    return [each for each in sessions_fixed(day, known_at) if each.mechanism in wanted]


@question
def sessions_fixed(day: date, known_at: datetime) -> Reading[list[SessionOnDay]]:
    """The sessions of every mechanism as fixed on `day`, by mechanism and number: few, and reported to by many groups. One query."""
    terms = SessionTerm.objects.as_of(day, known_at).select_related("session__mechanism")
    return Reading((terms.order_by("session__mechanism__slug", "session__number"),), _on_day)


def _on_day(terms: list[SessionTerm]) -> list[SessionOnDay]:
    return [
        SessionOnDay(
            term.session.ref, term.session.slug, term.session.number, term.session.mechanism.slug, term.dates, term.place,
            term.symbol, term.ref,
        )
        for term in terms
    ]


def session_and_previous(mechanisms: Iterable[str], number: int, day: date, known_at: datetime) -> tuple[SessionOnDay, SessionOnDay | None]:
    """The session of that number and the one before it. Raises NotComposable when the record has no such session on `day`."""
    known = list(mechanisms)
    found = sessions(known, day, known_at)
    wanted = [each for each in found if each.number == number]
    if not wanted:
        numbers = ", ".join(str(each.number) for each in found) or "none"
        raise NotComposable(
            f"on {day.isoformat()} the record has no session {number} of {' or '.join(known) or 'any mechanism'} (it has: {numbers});"
            " record it in sessions.yaml, or name another."
        )
    earlier = [each for each in found if each.mechanism == wanted[0].mechanism and each.number < number]
    return wanted[0], earlier[-1] if earlier else None
