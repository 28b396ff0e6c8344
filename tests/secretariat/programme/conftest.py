"""A group and a process that the tests of the programme start from, and the hand that records."""

from datetime import UTC, datetime

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.domain.outputs import propose_programme
from tansiq.secretariat.programme.models import Process, Step
from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.register.models import Group, Organization

AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def hand(db):
    return {"by": import_actor(), "at": AT}


@pytest.fixture
def group(db):
    return Group.objects.create(slug="wgim")


@pytest.fixture
def escwa(db):
    return Organization.objects.create(slug="escwa", type="un_entity")


@pytest.fixture
def process(db):
    return Process.objects.create(slug="global-compact")


@pytest.fixture
def conference(process):
    return Step.objects.create(slug="gcm-conference", process=process, position=3, kind="conference")


@pytest.fixture
def programme(group, hand):
    return propose_programme(group=group, slug="wgim-2018", period=parse("2018"), on=parse("2017-11-01"), **hand)
