"""A process with a step and a work programme, for the tests of the programme to start from."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.domain.outputs import propose_programme
from tansiq.secretariat.programme.models import Process, Step


@pytest.fixture
def process(db):
    return Process.objects.create(slug="global-compact")


@pytest.fixture
def conference(process):
    return Step.objects.create(slug="gcm-conference", process=process, position=3, kind="conference")


@pytest.fixture
def programme(group, hand):
    return propose_programme(group=group, slug="wgim-2018", period=parse("2018"), on=parse("2017-11-01"), **hand)
