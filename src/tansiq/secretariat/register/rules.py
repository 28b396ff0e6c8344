"""Who may do what in the register. A verb checks further what needs the record: that a co-chair is one, for instance."""

from typing import Any

from tansiq.secretariat.record.enums import ActorKind


def secretariat(actor: Any, row: Any) -> bool:  # noqa: ANN401, ARG001
    """The secretariat's own hands: an account, an import or a worker that speaks for no organization."""
    return bool(actor.kind != ActorKind.REPLY_LINK and not actor.on_behalf_of)


def applicant_or_secretariat(actor: Any, row: Any) -> bool:  # noqa: ANN401
    """The organization that asks to join, or the secretariat."""
    return secretariat(actor, row) or actor.on_behalf_of == row.organization.slug


def co_chair_or_secretariat(actor: Any, row: Any) -> bool:  # noqa: ANN401
    """An organization other than the applicant, or the secretariat; the verb checks that the organization is a co-chair."""
    return secretariat(actor, row) or actor.on_behalf_of not in ("", row.organization.slug)


def may_read_group(standing: Any, group: str) -> bool:  # noqa: ANN401
    """Whoever has a role towards the group."""
    return bool(standing.belongs(group))


def may_change_group(standing: Any, group: str) -> bool:  # noqa: ANN401
    """The secretariat of the group."""
    return bool(standing.has("secretariat", group))


def may_found_group(standing: Any) -> bool:  # noqa: ANN401
    """Whoever serves in a secretariat, or a person without any role yet: the officer for whom the office was made."""
    serves = any("secretariat" in roles for roles in standing.groups.values()) or bool(standing.mechanisms)
    return bool(standing.account) and (serves or not standing.groups)
