"""Settling the terms of several identities to what a file says."""

import pytest

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.interchange import Entry, Loading
from tansiq.secretariat.record.interchange.entries import Misplaced
from tansiq.secretariat.register.enums import RelationKind
from tansiq.secretariat.register.interchange import settle_all
from tansiq.secretariat.register.models import Mechanism, RelationTerm

ENTRY = Entry("groups.yaml", {"relations": []}, {("relations",): 7})


@pytest.fixture
def loading(world, tmp_path):
    return Loading(by=import_actor(), at=world.clock(), folder=tmp_path)


def settled(world, loading, *mechanisms, begins="2016"):
    wanted = [
        RelationTerm(group=world.group, kind=RelationKind.REPORTS_TO, mechanism=mechanism, begins=world.day(begins))
        for mechanism in mechanisms
    ]
    settle_all(RelationTerm, wanted, loading=loading, entry=ENTRY, field="relations", group=world.group)
    return sorted(RelationTerm.objects.current().values_list("slug", flat=True))


def test_settle_all_settles_each_identity_by_itself(world, loading):
    one, two, three = (Mechanism.objects.create(slug=slug) for slug in ("one", "two", "three"))
    assert settled(world, loading, one, two) == ["wgim-reports-to-one.1", "wgim-reports-to-two.1"]
    assert settled(world, loading, two, three) == ["wgim-reports-to-three.1", "wgim-reports-to-two.1"]
    assert settled(world, loading) == []


def test_settle_all_refusal_is_a_problem_of_the_field(world, loading):
    mechanism = Mechanism.objects.create(slug="one")
    with pytest.raises(Misplaced) as misplaced:
        settled(world, loading, mechanism, mechanism)
    assert str(misplaced.value.problem) == (
        "groups.yaml:7: relations: the relation term wgim-reports-to-one: a term from 2016 on overlaps the one from 2016 on "
        "(wgim-reports-to-one.1); end or correct that one first."
    )
