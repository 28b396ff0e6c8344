"""The headers of every response, cookies that go over TLS alone at an https address, and words of ours before those of libraries."""

import json
import os
import subprocess
import sys
from contextlib import closing

import pytest
from django.test import Client
from django.utils.translation import gettext, override

ALWAYS = {
    "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize(("address", "status"), [
    ("/account/login/", 200), ("/", 302), ("/nothing/here/", 404), ("/static/tansiq.css", 200), ("/static/mfa/js/webauthn.js", 200),
    ("/static/none.css", 404), ("/account/login", 301), ("/ar/account/login/", 200),
])
def test_response_of_every_kind_carries_the_headers(db, address, status):
    with closing(Client().get(address)) as response:
        assert response.status_code == status
        assert_headers(response)


def test_response_to_an_unknown_host_carries_the_headers(db):
    response = Client(headers={"host": "evil.example"}).get("/")
    assert response.status_code == 400
    assert_headers(response)


def test_response_to_a_form_without_its_token_carries_the_headers(db):
    response = Client(enforce_csrf_checks=True).post("/account/login/")
    assert response.status_code == 403
    assert_headers(response)


def assert_headers(response):
    assert {name: response.headers.get(name) for name in ALWAYS} == ALWAYS
    policy = dict(part.split(" ", 1) for part in response.headers["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'", "font-src": "'self'",
        "connect-src": "'self'", "form-action": "'self'", "frame-ancestors": "'none'", "base-uri": "'none'",
    }


@pytest.mark.parametrize(("site", "secure"), [("https://wg.example.org", True), ("http://localhost:8000", False), ("", False)])
def test_cookies_go_over_tls_alone_where_the_site_is_https(site, secure, tmp_path):
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY"]
    ask = f"import json; from tansiq.site import settings; print(json.dumps([getattr(settings, each) for each in {names!r}]))"
    environment = {**os.environ, "TANSIQ_SITE": site, "TANSIQ_DATA": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, check=True)
    assert json.loads(ran.stdout) == [secure, secure, True, True]


@pytest.mark.parametrize(("word", "said"), [("Sessions", "الدورات"), ("session", "الدورة"), ("group", "الفريق")])
def test_words_that_a_library_has_too_are_said_as_we_say_them(word, said):
    with override("ar"):
        assert gettext(word) == said


def test_processes_of_one_site_count_attempts_together(tmp_path):
    ask = (
        "import django; django.setup(); from allauth.core import ratelimit; from django.test import RequestFactory; "
        "asked = [ratelimit.consume(RequestFactory().post('/'), action='request_login_code', key='a@example.org') for _ in range(3)]; "
        "print([bool(each) for each in asked])"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tansiq.site.settings", "TANSIQ_DATA": str(tmp_path)}
    said = [subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, check=True).stdout for _process in range(2)]
    assert [line.strip() for line in said] == [b"[True, True, True]", b"[True, True, False]"]
