"""The tabs of the register: the groups of the person, and the group that a page is about."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from tansiq.secretariat.pages.tabs import Tab, add_tab


def _groups(_request: HttpRequest, _group: str) -> str:
    return reverse("register:groups")


def _group(_request: HttpRequest, group: str) -> str:
    return reverse("register:group", args=[group]) if group else ""


GROUPS = Tab(pgettext_lazy("tab", "Groups"), 10, _groups, ("register:groups", "register:found"))
REGISTER = Tab(pgettext_lazy("tab", "Register"), 30, _group, ("register:",))

add_tab(GROUPS)
add_tab(REGISTER)
