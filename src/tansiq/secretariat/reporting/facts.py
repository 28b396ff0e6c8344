"""What can be asked of the sessions a group reports to."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from tansiq.secretariat.record.domain.wording import count_display, date_display
from tansiq.secretariat.record.facts import Measured, fact
from tansiq.secretariat.reporting.domain.sessions import SessionOnDay, mechanisms_of_groups, sessions


def cases_of_sessions(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every session of the mechanisms it reports to on the day."""
    groups = mechanisms_of_groups(as_of, known_at)
    known = sessions({slug for slugs in groups.values() for slug in slugs}, as_of, known_at)
    for group, mechanisms in groups.items():
        yield from ({"group": group, "session": each.slug} for each in known if each.mechanism in mechanisms)


def session_of(group: str, slug: str, as_of: date, known_at: datetime) -> SessionOnDay | None:
    """The session as fixed on the day, None when it was not."""
    mechanisms = mechanisms_of_groups(as_of, known_at).get(group, [])
    return next((each for each in sessions(mechanisms, as_of, known_at) if each.slug == slug), None)


@fact("reporting.session_dates", unit="date", cases=cases_of_sessions)
def session_dates(*, group: str, session: str, as_of: date, known_at: datetime) -> Measured:
    """When a session of the mechanism that the group reports to is held, in EDTF, as fixed on `as_of`."""
    found = session_of(group, session, as_of, known_at)
    if found is None:
        return Measured(None, (), date_display(None, as_of))
    return Measured(found.dates.edtf, (found.rests_on,), date_display(found.dates, as_of))


@fact("reporting.session_number", unit="number", cases=cases_of_sessions)
def session_number(*, group: str, session: str, as_of: date, known_at: datetime) -> Measured:
    """The number of a session of the mechanism that the group reports to."""
    found = session_of(group, session, as_of, known_at)
    if found is None:
        return Measured(None, (), count_display(None))
    return Measured(found.number, (found.rests_on,), count_display(found.number))
