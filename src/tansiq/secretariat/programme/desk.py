"""What the programme brings to the desk: steps and outputs whose date has passed, and steps that come within two weeks."""

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.engines.dates import parse_edtf
from tansiq.secretariat.programme.enums import OutputKind, OutputState, StepState
from tansiq.secretariat.programme.models import OutputTerm, StepExpectation
from tansiq.secretariat.record.desk import At, Called, DeskRow, Item, Place, desk_source, texts
from tansiq.secretariat.record.models import Texts

SOON = timedelta(days=14)
AHEAD = (StepState.EXPECTED, StepState.CONFIRMED)
OPEN = (OutputState.AGREED, OutputState.NOT_STARTED, OutputState.ONGOING)


def _step_rows(at: At) -> list[QuerySet[Any, Any]]:
    follower = "step__process__followers__"
    holds = {
        f"{follower}group__slug__in": at.groups, f"{follower}superseded_at": None, f"{follower}valid_from__lte": at.today,
    }
    until = Q(**{f"{follower}valid_to": None}) | Q(**{f"{follower}valid_to__gt": at.today})
    # One call of filter: all of it is asked of the same follower.
    terms = StepExpectation.objects.as_of(at.today, at.now).filter(until, step__state__in=AHEAD, **holds)
    return [texts(terms, "programme.step", f"{follower}group__slug", "step__slug", "date")]


@desk_source("programme.step", rows=_step_rows)
def steps_of_processes(at: At, rows: Sequence[DeskRow], called: Called) -> Iterator[Item]:
    """Steps whose date has passed though nobody recorded them as held, and those that come soon."""
    for row in rows:
        expected = parse_edtf(row.two)
        words, url = called(f"programme/step/{row.one}"), reverse("register:group", args=[row.group])
        if expected.last_day is not None and expected.last_day < at.today and row.group in at.served:
            yield Item(
                Place.LATE, row.group, words, url, _("Open the group"), day=expected, state=("late", _("Not held")),
                why=_("Its date has passed. Record that it was held, or the new date."),
            )
        elif expected.first_day is not None and at.today <= expected.first_day <= at.today + SOON:
            yield Item(Place.SOON, row.group, words, url, _("Open the group"), day=expected)


def _output_rows(at: At) -> list[QuerySet[Any, Any]]:
    terms = OutputTerm.objects.as_of(at.today, at.now).filter(
        output__programme__group__slug__in=at.served, output__state__in=OPEN, due__isnull=False
    )
    return [texts(terms, "programme.output", "output__programme__group__slug", "output__slug", "due", "title", "kind")]


@desk_source("programme.output", rows=_output_rows)
def outputs_late(at: At, rows: Sequence[DeskRow], _called: Called) -> Iterator[Item]:
    """Outputs agreed on and not completed by the last day on which they were due."""
    for row in rows:
        due = parse_edtf(row.two) if row.two else None
        if due is None or due.last_day is None or due.last_day >= at.today:
            continue
        title, _language = Texts.from_json(json.loads(row.three or "{}")).shown(at.language)
        yield Item(
            Place.LATE, row.group, title or str(OutputKind(row.four).label), reverse("register:group", args=[row.group]),
            _("Open the group"), day=due, state=("late", _("Late")), why=_("It was due by then and is not completed."),
        )
