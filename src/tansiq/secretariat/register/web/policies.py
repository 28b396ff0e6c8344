"""The policies of the register: who may see the pages of a group, and who may change what it says."""

from django.http import HttpRequest

from tansiq.secretariat.pages.policy import Policy
from tansiq.secretariat.register import rules


def _belongs(request: HttpRequest, slug: str, **_kwargs: object) -> bool:
    return rules.may_read_group(request.standing, slug)


def _secretariat(request: HttpRequest, slug: str, **_kwargs: object) -> bool:
    return rules.may_change_group(request.standing, slug)


def _founder(request: HttpRequest, **_kwargs: object) -> bool:
    return rules.may_found_group(request.standing)


belongs = Policy(
    "belongs", "Whoever has a role in the group: its secretariat, co-chairs, contacts, and the mechanism's secretariat.", _belongs
)
secretariat = Policy("secretariat", "The secretariat of the group.", _secretariat)
founder = Policy("founder", "Whoever is signed in and serves in a secretariat, or has no role anywhere yet.", _founder)
