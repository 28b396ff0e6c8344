"""Staleness: what a correction makes untrue is told with old, new, place, person and moment; what time changed is told apart."""

from datetime import timedelta

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.models import StepExpectation
from tansiq.secretariat.record.domain.actors import actor_for, import_actor
from tansiq.secretariat.record.domain.changes import changes_of
from tansiq.secretariat.record.domain.terms import corrected, ended, supersede
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.register.domain.names import correct_name
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.models import Group, Organization, OrganizationName, SeatTerm
from tansiq.secretariat.reporting.domain.freezing import freeze
from tansiq.secretariat.reporting.domain.staleness import stale_facts
from tansiq.secretariat.reporting.models import SessionTerm
from tests.example import DAY, LATER

THEN = LATER + timedelta(days=3)
NOW = LATER + timedelta(days=9)


def frozen():
    return freeze(group="wgim", session=23, as_of=DAY, known_at=None, language="en", by=import_actor(), at=LATER)


def officer():
    return actor_for(kind=ActorKind.WORKER, name="officer of the test")


def told(facts):
    return [(fact.old.replace("\u00a0", " "), fact.new.replace("\u00a0", " "), fact.paragraph) for fact in facts]


def withdraw_seat(organization, **hand):
    term = SeatTerm.objects.current().get(seat__group__slug="wgim", seat__organization__slug=organization)
    supersede(term=term, with_=[], because="It never sat.", **hand)


def test_stale_facts_of_an_unchanged_record_are_none(example):
    report = frozen()
    assert stale_facts(report, NOW).corrected == ()
    assert stale_facts(report, NOW).composable


def test_stale_facts_tell_a_date_corrected_for_the_day_of_the_report(example):
    report = frozen()
    [term] = [
        row for row in StepExpectation.objects.as_of(DAY, LATER).select_related("step") if row.date == parse("September 2018")
    ]
    supersede(term=term, with_=[corrected(term, date=parse("October 2018"))], by=officer(), at=THEN, because="It was misread.")
    stale = stale_facts(report, NOW).corrected
    assert {(old, new) for old, new, _paragraph in told(stale)} == {("September 2018", "October 2018")}
    for fact in stale:
        assert fact.paragraph is not None
        assert fact.block
        assert (fact.changed.by, fact.changed.at) == (officer(), THEN)


def test_stale_facts_tell_a_count_and_a_name_that_would_be_left_out(example):
    report = frozen()
    withdraw_seat("fao", by=officer(), at=THEN)
    stale = stale_facts(report, NOW).corrected
    pairs = {(old, new) for old, new, _paragraph in told(stale)}
    assert ("16", "15") in pairs
    assert any("FAO" in old and not new for old, new in pairs)
    assert all(fact.changed is not None and fact.changed.by == officer() for fact in stale)


def test_stale_facts_tell_a_name_that_would_be_added(example):
    report = frozen()
    seat_organization(
        group=Group.objects.get(slug="wgim"), organization=Organization.objects.get(slug="unicef"), on=parse("1 January 2016"),
        by=officer(), at=THEN,
    )
    stale = stale_facts(report, NOW).corrected
    assert any(fact.node is None and "UNICEF" in fact.new and fact.paragraph for fact in stale)
    assert ("16", "17") in {(old, new) for old, new, _paragraph in told(stale)}


def test_stale_facts_tell_a_corrected_name_wherever_it_is_printed(example):
    report = frozen()
    name = OrganizationName.objects.current().get(organization__slug="fao", language="en")
    correct_name(name=name, long="Food and Agriculture Office", by=officer(), at=THEN, because="As the page has it.")
    stale = stale_facts(report, NOW).corrected
    assert {(fact.old, fact.new) for fact in stale} == {(name.long.replace("'", "’"), "Food and Agriculture Office")}
    assert {fact.changed.at for fact in stale} == {THEN}


def test_stale_facts_leave_alone_what_only_ends_after_the_day(example):
    report = frozen()
    term = SeatTerm.objects.current().get(seat__group__slug="wgim", seat__organization__slug="fao")
    supersede(term=term, with_=[ended(term, parse("31 December 2019"))], by=officer(), at=THEN, because="It left.")
    stale = stale_facts(report, NOW)
    assert stale.corrected == ()
    assert all(fact.old != fact.new for fact in stale.moved_on)


def test_stale_facts_tell_what_time_changed_apart(example):
    report = frozen()
    moved = told(stale_facts(report, NOW).moved_on)
    assert moved == told(stale_facts(report, NOW).moved_on)
    assert all(old != new for old, new, _paragraph in moved)
    same_day = stale_facts(report, LATER)
    assert same_day.corrected == ()


def test_stale_facts_of_a_session_that_is_no_longer_known_say_so(example):
    report = frozen()
    for term in SessionTerm.objects.current().filter(session__number=23):
        supersede(term=term, with_=[], by=officer(), at=THEN, because="Entered by mistake.")
    assert not stale_facts(report, NOW).composable


def test_changes_of_give_recording_and_correction_with_their_hands(example):
    term = SeatTerm.objects.current().get(seat__group__slug="wgim", seat__organization__slug="fao")
    withdraw_seat("fao", by=officer(), at=THEN)
    [first, second] = changes_of([term.ref, "register/group/wgim", "record/move/999999"])[term.ref]
    assert (first.by, first.corrected) == (import_actor(), False)
    assert (second.by, second.at, second.corrected) == (officer(), THEN, True)
