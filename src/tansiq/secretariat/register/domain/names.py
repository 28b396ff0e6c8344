"""Gives names: a new one from a day on, or a correction of one that was entered wrongly."""

from datetime import datetime
from typing import Any, TypeVar

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.terms import corrected, supersede
from tansiq.secretariat.record.models import Actor
from tansiq.secretariat.register.domain.versions import end_all, start_version
from tansiq.secretariat.register.models import NameTerm

AnyName = TypeVar("AnyName", bound=NameTerm)


def give_name(*, name: AnyName, by: Actor, at: datetime, because: str = "") -> AnyName:
    """Record an unsaved name. From its first day on it takes the place of the one in use, which keeps the days before. Atomic.

    Raises OverlappingTerms when another name of the same language holds on its days and `begins` is None.
    """
    return start_version(term=name, by=by, at=at, because=because)


def correct_name(*, name: AnyName, by: Actor, at: datetime, because: str, **changes: Any) -> AnyName:
    """Correct some columns of a name for all its days and return the row that replaces it. Atomic.

    Raises AlreadyCorrected when the name was superseded before.
    """
    replacement = corrected(name, **changes)
    supersede(term=name, with_=[replacement], by=by, at=at, because=because)
    return replacement


def end_name(*, name: NameTerm, ends: PartialDate, by: Actor, at: datetime, because: str) -> None:
    """End a name with the last day of `ends`. Atomic. Raises Refused when `ends` has no last day."""
    end_all(terms=[name], ends=ends, by=by, at=at, because=because)
