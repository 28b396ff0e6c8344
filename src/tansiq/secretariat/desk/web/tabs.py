"""The tab of the desk: the first of all, for everyone who is signed in."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from tansiq.secretariat.pages.tabs import Tab, add_tab


def _desk(_request: HttpRequest, _group: str) -> str:
    return reverse("desk:desk")


DESK = Tab(pgettext_lazy("tab", "Desk"), 1, _desk, ("desk:desk",))

add_tab(DESK)
