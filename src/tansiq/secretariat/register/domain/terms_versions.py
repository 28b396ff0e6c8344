"""The versions of a group's terms of reference with their objectives: each day on which one of them changed begins one. It only reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.models import Term
from tansiq.secretariat.register.models import GroupObjectiveTerm, TermsOfReference


@dataclass(frozen=True)
class TermsVersion:
    """What the terms of reference and the objectives said from `since` to the day before `until` (None: it goes on).

    `begins` is the first day as people wrote it, None where nobody knows since when. `objectives` are in their order.
    """

    since: date
    until: date | None
    begins: PartialDate | None
    terms: TermsOfReference | None
    objectives: tuple[GroupObjectiveTerm, ...]

    @property
    def ends(self) -> PartialDate | None:
        """The last day, None when it goes on."""
        return None if self.until is None else PartialDate.on(self.until - timedelta(days=1))


def terms_versions(*, group: str, known_at: datetime) -> list[TermsVersion]:
    """The versions of the terms of reference of a group (a slug), the first one first, as the record knew them. Two queries."""
    terms = list(TermsOfReference.objects.known(known_at).filter(group__slug=group).select_related("mandate", "recorded_entry"))
    objectives = list(
        GroupObjectiveTerm.objects.known(known_at).filter(objective__group__slug=group).select_related("objective", "recorded_entry")
    )
    every: list[Term] = [*terms, *objectives]
    turns = sorted({each.valid_from for each in every} | {each.valid_to for each in every if each.valid_to is not None})
    found = [_version(since, until, terms, objectives) for since, until in pairwise([*turns, None]) if since is not None]
    return [version for version in found if version.terms is not None or version.objectives]


def _version(
    since: date, until: date | None, terms: Sequence[TermsOfReference], objectives: Sequence[GroupObjectiveTerm]
) -> TermsVersion:
    said = next((each for each in terms if _holds(each, since)), None)
    stated = sorted((each for each in objectives if _holds(each, since)), key=lambda each: each.objective.position)
    begun = [each.begins for each in (said, *stated) if each is not None and each.valid_from == since and each.begins is not None]
    begins = begun[0] if begun else None if since == date.min else PartialDate.on(since)
    return TermsVersion(since, until, begins, said, tuple(stated))


def _holds(term: Term, day: date) -> bool:
    return term.valid_from <= day and (term.valid_to is None or term.valid_to > day)
