"""The errors of redline, one tree.

RedlineError > CopyRefused > CopyOfAnotherBase; NothingConsolidated; LedgerMissing; MarkupChanged; DispositionRefused; UndecidedChanges.
"""

from collections.abc import Sequence


class RedlineError(Exception):
    """Anything redline refuses. The message says what was found, where, and what to do."""


class CopyRefused(RedlineError):
    """One reviewed copy that cannot be read; the other copies go on. `name` is the agency the copy came from."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason}")


class CopyOfAnotherBase(CopyRefused):
    """The copy's text before its changes is not that of the base; `coverage` is the share of the base's text found in it (0 to 1)."""

    def __init__(self, name: str, coverage: float) -> None:
        self.coverage = coverage
        super().__init__(
            name,
            f"only {coverage:.0%} of the base's text is in this copy, so it was made from another version; "
            "ask which draft it answers, or consolidate it against that one",
        )


class NothingConsolidated(RedlineError):
    """Every copy was refused."""


class LedgerMissing(RedlineError):
    """A consolidated file that carries no ledger: another program dropped it on saving, or it was not made by `consolidate`."""


class MarkupChanged(RedlineError):
    """The changes marked in a consolidated file are no longer those its ledger lists."""


class DispositionRefused(RedlineError):
    """A disposition that cannot be applied: an unknown row, a changed source cell, no final text, two rows that exclude each other."""


class UndecidedChanges(RedlineError):
    """A file that must hold no tracked changes holds some; `changes` names each: what, by whom, when, in which part."""

    def __init__(self, name: str, changes: Sequence[str], remedy: str) -> None:
        self.name = name
        self.changes = tuple(changes)
        shown = "; ".join(self.changes[:5]) + ("; …" if len(self.changes) > 5 else "")
        count = "1 tracked change is" if len(self.changes) == 1 else f"{len(self.changes)} tracked changes are"
        super().__init__(f"{name}: {count} not decided ({shown}); {remedy}")
