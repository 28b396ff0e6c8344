"""The tabs of the register: the groups of the person, and the group that a page is about."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from tansiq.secretariat.pages.tabs import Tab, add_tab


def _groups(_request: HttpRequest, _group: str) -> str:
    return reverse("register:groups")


def _group(_request: HttpRequest, group: str) -> str:
    return reverse("register:group", args=[group]) if group else ""


PAGES = (
    "group", "requests", "request", "request-note", "request-new", "request-receive", "request-answer", "request-circulate",
    "request-approve", "request-decline", "request-defer", "request-withdraw", "seats", "seat", "seat-add", "seat-end", "seat-member",
    "seat-observer", "seat-take", "seat-leave", "seat-rotate", "seat-appoint", "contact-confirm", "contact-replace", "contact-dismiss",
    "organizations", "organization", "organization-add", "organization-name", "history", "terms", "term", "term-changed", "term-ended",
    "term-wrong",
)
"""The views of one group's register."""

GROUPS = Tab(pgettext_lazy("tab", "Groups"), 10, _groups, ("register:groups", "register:found"))
REGISTER = Tab(pgettext_lazy("tab", "Register"), 30, _group, tuple(f"register:{name}" for name in PAGES))

add_tab(GROUPS)
add_tab(REGISTER)
