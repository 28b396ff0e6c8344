"""Reads with one query what a report is composed of: the answers wait, within `asking_once`, for the tellers and facts that ask."""

from datetime import date, datetime

from tansiq.secretariat.decisions.domain.questions import group_decisions
from tansiq.secretariat.meetings.domain.questions import group_meetings
from tansiq.secretariat.programme.domain.questions import followed, group_findings, group_objectives, group_outputs, steps
from tansiq.secretariat.publications.domain.questions import editions_planned, group_editions, inputs_of_meetings
from tansiq.secretariat.record.domain.asking import ask_together
from tansiq.secretariat.register.domain.naming import names_of, tables
from tansiq.secretariat.register.domain.questions import answers, group_requests, mandate_terms, objectives, offices, seat_terms, seats
from tansiq.secretariat.reporting.domain.sessions import mechanisms_of_groups, sessions_fixed

OF_THE_GROUP = (
    seats, offices, objectives, group_requests, answers, group_objectives, group_findings, group_outputs, followed, group_meetings,
    group_editions, editions_planned, inputs_of_meetings, group_decisions,
)
OF_ALL = (mechanisms_of_groups, sessions_fixed, steps, mandate_terms)


def read(group: str, day: date, known_at: datetime) -> None:
    """Read what a report of the group (a slug) on `day` may tell, names of things too. One query; call it within `asking_once`.

    A teller that asks something else still gets its answer, with a query of its own: a test of the composition counts them.
    """
    ask_together(
        *(each.of(group, day, known_at) for each in OF_THE_GROUP),
        *(each.of(day, known_at) for each in OF_ALL),
        *(names_of.of(kind, day, known_at) for kind in sorted(tables())),
        seat_terms.of(group, known_at),
    )
