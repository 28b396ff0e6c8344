"""Objectives: stated, said anew from a day on, never without a text."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.domain.errors import NothingSaid
from tansiq.secretariat.programme.domain.objectives import restate_objective, state_objective
from tansiq.secretariat.programme.models import Objective, ObjectiveTerm
from tansiq.secretariat.record.domain.errors import SlugTaken
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.questions import LATEST


@pytest.fixture
def plan(group, hand):
    return {"group": group, "slug": "wgim-2017-1", "position": 1, "period": parse("2017"), "begins": parse("2017"), **hand}


def test_state_objective_keeps_its_text_and_period(plan):
    objective = state_objective(text=Texts({"en": "Coordinate."}), **plan)
    term = ObjectiveTerm.objects.get()
    assert (term.objective, term.text["en"], term.period.edtf) == (objective, "Coordinate.", "2017")


def test_state_objective_without_text_leaves_nothing(plan):
    with pytest.raises(NothingSaid, match="programme/objective/wgim-2017-1: an objective needs a text"):
        state_objective(text=Texts({"en": ""}), **plan)
    assert Objective.objects.count() == 0


def test_state_objective_slug_of_another_is_refused(plan):
    state_objective(text=Texts({"en": "Coordinate."}), **plan)
    with pytest.raises(SlugTaken, match="programme/objective/wgim-2017-1 is there already"):
        state_objective(text=Texts({"en": "Coordinate."}), **plan)


def test_restate_objective_keeps_what_it_said_before(plan, hand):
    objective = state_objective(text=Texts({"en": "Coordinate."}), **plan)
    restate_objective(objective=objective, text=Texts({"en": "Agree."}), period=parse("2017"), begins=parse("2017-07"), **hand)
    said = [ObjectiveTerm.objects.as_of(day, LATEST).get().text["en"] for day in (date(2017, 6, 30), date(2017, 7, 1))]
    assert said == ["Coordinate.", "Agree."]
