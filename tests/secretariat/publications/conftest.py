"""A series with an edition that is planned, for the tests of publications to start from."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.publications.domain.editions import EditionPlan, plan_edition
from tansiq.secretariat.publications.models import Series


@pytest.fixture
def series(group):
    return Series.objects.create(slug="situation-report", group=group, kind="report")


@pytest.fixture
def edition(series, hand):
    return plan_edition(
        series=series, slug="situation-report-2017", plan=EditionPlan(number=2, year=2017), on=parse("2016-12-01"), **hand
    )
