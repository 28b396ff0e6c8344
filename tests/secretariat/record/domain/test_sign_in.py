"""The token of a sign-in link: once, for a day, for one account."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import signing

from tansiq.secretariat.record.domain.sign_in import GONE, SALT, VALID, LinkExpired, account_of_token, sign_in_token, use_token
from tansiq.secretariat.record.models import Account

AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def account(db):
    return Account.objects.create(email="officer@example.org")


def test_token_names_its_account_and_changes_nothing(account):
    token = sign_in_token(account=account)
    assert [account_of_token(token) for _ in range(3)] == [account] * 3
    account.refresh_from_db()
    assert account.last_login is None


def test_token_is_used_once(account):
    token = sign_in_token(account=account)
    assert use_token(token=token, at=AT).last_login == AT
    with pytest.raises(LinkExpired, match=GONE):
        use_token(token=token, at=AT)


def test_token_used_by_another_between_reading_and_using_is_refused(account, monkeypatch):
    token = sign_in_token(account=account)
    read = account_of_token(token)
    use_token(token=token, at=AT)
    monkeypatch.setattr("tansiq.secretariat.record.domain.sign_in.account_of_token", lambda _token: read)
    with pytest.raises(LinkExpired, match=GONE):
        use_token(token=token, at=AT)


def test_token_falls_with_any_later_sign_in(account):
    token = sign_in_token(account=account)
    Account.objects.filter(pk=account.pk).update(last_login=AT)
    with pytest.raises(LinkExpired, match=GONE):
        account_of_token(token)


def test_token_is_good_for_a_day(account, monkeypatch):
    token = sign_in_token(account=account)
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + VALID.total_seconds() - 60)
    assert account_of_token(token) == account
    monkeypatch.setattr(signing.time, "time", lambda: now + VALID.total_seconds() + 60)
    with pytest.raises(LinkExpired, match=GONE):
        account_of_token(token)
    assert timedelta(hours=24) == VALID


def test_token_forged_or_of_a_closed_account_is_refused_in_the_same_words(account):
    token = sign_in_token(account=account)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    other = signing.dumps({"account": account.pk + 1, "seen": ""}, salt=SALT, compress=True)
    changed = token[:-1] + ("A" if token[-1] != "A" else "B")
    for each in (token, changed, "", "x:y:z", other, signing.dumps({"account": account.pk, "seen": ""}, salt="else")):
        with pytest.raises(LinkExpired, match=GONE):
            account_of_token(each)
