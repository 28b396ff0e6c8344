"""Random corrections of what the record holds: any term of any app ended, moved, changed, split, withdrawn; any last move taken back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.apps import apps

from tansiq.secretariat.decisions.models import DecisionTerm
from tansiq.secretariat.meetings.models import MeetingPointTerm, MeetingTerm, OrganizingGroup, ParticipationTotal
from tansiq.secretariat.programme.models import FollowedProcess, ObjectiveTerm, OutputTerm, StepExpectation, WorkProgrammeTerm
from tansiq.secretariat.publications.models import EditionTerm, StageExpectation
from tansiq.secretariat.record.domain.moves import withdraw_last_move
from tansiq.secretariat.record.domain.terms import corrected, ended, split, supersede
from tansiq.secretariat.record.models import Stateful, Term
from tansiq.secretariat.register.models import (
    CoChairAnswer,
    ContactTerm,
    NameTerm,
    OfficeTerm,
    RelationTerm,
    SeatTerm,
)
from tansiq.secretariat.reporting.models import SessionTerm
from tests.journeys.laws.office import NothingToDo, Office, real
from tests.journeys.laws.partial import ONE, Day

Key = tuple[str, ...]
Changes = tuple[dict[str, Any], dict[str, Any]]


def _seat(seat: Any) -> Key:
    return seat.group.slug, seat.organization.slug


TABLES: dict[type[Term], tuple[str, Callable[[Any], Key]]] = {
    SeatTerm: ("seat", lambda term: _seat(term.seat)),
    OfficeTerm: ("office", lambda term: (*_seat(term.office.seat), term.office.role)),
    ContactTerm: ("contact", lambda term: (*_seat(term.contact.seat), term.contact.slug)),
    CoChairAnswer: ("answer", lambda term: (term.request.slug, term.organization.slug)),
    RelationTerm: ("relation", lambda term: (term.group.slug, term.mechanism.slug)),
    SessionTerm: ("session", lambda term: (term.session.slug,)),
    FollowedProcess: ("followed", lambda term: (term.group.slug,)),
    StepExpectation: ("expectation", lambda term: (term.step.slug,)),
    ObjectiveTerm: ("objective", lambda term: (term.objective.slug,)),
    WorkProgrammeTerm: ("programme", lambda term: (term.programme.slug,)),
    OutputTerm: ("output", lambda term: (term.output.slug,)),
    MeetingTerm: ("meeting", lambda term: (term.meeting.slug,)),
    OrganizingGroup: ("organizing", lambda term: (term.meeting.slug, term.group.slug)),
    MeetingPointTerm: ("outcome", lambda term: (term.point.slug,)),
    ParticipationTotal: ("total", lambda term: (term.meeting.slug,)),
    EditionTerm: ("edition", lambda term: (term.edition.slug,)),
    StageExpectation: ("stage", lambda term: (term.edition.slug, term.stage)),
    DecisionTerm: ("decision", lambda term: (term.decision.slug,)),
}
"""The plain table and key of every kind of term that a fact's value rests on; names change what is shown only."""

DATED = {SessionTerm: "dates", StepExpectation: "date", StageExpectation: "date", OutputTerm: "due"}
PERIODS = {ObjectiveTerm: "period", WorkProgrammeTerm: "period", MeetingTerm: "dates"}


def changes_of(office: Office, term: Any) -> Changes:
    """Another value for a column that facts read, for the record and for the plain lists."""
    model, rng = type(term), office.rng
    if model in DATED or model in PERIODS:
        column, day = (DATED | PERIODS)[model], office.day()
        return {column: real(day)}, {column: day if model in PERIODS else day.edtf}
    if model is SeatTerm:
        kind = "observer" if term.kind == "member" else "member"
        return {"kind": kind}, {"kind": kind}
    if model is ParticipationTotal:
        count = rng.randint(1, 200)
        return {"count": count}, {"count": count}
    if model is EditionTerm:
        number = rng.randint(1, 5)
        return {"number": number}, {"number": number}
    if model is CoChairAnswer:
        answer = "objects" if term.answer == "agrees" else "agrees"
        return {"answer": answer}, {"answer": answer}
    if issubclass(model, NameTerm):
        return {"long": f"Corrected {rng.randint(1, 999)}"}, {}
    return {}, {}


def any_term(office: Office) -> Term:
    """A term that stands, of any table of any app."""
    tables = [model for model in apps.get_models() if issubclass(model, Term)]
    office.rng.shuffle(tables)
    for model in tables:
        found = list(model._default_manager.filter(superseded_at=None).order_by("pk"))
        if found:
            return office.pick(found)
    raise NothingToDo


def correct(office: Office) -> date:
    """Supersede a term in one of the ways there are."""
    term = any_term(office)
    way = office.pick((_end, _begin, _change, _split, _withdraw))
    return way(office, term, _plain(office, term))


def _plain(office: Office, term: Any) -> dict[str, Any]:
    """The same term in the plain lists; an empty one for those that no value rests on."""
    if type(term) not in TABLES:
        return {}
    table, key = TABLES[type(term)]
    return next(row for row in office.plain.of(table, *key(term)) if row["first"] == term.valid_from)


def _done(office: Office, term: Term, with_: list[Term]) -> None:
    supersede(term=term, with_=with_, because="it was wrong", **office.act)


def _end(office: Office, term: Term, plain: dict[str, Any]) -> date:
    ends = office.day(closed=True)
    _done(office, term, [ended(term, real(ends))])
    plain["last"] = ends.last
    assert ends.last
    return min(ends.last, term.valid_to - ONE if term.valid_to else date.max) + ONE


def _begin(office: Office, term: Term, plain: dict[str, Any]) -> date:
    on = office.day(closed=True)
    _done(office, term, [corrected(term, begins=real(on))])
    plain["first"] = on.starts
    if isinstance(term, CoChairAnswer):
        plain["on"] = on
    return min(on.starts, term.valid_from)


def _change(office: Office, term: Term, plain: dict[str, Any]) -> date:
    columns, same = changes_of(office, term)
    _done(office, term, [corrected(term, **columns)])
    plain.update(same)
    return term.valid_from


def _split(office: Office, term: Term, plain: dict[str, Any]) -> date:
    on: Day = office.day(closed=True)
    columns, same = changes_of(office, term)
    _done(office, term, split(term, real(on), **columns))
    if plain:
        office.plain.terms.append({**plain, **same, "first": on.starts, **({"on": on} if isinstance(term, CoChairAnswer) else {})})
        plain["last"] = on.starts - ONE
    return on.starts


def _withdraw(office: Office, term: Term, plain: dict[str, Any]) -> date:
    _done(office, term, [])
    if plain:
        office.plain.terms.remove(plain)
    return term.valid_from


def take_back(office: Office) -> date:
    """Take back the last move of any row with a lifecycle."""
    rows = {row.slug: row for model in apps.get_models() if issubclass(model, Stateful) for row in model._default_manager.order_by("pk")}
    moved = [slug for slug in rows if len(office.plain.standing(slug)) > 1]
    row: Any = rows[office.pick(moved if moved and office.rng.random() < 0.95 else list(rows))]
    withdraw_last_move(row=row, because="it did not happen", **office.act)
    last = office.plain.standing(row.slug)[-1]
    office.plain.moves.remove(last)
    day: date = last["day"]
    return day
