"""Links that sign an account in once: printed where the site was started, or sent to the account's own address."""

from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction

from tansiq.secretariat.record.domain.actors import actor_for
from tansiq.secretariat.record.domain.errors import Unusable
from tansiq.secretariat.record.domain.log import log
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Account, Actor

SALT = "tansiq.sign-in"
VALID = timedelta(hours=24)


GONE = "This link is no longer valid. Ask for a code by mail, or for a new link where the site is run."


class LinkExpired(Unusable):
    """The link was used, is too old, or is none; which of them is not said, and the message says what to do instead."""


def sign_in_token(*, account: Account) -> str:
    """A signed token for one sign-in within `VALID`. It falls with the first sign-in after it was made."""
    return signing.dumps({"account": account.pk, "seen": _seen(account)}, salt=SALT, compress=True)


def account_of_token(token: str) -> Account:
    """The account a token signs in; nothing changes. Raises LinkExpired when it is forged, older than `VALID`, or was used."""
    try:
        held = signing.loads(token, salt=SALT, max_age=VALID)
    except signing.BadSignature as error:
        raise LinkExpired(GONE) from error
    account = Account.objects.filter(pk=held["account"], is_active=True).first()
    if account is None or _seen(account) != held["seen"]:
        raise LinkExpired(GONE)
    return account


def use_token(*, token: str, at: datetime) -> Account:
    """The account a token signs in; the token falls with this, whoever else opens it. Atomic. Raises LinkExpired as above."""
    account = account_of_token(token)
    with transaction.atomic():
        if not Account.objects.filter(pk=account.pk, last_login=account.last_login).update(last_login=at):
            raise LinkExpired(GONE)
    account.refresh_from_db()
    return account


def follow_token(*, token: str, at: datetime, sign_in: bool) -> Account:
    """Whom a token signs in; with `sign_in` it is used up and the sign-in logged. Raises LinkExpired as above."""
    if not sign_in:
        return account_of_token(token)
    account = use_token(token=token, at=at)
    note_sign_in(account=account, by=actor_for(kind=ActorKind.ACCOUNT, account=account), at=at, through="link")
    return account


def note_sign_in(*, account: Account, by: Actor, at: datetime, through: str) -> None:
    """Log that an account signed in, through a link, a code or a passkey."""
    log(code="account.signed_in", subject=f"record/account/{account.pk}", by=by, at=at, parameters={"through": through})


def _seen(account: Account) -> str:
    return account.last_login.isoformat() if account.last_login else ""
