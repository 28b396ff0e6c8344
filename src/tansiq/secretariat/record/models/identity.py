"""Identity rows: what stays the same while everything said about it changes. They hold a slug and nothing that prints."""

import re
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models

from tansiq.secretariat.record.lifecycle import Lifecycle

SLUG = RegexValidator(r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$", "A slug is lower-case letters, digits, single hyphens and dots.")


def kind_of(model: type[models.Model]) -> str:
    """The kind of a model as references write it: `app/kind`, words joined by hyphens (`register/join-request`)."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", model.__name__).lower()
    return f"{model._meta.app_label}/{name}"


class Referable(models.Model):
    """A row that others point to by `app/kind/slug`, a reference that survives export and import."""

    slug = models.CharField(max_length=200, unique=True, validators=[SLUG])

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """`app/kind/slug`."""
        return f"{kind_of(type(self))}/{self.slug}"


class Identity(Referable):
    """A timeless row. Foreign keys point to identities, so none dangles when what is said of them changes."""

    class Meta:
        abstract = True


class Stateful(models.Model):
    """A row with a lifecycle. `state` is a cache for lists and buttons: `advance()` alone writes it, facts read the moves."""

    lifecycle: ClassVar[Lifecycle]

    state = models.CharField(max_length=40, blank=True, default="", editable=False)

    class Meta:
        abstract = True
