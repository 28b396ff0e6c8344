"""The way from a choice that lacks an organization to the page that adds it, and back with the organization chosen."""

from django.http import HttpRequest
from django.urls import reverse

THEN, WHENCE = "then", ("request-note", "request-new", "seat-add")
"""The query field that says whence somebody came, and the views that it may name."""


def adding(request: HttpRequest, slug: str) -> str:
    """The address at which an organization is added that the choice of this page lacks."""
    view = request.resolver_match.url_name if request.resolver_match else ""
    return f"{reverse('register:organization-add', args=[slug])}?{THEN}={view}"


def whence(request: HttpRequest, slug: str) -> str:
    """The page from which somebody came to add an organization, "" where it was none of those."""
    view = request.GET.get(THEN, "")
    return reverse(f"register:{view}", args=[slug]) if view in WHENCE else ""
