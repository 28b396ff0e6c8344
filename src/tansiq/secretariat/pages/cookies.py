"""Cookies as they come in: one with a zero byte is none that the site ever set, and PostgreSQL cannot be asked for its session."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


def without_zero_bytes(get_response: Answer) -> Answer:
    """Middleware that lets such cookies fall; it stands before the one that reads the session."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        for name in [name for name, value in request.COOKIES.items() if "\0" in value]:
            del request.COOKIES[name]
        return get_response(request)

    return answered
