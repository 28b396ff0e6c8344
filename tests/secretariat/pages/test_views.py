"""The pages that say why there is no page."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404  # noqa: TID251 (the HTTP side is under test)
from django.test import Client, RequestFactory
from django.utils.translation import override

from tansiq.secretariat.pages.views import bad_request, broken, not_found, refused


@pytest.mark.parametrize(
    ("view", "status", "title"),
    [
        (lambda request: not_found(request, Http404()), 404, "Not found"),
        (lambda request: bad_request(request, SuspiciousOperation()), 400, "The request cannot be read"),
        (lambda request: refused(request, PermissionDenied()), 403, "Not for you"),
        (broken, 500, "Something broke"),
    ],
)
def test_error_page_says_what_and_what_to_do(view, status, title):
    response = view(RequestFactory().get("/x/"))
    page = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{title}</h1>" in page
    assert '<a href="/groups/">All groups</a>' in page


def test_not_found_shows_the_words_of_the_view_and_never_those_of_the_resolver():
    said = not_found(RequestFactory().get("/x/"), Http404("No <group>."))
    assert "No &lt;group&gt;." in said.content.decode()
    tried = not_found(RequestFactory().get("/x/"), Http404({"tried": [["secret/route"]]}))
    assert "secret" not in tried.content.decode()


def test_error_page_stands_in_the_language_of_the_address():
    with override("ar"):
        page = broken(RequestFactory().get("/ar/x/")).content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "حدث عطل" in page


def test_unknown_address_is_404_under_the_strict_policy():
    response = Client().get("/nothing/here/")
    assert response.status_code == 404
    assert "There is nothing at this address." in response.content.decode()
    assert "style-src 'self'" in response.headers["Content-Security-Policy"]


def test_unknown_host_is_400_without_a_traceback():
    response = Client(headers={"host": "evil.example"}).get("/nothing/")
    assert response.status_code == 400
    assert "The request cannot be read" in response.content.decode()
