"""Which progress reports can be asked for, and on which day each is asked unless another is named. Composing them is compose.py."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tansiq.secretariat.record.domain.asking import ask_together, asking_once
from tansiq.secretariat.register.enums import SeatKind
from tansiq.secretariat.register.models import SeatTerm
from tansiq.secretariat.reporting.domain.sessions import SessionOnDay, mechanisms_of_groups, sessions, sessions_fixed

DAY = timedelta(days=1)
FIRST_DAY = date(1000, 1, 1)
"""The first that a date of engines.dates can name."""


@dataclass(frozen=True)
class Offered:
    """A report of a group (a slug) to a session, and the day it speaks of unless another is asked for."""

    group: str
    session: SessionOnDay
    day: date


def day_of_report(session: SessionOnDay, today: date) -> date:
    """The day before the session begins, as the session saw the record; today while that is still to come.

    Of a session on the first day that dates can name it is that day.
    """
    first = session.dates.first_day
    return today if first is None else min(today, max(first - DAY, FIRST_DAY))


def sessions_of_groups(groups: Iterable[str], day: date, known_at: datetime) -> dict[str, list[SessionOnDay]]:
    """For each group (a slug) that reports to a mechanism on `day`, the sessions it reports to as fixed then, in order. One query."""
    wanted = set(groups)
    with asking_once():
        ask_together(mechanisms_of_groups.of(day, known_at), sessions_fixed.of(day, known_at))
        reporting_to = {group: found for group, found in mechanisms_of_groups(day, known_at).items() if group in wanted}
        known = sorted(sessions({slug for found in reporting_to.values() for slug in found}, day, known_at), key=lambda each: each.dates)
    return {group: [each for each in known if each.mechanism in found] for group, found in sorted(reporting_to.items())}


def offered(known: Mapping[str, Sequence[SessionOnDay]], *, today: date, known_at: datetime) -> list[Offered]:
    """The reports to `known` sessions that can be asked for, by group, the newest session first: those to sessions on whose day the
    group had a member. One query, however many groups.
    """
    terms = SeatTerm.objects.known(known_at).filter(seat__group__slug__in=list(known), kind=SeatKind.MEMBER)
    seated = list(terms.values_list("seat__group__slug", "valid_from", "valid_to"))
    return [
        Offered(group, session, day)
        for group, found in known.items()
        for session in reversed(found)
        for day in [day_of_report(session, today)]
        if any(slug == group and begins <= day and (ends is None or ends > day) for slug, begins, ends in seated)
    ]
