"""Who may do what, by role."""

import pytest

from tansiq.secretariat.register.models import JoinRequest
from tansiq.secretariat.register.rules import applicant_or_secretariat, co_chair_or_secretariat, secretariat

MATRIX = {
    "officer": (True, True, True),
    "co_chair": (False, False, True),
    "focal_point": (False, False, True),
    "applicant": (False, True, False),
    "mechanism_secretariat": (False, False, True),
    "stranger": (False, False, False),
}


@pytest.mark.parametrize("who", MATRIX)
def test_rules_by_role(world, who):
    request = JoinRequest(group=world.group, organization=world.organizations["unicef"])
    actor = getattr(world.cast, who)
    assert tuple(rule(actor, request) for rule in (secretariat, applicant_or_secretariat, co_chair_or_secretariat)) == MATRIX[who]
