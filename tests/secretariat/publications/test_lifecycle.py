"""The states of editions, language versions and inputs and the ways between them, as the field lists them."""

from tansiq.secretariat.publications.lifecycle import EDITION, INPUT, LANGUAGE_VERSION


def ways(lifecycle):
    return {(before, one.name): one.after for one in lifecycle.transitions for before in one.before}


def test_edition_states_are_those_of_the_field():
    assert EDITION.states == (
        "planned", "drafting", "in_review", "revising", "cleared", "editing", "final", "published", "launched", "cancelled",
    )


def test_edition_goes_round_between_review_and_revision_until_cleared():
    found = ways(EDITION)
    assert (found["in_review", "revise"], found["revising", "review"]) == ("revising", "in_review")
    assert {before for before, name in found if name == "clear"} == {"in_review", "revising"}
    assert ("drafting", "clear") not in found


def test_edition_short_papers_are_issued_without_review_and_none_is_cancelled_once_out():
    found = ways(EDITION)
    assert {before for before, name in found if name == "issue"} == {"planned", "drafting"}
    assert {before for before, name in found if name == "cancel"}.isdisjoint({"published", "launched", "cancelled"})


def test_language_version_has_one_way():
    assert ways(LANGUAGE_VERSION) == {
        ("", "plan"): "not_started",
        ("not_started", "translate"): "translating",
        ("translating", "revise"): "revised",
        ("revised", "finish"): "final",
        ("final", "publish"): "published",
    }


def test_input_can_be_presented_with_or_without_being_submitted():
    assert ways(INPUT) == {
        ("", "plan"): "planned",
        ("planned", "submit"): "submitted",
        ("planned", "present"): "presented",
        ("submitted", "present"): "presented",
    }


def test_steps_of_publications_are_the_secretariats_alone(world):
    steps = [one for lifecycle in (EDITION, LANGUAGE_VERSION, INPUT) for one in lifecycle.transitions]
    may = {name: {one.may(actor, None) for one in steps} for name, actor in vars(world.cast).items()}
    assert [name for name, answers in may.items() if answers != {False}] == ["officer"]
