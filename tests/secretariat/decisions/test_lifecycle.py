"""The states of a decision and the ways between them, as the field lists them."""

from tansiq.secretariat.decisions.lifecycle import DECISION


def test_decision_states_and_ways_are_those_of_the_field():
    assert DECISION.states == ("requested", "before_the_body", "taken", "deferred", "not_taken")
    assert {(before, one.name): one.after for one in DECISION.transitions for before in one.before} == {
        ("", "request"): "requested",
        ("requested", "put_before"): "before_the_body",
        ("deferred", "put_before"): "before_the_body",
        ("requested", "take"): "taken",
        ("before_the_body", "take"): "taken",
        ("requested", "defer"): "deferred",
        ("before_the_body", "defer"): "deferred",
        ("requested", "drop"): "not_taken",
        ("before_the_body", "drop"): "not_taken",
        ("deferred", "drop"): "not_taken",
    }


def test_decision_steps_are_the_secretariats_alone(world):
    may = {name: {one.may(actor, None) for one in DECISION.transitions} for name, actor in vars(world.cast).items()}
    assert [name for name, answers in may.items() if answers != {False}] == ["officer"]
