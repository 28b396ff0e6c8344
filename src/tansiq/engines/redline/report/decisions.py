"""What is decided on a row of the matrix: the one list of dispositions, their states and categories, and a disposition as data.

No words of a language here (words.py), and nothing of what a disposition does to the text (rulings.py).
"""

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What becomes of a proposal."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_MODIFICATION = "accepted_with_modification"
    PARTLY_ACCEPTED = "partly_accepted"
    REJECTED = "rejected"
    NOTED = "noted"
    DUPLICATE = "duplicate"                        # of another row, which decides
    SUPERSEDED = "superseded"                      # another proposal of the same conflict was accepted
    OUT_OF_SCOPE = "out_of_scope"
    DEFERRED = "deferred"                          # to a meeting: not decided yet
    WITHDRAWN = "withdrawn"


TAKES = frozenset({Decision.ACCEPTED, Decision.ACCEPTED_WITH_MODIFICATION, Decision.PARTLY_ACCEPTED})
"""Those that put something of the proposal in the text."""

NEEDS_TEXT = frozenset({Decision.ACCEPTED_WITH_MODIFICATION, Decision.PARTLY_ACCEPTED})
"""Those of a change that say too little without a final text."""


class Status(StrEnum):
    """How far a row has come. A disposition with the status `open` counts; one that is only `proposed` is not applied yet."""

    OPEN = "open"
    PROPOSED = "proposed"
    AGREED = "agreed"
    APPLIED = "applied"


class Category(StrEnum):
    """What a proposal touches."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"
    FACTUAL = "factual"
    TRANSLATION = "translation"
    GENERAL = "general"


class RowType(StrEnum):
    """What a row of the matrix is."""

    TEXT = "text"
    COMMENT = "comment"
    FORMAT = "format"
    STRUCTURE = "structure"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Disposition:
    """What people wrote on one row. `of` is the key of a row of the matrix, or the id of one edit or comment of the ledger.

    `duplicate_of` is the number of a row of the matrix, 0 for none. `decided_on` is ISO 8601 where the matrix held a date, else as
    written. `place` says where it was read ("Matrix, row 12"), for messages; "" when it was not read from a file.
    """

    of: str
    decision: Decision | None = None
    final_text: str = ""
    response: str = ""
    category: Category | None = None
    duplicate_of: int = 0
    responsible: str = ""
    decided_by: str = ""
    decided_on: str = ""
    status: Status = Status.OPEN
    applied_in: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class BulkRule:
    """One decision for all rows that match and that nobody has decided; an empty condition matches everything.

    A decision that needs a text or a number of its own (`NEEDS_TEXT`, duplicates) is none for a rule: ValueError.
    """

    decision: Decision
    agency: str = ""
    category: Category | None = None
    type: RowType | None = None
    response: str = ""

    def __post_init__(self) -> None:
        if self.decision in NEEDS_TEXT or self.decision is Decision.DUPLICATE:
            raise ValueError(f"{self.decision} needs a text or a number for each row; a rule has none")
