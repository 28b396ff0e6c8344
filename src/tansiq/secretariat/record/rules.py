"""Predicates of permission shared by all lifecycles: what an actor is, never what it is called."""

from typing import Any

from tansiq.secretariat.record.enums import ActorKind


def anyone(actor: Any, row: Any) -> bool:
    """Every actor known to the record."""
    return True


def not_a_reply_link(actor: Any, row: Any) -> bool:
    """The secretariat's own hands: an account, an import or a worker, never a guest's link."""
    return bool(actor.kind != ActorKind.REPLY_LINK)
