"""Who acts: accounts that sign in, and actors, through whom every change is made."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models.identity import Referable


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts for Django's own machinery; an account is named by its address."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account of an address, in any case."""
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A person who signs in. What the account may do follows from the record, never from a flag here."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.email

    def has_usable_password(self) -> bool:
        """Never: people sign in by code or passkey, and an empty password must not count as one."""
        return False


class Actor(Referable):
    """Through whom something was done: an account, a reply link with the name its user gave, an import, a worker.

    `on_behalf_of` is the slug of the organization the actor speaks for, "" when it is the secretariat itself.
    """

    kind = models.CharField(max_length=20, choices=ActorKind.choices)
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="actors")
    name = models.CharField(max_length=200, blank=True)
    on_behalf_of = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "account", "name", "on_behalf_of"],
                condition=models.Q(account__isnull=False),
                name="record_actor_of_account_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "name", "on_behalf_of"], condition=models.Q(account=None), name="record_actor_without_account_once"
            ),
        ]
