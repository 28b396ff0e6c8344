"""What reporting brings to the pages of a group: the sessions on its timeline, the one it reports to next, its reports."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tansiq.engines.dates import PartialDate, format_date
from tansiq.engines.press.ordinals import Case, ordinal
from tansiq.engines.press.typography import join_list
from tansiq.secretariat.pages.parts import Asked, Entry, Term, part
from tansiq.secretariat.pages.timeline import Mark, Row
from tansiq.secretariat.reporting.domain.offered import offered, sessions_of_groups
from tansiq.secretariat.reporting.domain.sessions import SessionOnDay

HELD = pgettext_lazy("sessions of a mechanism, by number", "%(numbers)s held")
TO_COME = pgettext_lazy("sessions of a mechanism, by number", "%(numbers)s to come")
REPORT_TO = gettext_lazy("Progress report to the %(ordinal)s session")


@part("group")
def of_a_group(asked: Asked) -> Iterator[Row | Term | Entry]:
    """The sessions of the mechanism on the timeline, the one the group reports to next, and its reports."""
    known = sessions_of_groups(asked.groups, asked.as_of, asked.known_at)
    for group, found in known.items():
        dated = [each for each in found if each.dates.last_day is not None and each.dates.first_day is not None]
        yield from _row(dated, asked)
        yield from _next(group, dated, asked)
    yield from _reports(known, asked)
    for group in asked.groups:
        yield Entry(group, _("Sessions that the group reports to"), reverse("reporting:sessions", args=[group]))


@part("groups")
def of_all_groups(asked: Asked) -> Iterator[Entry]:
    """The reports of the groups of the list."""
    yield from _reports(sessions_of_groups(asked.groups, asked.as_of, asked.known_at), asked)


def _row(known: Sequence[SessionOnDay], asked: Asked) -> Iterator[Row]:
    held = [each for each in known if each.dates.certain_on(asked.as_of)]
    to_come = [each for each in known if each not in held]
    marks = tuple(Mark(day, each in held) for each in known for day in [each.dates.first_day] if day is not None)
    words = [str(message) % {"numbers": _numbers(found, asked.language)} for message, found in ((HELD, held), (TO_COME, to_come)) if found]
    if marks:
        yield Row(_("Sessions"), _("; ").join(words), marks=marks)


def _next(group: str, known: Sequence[SessionOnDay], asked: Asked) -> Iterator[Term]:
    for each in known:
        if each.dates.last_day is not None and each.dates.last_day >= asked.as_of:
            text = session_called(each.number, asked.language)
            yield Term(group, _("Reports to"), _(", ").join([text, place_and_dates(each, asked.language)]))
            return


def _reports(known: Mapping[str, Sequence[SessionOnDay]], asked: Asked) -> Iterator[Entry]:
    for each in offered(known, today=asked.as_of, known_at=asked.known_at):
        yield Entry(
            each.group,
            report_to(each.session.number, asked.language),
            reverse("reporting:report", args=[each.group, each.session.number]) + f"?as-of={each.day.isoformat()}",
            _("as of %(day)s") % {"day": _worded(each.day, asked.language)},
        )


def session_called(number: int, language: str) -> str:
    """What a session is called in a list: "twenty-third session"."""
    return _("%(ordinal)s session") % {"ordinal": _ordinal(number, language)}


def report_to(number: int, language: str) -> str:
    """What the report to a session is called in a list."""
    return str(REPORT_TO) % {"ordinal": _ordinal(number, language, "genitive")}


def place_and_dates(session: SessionOnDay, language: str) -> str:
    """Where and when a session is held."""
    place, _language = session.place.shown(language)
    return _(", ").join(filter(None, [place, format_date(session.dates, language)]))


def _ordinal(number: int, language: str, case: Case = "nominative") -> str:
    """The ordinal of a session: feminine in French and Arabic."""
    return ordinal(number, language, gender="feminine", case=case)


def _numbers(found: Sequence[SessionOnDay], language: str) -> str:
    return join_list([str(each.number) for each in found], language)


def _worded(day: date, language: str) -> str:
    return format_date(PartialDate.on(day), language)
