"""The versions of the terms of reference: a change of them or of an objective begins one; what was corrected is none."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.engines.dates import parse
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.changing import correct_term
from tansiq.secretariat.register.domain.terms_of_reference import adopt, state_objective
from tansiq.secretariat.register.domain.terms_versions import terms_versions
from tansiq.secretariat.register.enums import DecisionRule
from tansiq.secretariat.register.models import TermsOfReference


def hand(world):
    return {"by": world.cast.officer, "at": world.clock()}


def adopted(world, begins, rule="Organizations of the region."):
    said = {"membership_rule": Texts({"en": rule}), "decision_rule": DecisionRule.CONSENSUS}
    terms = TermsOfReference(group=world.group, begins=parse(begins) if begins else None, **said)
    return adopt(terms=terms, **hand(world))


def stated(world, position, text, on):
    state_objective(group=world.group, position=position, text=Texts({"en": text}), on=parse(on) if on else None, **hand(world))


def told(world):
    return [
        (each.begins.edtf if each.begins else "", each.ends.edtf if each.ends else "",
         each.terms.membership_rule["en"] if each.terms else "", [held.text["en"] for held in each.objectives])
        for each in terms_versions(group="wgim", known_at=world.clock())
    ]


@pytest.mark.django_db
def test_versions_of_a_group_without_terms_are_none(world):
    assert told(world) == []


@pytest.mark.django_db
def test_versions_turn_when_the_terms_or_an_objective_change(world):
    adopted(world, "")
    stated(world, 1, "Share data", "")
    stated(world, 2, "Train", "March 2016")
    adopted(world, "1 June 2018", "Organizations and observers.")
    stated(world, 1, "Share and publish data", "1 June 2018")
    assert told(world) == [
        ("", "2016-02-29", "Organizations of the region.", ["Share data"]),
        ("2016-03", "2018-05-31", "Organizations of the region.", ["Share data", "Train"]),
        ("2018-06-01", "", "Organizations and observers.", ["Share and publish data", "Train"]),
    ]


@pytest.mark.django_db
def test_versions_leave_out_what_was_recorded_wrongly_but_an_earlier_moment_knows_it(world):
    first = adopted(world, "2016")
    before = world.clock()
    correct_term(
        term=first, begins=parse("2015"), ends=None, because="The minutes say 2015.",
        changes={"membership_rule": Texts({"en": "Anybody."})}, **hand(world),
    )
    assert told(world) == [("2015", "", "Anybody.", [])]
    [known] = terms_versions(group="wgim", known_at=before)
    assert known.terms == first


@pytest.mark.django_db
def test_versions_take_two_queries_however_many_there_are(world):
    for year in range(2001, 2011):
        adopted(world, str(year), f"Rule {year}.")
        stated(world, 1, f"Objective {year}", str(year))
    with CaptureQueriesContext(connection) as counted:
        found = terms_versions(group="wgim", known_at=world.clock())
    assert (len(found), len(counted)) == (10, 2)
