"""What reporting brings to the pages of a group: the sessions on its timeline, the one it reports to next, its reports."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tansiq.engines.dates import PartialDate, format_date
from tansiq.engines.press.ordinals import Case, ordinal
from tansiq.engines.press.typography import join_list
from tansiq.secretariat.pages.parts import Asked, Entry, Term, part
from tansiq.secretariat.pages.timeline import Mark, Row
from tansiq.secretariat.reporting.domain.offered import offered
from tansiq.secretariat.reporting.domain.sessions import SessionOnDay, mechanisms_of_groups, sessions

HELD = pgettext_lazy("sessions of a mechanism, by number", "%(numbers)s held")
TO_COME = pgettext_lazy("sessions of a mechanism, by number", "%(numbers)s to come")
REPORT_TO = gettext_lazy("Progress report to the %(ordinal)s session")


@part("group.timeline")
def row_of_sessions(asked: Asked) -> Iterator[Row]:
    """The sessions of the mechanism that the group reports to."""
    known = [each for each in _sessions(asked) if each.dates.last_day is not None]
    marks = tuple(Mark(day, each.dates.certain_on(asked.as_of)) for each in known for day in [each.dates.first_day] if day is not None)
    if not marks:
        return
    parts = [
        (HELD, [each for each in known if each.dates.certain_on(asked.as_of)]),
        (TO_COME, [each for each in known if not each.dates.certain_on(asked.as_of)]),
    ]
    words = [str(message) % {"numbers": _numbers(found, asked.language)} for message, found in parts if found]
    yield Row(_("Sessions"), _("; ").join(words), marks=marks)


@part("group.terms")
def next_session(asked: Asked) -> Iterator[Term]:
    """The session the group reports to next."""
    for each in _sessions(asked):
        if each.dates.last_day is not None and each.dates.last_day >= asked.as_of:
            text = _("%(ordinal)s session") % {"ordinal": _ordinal(each.number, asked.language)}
            yield Term(asked.groups[0], _("Reports to"), _(", ").join([text, place_and_dates(each, asked.language)]))
            return


@part("group.reports")
def reports(asked: Asked) -> Iterator[Entry]:
    """The reports that can be asked for, with the day each speaks of."""
    for each in offered(asked.groups, today=asked.as_of, known_at=asked.known_at):
        yield Entry(
            each.group,
            report_to(each.session.number, asked.language),
            reverse("reporting:report", args=[each.group, each.session.number]) + f"?as-of={each.day.isoformat()}",
            _("as of %(day)s") % {"day": _worded(each.day, asked.language)},
        )


def report_to(number: int, language: str) -> str:
    """What the report to a session is called in a list."""
    return str(REPORT_TO) % {"ordinal": _ordinal(number, language, "genitive")}


def place_and_dates(session: SessionOnDay, language: str) -> str:
    """Where and when a session is held."""
    place, _language = session.place.shown(language)
    return _(", ").join(filter(None, [place, format_date(session.dates, language)]))


def _sessions(asked: Asked) -> list[SessionOnDay]:
    mechanisms = mechanisms_of_groups(asked.as_of, asked.known_at)
    wanted = {slug for group in asked.groups for slug in mechanisms.get(group, [])}
    return sorted(sessions(wanted, asked.as_of, asked.known_at), key=lambda each: each.dates)


def _ordinal(number: int, language: str, case: Case = "nominative") -> str:
    """The ordinal of a session: feminine in French and Arabic."""
    return ordinal(number, language, gender="feminine", case=case)


def _numbers(found: Sequence[SessionOnDay], language: str) -> str:
    return join_list([str(each.number) for each in found], language)


def _worded(day: date, language: str) -> str:
    return format_date(PartialDate.on(day), language)
