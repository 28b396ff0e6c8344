"""Who gets what answer at each address, and who may make each step, told from the policies and rules themselves.

The reference prints it; tests/site/test_walker.py requests every address as everybody and compares.
"""

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from django.urls import get_resolver

from tansiq.secretariat.pages.policy import Policy, policy_of, views_of
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.lifecycle import lifecycles
from tansiq.secretariat.register.domain.standing import CO_CHAIR, CONTACT, MECHANISM, NOBODY, SECRETARIAT, Standing

GROUP, OTHER = "wgim", "other-group"
OPEN, SIGN_IN, NOTHING = "open", "sign in", "–"

VISITORS: dict[str, Standing] = {
    "stranger": NOBODY,
    "no role": Standing(1, "person-1"),
    "contact": Standing(2, "person-2", {GROUP: frozenset({CONTACT})}, {GROUP: "fao"}),
    "co-chair": Standing(3, "person-3", {GROUP: frozenset({CONTACT, CO_CHAIR})}, {GROUP: "iom"}),
    "secretariat": Standing(4, "person-4", {GROUP: frozenset({SECRETARIAT})}),
    "another secretariat": Standing(5, "person-5", {OTHER: frozenset({SECRETARIAT})}),
    "mechanism": Standing(6, "person-6", {GROUP: frozenset({MECHANISM})}, mechanisms=frozenset({"mechanism"})),
    "founder": Standing(7, "person-7"),
}
"""Who asks: the roles are those towards the group of the address; the founder is whom `tansiq init` made the office for."""

APPLICANT = "unicef"
ACTORS = {
    "secretariat": SimpleNamespace(kind=ActorKind.ACCOUNT, on_behalf_of=""),
    "co-chair": SimpleNamespace(kind=ActorKind.ACCOUNT, on_behalf_of="iom"),
    "contact": SimpleNamespace(kind=ActorKind.ACCOUNT, on_behalf_of="fao"),
    "applicant": SimpleNamespace(kind=ActorKind.REPLY_LINK, on_behalf_of=APPLICANT),
    "mechanism": SimpleNamespace(kind=ActorKind.ACCOUNT, on_behalf_of="mechanism"),
    "stranger": SimpleNamespace(kind=ActorKind.REPLY_LINK, on_behalf_of=""),
    "import": SimpleNamespace(kind=ActorKind.IMPORT, on_behalf_of=""),
    "worker": SimpleNamespace(kind=ActorKind.WORKER, on_behalf_of=""),
}
"""Who acts, through which kind of actor and on whose behalf; the row stands for a thing of another organization, the applicant."""

ROW = SimpleNamespace(organization=SimpleNamespace(slug=APPLICANT))
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def addresses() -> list[tuple[str, Policy | None]]:
    """Every address of the site with its policy, in order."""
    return sorted(((f"/{route}", policy_of(view)) for route, view in views_of(get_resolver())), key=lambda each: each[0])


def answer(route: str, policy: Policy, visitor: str) -> str:
    """What a visitor is to get at an address."""
    standing = VISITORS[visitor]
    request = SimpleNamespace(method="GET", standing=standing, user=SimpleNamespace(is_authenticated=standing.account is not None))
    given = {name: GROUP if name == "slug" else "any" for name in PARAMETER.findall(route)}
    if policy.may(request, **given):
        return OPEN
    return NOTHING if standing.account else SIGN_IN


def matrix() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each address, the name of its policy, and what each visitor gets; an address without a policy is answered by nothing."""
    for route, policy in addresses():
        yield route, policy.name if policy else "NONE", {each: answer(route, policy, each) for each in VISITORS} if policy else {}


def steps() -> Iterator[tuple[str, dict[str, bool]]]:
    """Each step of each lifecycle, and who may make it."""
    for lifecycle in lifecycles().values():
        for step in lifecycle.transitions:
            may: Any = step.may
            yield f"`{lifecycle.subject}` {step.name}", {name: bool(may(actor, ROW)) for name, actor in ACTORS.items()}
