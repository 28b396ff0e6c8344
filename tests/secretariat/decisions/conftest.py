"""A decision that is asked for, for the tests of decisions to start from."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.decisions.domain.decisions import Asking, request_decision
from tansiq.secretariat.decisions.enums import Asked, DecisionKind
from tansiq.secretariat.record.models import Texts


@pytest.fixture
def decision(group, hand):
    asking = Asking(asked=Asked.MECHANISM, text=Texts({"en": "endorse the work programme"}))
    return request_decision(
        group=group, slug="endorse-2018", kind=DecisionKind.TEXT, asking=asking, on=parse("2017-11-01"), **hand
    )
