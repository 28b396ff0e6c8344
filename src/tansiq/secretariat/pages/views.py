"""The pages that say why there is no page: in the language of the address, never with a traceback."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def not_found(request: HttpRequest, exception: Exception | None = None, **_kwargs: Any) -> HttpResponse:
    """404; a view that raises Http404 with words of its own has them shown."""
    said = exception.args[0] if exception is not None and exception.args and isinstance(exception.args[0], str) else ""
    return _error(
        request, 404, _("Not found"), said or _("There is nothing at this address."), _("Check the address, or begin at the list.")
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """400."""
    return _error(
        request, 400, _("The request cannot be read"), _("Something in it is not as a browser would send it."),
        _("Begin again at the list."),
    )


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """403."""
    return _error(request, 403, _("Not for you"), _("This page is not open to you."), _("Ask the secretariat of the group."))


def cannot_be_shown(request: HttpRequest, title: str, what: str) -> HttpResponse:
    """422: what the page would show cannot be shown, for a reason of the record's own."""
    return _error(request, 422, title, what, _("Ask the secretariat of the group."))


def broken(request: HttpRequest) -> HttpResponse:
    """500. Nothing is read from the database here: it may be what broke."""
    return _error(
        request, 500, _("Something broke"), _("The fault is ours; nothing was changed in the record."),
        _("Try again, and tell the secretariat if it stays."),
    )


def _error(request: HttpRequest, status: int, title: str, what: str, todo: str) -> HttpResponse:
    return render(request, "pages/error.html", {"title": title, "what": what, "todo": todo}, status=status)
