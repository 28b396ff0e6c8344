"""The states of the programme's rows and the ways between them, as the field lists them."""

from tansiq.secretariat.programme.lifecycle import OUTPUT, STEP, WORK_PROGRAMME


def ways(lifecycle):
    return {(before, one.name): one.after for one in lifecycle.transitions for before in one.before}


def test_step_states_and_ways_are_those_of_the_field():
    assert STEP.states == ("expected", "confirmed", "held", "cancelled")
    assert ways(STEP) == {
        ("", "expect"): "expected",
        ("expected", "confirm"): "confirmed",
        ("expected", "hold"): "held",
        ("confirmed", "hold"): "held",
        ("expected", "cancel"): "cancelled",
        ("confirmed", "cancel"): "cancelled",
    }


def test_output_completed_and_cancelled_lead_nowhere():
    assert OUTPUT.states == ("proposed", "agreed", "not_started", "ongoing", "completed", "cancelled")
    assert [list(OUTPUT.open_from(state)) for state in ("completed", "cancelled")] == [[], []]
    assert {one.name for one in OUTPUT.open_from("agreed")} == {"wait", "start", "complete", "cancel"}


def test_work_programme_is_agreed_once_after_it_is_proposed():
    assert ways(WORK_PROGRAMME) == {("", "propose"): "proposed", ("proposed", "agree"): "agreed"}


def test_steps_of_the_programme_are_the_secretariats_alone(world):
    transitions = [one for lifecycle in (STEP, OUTPUT, WORK_PROGRAMME) for one in lifecycle.transitions]
    cast = world.cast
    may = {name: {one.may(actor, None) for one in transitions} for name, actor in vars(cast).items()}
    assert may == {
        "officer": {True},
        "co_chair": {False},
        "focal_point": {False},
        "applicant": {False},
        "mechanism_secretariat": {False},
        "stranger": {False},
    }
