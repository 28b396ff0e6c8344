"""Picking answers by their state."""

from types import SimpleNamespace

from tansiq.secretariat.record.domain.states import standing


def test_standing_keeps_those_in_one_of_the_states_in_order():
    found = [SimpleNamespace(slug=slug, state=state) for slug, state in (("c", "held"), ("a", "planned"), ("b", "held"), ("d", "called"))]
    assert [each.slug for each in standing(found, ("held", "called"))] == ["c", "b", "d"]
    assert standing(found, ()) == []
