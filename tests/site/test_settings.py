"""The settings of the site: every answer carries the strict headers, whoever gives it."""

import pytest
from django.conf import settings
from django.test import Client

STATIC = next(path.relative_to(settings.STATICFILES_DIRS[0]).as_posix() for path in settings.STATICFILES_DIRS[0].rglob("*.css"))


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        (f"/static/{STATIC}", {}, 200),
        ("/groups/wgim", {}, 301),
        ("/", {"host": "evil.example"}, 400),
        ("/nothing/here/", {}, 404),
        ("/", {}, 200),
    ],
    ids=["static file", "redirect", "refused host", "no page", "page"],
)
def test_every_answer_carries_the_strict_headers(db, address, headers, status):
    response = Client(headers=headers).get(address)
    response.close()
    assert response.status_code == status
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert (response.headers["X-Frame-Options"], response.headers["X-Content-Type-Options"]) == ("DENY", "nosniff")
