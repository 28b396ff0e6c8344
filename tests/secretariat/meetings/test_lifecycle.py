"""The states of a meeting and the ways between them, as the field lists them."""

from tansiq.secretariat.meetings.lifecycle import MEETING


def test_meeting_states_are_those_of_the_field():
    assert MEETING.states == ("planned", "called", "held", "minutes_out", "adopted", "postponed", "cancelled")


def test_meeting_ways_lead_from_plan_to_minutes_and_back_from_postponed():
    assert {(before, one.name): one.after for one in MEETING.transitions for before in one.before} == {
        ("", "plan"): "planned",
        ("planned", "call"): "called",
        ("planned", "hold"): "held",
        ("called", "hold"): "held",
        ("held", "issue_minutes"): "minutes_out",
        ("minutes_out", "adopt_minutes"): "adopted",
        ("planned", "postpone"): "postponed",
        ("called", "postpone"): "postponed",
        ("postponed", "plan_again"): "planned",
        ("planned", "cancel"): "cancelled",
        ("called", "cancel"): "cancelled",
        ("postponed", "cancel"): "cancelled",
    }


def test_meeting_steps_are_the_secretariats_alone(world):
    may = {name: {one.may(actor, None) for one in MEETING.transitions} for name, actor in vars(world.cast).items()}
    assert [name for name, answers in may.items() if answers != {False}] == ["officer"]
