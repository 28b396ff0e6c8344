"""What reporting brings to the desk: reports due to a session, reports frozen this week, and frozen ones that a correction made untrue.

The desk looks at seats and at dates of steps only, the two that texts turn on; the page of a frozen report compares everything.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.engines.dates import PartialDate, parse_edtf
from tansiq.engines.press.ordinals import ordinal
from tansiq.secretariat.programme.models import StepExpectation
from tansiq.secretariat.record.desk import At, Called, DeskRow, Item, Place, desk_source, texts
from tansiq.secretariat.register.enums import RelationKind
from tansiq.secretariat.register.models import RelationTerm, SeatTerm
from tansiq.secretariat.reporting.models import FrozenReport

COMING = timedelta(days=120)
WEEK = timedelta(days=7)
FOLLOWER = "step__process__followers__group"


def _session_rows(at: At) -> list[QuerySet[Any, Any]]:
    term = "mechanism__sessions__terms__"
    until = Q(**{f"{term}valid_to": None}) | Q(**{f"{term}valid_to__gt": at.today})
    holds = {f"{term}superseded_at": None, f"{term}valid_from__lte": at.today}
    # One call of filter: all of it is asked of the same term of the same session.
    sessions = RelationTerm.objects.as_of(at.today, at.now).filter(
        until, group__slug__in=at.groups, kind=RelationKind.REPORTS_TO, mechanism__isnull=False, **holds
    )
    frozen = FrozenReport.objects.filter(group__slug__in=at.groups)
    return [
        texts(sessions, "reporting.session", "group__slug", "mechanism__sessions__number", f"{term}dates"),
        texts(frozen, "reporting.frozen", "group__slug", "session__number", "as_of", "slug", "entry__at"),
    ]


@desk_source("reporting.session", "reporting.frozen", rows=_session_rows)
def reports_due(at: At, rows: Sequence[DeskRow], _called: Called) -> Iterator[Item]:
    """Sessions to come whose report is not frozen yet, and what was frozen within the last seven days."""
    frozen = {(row.group, row.one) for row in rows if row.tag == "reporting.frozen"}
    for row in rows:
        if row.tag == "reporting.frozen":
            yield from _frozen_lately(row, at)
            continue
        dates = parse_edtf(row.two)
        if dates.first_day is None or not at.today <= dates.first_day <= at.today + COMING:
            continue
        url = reverse("reporting:report", args=[row.group, int(row.one)])
        words = report_to(int(row.one), at.language)
        yield Item(Place.SOON, row.group, _("%(ordinal)s session") % {"ordinal": _ordinal(row.one, at.language)}, url, _("Open"), day=dates)
        if row.group in at.served and (row.group, row.one) not in frozen:
            yield Item(
                Place.WAITING, row.group, words, url, _("Open the report"), day=dates, state=("wait", _("Your turn")),
                why=_("The session comes, and no report to it is frozen yet."),
            )


def _frozen_lately(row: DeskRow, at: At) -> Iterator[Item]:
    day = date.fromisoformat(row.four[:10])
    if at.today - WEEK < day <= at.today:
        url = reverse("reporting:frozen", args=[row.group, row.three])
        words = _("Frozen: %(report)s") % {"report": report_to(int(row.one), at.language)}
        yield Item(Place.CHANGED, row.group, words, url, _("Open"), day=PartialDate.on(day))


def _stale_rows(at: At) -> list[QuerySet[Any, Any]]:
    """Seats and dates of steps that held on the day of a frozen report, as known then, and no longer do; and seats recorded since."""
    expected = StepExpectation.objects.filter(**{f"{FOLLOWER}__slug__in": at.served})
    seats = SeatTerm.objects.filter(seat__group__slug__in=at.served)
    return [
        _tagged(_no_longer(seats, "seat__group", ("seat", "kind")), "seat__group"),
        _tagged(_recorded_since(seats, "seat__group", ("seat", "kind")), "seat__group"),
        _tagged(_no_longer(expected, FOLLOWER, ("step", "date")), FOLLOWER),
    ]


def _tagged(rows: QuerySet[Any], group: str) -> QuerySet[Any, Any]:
    report = f"{group}__frozen_reports__"
    return texts(rows, "reporting.stale", f"{group}__slug", f"{report}slug", f"{report}session__number", f"{report}as_of")


def _no_longer(rows: QuerySet[Any], group: str, says: tuple[str, ...]) -> QuerySet[Any]:
    report = f"{group}__frozen_reports__"
    held = rows.filter(
        Q(valid_to=None) | Q(valid_to__gt=F(f"{report}as_of")), recorded_at__lte=F(f"{report}known_at"),
        superseded_at__gt=F(f"{report}known_at"), valid_from__lte=F(f"{report}as_of"),
    )
    return held.exclude(Exists(_same(rows.model, says, report).filter(superseded_at=None)))


def _recorded_since(rows: QuerySet[Any], group: str, says: tuple[str, ...]) -> QuerySet[Any]:
    report = f"{group}__frozen_reports__"
    held = rows.filter(
        Q(valid_to=None) | Q(valid_to__gt=F(f"{report}as_of")), recorded_at__gt=F(f"{report}known_at"), superseded_at=None,
        valid_from__lte=F(f"{report}as_of"),
    )
    known = _same(rows.model, says, report).filter(recorded_at__lte=OuterRef(f"{report}known_at"))
    return held.exclude(Exists(known.filter(Q(superseded_at=None) | Q(superseded_at__gt=OuterRef(f"{report}known_at")))))


def _same(model: Any, says: tuple[str, ...], report: str) -> QuerySet[Any]:
    """The terms of the same thing that say the same of the day of the report."""
    day = OuterRef(f"{report}as_of")
    found = model.objects.filter(**{name: OuterRef(name) for name in says})
    return found.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


@desk_source("reporting.stale", rows=_stale_rows)
def frozen_gone_stale(at: At, rows: Sequence[DeskRow], _called: Called) -> Iterator[Item]:
    """Frozen reports of which something is no longer true, one line each."""
    for group, slug, number, day in sorted({(row.group, row.one, row.two, row.three) for row in rows}):
        yield Item(
            Place.WAITING, group, report_to(int(number), at.language), reverse("reporting:frozen", args=[group, slug]),
            _("See what no longer holds"), day=PartialDate.on(date.fromisoformat(day)), state=("stale", _("Stale")),
            why=_("The record was corrected after this report was frozen."),
        )


def report_to(number: int, language: str) -> str:
    """What the report to a session is called in a list."""
    return _("Progress report to the %(ordinal)s session") % {"ordinal": _ordinal(str(number), language, genitive=True)}


def _ordinal(number: str, language: str, *, genitive: bool = False) -> str:
    return ordinal(int(number), language, gender="feminine", case="genitive" if genitive else "nominative")
