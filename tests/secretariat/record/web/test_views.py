"""The sign-in link as a browser opens it."""

import pytest
from django.test import Client

from tansiq.secretariat.record.domain.sign_in import sign_in_token
from tansiq.secretariat.record.models import Account, Actor, LogEntry


@pytest.fixture
def account(db):
    return Account.objects.create(email="officer@example.org", name="Officer")


@pytest.fixture
def address(account):
    return f"/sign-in/link/{sign_in_token(account=account)}/"


def state():
    return list(Account.objects.values_list("email", "last_login")), Actor.objects.count(), LogEntry.objects.count()


def test_link_opened_says_whom_it_signs_in_and_changes_nothing(account, address):
    before, browser = state(), Client()
    for method in (browser.get, browser.head, browser.get):
        response = method(address)
        assert response.status_code == 200
    assert "This link signs you in as <b>officer@example.org</b>." in response.content.decode()
    assert response.headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in response.headers["Cache-Control"]
    assert state() == before
    assert browser.get("/").status_code == 302


def test_link_pressed_signs_in_once_and_is_logged(account, address):
    browser = Client()
    assert browser.post(address).status_code == 302
    assert browser.get("/").status_code == 200
    entry = LogEntry.objects.latest("seq")
    assert (entry.code, entry.parameters, entry.actor.account) == ("account.signed_in", {"through": "link"}, account)
    again = Client()
    assert again.post(address).status_code == 410
    assert again.get("/").status_code == 302


def test_link_that_is_no_longer_valid_is_told_in_the_same_words_for_every_reason(account, address):
    Client().post(address)
    made_up = "/sign-in/link/eyJhIjoxfQ:abc:def/"
    used, forged = Client().get(address), Client().get(made_up)
    assert (used.status_code, forged.status_code) == (410, 410)
    assert "This link is no longer valid" in used.content.decode()
    assert used.content.decode().replace(address, "") == forged.content.decode().replace(made_up, "")


def test_link_pressed_without_the_token_of_the_form_is_refused(address):
    assert Client(enforce_csrf_checks=True).post(address).status_code == 403


def test_link_in_arabic_stands_in_arabic(address):
    response = Client().get(f"/ar{address}")
    assert '<html lang="ar" dir="rtl">' in response.content.decode()
