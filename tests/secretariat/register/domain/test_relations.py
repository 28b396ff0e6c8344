"""Relations of a group to a mechanism and to other groups."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tansiq.secretariat.record.domain.errors import OverlappingTerms
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.register.domain.errors import NotAnotherThing
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.relations import end_relation, relate
from tansiq.secretariat.register.enums import RelationKind
from tansiq.secretariat.register.models import Group, Mechanism, RelationTerm


def related(world, kind, to, on=None):
    return relate(group=world.group, kind=kind, to=to, on=world.day(on) if on else None, by=world.cast.officer, at=world.clock())


def held(day):
    return [term.slug for term in RelationTerm.objects.as_of(day, LATEST).order_by("slug")]


def test_relate_to_a_mechanism_and_a_group_hold_side_by_side(world):
    related(world, RelationKind.REPORTS_TO, Mechanism.objects.create(slug="rcm"))
    related(world, RelationKind.SUBGROUP_OF, Group.objects.create(slug="coalition"), "2017")
    assert held(date(2016, 12, 31)) == ["wgim-reports-to-rcm.1"]
    assert held(date(2017, 1, 1)) == ["wgim-reports-to-rcm.1", "wgim-subgroup-of-coalition.1"]


def test_relate_a_second_time_is_refused(world):
    mechanism = Mechanism.objects.create(slug="rcm")
    related(world, RelationKind.REPORTS_TO, mechanism)
    with pytest.raises(OverlappingTerms):
        related(world, RelationKind.REPORTS_TO, mechanism, "2017")


def test_relate_to_itself_is_refused(world):
    with pytest.raises(NotAnotherThing):
        related(world, RelationKind.SUBGROUP_OF, world.group)


def test_relate_a_group_that_succeeds_a_mechanism_is_refused(world):
    with pytest.raises(NotAnotherThing) as refused:
        related(world, RelationKind.SUCCEEDS, Mechanism.objects.create(slug="rcm"))
    assert str(refused.value) == (
        "register/group/wgim cannot stand in the relation succeeds to register/mechanism/rcm; name another group."
    )


def test_end_relation_ends_after_the_last_day(world):
    relation = related(world, RelationKind.REPORTS_TO, Mechanism.objects.create(slug="rcm"))
    end_relation(relation=relation, ends=world.day("2017"), by=world.cast.officer, at=world.clock(), because="reform")
    assert [len(held(day)) for day in (date(2017, 12, 31), date(2018, 1, 1))] == [1, 0]


def test_relation_to_nothing_is_refused_by_the_database(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        begin(term=RelationTerm(group=world.group, kind=RelationKind.REPORTS_TO), by=world.cast.officer, at=world.clock())
