"""Finds the groups, organizations and requests that commands name, and says when the record knew nothing of a group yet."""

import difflib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from tansiq.cli.office import say

if TYPE_CHECKING:
    from tansiq.secretariat.register.models import Group


def known_group(slug: str) -> "Group":
    """The group of that slug, in any case. A usage error names the nearest there is."""
    from tansiq.secretariat.register.models import Group  # noqa: PLC0415 (needs Django)

    return known(Group, slug, "group")


def known_organization(slug: str) -> Any:
    """The organization of that slug, in any case."""
    from tansiq.secretariat.register.models import Organization  # noqa: PLC0415 (needs Django)

    return known(Organization, slug, "organization")


def known_request(slug: str) -> Any:
    """The request of that slug, in any case."""
    from tansiq.secretariat.register.models import JoinRequest  # noqa: PLC0415 (needs Django)

    return known(JoinRequest, slug, "request")


def known(model: Any, slug: str, word: str) -> Any:
    """The row of that slug, in any case; a usage error says which is nearest."""
    found = model.objects.filter(slug=slug.lower()).first()
    if found is None:
        near = difflib.get_close_matches(slug.lower(), model.objects.values_list("slug", flat=True), n=1)
        raise click.UsageError(f"there is no {word} {slug!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    return found


def say_if_unknown(group: "Group", known_at: datetime | None) -> None:
    """One line on standard error when the record had not heard of the group at that moment: the answer is empty, not "none"."""
    unknown = why_unknown(group, known_at)
    if unknown:
        say(f"{unknown}.")


def refuse_if_unknown(group: "Group", known_at: datetime | None) -> None:
    """A usage error when the record had not heard of the group at that moment: there is nothing to compose."""
    unknown = why_unknown(group, known_at)
    if unknown:
        raise click.UsageError(unknown)


def why_unknown(group: "Group", known_at: datetime | None) -> str:
    """That the record had not heard of the group at that moment, and since when it has; "" when it had."""
    from tansiq.secretariat.record.domain.log import first_entry_of  # noqa: PLC0415 (needs Django)

    first = first_entry_of(group.ref)
    if known_at is not None and first is not None and known_at < first.at:
        return f"the record knew nothing of {group.slug} before {written(first.at)}; ask with a later --known-at"
    return ""


def known_words(known_at: datetime | None) -> str:
    """What the last line of a table adds when it was asked as known at a moment."""
    return f", as known at {written(known_at)}" if known_at else ""


def written(moment: datetime) -> str:
    """A moment to the second, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
