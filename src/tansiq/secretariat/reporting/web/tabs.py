"""The tab of reporting: the reports of the group that a page is about."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from tansiq.secretariat.pages.tabs import Tab, add_tab


def _reports(_request: HttpRequest, group: str) -> str:
    return reverse("reporting:frozen-list", args=[group]) if group else ""


REPORT = Tab(pgettext_lazy("tab", "Report"), 90, _reports, ("reporting:",))

add_tab(REPORT)
