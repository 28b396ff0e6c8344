"""Signing in: by a code from a mail, with a second step, out again; and what of the library is not offered."""

import base64
import hmac
import re
import struct
import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings as site
from django.core import mail
from django.core.cache import cache
from django.shortcuts import resolve_url  # noqa: TID251 (the HTTP side is under test)
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils.translation import override

from tansiq.secretariat.pages.policy import closed, policy_of, views_of
from tansiq.secretariat.record.models import Account, LogEntry
from tansiq.site.accounts import OFFERED, addresses, offered
from tests.clients import account_of, officer

LOGIN, CONFIRM = "/account/login/", "/account/login/code/confirm/"
OFFICER = "officer@example.org"


@pytest.fixture(autouse=True)
def no_tries_so_far():
    cache.clear()


@pytest.fixture
def account(db):
    return account_of(OFFICER)


def code_of(message):
    return re.search(r"Your code is ([A-Z0-9-]+)\.", message.body).group(1)


def app_code(secret):
    """The code an app shows now; RFC 6238 with its defaults, six digits and thirty seconds."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), "sha1")
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def asked(address=OFFICER, follow="", browser=None):
    browser = browser or Client()
    response = browser.post(LOGIN + follow, {"login": address})
    return browser, response


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_code_from_the_mail_signs_in_and_is_logged(account):
    browser, response = asked()
    assert (response.status_code, response.headers["Location"]) == (302, CONFIRM)
    [message] = mail.outbox
    assert (message.to, message.subject) == ([OFFICER], f"{code_of(message)} is your code for Tansiq")
    assert "testserver" not in message.body
    assert browser.post(CONFIRM, {"code": code_of(message)}).headers["Location"] == home()
    assert browser.get("/").status_code == 200
    entry = LogEntry.objects.latest("seq")
    assert (entry.code, entry.actor.account, entry.parameters) == ("account.signed_in", account, {"through": "code"})


def test_address_in_another_case_is_the_same_account(account):
    asked("Officer@Example.org")
    assert code_of(mail.outbox[0])


def test_answers_are_the_same_for_an_address_known_and_unknown(account):
    (known, first), (unknown, second) = asked(), asked("nobody@example.org")
    assert (first.status_code, first.headers["Location"]) == (second.status_code, second.headers["Location"])
    assert sorted(first.headers) == sorted(second.headers)
    assert plain(known.get(CONFIRM), OFFICER) == plain(unknown.get(CONFIRM), "nobody@example.org")
    wrong = {"code": "WRONG1"}
    assert plain(known.post(CONFIRM, wrong), OFFICER) == plain(unknown.post(CONFIRM, wrong), "nobody@example.org")
    assert "There is no account of this address" in mail.outbox[1].body


def home():
    with override("en"):
        return resolve_url(site.LOGIN_REDIRECT_URL)


def at(name):
    with override("en"):
        return reverse(name)


def plain(response, address):
    assert response.status_code == 200
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"', r"\1", response.content.decode().replace(address, "ADDRESS"))


def test_code_is_refused_after_three_wrong_ones(account):
    browser, _response = asked()
    assert [browser.post(CONFIRM, {"code": "WRONG1"}).status_code for _ in range(3)] == [200, 200, 302]
    assert browser.post(CONFIRM, {"code": code_of(mail.outbox[0])}).status_code == 302
    assert browser.get("/").status_code == 302


def test_code_of_another_browser_does_not_sign_in(account):
    asked()
    assert Client().post(CONFIRM, {"code": code_of(mail.outbox[0])}).status_code == 302
    other, _response = asked("nobody@example.org")
    assert other.post(CONFIRM, {"code": code_of(mail.outbox[0])}).status_code == 200


def test_codes_are_sent_five_times_an_hour_at_most(account):
    answers = [asked()[1] for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [200]
    assert len(mail.outbox) == 5
    assert "Too many" in text_of(answers[-1])


def test_site_says_too_many_tries_in_its_own_look(account):
    answers = [Client().post(LOGIN, {"login": f"someone-{number}@example.org"}) for number in range(31)]
    assert answers[-1].status_code == 429
    assert "Too many tries" in text_of(answers[-1])
    assert "default-src 'none'" in answers[-1].headers["Content-Security-Policy"]


@pytest.mark.parametrize(("follow", "leads"), [
    ("/groups/wgim/", "/groups/wgim/"), ("https://evil.example/", ""), ("//evil.example/", ""), ("//localhost/", ""),
    ("javascript:alert(1)", ""), ("/\\evil.example", ""), ("http://testserver/groups/", "http://testserver/groups/"),
])
def test_next_leads_to_the_same_host_only(account, settings, follow, leads):
    settings.ALLOWED_HOSTS = ["testserver", "localhost"]
    browser = Client()
    browser.post(LOGIN, {"login": OFFICER, "next": follow})
    response = browser.post(CONFIRM, {"code": code_of(mail.outbox[0]), "next": follow})
    assert response.headers["Location"] == (leads or home())


def test_page_asked_for_is_the_one_shown_after_signing_in(account):
    browser = Client()
    address = browser.get("/groups/wgim/?as-of=2017-11-15").headers["Location"]
    assert address == "/account/login/?next=%2Fgroups%2Fwgim%2F%3Fas-of%3D2017-11-15"
    assert 'name="next" value="/groups/wgim/?as-of=2017-11-15"' in browser.get(address).content.decode()


def test_second_step_is_asked_for_once_an_app_is_on(account):
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(account, secret)
    browser, _response = asked()
    assert browser.post(CONFIRM, {"code": code_of(mail.outbox[0])}).headers["Location"] == "/account/2fa/authenticate/"
    assert browser.get("/").status_code == 302
    page = browser.get("/account/2fa/authenticate/")
    assert "Second step" in text_of(page)
    assert_obeys_the_policy(page)
    assert browser.post("/account/2fa/authenticate/", {"code": app_code(secret)}).headers["Location"] == home()
    assert browser.get("/").status_code == 200


def test_signing_out_is_a_post(account):
    browser = Client()
    browser.force_login(account)
    assert "Sign out" in text_of(browser.get("/account/logout/"))
    assert browser.get("/").status_code == 200
    assert browser.post("/account/logout/").headers["Location"] == LOGIN
    assert browser.get("/").status_code == 302


def test_account_that_is_closed_gets_no_code(account):
    Account.objects.update(is_active=False)
    asked()
    assert "There is no account" in mail.outbox[0].body


def test_nobody_has_a_password(account):
    assert not account.has_usable_password()
    assert not account.check_password("")


PAGES = [
    "account_login", "account_request_login_code", "account_inactive", "account_logout", "mfa_index", "mfa_activate_totp",
    "mfa_list_webauthn", "mfa_add_webauthn",
]


@pytest.mark.parametrize("language", ["", "/ar", "/fr"])
@pytest.mark.parametrize("name", PAGES)
def test_page_of_accounts_stands_in_our_look_and_obeys_the_policy(account, name, language):
    browser = Client()
    if OFFERED[name].name == "signed_in" or name == "account_logout":
        browser.force_login(account)
    response = browser.get(language + at(name))
    assert response.status_code == 200
    assert f'<html lang="{language[1:] or "en"}"' in response.content.decode()
    assert_obeys_the_policy(response)


def assert_obeys_the_policy(response):
    markup = response.content.decode()
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", markup, re.DOTALL)
    assert [attributes for attributes, body in scripts if body.strip() and 'type="application/json"' not in attributes] == []
    assert not re.search(r"<style|\sstyle=|\son\w+=|src=\"(?!/static/)", markup)
    assert "unsafe" not in response.headers["Content-Security-Policy"]


def test_recovery_codes_are_made_shown_and_downloaded_once_an_app_is_on(account):
    browser, _response = asked()
    browser.post(CONFIRM, {"code": code_of(mail.outbox[0])})
    page = browser.get("/account/2fa/totp/activate/")
    secret = re.search(r'id="key" value="(\w+)"', page.content.decode()).group(1)
    assert '<svg width="' in page.content.decode()
    assert browser.post("/account/2fa/totp/activate/", {"code": "000000x"}).status_code == 200
    assert browser.post("/account/2fa/totp/activate/", {"code": app_code(secret)}).headers["Location"] == "/account/2fa/recovery-codes/"
    shown = re.findall(r"<li>(\d{8})</li>", browser.get("/account/2fa/recovery-codes/").content.decode())
    assert len(shown) == 10
    assert browser.get("/account/2fa/recovery-codes/download/").content.decode().split() == shown
    assert "It is on" in text_of(browser.get("/account/2fa/"))


def test_ways_to_sign_in_are_changed_only_by_who_signed_in_lately_or_shows_it_again(account):
    TOTP.activate(account, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    browser = Client()
    browser.force_login(account)
    address = browser.get("/account/2fa/totp/deactivate/").headers["Location"]
    assert address == "/account/2fa/reauthenticate/?next=%2Faccount%2F2fa%2Ftotp%2Fdeactivate%2F"
    assert "Is it you?" in text_of(browser.get(address))
    shown = browser.post(address, {"code": app_code("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"), "next": "/account/2fa/totp/deactivate/"})
    assert shown.headers["Location"] == "/account/2fa/totp/deactivate/"
    assert browser.post("/account/2fa/totp/deactivate/").headers["Location"] == "/account/2fa/"
    assert "It is off." in text_of(browser.get("/account/2fa/"))


def test_addresses_not_offered_are_closed_to_everybody(account):
    browser = Client()
    browser.force_login(account)
    shut = {"account_signup", "account_email", "account_change_password", "account_reset_password"}
    assert {name for name in shut if browser.get(at(name)).status_code != 404} == set()
    assert {name for name in shut if not Client().get(at(name)).headers["Location"].startswith(LOGIN)} == set()
    assert offered("a_page_of_a_later_version") is closed
    assert offered(None) is closed


def test_addresses_of_the_library_are_all_under_a_policy_and_those_offered_exist():
    names = {pattern.name for pattern in flattened(addresses())}
    assert set(OFFERED) <= names
    assert [route for route, view in views_of(get_resolver()) if policy_of(view) is None] == []


def flattened(patterns):
    for each in patterns:
        if hasattr(each, "url_patterns"):
            yield from flattened(each.url_patterns)
        else:
            yield each


def test_confirm_page_says_where_mail_lies_when_no_server_is_set(account, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "outbox"
    browser, _response = asked()
    said = text_of(browser.get(CONFIRM))
    assert "the mail lies in the folder “outbox” of the data folder" in said
    assert str(tmp_path) not in said
    assert len(list((tmp_path / "outbox").iterdir())) == 1


def test_top_bar_names_the_person_and_the_role_and_marks_the_tab(named_group):
    response = named_group.get("/groups/wgim/")
    assert "officer@example.org Officer, ESCWA Sign out" in text_of(response)
    assert '<a href="/groups/wgim/" aria-current="page">Register</a>' in response.content.decode()
    assert "Sign out" not in text_of(Client().get(LOGIN))


@pytest.fixture
def named_group(ground):


    return officer(organization="escwa")
