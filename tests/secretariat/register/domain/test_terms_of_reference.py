"""Versions of terms of reference and of objectives."""

from datetime import date

import pytest

from tansiq.secretariat.record.domain.errors import OverlappingTerms
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.questions import LATEST, objectives, terms_of_reference
from tansiq.secretariat.register.domain.terms_of_reference import adopt, state_objective
from tansiq.secretariat.register.enums import DecisionRule
from tansiq.secretariat.register.models import TermsOfReference


def adopted(world, rule, begins=None):
    version = TermsOfReference(group=world.group, decision_rule=rule, begins=world.day(begins) if begins else None)
    return adopt(terms=version, by=world.cast.officer, at=world.clock())


def test_adopt_a_new_version_keeps_the_old_for_its_days(world):
    adopted(world, DecisionRule.CONSENSUS)
    adopted(world, DecisionRule.EACH_CO_CHAIR, "2018")
    days = (date(2017, 12, 31), date(2018, 1, 1))
    assert [terms_of_reference("wgim", day, LATEST).decision_rule for day in days] == ["consensus", "each_co_chair"]


def test_adopt_a_second_without_a_beginning_is_refused(world):
    adopted(world, DecisionRule.CONSENSUS)
    with pytest.raises(OverlappingTerms):
        adopted(world, DecisionRule.SILENCE)


def test_state_objective_anew_keeps_its_place_and_the_old_wording(world):
    def state(text, on):
        return state_objective(
            group=world.group, position=1, text=Texts({"en": text}), on=world.day(on) if on else None, by=world.cast.officer,
            at=world.clock(),
        )

    assert state("promote research", None) == state("promote joint research", "2018")
    days = (date(2017, 12, 31), date(2018, 1, 1))
    assert [[each.text["en"] for each in objectives("wgim", day, LATEST)] for day in days] == [
        ["promote research"], ["promote joint research"]
    ]
