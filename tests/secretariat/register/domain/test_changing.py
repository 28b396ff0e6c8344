"""The two questions about a term: it changed on a day, or it was recorded wrongly."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.errors import AlreadyCorrected, Refused, UnknownReference
from tansiq.secretariat.register.domain.changing import (
    KINDS,
    change_term,
    columns_of,
    correct_term,
    end_term,
    find_term,
    kind_word,
    terms_of_group,
    version,
    withdraw_term,
)
from tansiq.secretariat.register.domain.errors import NothingChanged, OutlivesSeat
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.models import GroupName, OfficeTerm, SeatTerm
from tests.cast import world as build


@pytest.fixture
def why(world):
    return lambda: {"by": world.cast.officer, "at": world.clock(), "because": "So."}


def seat(slug="fao"):
    return SeatTerm.objects.current().get(seat__organization__slug=slug)


def test_change_keeps_the_days_before_and_its_version_says_what_stood(why):
    before = seat()
    first, second = change_term(term=before, on=parse("1 May 2017"), changes={"kind": "observer"}, **why())
    assert (first.kind, first.ends, second.kind, second.begins) == ("member", parse("30 April 2017"), "observer", parse("1 May 2017"))
    seen = version(find_term(group="wgim", kind="seat", term=before.slug))
    assert [term.slug for term in seen.replaced_by] == [first.slug, second.slug]
    assert (seen.because_replaced, seen.replaced) == ("So.", ())
    assert [term.slug for term in version(find_term(group="wgim", kind="seat", term=second.slug)).replaced] == [before.slug]


def test_stale_version_is_refused_whatever_is_asked_of_it(why):
    stale = seat()
    change_term(term=stale, on=parse("2017"), changes={"kind": "observer"}, **why())
    for ask in (
        lambda: change_term(term=stale, on=parse("2018"), changes={"kind": "observer"}, **why()),
        lambda: end_term(term=stale, ends=parse("2018"), **why()),
        lambda: correct_term(term=stale, begins=None, ends=None, changes={}, **why()),
        lambda: withdraw_term(term=stale, **why()),
    ):
        with pytest.raises(AlreadyCorrected):
            ask()


def test_saying_the_same_again_is_refused(why):
    with pytest.raises(NothingChanged):
        correct_term(term=seat(), begins=parse("1 January 2015"), ends=None, changes={"kind": "member"}, **why())
    with pytest.raises(NothingChanged):
        change_term(term=seat(), on=parse("2017"), changes={"kind": "member"}, **why())


@pytest.mark.parametrize("begins", ["2 January 2015", "2016"])
def test_office_may_not_begin_before_its_seat(why, begins):
    with pytest.raises(OutlivesSeat):
        correct_term(term=seat("iom"), begins=parse(begins), ends=None, changes={}, **why())
    office = OfficeTerm.objects.current().get(office__seat__organization__slug="iom")
    with pytest.raises(OutlivesSeat):
        correct_term(term=office, begins=parse("2014"), ends=None, changes={}, **why())


def test_co_chair_may_not_become_an_observer(why):
    with pytest.raises(OutlivesSeat):
        change_term(term=seat("iom"), on=parse("2017"), changes={"kind": "observer"}, **why())
    with pytest.raises(OutlivesSeat):
        withdraw_term(term=seat("iom"), **why())


def test_split_seat_still_covers_its_office(why, world):
    made = change_term(term=seat("iom"), on=parse("2017"), changes={"represented_by": world.organizations["fao"]}, **why())
    assert len(made) == 2


def test_end_of_a_seat_takes_its_office_with_it(why):
    end_term(term=seat("iom"), ends=parse("2017"), **why())
    assert OfficeTerm.objects.current().get(office__seat__organization__slug="iom").ends == parse("2017")


def test_end_of_a_name_must_lie_within_it(world, why):
    give_name(name=GroupName(group=world.group, language="en", long="A group"), by=world.cast.officer, at=world.clock())
    name = change_term(term=GroupName.objects.get(), on=parse("2017"), changes={"long": "Another"}, **why())[1]
    for day, refusal in (("2016", Refused), ("2019", NothingChanged)):
        with pytest.raises(refusal):
            end_term(term=name, ends=parse(day), **why())
        if day == "2016":
            end_term(term=name, ends=parse("2018"), **why())
            name = GroupName.objects.current().get(long="Another")
    assert name.ends == parse("2018")


def test_change_outside_the_term_is_refused(why):
    with pytest.raises(Refused):
        change_term(term=seat(), on=parse("1 January 2015"), changes={"kind": "observer"}, **why())


def test_term_of_another_group_or_kind_is_not_found(world):
    for group, kind, term in (("tfym", "seat", seat().slug), ("wgim", "none", seat().slug), ("wgim", "office", seat().slug)):
        with pytest.raises(UnknownReference):
            find_term(group=group, kind=kind, term=term)


def test_every_kind_has_a_word_and_columns():
    for word, kind in KINDS.items():
        assert kind_word(kind.model()) == word
        assert not {"begins", "ends", "recorded_at", *kind.model.of} & {column.name for column in columns_of(kind.model)}


def test_terms_of_group_are_those_of_the_day(db):
    world = build(names=True)
    found = terms_of_group(group="wgim", as_of=parse("2017").last_day, known_at=world.clock())
    assert [term.long for term in found] == ["Working Group on Migration"]
