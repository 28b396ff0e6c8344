"""Who may do what in reporting."""

from typing import Any

from tansiq.secretariat.register.rules import secretariat


def may_freeze(actor: Any, group: Any) -> bool:  # noqa: ANN401
    """The secretariat's own hands; which secretariat an account serves in is asked where it acts."""
    return secretariat(actor, group)
